"""The words the program knows, as data: one TOML file a table, checked when it is read.

``rows("units", UnitRow)`` gives the rows of ``units.toml``; unknown keys are refused. What only a
person or a pattern mentions is a row here; what an ``if`` mentions is an enum member in ``model``.
"""

import tomllib
from datetime import date
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Literal, TypeVar

from pydantic import BaseModel, ConfigDict


class Row(BaseModel):
    """A row of a vocabulary file; unknown keys are an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


R = TypeVar("R", bound=Row)


class EdgeRow(Row):
    """How an edge kind reads, joins and looks (``kinds.toml``)."""

    kind: str
    label: str
    label_en: str
    inverse: str
    ends: tuple[str, str]
    colour: str
    colour_dark: str
    dash: str


class LevelRow(Row):
    """An authority level, a band of the picture (cấp ban hành, ``kinds.toml``)."""

    id: str
    label: str
    label_en: str
    colour: str
    colour_dark: str


@cache
def table(file: str, key: str) -> tuple[dict[str, object], ...]:
    """The raw rows ``[[key]]`` of ``<file>.toml``, in file order."""
    raw = resources.files(__name__).joinpath(f"{file}.toml").read_text("utf-8")
    return tuple(tomllib.loads(raw).get(key, ()))


@cache
def rows(file: str, key: str, shape: type[R]) -> tuple[R, ...]:
    """The rows ``[[key]]`` of ``<file>.toml`` in the shape of ``shape``."""
    return tuple(shape.model_validate(row) for row in table(file, key))


@cache
def edge_rows() -> dict[str, EdgeRow]:
    """Edge kind → its row."""
    return {row.kind: row for row in rows("kinds", "edge", EdgeRow)}


@cache
def levels() -> tuple[LevelRow, ...]:
    """Authority levels, highest first."""
    return rows("kinds", "level", LevelRow)


class Trait(StrEnum):
    """What a reader of documents must know of a kind; ``document_types.toml`` says it of which."""

    ACTS = "acts"  # changes other documents by its articles
    LAW = "law"  # made by an assembly and called by its title (luật)
    CHANGES_LAWS = "changes_laws"  # no law, yet may change one
    GUIDED = "guided"  # what a circular guides
    JOINT = "joint"  # several organs issue it together (liên tịch)
    NUMBERED_BY_YEAR = "numbered_by_year"  # named by number and year alone
    NUMBERED_BY_SYMBOL = "numbered_by_symbol"  # never named without its symbol
    COMMANDS = "commands"  # tells others what to do (chỉ thị, công điện)
    TELLS = "tells"  # tells or asks upwards (báo cáo, tờ trình)
    CONCLUDES = "concludes"  # tells what a meeting decided (kết luận, biên bản)
    GENERAL = "general"  # holds in every province where an organ of the country issues it
    LETTER = "letter"  # has somebody it is addressed to (kính gửi)
    APPROVED = "approved"  # without a number of its own where a decision approves it
    PUBLISHED = "published"  # about documents, none itself (tin bài)


class TypeName(StrEnum):
    """The kinds of documents that the program itself speaks of, by the names of their rows."""

    LAW = "Luật"
    DECISION = "Quyết định"
    LETTER = "Công văn"
    CONSOLIDATED = "Văn bản hợp nhất"
    ANNEX = "Phụ lục"
    ARTICLE = "Bài báo"
    NEWS = "Tin bài"
    NOTES = "Danh mục chú thích"


class DocumentTypeRow(Row):
    """A kind of document (loại văn bản, ``document_types.toml``)."""

    name: str
    slug: str
    abbreviations: tuple[str, ...]
    label: str
    rank: Literal["law", "admin", "party", "court", "named", "other"]
    party_abbreviations: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    issuer: str | None = None
    issuer_by_year: str | None = None
    traits: tuple[Trait, ...] = ()


class ProvinceRow(Row):
    """A province or city under central authority (``provinces.toml``)."""

    slug: str
    name: str
    city: bool
    aliases: tuple[str, ...] = ()
    valid_to: date | None = None
    successor: str | None = None


@cache
def document_types() -> tuple[DocumentTypeRow, ...]:
    """Kinds of documents; longer names stand before the names they begin with."""
    return rows("document_types", "document_type", DocumentTypeRow)


@cache
def types_with(trait: Trait) -> frozenset[str]:
    """The names of the kinds of documents that have a trait."""
    return frozenset(row.name for row in document_types() if trait in row.traits)


@cache
def types_of(issuer: str) -> frozenset[str]:
    """The names of the kinds of documents that one organ alone issues, by its unit's id."""
    return frozenset(row.name for row in document_types() if row.issuer == issuer)


@cache
def provinces() -> dict[str, ProvinceRow]:
    """Slug → province, those of before 01/7/2025 included."""
    return {row.slug: row for row in rows("provinces", "province", ProvinceRow)}


@cache
def every_province() -> dict[str, ProvinceRow]:
    """Slug → province, those that had ended long before too (Hà Tây, Sông Bé)."""
    former = {row.slug: row for row in rows("provinces", "former_province", ProvinceRow)}
    return former | provinces()
