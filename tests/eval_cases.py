"""Figures of our own cases: the sample corpus by what its files say, phenomena row by row."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from test_phenomena import TABLE, read_row, written

from api.evaluating.agreement import agreement
from api.evaluating.evaluation import evaluation
from loaders import context, extract_json, read, understand

HERE = Path(__file__).parent
_NUMBERED = re.compile(r"(?P<number>\d+[a-z]?(?:/\d{4})?)/(?P<symbol>\S+)(?: (?P<date>[\d-]+))?")
_NAMED = re.compile(r"(?P<name>.+?)(?: (?P<date>\d{4}-[\d-]+))?")


def our_figures() -> dict[str, Any]:
    """What ``make eval`` compares with its baseline: figures, and every case that is not right."""
    corpus = sample_corpus()
    phenomena = {p["id"]: _rows(p) for p in TABLE["phenomenon"]}
    return {
        "corpus": {kind: corpus[kind] for kind in ("documents", "document", "citation")},
        "phenomena": {
            name: {"rows": len(rows), "right": sum(rows.values())}
            for name, rows in phenomena.items()
        },
        "wrong": [
            *(f"{m['file']}: {m['outcome']} {m['what']} {m['field'] or ''}".strip()
              for m in corpus["misses"]),
            *(f"{name}: {text}" for name, rows in phenomena.items()
              for text, right in rows.items() if not right),
        ],
    }  # fmt: skip


def sample_corpus() -> dict[str, Any]:
    """The evaluation of the sample corpus, all its files in one context."""
    table = tomllib.loads((HERE / "cases" / "corpus.toml").read_text("utf-8"))
    gold = {row["file"]: gold_of(row) for row in table["document"]}
    readings = {name: understand(read(HERE / "corpus" / name)) for name in gold}
    offers = context(readings.values())
    return evaluation(
        {
            name: list(agreement(gold[name], extract_json(reading, offers)))
            for name, reading in readings.items()
        }
    )


def gold_of(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row of ``corpus.toml`` in the shape of a gold file."""
    document = {key: row.get(key) for key in ("type", "number", "symbol", "issuer")}
    if re.fullmatch(r"\d{4}-\d\d-\d\d", row.get("issued", "")):
        document["issued"] = row["issued"]
    return {"document": document, "citations": [_citation(line) for line in row["citations"]]}


def _citation(line: str) -> dict[str, Any]:
    relations, _, what = line.partition(" ")
    first, *others = relations.split("|")
    match = _NUMBERED.fullmatch(what) or _NAMED.fullmatch(what)
    said = match.groupdict() if match else {}
    numbered = {"number": None, "symbol": None, "name": None} | said
    return numbered | {"relation": first, "relation_alt": others}


def _rows(phenomenon: Mapping[str, Any]) -> dict[str, bool]:
    """The words of each row → whether they are read as the row says."""
    return {
        row["text"]: [written(c) for c in read_row(row)] == row.get("cited", [])
        for row in phenomenon["rows"]
    }
