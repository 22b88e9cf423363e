"""Functions of PDFium by their addresses.

PDFium is asked thousands of times a page. The bindings check and convert each argument, which takes
longer than the answer, so the functions asked most are called bare.
"""

import ctypes
from collections.abc import Callable
from ctypes import c_int, c_size_t
from typing import Any


def bare(function: Any, *arguments: Any, answer: Any = c_int) -> Callable[..., Any]:
    """A function of PDFium by its address; what is pointed at is given as a number (hàm trần)."""
    address = ctypes.cast(function, ctypes.c_void_p).value
    assert address, "a function that is loaded has an address"
    return ctypes.PYFUNCTYPE(answer, c_size_t, *arguments)(address)


def address_of(handle: Any) -> int:
    """Where what PDFium gave a handle for stands; 0 for none (địa chỉ)."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0
