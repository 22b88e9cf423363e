"""Packages (zip) opened with care: bounds first, then their members and XML parts.

What a package says of itself is looked at before anything is unpacked, so a small file that unfolds
into a huge one, a member that names a place outside, or a damaged directory costs nothing.
"""

import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import Any, TypeAlias

from lxml import etree

from graph.errors import BadInputError
from loaders.bounds import Bounds
from loaders.readers.kinds import refuse_others

Element: TypeAlias = Any  # an lxml element; lxml brings no types

MEGABYTE = 1_000_000
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
#: ISO 29500 Strict names → the common ones
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
_DAMAGES = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)


@dataclass(frozen=True, slots=True)
class Package:
    """An open package (gói): members by name, parts by relation."""

    archive: zipfile.ZipFile
    name: str
    bounds: Bounds

    def names(self) -> list[str]:
        """The files in the package, in order."""
        return [info.filename for info in self.archive.infolist() if not info.is_dir()]

    def member(self, name: str | zipfile.ZipInfo) -> bytes:
        """The bytes of a member. Raises BadInputError when it is damaged."""
        try:
            info = name if isinstance(name, zipfile.ZipInfo) else self.archive.getinfo(name)
            with self.archive.open(info) as member:  # no more is unpacked than was told
                return member.read(info.file_size) + member.read(1)
        except RuntimeError as error:  # encrypted
            raise BadInputError("read.locked", file=self.name) from error
        except (*_DAMAGES, KeyError) as error:
            part = name if isinstance(name, str) else name.filename
            raise BadInputError("read.package", file=self.name, part=part) from error

    def xml(self, part: str) -> Element | None:
        """The root of an XML part; None when the package has no such part."""
        if part not in self.archive.NameToInfo:
            return None
        if self.archive.getinfo(part).file_size > self.bounds.part_mb * MEGABYTE:
            limit = self.bounds.part_mb
            raise BadInputError("read.unpacked", file=self.name, limit=limit, setting="part_mb")
        return parse(self.member(part), self.name, part)

    def related(self, part: str) -> dict[str, dict[str, str]]:
        """The parts related to ``part`` by kind ("styles", "footnotes") and relation id.

        Relations to the outside are left alone, and so are those that lead nowhere.
        """
        folder, file = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
        found: dict[str, dict[str, str]] = {}
        for relation in root.iter(_RELATION) if root is not None else ():
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
            known = target.lstrip("/") in self.archive.NameToInfo
            if known and relation.get("TargetMode") != "External":
                kind = relation.get("Type", "").rpartition("/")[2]
                found.setdefault(kind, {})[relation.get("Id", "")] = target.lstrip("/")
        return found


def open_package(data: bytes, name: str, bounds: Bounds) -> Package:
    """The package of these bytes (mở gói). Raises BadInputError when it is not safe to open."""
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except _DAMAGES as error:
        refuse_others(data, name)
        raise BadInputError("read.damaged", file=name) from error
    infos = archive.infolist()
    if len(infos) > bounds.members:
        raise BadInputError("read.members", file=name, limit=bounds.members)
    if sum(info.file_size for info in infos) > bounds.unpacked_mb * MEGABYTE:
        limit = bounds.unpacked_mb
        raise BadInputError("read.unpacked", file=name, limit=limit, setting="unpacked_mb")
    for info in infos:
        if _leads_outside(info.filename):
            raise BadInputError("read.outside", file=name, member=info.filename)
        if info.flag_bits & 1:
            raise BadInputError("read.locked", file=name)
    return Package(archive, name, bounds)


def parse(data: bytes, name: str, part: str) -> Element:
    """The root of an XML document; entities and DTDs, which no office writes, are refused."""
    if any(
        "<!DOCTYPE".encode(encoding) in data for encoding in ("ascii", "utf-16-le", "utf-16-be")
    ):
        raise BadInputError("read.entities", file=name, part=part)
    for strict, common in _STRICT:
        data = data.replace(strict, common)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if "Excessive depth" in str(error):
            raise BadInputError("read.too_nested", file=name, part=part) from error
        raise BadInputError("read.package", file=name, part=part) from error


def _leads_outside(member: str) -> bool:
    parts = member.replace("\\", "/").split("/")
    return member.startswith(("/", "\\")) or ".." in parts or parts[0].endswith(":")
