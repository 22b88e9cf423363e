"""What every table of the terminal is made of.

Words from documents are shown as they are: never read as markup, control characters taken out.
"""

import re
from collections.abc import Mapping
from typing import Any

from rich.table import Table
from rich.text import Text

from graph.catalogue import render
from graph.vocabulary import edge_rows, levels

Answer = Mapping[str, Any]

CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
QUOTE = 160  # characters of a quote in a table


def plain(value: Any) -> Text:
    """A value as text that cannot be markup nor drive the terminal."""
    if value is None:
        return Text("")
    if isinstance(value, list):
        value = ", ".join(str(part) for part in value)
    return Text(clean(str(value)))


def clean(text: str) -> str:
    """Words without characters that drive a terminal."""
    return CONTROL.sub(" ", text)


def columns(*names: str) -> Table:
    """An empty table with these columns, named by the catalogue."""
    table = Table(show_edge=False, pad_edge=False, header_style="dim")
    for column in names:
        table.add_column(render(f"cli.column.{column}", "vi"), overflow="fold")
    return table


def quoted(edge: Answer) -> str:
    """The beginning of the first words that prove an edge, between guillemets."""
    quotes = [" ".join(proof["quote"].split()) for proof in edge["evidence"]]
    return f"«{shortened(quotes[0])}»" if quotes else ""


def shortened(quote: str) -> str:
    """The beginning of a long quote, cut between words."""
    return quote if len(quote) <= QUOTE else quote[:QUOTE].rpartition(" ")[0] + " …"


def verb_of(kind: str) -> str:
    """How a relation reads in Vietnamese; an unknown one as it is."""
    rows = edge_rows()
    return rows[kind].label if kind in rows else kind


def counted(key: str, counts: Answer) -> str:
    """A sentence of the catalogue about counts, the documents also by level, highest first."""
    names = {row.id: row.label for row in levels()} | {"": render("impact.no_level", "vi")}
    found = counts["levels"]
    told = [f"{name} {found[id]}" for id, name in names.items() if id in found]
    numbers = {name: count for name, count in counts.items() if isinstance(count, int)}
    return render(key, "vi", **numbers, levels=f" ({'; '.join(told)})" if told else "")
