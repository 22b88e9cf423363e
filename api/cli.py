"""The command line ``cancu`` (dòng lệnh): one command a question, one exit code an outcome."""

import io
import sys
from collections.abc import Sequence
from importlib.metadata import version as installed
from typing import Annotated

import typer

from api.commands import COMMANDS
from api.failures import ExitCode, outcome
from api.help import localise
from api.output import note
from graph.catalogue import render
from graph.errors import CancuError


def main() -> None:
    """Run ``cancu`` with the arguments it was called with."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # Vietnamese, whatever the locale says
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command; its exit code. What went wrong is told on standard error."""
    command = typer.main.get_command(application())
    localise(command)
    try:
        ended = command.main(
            list(arguments) or ["--help"], prog_name="cancu", standalone_mode=False
        )
    except CancuError as error:
        note(error.text("vi"), error.text("en"))
        return outcome(error)[1]
    except typer.TyperException as error:
        reason = error.format_message()
        note(render("cli.usage", "vi"), render("cli.usage", "en", reason=reason))
        return ExitCode.USAGE
    except (typer.Abort, KeyboardInterrupt):
        note(render("cli.stopped", "vi"), render("cli.stopped", "en"))
        return ExitCode.FAILURE
    except BrokenPipeError:  # the reader of our output has seen enough
        sys.stderr.close()
        return ExitCode.ANSWERED
    return ended if isinstance(ended, int) else ExitCode.ANSWERED


def application() -> typer.Typer:
    """The command line with every command registered."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.callback(invoke_without_command=True)(_cancu)
    for command in COMMANDS:
        app.command(command.__name__)(command)
    return app


def _cancu(version: Annotated[bool, typer.Option("--version")] = False) -> None:
    """The program itself; its help stands in the catalogue."""
    if version:
        print(installed("cancu"))
        raise typer.Exit
