"""What the benchmarks measure us against, and how that is done."""
