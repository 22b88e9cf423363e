"""The table of findings: how bad, what, how to mend it, and the words (Điều cần rà soát)."""

from collections.abc import Iterable, Iterator

from graph.catalogue import messages, render
from graph.questions.every import pages_of
from graph.questions.finding import Finding
from graph.store import GraphReader
from viz.sheets.cells import Row, Table, columns, listed, numbered, words

COLUMNS = columns(
    ("number", 5), ("severity", 10), ("document", 22), ("message", 54), ("advice", 40),
    ("quote", 44), ("nodes", 40), ("rule", 20),
)  # fmt: skip
QUOTES = 3  # quotes in one cell


def finding_table(store: GraphReader, found: Iterable[Finding]) -> Table:
    """Everything a person should look at, the worst first."""
    return Table(render("sheet.findings", "vi"), COLUMNS, numbered(_rows(store, found)))


def _rows(store: GraphReader, found: Iterable[Finding]) -> Iterator[Row]:
    for page in pages_of(found):
        ids = {id for finding in page for id in (*finding.nodes, finding.document)}
        names = {id: node.label for id, node in store.nodes(ids).items()}
        for finding in page:
            yield (
                render(f"cli.severity.{finding.severity}", "vi"),
                words(names.get(finding.document, finding.document)),
                words(finding.message),
                words(_advice(finding.rule)),
                listed(f"«{proof.quote}»" for proof in finding.evidence[:QUOTES]),
                listed(names.get(id, id) for id in finding.nodes),
                finding.rule,
            )


def _advice(rule: str) -> str | None:
    key = f"advice.{rule}"
    return render(key, "vi") if key in messages() else None
