"""How answers look: as JSON for a program, on a terminal for a person."""
