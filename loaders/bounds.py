"""``Bounds``: how much of a file a reader takes before it stops with a sentence (giới hạn đọc)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bounds:
    """The most that reading one file may take; the defaults are safe on a small machine."""

    file_mb: int = 200  # bytes of the file itself
    unpacked_mb: int = 400  # bytes of everything in a package, unpacked
    part_mb: int = 60  # bytes of one XML part of a package
    members: int = 5000  # files in a package
    nesting: int = 4  # packages, messages and tables inside one another
    pages: int = 2000
    pixels_million: int = 80  # dots of one picture
    page_seconds: int = 60  # recognising the characters of one scanned page
    office_seconds: int = 120  # LibreOffice on one .doc, .xls, .rtf or .odt
    file_seconds: int = 600  # reading one file, all in all
    memory_mb: int = 3000  # of a process that reads files
