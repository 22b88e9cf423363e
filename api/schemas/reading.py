"""What was read of files."""

from typing import Any

from api.schemas.facts import Shape


class PreviewAnswer(Shape):
    """What would be understood of an upload; nothing is kept."""

    source: str
    document: dict[str, Any]
    citations: list[dict[str, Any]]
    tasks: list[dict[str, Any]]
    issues: list[dict[str, Any]]
    files: list[dict[str, Any]]  # of a package: each file in it, read or not


class ReadShape(Shape):
    """How much of a file was read, and what was not."""

    media: str
    characters: int
    tables: int
    footnotes: int
    pages: int
    unread: list[dict[str, Any]]


class KeptAnswer(Shape):
    """What became of an upload."""

    document: str | None
    state: str
    issues: int
    read: ReadShape | None
    files: list[dict[str, Any]]  # of a package: each file in it, kept or not
