"""The graph as files that ``neo4j-admin database import full`` reads: the first load of millions.

What is imported is the store that loading one by one would have made; its constraints and indexes
are made when the program opens it for the first time.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from graph.engine.collecting import no_collecting
from graph.engine.statement import Statement, statement
from graph.errors import ConflictError
from graph.model import Node
from graph.neo4j.csv_files import SEPARATOR, Table, column
from graph.neo4j.proofs import edge_facts
from graph.neo4j.rows import (
    bounded,
    issue_rows,
    node_facts,
    node_labels,
    reading_key,
    text_facts,
    whole,
)
from graph.neo4j.schema import MIGRATIONS
from graph.store import GraphReader

ARGUMENTS = "import.args"
BATCH = 200
LABEL, START, END, TYPE = ":LABEL", ":START_ID", ":END_ID", ":TYPE"
OPTIONS = (
    "--multiline-fields=true",
    "--array-delimiter=U+001F",
    "--input-encoding=UTF-8",
    "--id-type=string",
    "--overwrite-destination=true",
)


def write_csv(store: GraphReader, folder: Path) -> list[Path]:
    """Write the whole graph into an empty folder, with the importer's arguments beside the tables.

    Raises ConflictError when the folder holds something.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise ConflictError("export.folder", folder=folder)
    with no_collecting(), store.snapshot() as view:
        said = _Said(folder)
        with said:
            for document in _statements(view):
                said.add(document)
        said.finish()
        nodes = _write_nodes(view, folder, said)
    tables = [path for path in sorted(folder.glob("*.csv")) if path not in nodes]
    edges = [path for path in tables if path.name.startswith("edges_")]
    options = [f"--nodes={path.name}" for path in (*nodes, *tables) if path not in edges]
    options += [f"--relationships={path.name}" for path in edges]
    (folder / ARGUMENTS).write_text("\n".join((*OPTIONS, *options)) + "\n", "utf-8")
    return [*nodes, *tables]


def _statements(store: GraphReader) -> Iterator[Statement]:
    documents = store.documents()
    for start in range(0, len(documents), BATCH):
        for delta in store.said(documents[start : start + BATCH]).values():
            yield statement(delta)


class _Said:
    """What documents say, written as it is read; what can only be counted at the end is kept."""

    def __init__(self, folder: Path) -> None:
        self.owner: dict[str, str] = {}
        self.mentions: Counter[str] = Counter()
        self._folder = folder
        self._readings: Counter[tuple[str, str]] = Counter()
        self._keys: dict[str, str | None] = {}
        self._issues = 0
        self._open = ExitStack()

    def __enter__(self) -> None:
        ends = [f"{START}(Text)", f"{END}(Key)", TYPE]
        self._texts = self._table("texts", [LABEL, *_TEXT])
        self._doubts = self._table("issues", [LABEL, ":ID(Issue)", *_ISSUE])
        self._edges = self._table(
            "edges_said", [f"{START}(Entity)", f"{END}(Entity)", TYPE, *_EDGE]
        )
        self._notes = self._table("edges_notes", [*ends, "value:string"])
        self._about = self._table("edges_about", [f"{START}(Issue)", f"{END}(Key)", TYPE])

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def add(self, said: Statement) -> None:
        """Write one document."""
        self.owner |= dict.fromkeys(said.owned, said.document)
        facts = text_facts(said)
        self._texts.add({LABEL: "_Text"} | _row(facts, document="document:ID(Text)"))
        for id in said.references:
            self._readings[id, said.rows[id]] += 1
            self.mentions[id] += 1
        for (source, kind, target, by), proof in said.edges.items():
            self._edges.put((source, target, kind.value.upper(), *edge_facts(by, proof)))
        for key, value in said.offers:
            self._note(said.document, "_OFFERS", key, value)
        for key in said.asks:
            self._note(said.document, "_ASKS", key, None)
        for doubt in issue_rows(said):
            self._doubt(doubt["facts"], doubt["about"])

    def finish(self) -> None:
        """Write what was counted."""
        with Table(self._folder / "readings.csv", [LABEL, *_READING]) as table:
            for (id, row), documents in self._readings.items():
                table.add(
                    {LABEL: "_Reading", "key:ID(Reading)": reading_key(id, row),
                     "node:string": id, "row:string": row, "documents:long": documents}
                )  # fmt: skip
        with Table(self._folder / "keys.csv", [LABEL, "key:ID(Key)", "text:string"]) as table:
            for key, text in self._keys.items():
                table.add({LABEL: "_Key", "key:ID(Key)": key, "text:string": text})
        meta = {LABEL: "_Meta", "id:ID(Meta)": "cancu", "schema_version:long": 0, "writes:long": 0,
                "data_version:long": len(MIGRATIONS)}  # fmt: skip
        with Table(self._folder / "meta.csv", list(meta)) as table:
            table.add(meta)

    def _doubt(self, facts: dict[str, Any], about: Sequence[tuple[str, str | None]]) -> None:
        self._issues += 1
        self._doubts.add({LABEL: "Issue", ":ID(Issue)": self._issues} | _row(facts))
        for key, text in about:
            self._keys[key] = text
            self._about.add({f"{START}(Issue)": self._issues, f"{END}(Key)": key, TYPE: "_ABOUT"})

    def _note(self, document: str, type: str, key: str, value: str | None) -> None:
        self._keys[bounded(key)] = whole(key)
        self._notes.add(
            {f"{START}(Text)": document, f"{END}(Key)": bounded(key), TYPE: type,
             "value:string": value}
        )  # fmt: skip

    def _table(self, name: str, headings: Sequence[str]) -> Table:
        return self._open.enter_context(Table(self._folder / f"{name}.csv", headings))


_TEXT = (
    "document:ID(Text)", "source:string", "digest:string", "said:string", "heard:string",
    "unsettled:boolean", "owned:string[]", "reads:string[]", "types:string[]", "text:string",
    "words:string", "body:string",
)  # fmt: skip
_ISSUE = (
    "document:string", "place:long", "rule:string", "severity:string", "message:string",
    "message_en:string", "nodes:string[]", "body:string",
)  # fmt: skip
#: in the order of ``EDGE_FACTS``
_EDGE = (
    "asserted_by:string", "start:long", "end:long", "quote:string", "rule:string",
    "confidence:double", "evidence:string",
)  # fmt: skip
_READING = ("key:ID(Reading)", "node:string", "row:string", "documents:long")


def _write_nodes(store: GraphReader, folder: Path, said: _Said) -> list[Path]:
    """Nodes in tables by the properties they have, since a column has one type."""
    paths: list[Path] = []
    tables: dict[frozenset[str], Table] = {}
    with ExitStack() as open_tables:
        for node in store.all_nodes():
            row = _node_row(node, said)
            shape = frozenset(row)
            if shape not in tables:
                paths.append(folder / f"nodes_{len(tables):04}.csv")
                tables[shape] = open_tables.enter_context(Table(paths[-1], sorted(row)))
            tables[shape].add(row)
    return paths


def _node_row(node: Node, said: _Said) -> dict[str, Any]:
    facts = node_facts(node, owner=said.owner.get(node.id), mentions=said.mentions[node.id])
    row = _row(facts, id="id:ID(Entity)")
    return {LABEL: SEPARATOR.join(node_labels(node))} | row


def _row(facts: dict[str, Any], **ids: str) -> dict[str, Any]:
    """Heading → value of the properties that are there."""
    return {
        ids.get(name) or column(name, value.__class__): value
        for name, value in facts.items()
        if value is not None
    }
