"""When a site is due: its schedule, or the rhythm it lives in."""
