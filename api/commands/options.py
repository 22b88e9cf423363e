"""The options that several commands share, and the store they open (tuỳ chọn chung)."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.output import note
from graph.model import NodeKind
from graph.store import GraphReader, GraphStore

if TYPE_CHECKING:
    from api.settings import Settings

JsonFlag = Annotated[bool, typer.Option("--json")]
StoreOption = Annotated[str | None, typer.Option("--store", metavar="URL")]
ConfigOption = Annotated[Path | None, typer.Option("--config", metavar="FILE")]
LimitOption = Annotated[int | None, typer.Option("--limit", min=1, max=5000)]
DepthOption = Annotated[int, typer.Option("--depth", min=1, max=20)]
DayOption = Annotated[str | None, typer.Option(metavar="DAY")]
CursorOption = Annotated[str, typer.Option("--cursor", metavar="NEXT")]
IdArgument = Annotated[str, typer.Argument(metavar="ID")]


def settings_of(store: str | None, config: Path | None) -> "Settings":
    """The settings in force for one command; logging is set by them."""
    import logging

    from api.settings import load_settings

    settings = load_settings(options={"store": store}, config=config)
    logging.basicConfig(level=settings.log_level.upper())
    if settings.log_level in ("warning", "error"):
        # what the driver tells in its own words is told by us in one sentence
        logging.getLogger("neo4j").setLevel(logging.CRITICAL)
    return settings


@contextmanager
def opened(store: str | None, config: Path | None) -> Iterator[tuple[GraphStore, "Settings"]]:
    """The store in force, closed again afterwards."""
    from api.stores import open_settings_store

    settings = settings_of(store, config)
    with open_settings_store(settings) as graph:
        yield graph, settings


def named(graph: GraphReader, text: str, *kinds: NodeKind) -> str:
    """The id meant by ``text``; when it is not an id itself, what was taken is said."""
    from api.lookup import look_up

    id, taken = look_up(graph, text, kinds)
    if taken:
        note(taken.sentence("vi"), taken.sentence("en"))
    return id
