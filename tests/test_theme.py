"""Colours: text reads at 4.5:1 on its ground, lines show at 3:1, in both themes."""

import pytest

from graph.model import EdgeKind
from graph.vocabulary import levels
from viz.theme import PALETTES, Theme, edge_colour, edge_dashes, level_colour


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", Theme)
def test_text_reads_on_every_ground(theme: Theme) -> None:
    palette = PALETTES[theme]
    grounds = (palette.panel, palette.background, *palette.band, palette.task_tint)
    for ground in (*grounds, palette.unit_tint):
        for ink in (palette.ink, palette.ink_soft, palette.ink_faint):
            assert contrast(ink, ground) >= 4.5, (ink, ground)
    assert contrast(palette.ink, palette.mark) >= 4.5


@pytest.mark.parametrize("theme", Theme)
def test_lines_and_borders_show(theme: Theme) -> None:
    grounds = (PALETTES[theme].panel, *PALETTES[theme].band)
    colours = [edge_colour(kind, theme) for kind in EdgeKind]
    colours += [level_colour(row.id, theme) for row in levels()]
    colours += [level_colour(own, theme) for own in ("tasks", "units")]
    for colour in colours:
        for ground in grounds:
            assert contrast(colour, ground) >= 3, (colour, ground)


def test_an_unknown_level_looks_like_the_others() -> None:
    assert level_colour("nowhere") == level_colour("other")


def test_dashes_are_numbers_or_none_at_all() -> None:
    assert edge_dashes(EdgeKind.BASED_ON) is False
    assert edge_dashes(EdgeKind.CITES) == [5, 4]
