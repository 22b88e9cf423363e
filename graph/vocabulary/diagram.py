"""Rows of ``diagram.toml``: the categories of relations that legal staff know (lược đồ)."""

from functools import cache

from graph.model import EdgeKind
from graph.vocabulary import Row, rows


class CategoryRow(Row):
    """A category of the diagram: ``incoming``: others do it to the document in the middle."""

    id: str
    label: str
    label_en: str
    edge: EdgeKind | None = None
    incoming: bool = False


@cache
def categories() -> tuple[CategoryRow, ...]:
    """The thirteen and thirteen, in the order of the diagram."""
    incoming = rows("diagram", "incoming", CategoryRow)
    return (
        *(row.model_copy(update={"incoming": True}) for row in incoming),
        *rows("diagram", "outgoing", CategoryRow),
    )


@cache
def beside() -> tuple[CategoryRow, ...]:
    """What the graph knows of documents and the diagram has no place for."""
    return rows("diagram", "beside", CategoryRow)
