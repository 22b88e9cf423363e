"""What a use of a short name stands for by the text's own words (tên gọi tắt)."""

from collections.abc import Iterable, Mapping, Sequence

from graph.folding import fold
from loaders.cited import CitedDocument
from loaders.mentions import AliasDefinition, Citation


def by_definition(
    alias: str, definitions: Sequence[AliasDefinition], targets: Mapping[int, str]
) -> str | None:
    """The document that the text defines the name for; None when for none or for two."""
    wanted = fold(alias)
    ids = {
        targets[d.target] for d in definitions if fold(d.alias) == wanted and d.target in targets
    }
    return ids.pop() if len(ids) == 1 else None


def by_number(use: Citation, cited: Iterable[CitedDocument]) -> str | None:
    """Nghị quyết 57 is the only Nghị quyết 57-NQ/TW that the text cites; None when not the only."""
    digits = (use.alias or "").split()[-1].lstrip("0")
    same = [
        document
        for document in cited
        if document.number
        and document.number.split("/")[0].lstrip("0") == digits
        and (document.type == use.type or _titled(document, use.type))
    ]
    return same[0].id if len(same) == 1 else None


def _titled(document: CitedDocument, kind: str | None) -> bool:
    """Whether the document's title says that it approves or issues something of that kind."""
    return bool(kind and document.title and kind in document.title)
