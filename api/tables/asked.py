"""The reply to a question, for people."""

from rich.console import Group, RenderableType
from rich.text import Text

from api.tables.cells import Answer, clean, columns, plain, quoted, verb_of
from graph.catalogue import render

#: edges that are shown with their words
PROOFS = 20


def ask_text(answer: Answer) -> RenderableType:
    """How the question was understood, the answer, the words that prove it, other readings."""
    lines: list[RenderableType] = []
    if answer["understood"]:
        said = render("ask.understood", "vi", question=answer["understood"]["question"])
        lines.append(Text(clean(said), style="dim"))
    lines.append(Text(clean(answer["text"]), style="bold"))
    table = columns("relation", "id", "other", "quote")
    for edge in [edge for edge in answer["edges"] if edge["evidence"]][:PROOFS]:
        row = (verb_of(edge["kind"]), edge["from"], edge["to"], quoted(edge))
        table.add_row(*map(plain, row))
    if table.rows:
        lines.append(table)
    return Group(*lines)
