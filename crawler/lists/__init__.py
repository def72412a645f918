"""Which listings a run reads, how far, and what their answers come to."""
