"""Importing much at once, so that it costs nothing later."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

#: So many new objects more than went bring the collector: what is made of a page goes
#: with the page, and leaves it hardly a cycle to find.
_OBJECTS = 20_000


@contextmanager
def for_good() -> Iterator[None]:
    """Let the collector of cycles pass over what is imported within, and come rarely.

    What modules hold is held for good: to go through it again and again while a
    command works costs it a tenth of its time.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.set_threshold(_OBJECTS)
        gc.enable()
