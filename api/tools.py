"""What an assistant can ask: every method is one question, told as ``--json`` tells it (công cụ).

A tool takes what a person would write, an id, a number or a name, and says what it took it for
(``taken``). Every list is bounded and goes on by cursor.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Annotated, TypedDict

from pydantic import Field

from api import answers
from api.answers.answer import Answer
from api.lookup import look_up
from api.roles import Role
from graph.model import NodeKind
from graph.questions import Asked
from graph.store import GraphReader
from graph.times.periods import By

Name = Annotated[str, Field(min_length=1, max_length=400)]
Limit = Annotated[int, Field(ge=1, le=500)]
Depth = Annotated[int, Field(ge=1, le=20)]


class Page(TypedDict):
    """How much at a time, and behind what."""

    limit: int
    cursor: str


class Window(Page):
    """Of which days, a page at a time."""

    since: str | None
    until: str | None


class Tools:
    """What an assistant can ask; every method is one tool of its name."""

    def __init__(self, store: GraphReader) -> None:
        self._store = store

    def ask(self, question: Name) -> Answer:
        """A question in Vietnamese (hỏi)."""
        return answers.ask(self._store, question)

    def search(
        self,
        query: Name,
        kinds: Sequence[NodeKind] = (),
        limit: Limit = 20,
        cursor: str = "",
    ) -> Answer:
        """Nodes by number, name or words (tìm kiếm)."""
        return answers.search(self._store, query, kinds, limit, cursor)

    def document(self, document: Name, limit: Limit = 200, cursor: str = "") -> Answer:
        """One node with its relations, their words and its doubts, a page at a time; ``counts``
        tell all there is (xem văn bản)."""
        return self._about(
            document, lambda id: answers.show(self._store, id, limit=limit, cursor=cursor)
        )

    def chain(
        self,
        document: Name,
        down: bool = False,
        depth: Depth = 6,
        limit: Limit = 100,
        cursor: str = "",
    ) -> Answer:
        """What it rests on, or what rests on it, the nearest first (chuỗi căn cứ)."""
        page: Page = {"limit": limit, "cursor": cursor}
        return self._about(
            document, lambda id: answers.chain(self._store, id, down=down, depth=depth, **page)
        )

    def path(self, start: Name, end: Name) -> Answer:
        """How two nodes hang together (đường nối)."""
        last, taken = look_up(self._store, end)
        answer = self._about(start, lambda id: answers.path(self._store, id, last))
        return answer | {"taken_end": taken.sentence("vi")} if taken else answer

    def tasks(
        self,
        unit: Name,
        roles: Sequence[Role] = (),
        since: str | None = None,
        until: str | None = None,
        sub_units: bool = False,
        limit: Limit = 200,
        cursor: str = "",
    ) -> Answer:
        """What a unit does, a page at a time (nhiệm vụ của đơn vị)."""
        page: Page = {"limit": limit, "cursor": cursor}
        return self._about(
            unit,
            lambda id: answers.tasks(
                self._store, id, roles, since, until, sub_units=sub_units, **page
            ),
            NodeKind.UNIT,
        )

    def workload(
        self,
        year: int | None = None,
        unit: str | None = None,
        by: By = By.QUARTER,
        threshold: Annotated[int, Field(ge=0)] | None = None,
        limit: Limit = 200,
        cursor: str = "",
    ) -> Answer:
        """Units by periods, their tasks a page at a time (khối lượng việc)."""
        ask = partial(
            answers.workload, self._store, year=year, by=by, threshold=threshold, limit=limit,
            cursor=cursor,
        )  # fmt: skip
        return self._about(unit, ask, NodeKind.UNIT) if unit else ask(None)

    def compare(self, first: Name, second: Name) -> Answer:
        """How the second document differs from the first (so sánh)."""
        last, taken = look_up(self._store, second, [NodeKind.DOCUMENT])
        answer = self._about(
            first, lambda id: answers.compare(self._store, id, last), NodeKind.DOCUMENT
        )
        return answer | {"taken_second": taken.sentence("vi")} if taken else answer

    def findings(
        self,
        rules: Sequence[str] = (),
        document: Name | None = None,
        at: str | None = None,
        limit: Limit = 50,
        cursor: str = "",
    ) -> Answer:
        """What a person should look at (điều cần rà soát)."""
        if document is None:
            asked = Asked(frozenset(rules), at=at)
            return answers.audit(self._store, asked, limit, cursor)
        return self._about(
            document,
            lambda id: answers.audit(
                self._store, Asked(frozenset(rules), document=id, at=at), limit, cursor
            ),
            NodeKind.DOCUMENT,
        )

    def state(self, document: Name, at: str | None = None) -> Answer:
        """Whether a document is in force on a day (hiệu lực)."""
        return self._about(
            document, lambda id: answers.state(self._store, id, at), NodeKind.DOCUMENT
        )

    def impact(
        self, document: Name, on: str | None = None, limit: Limit = 50, cursor: str = ""
    ) -> Answer:
        """What hangs on a document, should it end (ảnh hưởng khi hết hiệu lực)."""
        return self._about(
            document,
            lambda id: answers.impact(
                self._store, id, on, None, direct=None, limit=limit, cursor=cursor
            ),
            NodeKind.DOCUMENT,
        )

    def relations(
        self, document: Name, category: str | None = None, limit: Limit = 20, cursor: str = ""
    ) -> Answer:
        """The diagram of a document; one category goes on by its own cursor (lược đồ)."""
        page: Page = {"limit": limit, "cursor": cursor}
        return self._about(
            document,
            lambda id: answers.relations(self._store, id, category, **page),
            NodeKind.DOCUMENT,
        )

    def calendar(
        self,
        unit: Name | None = None,
        since: str | None = None,
        until: str | None = None,
        limit: Limit = 50,
        cursor: str = "",
    ) -> Answer:
        """What is due by when (lịch thời hạn và báo cáo)."""
        window: Window = {"since": since, "until": until, "limit": limit, "cursor": cursor}
        if unit is None:
            return answers.calendar(self._store, None, **window)
        return self._about(
            unit, lambda id: answers.calendar(self._store, id, **window), NodeKind.UNIT
        )

    def missing(self, limit: Limit = 20, cursor: str = "") -> Answer:
        """Cited documents that are not loaded (văn bản còn thiếu)."""
        return answers.missing(self._store, limit, cursor)

    def _about(self, text: str, ask: Callable[[str], Answer], *kinds: NodeKind) -> Answer:
        id, taken = look_up(self._store, text, kinds)
        answer = ask(id)
        return answer | {"taken": taken.sentence("vi")} if taken else answer
