"""One request out, one answer in: connections, and what comes over them."""
