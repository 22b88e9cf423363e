"""What ended a command, as the one shape of failures and its exit code (sự cố của một lệnh)."""

import logging
import re

import typer

from api.failures import ExitCode, failure_json, outcome, said
from api.refusals import refusal
from graph.errors import CancuError

log = logging.getLogger(__name__)

#: the option, argument or command that a refusal of the command line is about
SUBJECT = re.compile(r"'[^']*'|--?\w[\w-]*")


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
    return said("usage", "cli.usage", what=what, reason=reason.rstrip(".") + ".")
