"""Files that hold other files: packages (.zip) and messages (.eml), also inside one another.

``entries`` lists what is inside, ``taken`` takes one out; a trail leads through the containers.
Hidden files and what only describes ("__MACOSX") are left alone, as in folders.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from functools import partial
from html import escape
from pathlib import PurePosixPath
from typing import TypeAlias

from graph.errors import BadInputError
from loaders.bounds import Bounds
from loaders.readers.package import MEGABYTE, open_package

#: names on the way in, from the outermost container
Trail: TypeAlias = tuple[str, ...]
#: a file inside, and why it cannot be reached
Entry: TypeAlias = tuple[Trail, BadInputError | None]
#: bit of a zip entry: its name is UTF-8
_UTF8 = 0x800


@dataclass(slots=True)
class _Allowance:
    """What may still be unpacked of one outermost container."""

    left: int

    def spend(self, data: bytes, name: str, bounds: Bounds) -> None:
        """Count bytes; raises BadInputError when they are too many."""
        self.left -= len(data)
        if self.left < 0:
            limit = bounds.unpacked_mb
            raise BadInputError("read.unpacked", file=name, limit=limit, setting="unpacked_mb")


def is_container(name: str) -> bool:
    """Whether a file of this name holds other files (tệp chứa tệp)."""
    return PurePosixPath(name).suffix.lower() in (".zip", ".eml")


def entries(data: bytes, name: str, bounds: Bounds) -> list[Entry]:
    """Every file inside (các tệp bên trong). Raises BadInputError when it cannot be opened."""
    found = list(_entries(data, name, bounds, 1, _Allowance(bounds.unpacked_mb * MEGABYTE)))
    if not found:
        raise BadInputError("read.holds_nothing", file=name)
    return found


def taken(data: bytes, name: str, trail: Trail, bounds: Bounds) -> bytes:
    """The bytes of the file at the end of a trail (lấy tệp ra)."""
    for step in trail:
        data = _inside(data, name, bounds)[step]()
        name = step
    return data


def _entries(
    data: bytes, name: str, bounds: Bounds, depth: int, allowance: _Allowance
) -> Iterator[Entry]:
    if depth > bounds.nesting:
        raise BadInputError("read.nesting", file=name, limit=bounds.nesting)
    for step, content in _inside(data, name, bounds).items():
        if not is_container(step):
            yield (step,), None
            continue
        try:
            inner = content()
            allowance.spend(inner, name, bounds)
            found = list(_entries(inner, PurePosixPath(step).name, bounds, depth + 1, allowance))
        except BadInputError as error:  # the files beside it go on
            yield (step,), error
            continue
        yield from (((step, *trail), error) for trail, error in found)


def _inside(data: bytes, name: str, bounds: Bounds) -> dict[str, Callable[[], bytes]]:
    """What a container holds by name, each to be taken when it is asked for."""
    if PurePosixPath(name).suffix.lower() == ".eml":
        return _parts(data, name, bounds)
    package = open_package(data, name, bounds)
    found: dict[str, Callable[[], bytes]] = {}
    for info in package.archive.infolist():
        readable = _readable(info.filename, info.flag_bits)
        if not info.is_dir() and not _is_hidden(readable):
            found[readable] = partial(package.member, info.filename)
    return dict(sorted(found.items()))


def _readable(name: str, flags: int) -> str:
    """The name of an entry; many programs write UTF-8 without saying so."""
    if flags & _UTF8:
        return name
    try:
        return name.encode("cp437").decode("utf-8")
    except UnicodeError:
        return name


def _is_hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(name).parts)


def _parts(data: bytes, name: str, bounds: Bounds) -> dict[str, Callable[[], bytes]]:
    """The words of a message and what is attached to it (thư và tệp đính kèm)."""
    try:
        message = message_from_bytes(data, policy=policy.default)
        found = dict(_words(message, PurePosixPath(name).stem))
        for number, part in enumerate(message.iter_attachments(), 1):
            leaf = PurePosixPath((part.get_filename() or "").replace("\\", "/")).name
            kind = ".eml" if part.get_content_type() == "message/rfc822" else ".txt"
            leaf = leaf or f"{number}{kind}"
            found[f"{number}-{leaf}" if leaf in found else leaf] = _bytes(part)
    except (LookupError, ValueError, AttributeError, TypeError, RecursionError) as error:
        raise BadInputError("read.message", file=name) from error
    if len(found) > bounds.members:
        raise BadInputError("read.members", file=name, limit=bounds.members)
    return {leaf: partial(bytes, content) for leaf, content in found.items()}


def _words(message: EmailMessage, stem: str) -> Iterator[tuple[str, bytes]]:
    body = message.get_body(preferencelist=("plain", "html"))
    subject = " ".join(str(message.get("subject", "")).split())
    if body is None:
        return
    words = body.get_content()
    if body.get_content_type() == "text/html":
        yield f"{stem}.html", f"<h1>{escape(subject)}</h1>\n{words}".encode()
    elif words.strip():
        yield f"{stem}.txt", f"{subject}\n\n{words}".encode()


def _bytes(part: EmailMessage) -> bytes:
    content = part.get_content()
    if isinstance(content, EmailMessage):
        return content.as_bytes()
    return content.encode() if isinstance(content, str) else bytes(content)
