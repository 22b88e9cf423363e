"""The questions as one would write them by hand in SQL, on the file of a store (câu hỏi viết tay).

They are the yardstick: the same facts, nothing of ours between the rows and whoever asks.
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

from bench_answers import Answer, Cells, Lacking, cells, lacking

from graph.engine.snippet import snippet
from graph.model import BASIS_KINDS, ROLE_KINDS, EdgeKind, Node, NodeKind
from graph.questions.hanging import FALLS
from graph.words.folding import words

Rows: TypeAlias = list[tuple[Any, ...]]

BASIS = ", ".join(f"'{kind}'" for kind in BASIS_KINDS)
ROLES = ", ".join(f"'{kind}'" for kind in ROLE_KINDS)
FALLING = ", ".join(f"'{kind}'" for kind in FALLS)
NODE = "n.uid, n.kind, n.label, n.props"
EDGE = "s.uid, e.kind, t.uid, d.uid, e.evidence"
MENTIONED = "LEFT JOIN mention m ON m.node = n.id"
ENDS = "JOIN node s ON s.id = e.src JOIN node t ON t.id = e.dst JOIN node d ON d.id = e.doc"
#: edges inside a set: of documents and tasks all that leave, of units what is not done in tasks
INSIDE = f"""
SELECT {EDGE} FROM json_each(?1) f CROSS JOIN edge e ON e.src = f.value {ENDS}
WHERE s.kind <> 'unit' AND +e.dst IN (SELECT value FROM json_each(?1))
UNION ALL SELECT {EDGE} FROM json_each(?1) f CROSS JOIN edge e
ON e.src = f.value AND e.kind IN ('part_of', 'succeeds') {ENDS}
WHERE s.kind = 'unit' AND +e.dst IN (SELECT value FROM json_each(?1))
UNION ALL SELECT {EDGE} FROM json_each(?1) f CROSS JOIN edge e
ON e.dst = f.value AND e.kind IN ({ROLES}) {ENDS}
WHERE t.kind = 'task' AND +e.src IN (SELECT value FROM json_each(?1))
"""


class BySql:
    """The questions over a bare connection."""

    def __init__(self, path: str) -> None:
        self.db = sqlite3.connect(path, isolation_level=None)
        self.db.execute("PRAGMA cache_size = -65536")

    def close(self) -> None:
        self.db.close()

    def chain_up(self, id: str, limit: int = 400) -> Answer:
        return self._chain(id, "src", "dst", 6, limit)

    def chain_down(self, id: str, limit: int = 400) -> Answer:
        return self._chain(id, "dst", "src", 3, limit)

    def _chain(self, id: str, here: str, there: str, depth: int, limit: int) -> Answer:
        shown = self._ids([id])
        met, frontier = set(shown), list(shown)
        for _ in range(depth):
            ends = self._all(
                f"SELECT DISTINCT e.{there} FROM json_each(?) f CROSS JOIN edge e"
                f" ON e.{here} = f.value AND e.kind IN ({BASIS})",
                json.dumps(frontier),
            )
            frontier = list({end for (end,) in ends} - met)
            met.update(frontier)
            if len(shown) < limit:
                shown += [id for id, _ in sorted(self._named(frontier), key=lambda row: row[1])]
        wanted = json.dumps(shown[:limit])
        edges = self._all(
            f"SELECT {EDGE} FROM json_each(?1) f CROSS JOIN edge e ON e.src = f.value"
            f" AND e.kind IN ({BASIS}) {ENDS} WHERE +e.dst IN (SELECT value FROM json_each(?1))",
            wanted,
        )
        return self._answer(shown[:limit], edges, left_out=max(0, len(met) - limit))

    def show(self, id: str, limit: int = 1000) -> Answer:
        (own,) = self._ids([id])
        edges = []
        for here in ("src", "dst"):
            edges += self._all(
                f"SELECT {EDGE}, e.src, e.dst FROM edge e {ENDS} WHERE e.{here} = ?"
                f" ORDER BY s.uid, e.kind, t.uid, d.uid LIMIT {limit}",
                own,
            )
        if len(edges) >= limit:
            for here, there in (("src", "dst"), ("dst", "src")):
                self._all(
                    f"SELECT kind, count(*), sum(edges) FROM (SELECT kind, {there}, count(*)"
                    f" AS edges FROM edge WHERE {here} = ? GROUP BY kind, {there}) GROUP BY kind",
                    own,
                )
        edges = edges[:limit]
        ids = {end for row in edges for end in row[5:]}
        answer = self._answer(sorted(ids | {own}), [row[:5] for row in edges])
        self._annexes(answer)
        self._all("SELECT body FROM issue WHERE id IN"
                  " (SELECT issue FROM issue_node WHERE uid = ?)", id)  # fmt: skip
        return answer

    def path(self, ends: tuple[str, str]) -> Answer:
        """Whoever asks does not know which of the two rests on the other, if not each on both."""
        start, goal = self._ids(ends)
        up = self._way(start, goal)
        down = self._way(goal, start, len(up) - 1 if up else 12)
        steps = down or up
        met = {start, goal} | {id for pair in set().union(*steps) for id in pair}
        pairs = [*(both for step in steps for pair in step for both in (pair, pair[::-1]))]
        edges = self._all(
            f"SELECT {EDGE} FROM json_each(?) f CROSS JOIN edge e"
            f" ON e.src = json_extract(f.value, '$[0]') AND e.dst = json_extract(f.value, '$[1]')"
            f" {ENDS}",
            json.dumps(pairs),
        )
        return self._answer(sorted(met), edges)

    def _way(self, start: int, goal: int, longest: int = 12) -> list[set[tuple[int, int]]]:
        """The steps of all shortest ways, the last first."""
        before: dict[int, list[int]] = {start: []}
        frontier = [start]
        for _ in range(longest):
            if goal in before or not frontier:
                break
            fresh: dict[int, list[int]] = {}
            for here, there in self._all(
                "SELECT DISTINCT e.src, e.dst FROM json_each(?) f CROSS JOIN edge e"
                f" ON e.src = f.value AND e.kind IN ({BASIS})",
                json.dumps(frontier),
            ):
                if there not in before:
                    fresh.setdefault(there, []).append(here)
            before |= fresh
            frontier = list(fresh)
        steps: list[set[tuple[int, int]]] = []
        level = {goal} if goal in before else set()
        while level - {start}:
            steps.append({(earlier, id) for id in level for earlier in before[id]})
            level = {earlier for earlier, _ in steps[-1]}
        return steps

    def tasks_of(self, unit: str) -> Answer:
        (own,) = self._ids([unit])
        answer, _ = self._duties([own])
        self._put_nodes(answer, [own])
        return answer

    def workload(self, unit: str) -> Cells:
        units = self._all(
            "WITH RECURSIVE part(id) AS (SELECT id FROM node WHERE uid = ? UNION"
            " SELECT e.src FROM part JOIN edge e ON e.dst = part.id AND e.kind = 'part_of')"
            " SELECT n.id FROM part JOIN node n ON n.id = part.id WHERE n.kind = 'unit'",
            unit,
        )
        answer, roles = self._duties([id for (id,) in units], evidence=False)
        self._put_nodes(answer, self._ids(sorted({unit for unit, _, _ in roles})))
        return cells(answer, roles)

    def _duties(self, units: Sequence[int], *, evidence: bool = True) -> tuple[Answer, Rows]:
        proof = "e.evidence" if evidence else "'[]'"
        found = self._all(
            f"SELECT u.uid, e.kind, {NODE}, d.uid, {proof}, p.uid, p.props FROM json_each(?) f"
            f" CROSS JOIN edge e ON e.src = f.value AND e.kind IN ({ROLES})"
            " JOIN node u ON u.id = e.src JOIN node n ON n.id = e.dst JOIN node d ON d.id = e.doc"
            " LEFT JOIN node p ON p.uid = json_extract(n.props, '$.document')"
            " WHERE json_extract(n.props, '$.kind') <> 'group'",
            json.dumps(units),
        )
        answer = Answer()
        for unit, kind, uid, task, label, props, by, proved, _, _ in found:
            answer.node(uid, task, label, props)
            answer.edge(unit, kind, uid, by, proved)
        self._annexes(answer)
        return answer, [(unit, kind, uid) for unit, kind, uid, *_ in found]

    def neighbourhood(self, id: str, depth: int = 1, limit: int = 200) -> Answer:
        (own,) = self._ids([id])
        shown, frontier = [own], [own]
        for level in range(depth):
            if level:
                frontier = [id for (id,) in self._all(
                    "SELECT f.value FROM json_each(?) f WHERE"
                    " (SELECT count(*) FROM edge WHERE src = f.value)"
                    " + (SELECT count(*) FROM edge WHERE dst = f.value) <= 1000",
                    json.dumps(frontier),
                )]  # fmt: skip
            ends = self._all(
                "SELECT e.dst FROM json_each(?1) f CROSS JOIN edge e ON e.src = f.value UNION"
                " SELECT e.src FROM json_each(?1) f CROSS JOIN edge e ON e.dst = f.value",
                json.dumps(frontier),
            )
            fresh = self._named({end for (end,) in ends} - set(shown))
            frontier = [id for id, _ in sorted(fresh, key=lambda row: row[1])]
            shown += frontier
            if len(shown) > limit:
                break
        edges = self._all(INSIDE, json.dumps(shown[:limit]))
        return self._answer(shown[:limit], edges, left_out=max(0, len(shown) - limit))

    def neighbourhood_2(self, id: str) -> Answer:
        return self.neighbourhood(id, 2)

    def search(self, text: str, limit: int = 21) -> list[tuple[str, str]]:
        asked = words(text)
        match = " AND ".join(f'"{word}"' for word in asked) + "*"
        exact = [id for (id,) in self._all(
            "SELECT n.id FROM offer o JOIN node n ON n.uid = o.value"
            f" {MENTIONED} WHERE o.key = ? ORDER BY m.documents DESC, n.uid",
            "alias:" + " ".join(asked),
        )]  # fmt: skip
        if text[:1].isdigit():
            exact += [id for (id,) in self._all(
                f"SELECT n.id FROM node n {MENTIONED} WHERE n.number IN (?, ?) AND n.id IN"
                " (SELECT rowid FROM fts WHERE fts MATCH ?)"
                " ORDER BY n.owner IS NULL, m.documents DESC, n.uid",
                text.split("/")[0], "/".join(text.split("/")[:2]), f"title : ({match})",
            )]  # fmt: skip
        found = self._all(
            f"SELECT n.id FROM fts JOIN node n ON n.id = fts.rowid {MENTIONED} WHERE fts MATCH ?"
            " AND n.id NOT IN (SELECT value FROM json_each(?))"
            " ORDER BY n.id NOT IN (SELECT rowid FROM fts WHERE fts MATCH ?),"
            " m.documents DESC, length(n.label), n.uid LIMIT ?",
            match, json.dumps(exact), f"title : ({match})", limit - len(exact),
        )  # fmt: skip
        hits = self._all(
            f"SELECT {NODE}, d.body FROM json_each(?) f CROSS JOIN node n ON n.id = f.value"
            " LEFT JOIN document d ON d.node = n.id ORDER BY f.key",
            json.dumps([*exact, *(id for (id,) in found)]),
        )
        nodes = [Node(id, NodeKind(k), label, json.loads(p)) for id, k, label, p, _ in hits]
        return [
            (node.id, snippet(node, row[4] or "", asked))
            for node, row in zip(nodes, hits, strict=True)
        ][: limit - 1]

    def missing(self, _: None, limit: int = 1000) -> list[Lacking]:
        asked = self._all(
            f"SELECT n.id, m.documents, {NODE} FROM mention m JOIN node n ON n.id = m.node"
            " WHERE n.kind = 'document' AND (n.owner IS NULL) = 1"
            " ORDER BY m.documents DESC, n.uid LIMIT ?",
            limit,
        )
        assert all(json.loads(props) for *_, props in asked)
        assert not self._all("SELECT 1 FROM edge_count WHERE kind = 'annex_of' AND edges > 0")
        pairs = "SELECT src, dst FROM edge WHERE kind IN"
        headings = self._all(
            "SELECT id FROM node WHERE kind = 'task' AND props ->> 'kind' = 'group'"
        )
        return lacking(
            [(id, uid, many) for id, many, uid, *_ in asked],
            self._all(f"{pairs} ({FALLING})"),
            self._all(f"{pairs} ('cites')"),
            self._all(f"{pairs} ('assigns')"),
            [id for (id,) in headings],
        )

    def stats(self, _: None) -> dict[str, int]:
        return dict(
            self._all(
                "SELECT kind, count(*) FROM node GROUP BY kind UNION ALL"
                " SELECT 'document.loaded', count(*) FROM document UNION ALL"
                " SELECT 'edge.' || kind, edges FROM edge_count UNION ALL"
                " SELECT 'issue.' || severity, count(*) FROM issue GROUP BY severity"
            )
        )

    def _annexes(self, answer: Answer) -> None:
        """Whether any of the tasks may be said twice: only then there is more to ask."""
        documents = {props.get("document") for _, _, props in answer.nodes.values()} - {None}
        assert not self._all(
            "SELECT e.dst FROM json_each(?) f CROSS JOIN node n ON n.uid = f.value"
            f" CROSS JOIN edge e ON e.src = n.id AND e.kind = '{EdgeKind.ANNEX_OF}'",
            json.dumps(list(documents)),
        )

    def _answer(self, ids: Sequence[int], edges: Rows, left_out: int = 0) -> Answer:
        answer = Answer(left_out=left_out)
        self._put_nodes(answer, ids)
        for row in edges:
            answer.edge(*row)
        return answer

    def _put_nodes(self, answer: Answer, ids: Sequence[int]) -> None:
        for row in self._all(
            f"SELECT {NODE} FROM json_each(?) f CROSS JOIN node n ON n.id = f.value",
            json.dumps(ids),
        ):
            answer.node(*row)

    def _ids(self, uids: Sequence[str]) -> list[int]:
        rows: dict[str, int] = dict(self._all("SELECT uid, id FROM node WHERE uid IN"
                              " (SELECT value FROM json_each(?))", json.dumps(uids)))  # fmt: skip
        return [rows[uid] for uid in uids]

    def _named(self, ids: Iterable[int]) -> Rows:
        return self._all("SELECT n.id, n.uid FROM json_each(?) f CROSS JOIN node n"
                         " ON n.id = f.value", json.dumps(list(ids)))  # fmt: skip

    def _all(self, statement: str, *values: object) -> Rows:
        return self.db.execute(statement, values).fetchall()
