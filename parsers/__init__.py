"""What does a page say? Pure: bytes in, values out; no network, disk or clock."""
