"""Files that hold other files: packages (.zip), messages (.eml) and what Outlook packs into one
attachment (winmail.dat), also inside one another.

``entries`` lists what is inside, ``taken`` takes one out; a trail leads through the containers.
Hidden files and what only describes ("__MACOSX") are left alone, as in folders.
"""

import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath
from typing import NamedTuple, TypeAlias
from zipfile import ZipInfo

from graph.errors import BadInputError
from loaders.bounds import Bounds
from loaders.readers import tnef
from loaders.readers.entry_names import free, is_hidden, readable
from loaders.readers.mail import parts_of
from loaders.readers.package import MEGABYTE, open_package

#: names on the way in, from the outermost container
Trail: TypeAlias = tuple[str, ...]
#: a file inside, and why it cannot be reached
Entry: TypeAlias = tuple[Trail, BadInputError | None]
#: what an office document holds that was given the name of a package, and what it should be called
_DOCUMENTS = {
    "word/document.xml": ".docx",
    "xl/workbook.xml": ".xlsx",
    "ppt/presentation.xml": ".pptx",
}


class _Held(NamedTuple):
    """What a container holds: its files by name, each taken when asked for, and their bytes."""

    files: dict[str, Callable[[], bytes]]
    size: int


@dataclass(slots=True)
class _Allowance:
    """What may still be unpacked of one outermost container, with all that lies deeper."""

    left: int  # bytes
    members: int

    def spend(self, held: _Held, name: str, bounds: Bounds) -> None:
        """Count what one more container holds; raises BadInputError when it is too much."""
        self.left -= held.size
        self.members -= len(held.files)
        if self.left < 0:
            limit = bounds.unpacked_mb
            raise BadInputError("read.unpacked", file=name, limit=limit, setting="unpacked_mb")
        if self.members < 0:
            raise BadInputError("read.members", file=name, limit=bounds.members)


def is_container(name: str) -> bool:
    """Whether a file of this name holds other files (tệp chứa tệp)."""
    return PurePosixPath(name).suffix.lower() in (".zip", ".eml", ".dat")


def entries(data: bytes, name: str, bounds: Bounds) -> list[Entry]:
    """Every file inside (các tệp bên trong). Raises BadInputError when it cannot be opened."""
    allowance = _Allowance(bounds.unpacked_mb * MEGABYTE, bounds.members)
    found = list(_entries(data, name, bounds, 1, allowance))
    if not found:
        raise BadInputError("read.holds_nothing", file=name)
    return found


def taken(data: bytes, name: str, trail: Trail, bounds: Bounds) -> bytes:
    """The bytes of the file at the end of a trail (lấy tệp ra)."""
    for step in trail:
        data = _inside(data, name, bounds).files[step]()
        name = step
    return data


def _entries(
    data: bytes, name: str, bounds: Bounds, depth: int, allowance: _Allowance
) -> Iterator[Entry]:
    if depth > bounds.nesting:
        raise BadInputError("read.nesting", file=name, limit=bounds.nesting)
    held = _inside(data, name, bounds)
    allowance.spend(held, name, bounds)
    for step, content in held.files.items():
        if not is_container(step):
            yield (step,), None
            continue
        try:
            inner = PurePosixPath(step).name
            found = list(_entries(content(), inner, bounds, depth + 1, allowance))
        except BadInputError as error:  # the files beside it go on
            yield (step,), error
            continue
        yield from (((step, *trail), error) for trail, error in found)


def _inside(data: bytes, name: str, bounds: Bounds) -> _Held:
    """What a container holds."""
    kind = PurePosixPath(name).suffix.lower()
    if kind == ".zip":
        return _members(data, name, bounds)
    found = parts_of(data, name) if kind == ".eml" else _attached(data, name)
    if len(found) > bounds.members:
        raise BadInputError("read.members", file=name, limit=bounds.members)
    files: dict[str, Callable[[], bytes]] = {}
    files |= {leaf: partial(bytes, content) for leaf, content in found.items()}
    return _Held(files, sum(map(len, found.values())))


def _members(data: bytes, name: str, bounds: Bounds) -> _Held:
    """The files of a package; a document that a browser gave the name of one holds itself."""
    package = open_package(data, name, bounds)
    known = set(package.names())
    for part, suffix in _DOCUMENTS.items():
        if part in known:
            own = str(PurePosixPath(name).with_suffix(suffix))
            return _Held({own: partial(bytes, data)}, len(data))
    found: dict[str, Callable[[], bytes]] = {}
    infos = package.archive.infolist()
    for info in infos:
        leaf = readable(info)
        if not info.is_dir() and not is_hidden(leaf):
            take = partial(_refuse_link, leaf) if _is_link(info) else partial(package.member, info)
            found[free(leaf, found)] = take
    return _Held(dict(sorted(found.items())), sum(info.file_size for info in infos))


def _is_link(info: ZipInfo) -> bool:
    """Whether a member only names another file: its mode, as Unix keeps it, says so."""
    return stat.S_ISLNK(info.external_attr >> 16)


def _refuse_link(leaf: str) -> bytes:
    raise BadInputError("read.link", file=leaf)


def _attached(data: bytes, name: str) -> dict[str, bytes]:
    """The files that Outlook packed into one."""
    if not data.startswith(tnef.SIGN):
        return {}
    found: dict[str, bytes] = {}
    try:
        for number, (title, content) in enumerate(tnef.attached(data), 1):
            leaf = PurePosixPath(title.replace("\\", "/")).name or f"{number}.txt"
            found[free(leaf, found)] = content
    except ValueError as error:
        raise BadInputError("read.message", file=name) from error
    return found
