"""Functions of PDFium by their addresses.

PDFium is asked thousands of times a page. The bindings check and convert each argument, which takes
longer than the answer, so the functions asked most are called bare: what they are given is made
ready once, a number that they count by is a plain one.
"""

import ctypes
from collections.abc import Callable
from ctypes import byref, c_char, c_int, c_void_p
from typing import Any


class Handle(c_void_p):
    """What PDFium gave for an object of a page; false where there is none."""


def bare(function: Any, answer: Any = c_int) -> Callable[..., Any]:
    """A function of PDFium by its address, its arguments unchecked (hàm trần).

    They are handles, places of a ``Room``, counts as plain numbers.
    """
    address = ctypes.cast(function, c_void_p).value
    assert address, "a function that is loaded has an address"
    return ctypes.PYFUNCTYPE(answer)(address)


def ready(handle: Any) -> Any:
    """A handle of the bindings as bare functions take it (con trỏ sẵn dùng)."""
    address = ctypes.cast(handle, c_void_p).value
    return byref(c_char.from_address(address)) if address else Handle()


class Room:
    """Where PDFium writes numbers: each place as it takes it, and what stands there (ô nhớ)."""

    def __init__(self, kind: Any, count: int, together: int = 1) -> None:
        """``together``: so many numbers are written in one go."""
        numbers = (kind * count)()
        size, step = ctypes.sizeof(numbers), ctypes.sizeof(kind) * together
        self.places = tuple(byref(numbers, at) for at in range(0, size, step))
        self._numbers = memoryview(numbers).cast("B").cast(kind._type_)

    def numbers(self, count: int) -> list[Any]:
        """The first of what was written."""
        found: list[Any] = self._numbers[:count].tolist()
        return found
