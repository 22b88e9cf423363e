"""What a use of a short name stands for by the text's own words (tên gọi tắt)."""

from collections.abc import Iterable, Mapping

from graph.words.folding import fold
from loaders.mentions import AliasDefinition, Citation
from loaders.resolving.cited import CitedDocument


class ShortNames:
    """The names that a text defines, and the numbers of the documents that it cites."""

    def __init__(
        self,
        definitions: Iterable[AliasDefinition],
        targets: Mapping[int, str],
        cited: Iterable[CitedDocument],
    ) -> None:
        self.defined: dict[str, set[str]] = {}
        for definition in definitions:
            if definition.target in targets:
                meant = self.defined.setdefault(fold(definition.alias), set())
                meant.add(targets[definition.target])
        self.numbered: dict[str, list[CitedDocument]] = {}
        for document in cited:
            if document.number:
                number = document.number.split("/")[0].lstrip("0")
                self.numbered.setdefault(number, []).append(document)

    def meant(self, use: Citation) -> str | None:
        """The document that the name stands for here; None when for none or for several."""
        defined = self.defined.get(fold(use.alias or ""), set())
        return next(iter(defined)) if len(defined) == 1 else self._by_number(use)

    def _by_number(self, use: Citation) -> str | None:
        """Nghị quyết 57 is the only Nghị quyết 57-NQ/TW that the text cites."""
        digits = (use.alias or "").split()[-1].lstrip("0")
        same = [d for d in self.numbered.get(digits, []) if d.type == use.type or _titled(d, use)]
        return same[0].id if len(same) == 1 else None


def _titled(document: CitedDocument, use: Citation) -> bool:
    """Whether the document's title says that it approves or issues something of that kind."""
    return bool(use.type and document.title and use.type in document.title)
