"""What addresses are made of, and where links of all kinds lead. Pure."""
