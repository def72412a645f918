"""Known and new items: asked for, and what their answers come to."""
