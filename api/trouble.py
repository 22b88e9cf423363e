"""What ended a command, as the one shape of failures and its exit code (sự cố của một lệnh)."""

import logging
import re
from typing import Any

import typer

from api.failures import ExitCode, failure_json, outcome, said
from api.refusals import refusal
from graph.errors import CancuError

log = logging.getLogger(__name__)

#: the option, argument or command that a refusal of the command line is about
SUBJECT = re.compile(r"'[^']*'|--?\w[\w-]*|(?<=\()[^()]+(?=\)$)")
#: how a refusal begins, and the sentence of the catalogue for it
MISUSES = {
    "No such option": "cli.usage.option",
    "No such command": "cli.usage.command",
    "Missing": "cli.usage.missing",
    "Got unexpected": "cli.usage.extra",
    "Option": "cli.usage.bare",
}


def trouble(error: Exception) -> tuple[dict[str, object], ExitCode]:
    """``{"error": {code, message, message_en}}`` and how the command ends; never a trace."""
    if isinstance(error, CancuError):
        return failure_json(error), outcome(error)[1]
    if isinstance(error, typer.TyperException):
        return _misuse(error), ExitCode.USAGE
    if isinstance(error, OSError):
        facts = {"file": error.filename or "stdout", "reason": error.strerror or error}
        return said("system", "cli.system", **facts), ExitCode.FAILURE
    log.debug("the command failed", exc_info=error)
    reason = f"{type(error).__name__}: {error}"
    return said("internal", "cli.internal", reason=reason), ExitCode.FAILURE


def _misuse(error: typer.TyperException) -> dict[str, object]:
    """What the command line refused, with what it would have taken where it knows."""
    from pydantic import ValidationError  # not needed by a command that is used rightly

    reason = error.format_message()
    found = SUBJECT.search(reason)
    what = found.group().strip("'") if found else "cancu"
    if isinstance(error.__cause__, ValidationError):
        return said("usage", "cli.value", what=what, **refusal(error.__cause__.errors()[0]))
    kind = next((kind for words, kind in MISUSES.items() if reason.startswith(words)), "cli.usage")
    facts = {"what": what, "reason": reason.rstrip(".") + "."}
    if at := getattr(error, "ctx", None):
        facts |= {"command": at.command_path, "takes": _taken(at.command)}
    return said("usage", kind, **facts)


def _taken(command: Any) -> str:
    """What a command takes: its commands, or its arguments and options as they are typed."""
    names = getattr(command, "commands", None) or [
        max(param.opts, key=len) if param.opts[0].startswith("-") else param.name.upper()
        for param in command.params
    ]
    return ", ".join(names)
