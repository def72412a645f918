"""How an article’s text is told from all that stands around it. Pure."""
