"""Pages of sites that are drawn from a seed: the same seed, the same page."""
