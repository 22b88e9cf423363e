"""Every failure a user can meet, as one tree.

CancuError
├── UsageError       the request itself is wrong (a flag, a parameter, a setting)
├── BadInputError    a file cannot be read or understood
├── NotFoundError    an id, a page, a document that is not there
├── ConflictError    the request contradicts what the store holds
└── StoreError       the store cannot be opened, read or written

Each carries a key of the message catalogue (``graph/vocabulary/messages/``) and the facts that
fill it in: what, where, what to do. Nothing here knows about HTTP or exit codes.
"""

from collections.abc import Callable

from graph.catalogue import render


class CancuError(Exception):
    """A failure with a sentence for the user in Vietnamese and English (lỗi có câu giải thích)."""

    def __init__(self, key: str, **facts: object) -> None:
        self.key = key
        self.facts = facts
        super().__init__(render(key, "vi", **facts))

    def text(self, lang: str = "vi") -> str:
        """The sentence in ``vi`` or ``en``."""
        return render(self.key, lang, **self.facts)

    def __reduce__(self) -> tuple[Callable[..., "CancuError"], tuple[object, ...]]:
        # a process that reads files hands its failures back by pickle
        return (_restore, (type(self), self.key, self.facts))


class UsageError(CancuError):
    """The request is wrong: a flag, a parameter or a setting (dùng sai)."""


class BadInputError(CancuError):
    """A file cannot be read or understood (tệp không đọc được)."""


class NotFoundError(CancuError):
    """What was asked for is not there (không tìm thấy)."""


class ConflictError(CancuError):
    """The request contradicts what the store holds (mâu thuẫn với dữ liệu đã có)."""


class StoreError(CancuError):
    """The store cannot be opened, read or written (lỗi kho dữ liệu)."""


def _restore(kind: type[CancuError], key: str, facts: dict[str, object]) -> CancuError:
    return kind(key, **facts)
