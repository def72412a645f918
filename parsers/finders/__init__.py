"""One module for each field of an article: each looks and answers, or passes. Pure."""
