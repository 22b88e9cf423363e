"""The reading as one spaCy pipeline: a tokenizer and one registered factory per step.

Steps can be re-ordered, switched off and tested alone (``create_pipeline(steps=…)``). Each puts
what it found on the Doc: frozen mentions under ``doc._`` and, for inspection, named span groups.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache

import numpy as np
from spacy import blank
from spacy.language import Language
from spacy.tokens import Doc

from loaders.citations.aliases import find_aliases
from loaders.citations.find import find_citations
from loaders.citations.own_names import find_own_name
from loaders.header.read import read_header
from loaders.layout.structure import parse_structure
from loaders.own_id import own_id, root_id, stranger_of
from loaders.tasks.assignments import find_assignments
from loaders.text import Text
from loaders.units.read import scope_of

STEPS = ("cancu_header", "cancu_structure", "cancu_citations", "cancu_aliases", "cancu_tasks")
FOUND = (
    "header", "id", "scope", "structure", "citations", "own_name", "definitions", "assignments",
)  # fmt: skip
CONFIG = {"nlp": {"tokenizer": {"@tokenizers": "cancu.Tokenizer.v1"}}}


@cache
def create_pipeline(steps: Sequence[str] = STEPS) -> Language:
    """A blank Vietnamese pipeline with our tokenizer and ``steps`` in this order."""
    import loaders.tokenizer  # noqa: F401  (registers the tokenizer)

    for name in ("text", *FOUND):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
    nlp = blank("vi", config=CONFIG)
    nlp.max_length = 2**31
    for step in steps:
        nlp.add_pipe(step)
    return nlp


def annotate(text: Text, nlp: Language | None = None, *, tokens: bool = True) -> Doc:
    """The Doc of a text with all that the steps found.

    Without ``tokens`` it has no span groups either: they serve whoever looks at a reading, no step
    asks for them, and they take twenty times the memory of the text.
    """
    nlp = nlp or create_pipeline()
    doc = nlp.make_doc(text.content) if tokens else Doc(nlp.vocab)
    doc._.text = text
    for _, step in nlp.pipeline:
        doc = step(doc)
    return doc


Step = Callable[[Doc], Doc]


@Language.factory("cancu_header")
def make_header(nlp: Language, name: str) -> Step:
    """Thể thức: what the document says of itself → ``doc._.header``, ``id``, ``scope``."""

    def step(doc: Doc) -> Doc:
        found = doc._
        found.header = header = read_header(found.text)
        found.id = own_id(found.text, header)
        found.scope = scope_of(header, stranger_of(root_id(found.id, header)))
        group(doc, "header", ((s.start, s.end) for s in header.spans.values()))
        return doc

    return step


@Language.factory("cancu_structure")
def make_structure(nlp: Language, name: str) -> Step:
    """Phần, chương, mục, điều, khoản, điểm → ``doc._.structure``."""

    def step(doc: Doc) -> Doc:
        found = doc._
        found.structure = parse_structure(found.text)
        return doc

    return step


@Language.factory("cancu_citations")
def make_citations(nlp: Language, name: str) -> Step:
    """Viện dẫn → ``doc._.citations``, ``doc.spans["citations"]``."""

    def step(doc: Doc) -> Doc:
        found = doc._
        found.citations = tuple(find_citations(found.text, found.header))
        return doc

    return step


@Language.factory("cancu_aliases")
def make_aliases(nlp: Language, name: str) -> Step:
    """Tên gọi tắt: its own, definitions, then uses added to the citations."""

    def step(doc: Doc) -> Doc:
        found = doc._
        found.own_name = own = find_own_name(found.text, found.header, found.citations)
        definitions, uses = find_aliases(found.text, found.citations, own)
        found.definitions = tuple(definitions)
        found.citations = citations = (*found.citations, *uses)
        group(doc, "citations", ((c.span.start, c.span.end) for c in citations))
        return doc

    return step


@Language.factory("cancu_tasks")
def make_tasks(nlp: Language, name: str) -> Step:
    """Nhiệm vụ with roles and times → ``doc._.assignments``, ``doc.spans["tasks"]``."""

    def step(doc: Doc) -> Doc:
        found = doc._
        header = found.header
        found.assignments = assignments = tuple(
            find_assignments(found.text, found.structure, header, found.scope)
        )
        group(doc, "tasks", ((a.span.start, a.span.end) for a in assignments))
        return doc

    return step


def group(doc: Doc, key: str, intervals: Iterable[tuple[int, int]]) -> None:
    """Put character intervals on the Doc as the span group ``key``, widened to whole tokens.

    A Doc that was made without tokens stays without groups.
    """
    if not len(doc):
        return
    pairs = np.array(sorted(set(intervals)), dtype=np.int64).reshape(-1, 2)
    starts = doc.to_array("IDX").astype(np.int64)
    first = np.searchsorted(starts, pairs[:, 0], side="right") - 1
    last = np.searchsorted(starts, pairs[:, 1], side="left")
    doc.spans[key] = [doc[max(a, 0) : b] for a, b in zip(first, last, strict=True) if b > a]
