"""The colours of the picture, light and dark: from the vocabulary, and the few that are ours."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from graph.model import EdgeKind
from graph.vocabulary import edge_rows, levels


class Theme(StrEnum):
    """Light or dark (sáng, tối)."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme (bảng màu); text on its ground is at least 4.5:1."""

    background: str
    panel: str
    line: str
    ink: str
    ink_soft: str
    ink_faint: str
    accent: str
    mark: str
    warn: str
    band: tuple[str, str]
    task: str
    task_tint: str
    unit: str
    unit_tint: str


PALETTES = {
    Theme.LIGHT: Palette(
        background="#f5f6f8",
        panel="#ffffff",
        line="#e3e6eb",
        ink="#14181f",
        ink_soft="#475061",
        ink_faint="#5e6878",
        accent="#1f5eff",
        mark="#ffe58a",
        warn="#b54708",
        band=("#fafbfc", "#f0f2f5"),
        task="#a15c07",
        task_tint="#fffaf0",
        unit="#157347",
        unit_tint="#f0faf4",
    ),
    Theme.DARK: Palette(
        background="#0f1318",
        panel="#161b22",
        line="#2a323d",
        ink="#e9edf3",
        ink_soft="#b3bcc9",
        ink_faint="#8f99a8",
        accent="#7aa2ff",
        mark="#6b5710",
        warn="#f5a35c",
        band=("#12171d", "#0f1318"),
        task="#e0a84f",
        task_tint="#241d10",
        unit="#4cc38a",
        unit_tint="#10211a",
    ),
}


def level_colour(level: str, theme: Theme = Theme.LIGHT) -> str:
    """The colour of an authority level, of ``tasks`` or of ``units`` (màu của cấp ban hành)."""
    own = {"tasks": PALETTES[theme].task, "units": PALETTES[theme].unit}
    if level in own:
        return own[level]
    row = next((row for row in levels() if row.id == level), levels()[-1])
    return row.colour if theme is Theme.LIGHT else row.colour_dark


def edge_colour(kind: EdgeKind, theme: Theme = Theme.LIGHT) -> str:
    """The colour of a relation (màu của quan hệ)."""
    row = edge_rows()[kind]
    return row.colour if theme is Theme.LIGHT else row.colour_dark


def edge_dashes(kind: EdgeKind) -> list[int] | Literal[False]:
    """The dashes of a relation's line, False for a solid one (nét đứt)."""
    dash = edge_rows()[kind].dash
    return [int(part) for part in dash.split()] if dash else False
