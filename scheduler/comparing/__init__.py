"""Two captures of one page: what of them a reader would see changed. Pure."""
