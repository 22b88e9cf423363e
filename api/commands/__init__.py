"""The commands, each a plain function; nothing heavy is imported before one runs (các lệnh)."""

from collections.abc import Callable
from typing import Any

from api.commands.ask import ask
from api.commands.backup import backup, restore
from api.commands.copy import copy
from api.commands.evaluate import eval
from api.commands.export import export
from api.commands.extract import extract
from api.commands.legal import impact, relations, state
from api.commands.load import load
from api.commands.look import chain, path, search, show
from api.commands.mcp import mcp
from api.commands.plans import calendar, compare
from api.commands.remove import remove
from api.commands.review import audit, missing, stats
from api.commands.serve import serve
from api.commands.work import tasks, workload

COMMANDS: tuple[Callable[..., Any], ...] = (
    load,
    extract,
    ask,
    search,
    show,
    chain,
    path,
    state,
    impact,
    relations,
    tasks,
    workload,
    calendar,
    compare,
    audit,
    missing,
    stats,
    eval,
    export,
    remove,
    serve,
    mcp,
    copy,
    backup,
    restore,
)
