"""What the benchmarks measure us against, and how two programs are measured by turns."""
