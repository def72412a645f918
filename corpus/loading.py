"""Importing much at once, so that it costs nothing later."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def for_good() -> Iterator[None]:
    """Let the collector of cycles pass over what is imported within.

    What modules hold is held for good: to go through it again and again while a
    command works costs it a tenth of its time.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
