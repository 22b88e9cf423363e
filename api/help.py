"""Help texts of the command line, from the one catalogue of sentences (phần trợ giúp)."""

from typing import Any

from graph.catalogue import messages


def localise(command: Any, name: str = "cancu") -> None:
    """Give a command, its parameters and its subcommands the catalogue's words."""
    command.help = text(f"cli.{name}")
    command.short_help = messages()[f"cli.{name}"]["vi"]
    for parameter in command.params:
        parameter.help = text(parameter_key(name, parameter.name))
    for child, subcommand in getattr(command, "commands", {}).items():
        localise(subcommand, child)


def parameter_key(command: str, parameter: str) -> str:
    """The key of a parameter: the command's own when there is one, else the shared one."""
    own = f"cli.{command}.{parameter}"
    return own if own in messages() else f"cli.option.{parameter}"


def text(key: str) -> str:
    """Vietnamese first, English second."""
    said = messages()[key]
    return f"{said['vi']} / {said['en']}"
