"""What do we hold? The archive of captures, the store of items and revisions."""
