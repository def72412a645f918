"""Which reader this is: what was read by another one may be read differently now."""

#: Grows whenever pages are read differently, so that a reparse knows itself.
READER = 5
