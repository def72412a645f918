"""What the pages of one site teach together, field by field. Pure."""
