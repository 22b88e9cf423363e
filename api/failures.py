"""What each failure means at the doors: its HTTP status, its exit code and its one JSON shape."""

from enum import IntEnum

from graph.catalogue import render
from graph.errors import (
    BadInputError,
    CancuError,
    ConflictError,
    NotFoundError,
    StoreError,
    UsageError,
)


class ExitCode(IntEnum):
    """How a command ends (mã thoát)."""

    ANSWERED = 0
    FAILURE = 1
    USAGE = 2
    NOT_FOUND = 3
    PARTLY = 4
    STOPPED = 130  # by Ctrl+C, as shells count it


#: failure → (HTTP status, exit code, code in the JSON shape)
OUTCOMES: dict[type[CancuError], tuple[int, ExitCode, str]] = {
    UsageError: (400, ExitCode.USAGE, "usage"),
    BadInputError: (422, ExitCode.FAILURE, "bad_input"),
    NotFoundError: (404, ExitCode.NOT_FOUND, "not_found"),
    ConflictError: (409, ExitCode.FAILURE, "conflict"),
    StoreError: (503, ExitCode.FAILURE, "store"),
}


def outcome(error: CancuError) -> tuple[int, ExitCode, str]:
    """Status, exit code and name of a failure; a class not listed is an internal failure."""
    for kind in type(error).__mro__:
        if kind in OUTCOMES:
            return OUTCOMES[kind]
    return (500, ExitCode.FAILURE, "internal")


def failure_json(error: CancuError) -> dict[str, object]:
    """The one error shape, the same over HTTP and from ``--json``."""
    return shape(outcome(error)[2], error.text("vi"), error.text("en"))


def shape(code: str, message: str, message_en: str) -> dict[str, object]:
    """``{"error": {code, message, message_en}}``."""
    return {"error": {"code": code, "message": message, "message_en": message_en}}


def said(code: str, key: str, **facts: object) -> dict[str, object]:
    """The error shape of a sentence of the catalogue."""
    return shape(code, render(key, "vi", **facts), render(key, "en", **facts))
