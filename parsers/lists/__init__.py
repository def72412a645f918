"""The lists of a site, found and told from what stands beside them. Pure."""
