"""Every vocabulary file: each table has a shape, each row fits it, each example holds its row."""

import ast
import importlib
import re
import tomllib
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from pydantic import ValidationError

from graph.catalogue import messages
from graph.model import EdgeKind, NodeKind
from graph.vocabulary import (
    EdgeRow,
    LevelRow,
    Row,
    Trait,
    TypeName,
    document_types,
    edge_rows,
    levels,
    provinces,
    rows,
    table,
    types_of,
    types_with,
)
from graph.words.authorities import by_id
from graph.words.folding import fold, slug

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "graph" / "vocabulary").glob("*.toml"))
COLOUR = re.compile(r"#[0-9a-f]{6}")
#: fields that say what a row means, not how it is written
MEANINGS = frozenset(
    {"id", "value", "kind", "slug", "rank", "label", "label_en", "scope", "level", "parent"}
    | {"successor", "severity", "role", "relation", "examples", "misses", "near_misses", "symbols"}
)


def _shapes() -> Iterator[tuple[str, str, type[Row]]]:
    """(file, table, row class) of every ``rows("file", "table", Shape)`` in the program.

    A table name that is computed stands for all tables of its file.
    """
    for package in ("graph", "loaders", "viz", "api"):
        for path in sorted((ROOT / package).rglob("*.py")):
            source = path.read_text("utf-8")
            if "rows(" in source:
                yield from _shapes_in(path, ast.parse(source))


def _shapes_in(path: Path, tree: ast.Module) -> Iterator[tuple[str, str, type[Row]]]:
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name):
            continue
        if call.func.id != "rows" or len(call.args) != 3:
            continue
        file, key, shape = call.args
        if isinstance(file, ast.Constant) and isinstance(shape, ast.Name):
            module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            found = getattr(importlib.import_module(module.removesuffix(".__init__")), shape.id)
            yield str(file.value), str(key.value) if isinstance(key, ast.Constant) else "*", found


def _tables() -> list[tuple[str, str]]:
    """(file, table) of every list of rows in the vocabulary."""
    return [
        (path.stem, key)
        for path in FILES
        for key, value in tomllib.loads(path.read_text("utf-8")).items()
        if isinstance(value, list)
    ]


SOURCES = "\n".join(
    path.read_text("utf-8")
    for package in ("graph", "loaders", "viz", "api")
    for path in sorted((ROOT / package).rglob("*.py"))
)
SHAPES = list(_shapes())
TABLES = _tables()
each_table = pytest.mark.parametrize(("file", "key"), TABLES, ids=[".".join(t) for t in TABLES])


def _shape(file: str, key: str) -> type[Row] | None:
    """The class the table is read with; of several that a computed name allows, one that fits."""
    named = [shape for f, k, shape in SHAPES if (f, k) == (file, key)]
    computed = [shape for f, k, shape in SHAPES if (f, k) == (file, "*")]
    fitting = (shape for shape in computed if _fits(table(file, key), shape))
    return named[0] if named else next(fitting, None)


def _fits(raw: tuple[dict[str, object], ...], shape: type[Row]) -> bool:
    try:
        return all(shape.model_validate(row) for row in raw)
    except ValidationError:
        return False


@each_table
def test_every_table_is_read_and_its_rows_fit(file: str, key: str) -> None:
    shape = _shape(file, key)
    assert shape is not None, f"nobody reads [[{key}]] of {file}.toml"
    assert len(rows(file, key, shape)) == len(table(file, key)) > 0


@each_table
def test_every_table_is_named_by_some_code(file: str, key: str) -> None:
    assert f'"{key}"' in SOURCES or f"'{key}'" in SOURCES, f"no code names {key} of {file}.toml"


@each_table
def test_an_unknown_key_is_refused(file: str, key: str) -> None:
    shape = _shape(file, key)
    assert shape is not None
    with pytest.raises(ValidationError):
        shape.model_validate({**table(file, key)[0], "colour_of_the_day": "red"})


@each_table
def test_no_row_is_said_twice(file: str, key: str) -> None:
    said = [repr(sorted(row.items())) for row in table(file, key)]
    assert len(said) == len(set(said))


