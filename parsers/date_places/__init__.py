"""Where a page says of which day it is, and what speaks for each place. Pure."""
