"""What ended a command, as the one shape of failures and its exit code (sự cố của một lệnh)."""

import logging
import re

import typer

from api.failures import ExitCode, failure_json, outcome, said
from graph.errors import CancuError

log = logging.getLogger(__name__)

#: the option, argument or command that a refusal of the command line is about
SUBJECT = re.compile(r"'[^']*'|--?\w[\w-]*")


def trouble(error: Exception) -> tuple[dict[str, object], ExitCode]:
    """``{"error": {code, message, message_en}}`` and how the command ends; never a trace."""
    if isinstance(error, CancuError):
        return failure_json(error), outcome(error)[1]
    if isinstance(error, typer.TyperException):
        reason = error.format_message()
        found = SUBJECT.search(reason)
        what = found.group().strip("'") if found else "cancu"
        return said("usage", "cli.usage", what=what, reason=reason), ExitCode.USAGE
    if isinstance(error, OSError):
        facts = {"file": error.filename or "stdout", "reason": error.strerror or error}
        return said("system", "cli.system", **facts), ExitCode.FAILURE
    log.debug("the command failed", exc_info=error)
    reason = f"{type(error).__name__}: {error}"
    return said("internal", "cli.internal", reason=reason), ExitCode.FAILURE