@each_table
def test_every_example_holds_its_row_and_no_near_miss_does(file: str, key: str) -> None:
    if file == "authorities" and key == "authority":
        return  # short forms and heads: read by ``by_name`` in test_authorities
    for row in table(file, key):
        for example in _strings(row.get("examples")):
            assert _holds(row, example), (row, example)
        if "pattern" in row:
            for miss in (*_strings(row.get("misses")), *_strings(row.get("near_misses"))):
                assert not _holds(row, miss), (row, miss)


def _holds(row: dict[str, Any], example: str) -> bool:
    """Whether one of the words or the pattern of a row stands in ``example``."""
    if "pattern" in row:
        return re.search(str(row["pattern"]), example) is not None
    words = [w for field, value in row.items() if field not in MEANINGS for w in _strings(value)]
    return not words or any(fold(word) in fold(example) for word in words)


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [v for v in value if isinstance(v, str)] if isinstance(value, list) else []


def test_every_edge_kind_has_one_row_and_every_row_a_kind() -> None:
    assert sorted(edge_rows()) == sorted(kind.value for kind in EdgeKind)


def test_ends_of_edges_are_node_kinds() -> None:
    kinds = {kind.value for kind in NodeKind}
    for row in edge_rows().values():
        assert all(set(end.split("|")) <= kinds for end in row.ends), row.kind


def test_every_relation_a_cue_says_is_an_edge_kind() -> None:
    said = {row["relation"] for f, k in TABLES for row in table(f, k) if row.get("relation")}
    assert said and said <= {kind.value for kind in EdgeKind}


def test_labels_and_colours_are_there_in_both_languages_and_themes() -> None:
    shown: list[EdgeRow | LevelRow] = [*edge_rows().values(), *levels()]
    for row in shown:
        assert row.label and row.label_en, row
        assert COLOUR.fullmatch(row.colour) and COLOUR.fullmatch(row.colour_dark), row
    assert all(row.inverse for row in edge_rows().values())
    assert all(re.fullmatch(r"[\d ]*", row.dash) for row in edge_rows().values())


def test_labels_tell_edge_kinds_apart() -> None:
    for a, b in combinations(edge_rows().values(), 2):
        assert a.label != b.label and a.inverse != b.inverse, (a.kind, b.kind)


def test_levels_are_told_apart() -> None:
    assert len({level.id for level in levels()}) == len({level.label for level in levels()})
    assert levels()[-1].id == "other"


def test_document_types_are_told_apart_and_longer_names_come_first() -> None:
    names = [row.name for row in document_types()]
    slugs = [row.slug for row in document_types()]
    assert len(set(names)) == len(names) and len(set(slugs)) == len(slugs)
    for index, name in enumerate(names):
        assert not any(later.startswith(f"{name} ") for later in names[index + 1 :]), name


def test_kinds_that_the_program_speaks_of_are_rows() -> None:
    assert {*TypeName} <= {row.name for row in document_types()}


def test_every_trait_is_of_some_kinds_and_every_issuer_is_known() -> None:
    assert all(types_with(trait) for trait in Trait)
    assert types_of("vn/qh") < types_with(Trait.LAW) and not types_of("vn/hcm/ubnd")
    alone = {row.issuer for row in document_types() if row.issuer}
    assert all(by_id(issuer) for issuer in alone)


def test_provinces_of_today_are_34_and_those_before_lead_to_them() -> None:
    today = {row.slug for row in provinces().values() if row.valid_to is None}
    assert len(today) == 34
    for row in provinces().values():
        assert row.slug == "hcm" or row.slug == slug(row.name), row.slug
        assert (row.successor is None) == (row.valid_to is None), row.slug
        assert row.successor is None or row.successor in today, row.slug


def test_every_message_has_both_languages_and_the_same_facts() -> None:
    for key, message in messages().items():
        assert set(message) == {"vi", "en"}, key
        assert message["vi"] and message["en"], key
        only_english = _facts(message["en"]) - _facts(message["vi"])
        assert _facts(message["vi"]) <= _facts(message["en"]), key
        assert only_english <= {"reason"}, key  # a library's own words, which are English


def _facts(sentence: str) -> set[str]:
    """The ``{names}`` a sentence has filled in; ``x_en`` is the English of ``x``."""
    return {name.removesuffix("_en") for _, name, _, _ in Formatter().parse(sentence) if name}
