"""Python's collector of garbage, told to rest where it finds none."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collecting() -> Iterator[None]:
    """Nobody looks for garbage meanwhile: a batch makes a hundred thousand values, none in a circle
    and all in use to its end, and looking through them again and again takes a tenth of a load."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()
