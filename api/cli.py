"""The command line ``cancu`` (dòng lệnh): one command a question, one exit code an outcome."""

import io
import os
import sys
from collections.abc import Sequence
from importlib.metadata import version as installed
from itertools import takewhile
from typing import Annotated

import typer

from api.commands import COMMANDS
from api.failures import ExitCode
from api.help import localise
from api.output import note, note_shape
from api.trouble import trouble
from graph.catalogue import render


def main() -> None:
    """Run ``cancu`` with the arguments it was called with."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Vietnamese, whatever the locale says; a file name that is no text is shown escaped
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    code = run([_legible(argument) for argument in sys.argv[1:]])
    try:
        sys.stdout.flush()
    except OSError:  # said already; the interpreter must not try again and end with its own code
        _drop_output()
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run one command; its exit code. What went wrong is told on standard error."""
    command = typer.main.get_command(application())
    localise(command)
    try:
        ended = command.main(
            list(arguments) or ["--help"], prog_name="cancu", standalone_mode=False
        )
        sys.stdout.flush()
    except (typer.Abort, KeyboardInterrupt):
        ended = ExitCode.STOPPED
    except (BrokenPipeError, SystemExit):  # the reader of our output has seen enough
        _drop_output()
        return ExitCode.ANSWERED
    except Exception as error:
        shape, code = trouble(error)
        note_shape(shape, as_json="--json" in takewhile("--".__ne__, arguments))
        return code
    if ended == ExitCode.STOPPED:
        note(render("cli.stopped", "vi"), render("cli.stopped", "en"))
    return ended if isinstance(ended, int) else ExitCode.ANSWERED


def _drop_output() -> None:
    """Whatever is still to be written goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


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


def _legible(argument: str) -> str:
    """An argument as text; bytes that are none stay only where they name a file that is there."""
    raw = argument.encode("utf-8", "surrogateescape")
    text = raw.decode("utf-8", "replace")
    return argument if text != argument and os.path.lexists(argument) else text
