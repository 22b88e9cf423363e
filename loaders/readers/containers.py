"""Files that hold other files: packages (.zip) and messages (.eml), also inside one another.

``entries`` lists what is inside, ``taken`` takes one out; a trail leads through the containers.
Hidden files and what only describes ("__MACOSX") are left alone, as in folders.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from functools import partial
from html import escape
from pathlib import PurePosixPath
from typing import NamedTuple, TypeAlias
from unicodedata import normalize

from graph.errors import BadInputError
from graph.words.syllables import broken_share
from loaders.bounds import Bounds
from loaders.readers.decode import decode
from loaders.readers.package import MEGABYTE, open_package

#: names on the way in, from the outermost container
Trail: TypeAlias = tuple[str, ...]
#: a file inside, and why it cannot be reached
Entry: TypeAlias = tuple[Trail, BadInputError | None]
#: bit of a zip entry: its name is UTF-8
_UTF8 = 0x800


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
    return PurePosixPath(name).suffix.lower() in (".zip", ".eml")


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
    if PurePosixPath(name).suffix.lower() == ".eml":
        return _parts(data, name, bounds)
    package = open_package(data, name, bounds)
    found: dict[str, Callable[[], bytes]] = {}
    for info in package.archive.infolist():
        readable = _readable(info.filename, info.flag_bits)
        if not info.is_dir() and not _is_hidden(readable):
            found[readable] = partial(package.member, info.filename)
    return _Held(dict(sorted(found.items())), sum(i.file_size for i in package.archive.infolist()))


def _readable(name: str, flags: int) -> str:
    """The name of an entry; many programs write UTF-8 without saying so, an old Windows of Viet Nam
    windows-1258, which is believed where only that gives Vietnamese words."""
    if flags & _UTF8 or name.isascii():
        return name
    raw = name.encode("cp437", "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeError:
        old = normalize("NFC", raw.decode("cp1258", "replace"))
    return old if _is_broken(name) and not _is_broken(old) else name


def _is_broken(name: str) -> bool:
    return broken_share(name.replace("_", " ")) > 0


def _is_hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(name).parts)


def _parts(data: bytes, name: str, bounds: Bounds) -> _Held:
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
    files: dict[str, Callable[[], bytes]] = {}
    files |= {leaf: partial(bytes, content) for leaf, content in found.items()}
    return _Held(files, sum(map(len, found.values())))


def _words(message: EmailMessage, stem: str) -> Iterator[tuple[str, bytes]]:
    body = message.get_body(preferencelist=("plain", "html"))
    subject = " ".join(str(message.get("subject", "")).split())
    if body is None:
        return
    words = _body(body)
    if body.get_content_type() == "text/html":
        yield f"{stem}.html", f"<h1>{escape(subject)}</h1>\n{words}".encode()
    elif words.strip():
        yield f"{stem}.txt", f"{subject}\n\n{words}".encode()


def _body(part: MIMEPart) -> str:
    try:
        return decode(_text(part), "")
    except BadInputError:  # its subject and what is attached are read all the same
        return _text(part).decode(errors="replace")


def _bytes(part: EmailMessage) -> bytes:
    if part.get_content_maintype() == "text":
        return _text(part)
    content = part.get_content()
    return content.as_bytes() if isinstance(content, EmailMessage) else bytes(content)


def _text(part: MIMEPart) -> bytes:
    """The words of a part as UTF-8; where they are not in the encoding that it names, or nobody
    knows that, as they are: who reads them finds out."""
    raw = part.get_payload(decode=True)
    words = raw if isinstance(raw, bytes) else b""
    try:
        return words.decode(part.get_content_charset() or "utf-8").encode()
    except (LookupError, UnicodeError):
        return words
