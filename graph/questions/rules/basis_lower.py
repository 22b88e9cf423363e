"""``basis.lower``: a document based on one of a lower authority (căn cứ vào văn bản cấp dưới)."""

from collections.abc import Iterator

from graph.model import EdgeKind, Node
from graph.questions.finding import Finding, finding, short
from graph.questions.rules.batch import Batch
from graph.vocabulary import Row, levels, rows

#: levels of the state in one line; the Party's texts stand beside it, not above a law
STATE = ("assembly", "government", "ministry", "province", "department", "commune")


class BindingRow(Row):
    """A kind of document that binds, so that its rank matters (``lint.toml``)."""

    name: str


def lower_bases(batch: Batch) -> Iterator[Finding]:
    """Luật Ban hành văn bản quy phạm pháp luật 2025, Điều 6: căn cứ là văn bản có hiệu lực pháp lý
    cao hơn hoặc ngang bằng. Letters, reports and proposals of those below are no matter of rank."""
    nodes = batch.nodes(end for ends in batch.own_bases for end in ends)
    for (source, target), said in batch.own_bases.items():
        text, basis = nodes[source], nodes[target]
        named = [edge for edge in said if edge.kind is EdgeKind.BASED_ON]
        if named and _binds(text) and _binds(basis) and _rank(text) < _rank(basis):
            yield finding(
                "basis.lower", source, [text, basis], batch.proof(named),
                text=short(text), basis=short(basis),
                level=_level(basis, "vi"), own=_level(text, "vi"),
                level_en=_level(basis, "en"), own_en=_level(text, "en"),
            )  # fmt: skip


def _binds(document: Node) -> bool:
    kinds = {row.name for row in rows("lint", "binding", BindingRow)}
    return document.properties.get("type") in kinds and document.properties.get("level") in STATE


def _rank(document: Node) -> int:
    return STATE.index(str(document.properties["level"]))


def _level(document: Node, lang: str) -> str:
    row = next(row for row in levels() if row.id == document.properties["level"])
    return row.label if lang == "vi" else row.label_en
