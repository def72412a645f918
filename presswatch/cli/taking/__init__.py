"""What commands take: options, names of sites and items, files, lines, addresses."""
