"""Texts made of paragraphs, for tests that need no file."""

from collections.abc import Sequence

from loaders.text import Block, BlockKind, Segment, Text


def plain_text(
    paragraphs: Sequence[str], source: str = "text.txt", kinds: Sequence[BlockKind] = ()
) -> Text:
    """A Text of ready-made paragraphs whose original is its content."""
    content = "\n".join(paragraphs)
    blocks, at = [], 0
    for index, paragraph in enumerate(paragraphs):
        kind = kinds[index] if kinds else BlockKind.PARAGRAPH
        blocks.append(Block(kind, at, at + len(paragraph)))
        at += len(paragraph) + 1
    return Text(source, content, content, (Segment(0, 0, len(content)),), tuple(blocks))
