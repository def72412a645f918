"""The benchmarks work; what they measure is not asserted here."""
