"""Word documents (.docx, .docm, .dotx, .dotm) to ``Text``: our own walk over their parts.

Libraries for docx lose what these documents live from: tracked changes, content controls, text
boxes, footnotes, automatic numbers. See docs/decisions/0006-own-walk-over-docx.md.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.errors import BadInputError
from loaders.bounds import Bounds
from loaders.layout.words import ends_body, furniture, is_letterhead
from loaders.readers.drafts import Draft, Source, compose
from loaders.readers.legacy import encoding_of
from loaders.readers.lines import Line
from loaders.readers.package import Element, Package, open_package
from loaders.readers.tables import stitch
from loaders.readers.torn import rejoined
from loaders.readers.word.drawn import Drawn
from loaders.readers.word.numbers import read_numbers
from loaders.readers.word.pictures import Pictures
from loaders.readers.word.runs import Context
from loaders.readers.word.styles import W, read_styles
from loaders.readers.word.tables import Item, read_story, words_of
from loaders.readers.word.tabs import side_by_side
from loaders.text import BlockKind, Text

_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
#: a letterhead stands in so many first lines; where none does, the head of the page may be it
_TOP = 16


def read_word(data: bytes, name: str, bounds: Bounds) -> Text:
    """The text of a Word document (văn bản Word). Raises BadInputError when it is none."""
    package = open_package(data, name, bounds)
    main = next(iter(package.related("").get("officeDocument", {}).values()), "")
    document = package.xml(main) if main else None
    body = None if document is None else document.find(W + "body")
    if body is None:
        raise BadInputError("read.not_word", file=name)
    parts = _Parts(package, package.related(main))
    pictures = Pictures(package, parts.related.get("image", {}), bounds)
    drawn = Drawn(package, parts.related, bounds)
    context = Context(
        read_styles(parts.only("styles")),
        read_numbers(parts.only("numbering")),
        encoding_of(" ".join(text.text or "" for text in body.iter(W + "t"))),
        lambda drawing: [*drawn.words_of(drawing), *pictures.look_at(drawing)],
        drawn.chunk,
    )
    items = read_story(context, body)
    heads = [read_story(context, part) for part in _page_parts(parts, document)]
    first = [] if _is_letterhead(items[:_TOP]) else [head for head in heads if _is_letterhead(head)]
    drafts = [
        *rejoined(side_by_side([*(item for head in first for item in head), *items])),
        *_notes(context, parts),
        *_running(head for head in heads if head not in first),
    ]
    text = compose(Source(name, ""), stitch(drafts))
    if pictures.unread and not text.content:
        raise BadInputError("read.only_pictures", file=name)
    return replace(text, unread=(*pictures.unread, *drawn.unread))


@dataclass(frozen=True, slots=True)
class _Parts:
    """The parts of a document by kind and relation."""

    package: Package
    related: dict[str, dict[str, str]]

    def only(self, kind: str) -> Element | None:
        """The root of the part of a kind of which there is one."""
        part = next(iter(self.related.get(kind, {}).values()), None)
        return None if part is None else self.package.xml(part)

    def named(self, kind: str, id: str) -> Element | None:
        """The root of the part that a relation names."""
        part = self.related.get(kind, {}).get(id)
        return None if part is None else self.package.xml(part)


def _notes(context: Context, parts: _Parts) -> Iterator[Draft]:
    """The footnotes and endnotes that the text refers to, in the order of their marks."""
    bodies = {
        (kind, note.get(W + "id", "")): note
        for kind in ("footnote", "endnote")
        if (root := parts.only(kind + "s")) is not None
        for note in root.iter(W + kind)
    }
    for key, mark in list(context.marks.items()):
        if key in bodies:
            strand = words_of(read_story(context, bodies[key]))
            yield Draft(strand, BlockKind.FOOTNOTE, mark=mark)


def _page_parts(parts: _Parts, document: Element) -> Iterator[Element]:
    """The heads and feet of pages, each once, in the order in which sections name them."""
    for kind in ("header", "footer"):
        named = (e.get(_ID, "") for e in document.iter(f"{W}{kind}Reference"))
        for id in dict.fromkeys(named):
            root = parts.named(kind, id)
            if root is not None:
                yield root


def _is_letterhead(items: Sequence[Item]) -> bool:
    lines = (item.strand.words for item in items if isinstance(item, Line))
    return any(is_letterhead(words) and not ends_body(words) for words in lines)


def _running(heads: Iterator[list[Item]]) -> Iterator[Draft]:
    """What pages repeat, said once; page numbers are no text."""
    said: set[str] = set()
    for head in heads:
        for item in head:
            words = item.strand.words if isinstance(item, Line) else words_of([item]).words
            page = furniture().match(words) or not any(c.isalpha() for c in words)
            if words and not page and words not in said:
                said.add(words)
                strand = item.strand if isinstance(item, Line) else words_of([item])
                yield Draft(strand, BlockKind.HEADER)
