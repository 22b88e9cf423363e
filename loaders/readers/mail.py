"""Messages (.eml): their words and what is attached to them (thư và tệp đính kèm)."""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from html import escape
from pathlib import PurePosixPath

from graph.errors import BadInputError
from loaders.readers.decode import decode
from loaders.readers.entry_names import free

#: words for those without HTML say less than this part of the page beside them where they only
#: point to it
_SCANT = 0.2
_TAG = re.compile("<[^<>]*>")
#: what says how a part is read; longer ones take the library minutes, and nobody writes them
_HEADS = re.compile(rb"^content-(?:type|disposition):[^\n]*+(?:\n[ \t][^\n]*+)*+", re.I | re.M)
_LONGEST = 20_000
#: a whole message that is encrypted, or signed so that its words lie inside the signature
_WRAPPED = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})


def parts_of(data: bytes, name: str) -> dict[str, bytes]:
    """The words of a message and its attachments by name. Raises BadInputError: damaged."""
    if any(len(head[0]) > _LONGEST for head in _HEADS.finditer(data)):
        raise BadInputError("read.message", file=name)
    try:
        message = message_from_bytes(data, policy=policy.default)
        if message.get_content_type() in _WRAPPED:
            raise BadInputError("read.wrapped", file=name, suffix="S/MIME")
        found = dict(_words(message, PurePosixPath(name).stem))
        for number, part in enumerate(message.iter_attachments(), 1):
            leaf = PurePosixPath((part.get_filename() or "").replace("\\", "/")).name
            kind = ".eml" if part.get_content_type() == "message/rfc822" else ".txt"
            leaf = leaf or f"{number}{kind}"
            found[free(f"{number}-{leaf}" if leaf in found else leaf, found)] = _bytes(part)
    except (LookupError, ValueError, AttributeError, TypeError, RecursionError) as error:
        raise BadInputError("read.message", file=name) from error
    return found


def _words(message: EmailMessage, stem: str) -> Iterator[tuple[str, bytes]]:
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        return
    page = message.get_body(preferencelist=("html",))
    if page and page is not body and _says_more(page, body):
        body = page
    words = _body(body)
    subject = " ".join(str(message.get("subject", "")).split())
    if body.get_content_type() == "text/html":
        yield f"{stem}.html", f"<h1>{escape(subject)}</h1>\n{words}".encode()
    elif words.strip():
        yield f"{stem}.txt", f"{subject}\n\n{words}".encode()


def _says_more(page: MIMEPart, plain: MIMEPart) -> bool:
    """Whether the page of a message holds what its plain words do not: tables, or most of it."""
    words = _body(page)
    small = words.lower()
    if small.count("<td") > small.count("<tr"):
        return True
    said = _TAG.sub(" ", words[max(small.find("<body"), 0) :])
    return len(_body(plain).split()) < _SCANT * len(said.split())


def _body(part: MIMEPart) -> str:
    try:
        return decode(said_in(part), "")
    except BadInputError:  # its subject and what is attached are read all the same
        return said_in(part).decode(errors="replace")


def _bytes(part: EmailMessage) -> bytes:
    if part.get_content_maintype() == "text":
        return said_in(part)
    content = part.get_content()
    return content.as_bytes() if isinstance(content, EmailMessage) else bytes(content)


def said_in(part: MIMEPart) -> bytes:
    """The words of a part as UTF-8; where they are not in the encoding that it names, or nobody
    knows that, as they are: who reads them finds out. What is UTF-8 is nothing else."""
    raw = part.get_payload(decode=True)
    words = raw if isinstance(raw, bytes) else b""
    charset = part.get_content_charset() or "utf-8"
    try:
        known = words.decode(charset)
        return words if _is_utf8(words) and not charset.startswith("utf-") else known.encode()
    except (LookupError, UnicodeError):
        return words


def _is_utf8(words: bytes) -> bool:
    """Whether signs beyond ASCII stand in UTF-8."""
    if words.isascii():
        return False
    try:
        words.decode()
    except UnicodeError:
        return False
    return True
