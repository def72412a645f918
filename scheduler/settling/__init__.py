"""What a run owes when it ends: each change proven, held or told."""
