"""The questions as one would write them by hand in Cypher, through the bare driver.

They are the yardstick: the same facts, nothing of ours between the rows and whoever asks.
"""

import json
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, TypeAlias

from bench_answers import Answer, Cells, Lacking, cells, lacking
from neo4j import GraphDatabase, NotificationMinimumSeverity

from graph.engine.snippet import snippet
from graph.model import BASIS_KINDS, ROLE_KINDS, EdgeKind, Node, NodeKind
from graph.questions.hanging import FALLS
from graph.words.folding import words

Rows: TypeAlias = list[list[Any]]

BASIS = "|".join(kind.name for kind in BASIS_KINDS)
ROLES = "|".join(kind.name for kind in ROLE_KINDS)
FALLING = "|".join(kind.name for kind in FALLS)
ALL = "|".join(kind.name for kind in EdgeKind)
NODE = "n.id, n.kind, n.label, n.props"
PROOF = "[r.start, r.end, r.quote, r.rule, r.confidence, r.evidence]"
EDGE = f"a.id, type(r), b.id, r.asserted_by, {PROOF}"


def walk(arrow: str) -> str:
    """A statement that walks along an arrow and gives the first nodes and how many there are."""
    return f"""
MATCH p = (s:Entity {{id: $id}}){arrow}(m) WITH m, min(length(p)) AS depth
ORDER BY depth, m.id WITH collect(m) AS met
UNWIND met[..$limit] AS n RETURN {NODE}, size(met)
"""


def inside(kinds: str) -> str:
    """A statement for the edges of kinds inside a set."""
    return f"""
UNWIND $ids AS id MATCH (a:Entity {{id: id}})-[r:{kinds}]->(b) WHERE b.id IN $ids RETURN {EDGE}
"""


UP = walk(f"-[:{BASIS}*0..6]->")
DOWN = walk(f"<-[:{BASIS}*0..3]-")
#: edges inside a set: of documents and tasks all that leave, of units what is not done in tasks
AMONG = f"""
UNWIND $ids AS id MATCH (a:Entity {{id: id}}) WHERE NOT a:Unit
MATCH (a)-[r:{ALL}]->(b) WHERE b.id IN $ids RETURN {EDGE}
UNION ALL UNWIND $ids AS id MATCH (a:Entity {{id: id}}) WHERE a:Unit
MATCH (a)-[r:PART_OF|SUCCEEDS]->(b) WHERE b.id IN $ids RETURN {EDGE}
UNION ALL UNWIND $ids AS id MATCH (b:Entity {{id: id}}) WHERE b:Task
MATCH (a)-[r:{ROLES}]->(b) WHERE a.id IN $ids RETURN {EDGE}
"""
OUT = f"""
MATCH (a:Entity {{id: $id}})-[r:{ALL}]->(b)
WITH a, r, b ORDER BY a.id, type(r), b.id, r.asserted_by LIMIT 1000
RETURN {EDGE}, b.id AS id, b.kind, b.label, b.props
"""
INTO = f"""
MATCH (b:Entity {{id: $id}})<-[r:{ALL}]-(a)
WITH a, r, b ORDER BY a.id, type(r), b.id, r.asserted_by LIMIT 1000
RETURN {EDGE}, a.id AS id, a.kind, a.label, a.props
"""
WAYS = f"""
MATCH (a:Entity {{id: $start}}) MATCH (b:Entity {{id: $goal}}) CALL (a, b) {{
  MATCH p = allShortestPaths((a)-[:{BASIS}*..12]->(b)) RETURN p
  UNION ALL MATCH p = allShortestPaths((b)-[:{BASIS}*..12]->(a)) RETURN p
}} RETURN [n IN nodes(p) | n.id] ORDER BY length(p)
"""
BESIDE = f"""
UNWIND $pairs AS pair MATCH (a:Entity {{id: pair[0]}}) MATCH (b:Entity {{id: pair[1]}})
WITH a, b LIMIT 9223372036854775807 MATCH (a)-[r:{ALL}]->(b) RETURN {EDGE}
"""
DUTIES = f"""
MATCH (a)-[r:{ROLES}]->(n) WHERE n.task_kind <> 'group'
OPTIONAL MATCH (d:Entity {{id: n.document}})
RETURN {NODE}, a.id, type(r), r.asserted_by, {PROOF}, d.id, d.props
"""
OWN_DUTIES = "MATCH (a:Entity {id: $id}) WITH a " + DUTIES
ALL_DUTIES = "MATCH (a:Unit)-[:PART_OF*0..20]->(:Entity {id: $id}) WITH DISTINCT a " + DUTIES
ANNEXES = "UNWIND $ids AS id MATCH (d:Entity {id: id})-[:ANNEX_OF]->(e) RETURN e.id"
ISSUES = "MATCH (:_Key {key: 'node:' + $id})<-[:_ABOUT]-(i:Issue) RETURN i.body"
FURTHER = f"""
UNWIND $ids AS id MATCH (s:Entity {{id: id}}) WHERE COUNT {{ (s)-[:{ALL}]-() }} <= 1000
MATCH (s)-[:{ALL}]-(n) WHERE NOT n.id IN $met WITH DISTINCT n ORDER BY n.id
RETURN {NODE}
"""
NEXT = f"""
MATCH (s:Entity {{id: $id}})-[:{ALL}]-(n) WITH DISTINCT n ORDER BY n.id RETURN {NODE}
"""
NODES = f"UNWIND $ids AS id MATCH (n:Entity {{id: id}}) RETURN {NODE}"
ALIAS = """
MATCH (:_Key {key: $key})<-[o:_OFFERS]-() WITH DISTINCT o.value AS id
MATCH (n:Entity {id: id}) RETURN n.id ORDER BY n.mentions DESC, n.id
"""
NUMBER = """
MATCH (n:Document) WHERE n.number_key IN $numbers
WITH n, ' ' + n.words + ' ' AS words WHERE all(word IN $words WHERE words CONTAINS word)
RETURN n.id ORDER BY n.loaded DESC, n.mentions DESC, n.id
"""
WORDS = f"""
CALL db.index.fulltext.queryNodes('words', $query) YIELD node
WITH DISTINCT CASE WHEN node:_Text THEN node.document ELSE node.id END AS id
MATCH (n:Entity {{id: id}}) WHERE NOT id IN $but
WITH n, all(word IN $words WHERE ' ' + n.words + ' ' CONTAINS word) AS named
ORDER BY named DESC, n.mentions DESC, size(n.label), n.id LIMIT $limit
OPTIONAL MATCH (t:_Text {{document: n.id}}) RETURN {NODE}, coalesce(t.text, '')
ORDER BY named DESC, n.mentions DESC, size(n.label), n.id
"""
EXACT = f"""
UNWIND $ids AS id MATCH (n:Entity {{id: id}}) OPTIONAL MATCH (t:_Text {{document: id}})
RETURN {NODE}, coalesce(t.text, '')
"""
MISSING = f"""
MATCH (n:Document) WHERE n.loaded = false AND n.mentions > 0
RETURN {NODE}, n.mentions ORDER BY n.mentions DESC, n.id LIMIT $limit
"""
PAIRS = "MATCH (a)-[:{}]->(b) RETURN a.id, b.id"
HEADINGS = "MATCH (n:Task) WHERE n.task_kind = 'group' RETURN n.id"
HELD = f"""
MATCH (n:Entity {{id: $id}})-[r:{ALL}]->(b) RETURN type(r), count(DISTINCT b), count(r)
UNION ALL MATCH (n:Entity {{id: $id}})<-[r:{ALL}]-(b) RETURN type(r), count(DISTINCT b), count(r)
"""
STATS = " UNION ALL ".join(
    [
        *(
            f"MATCH (n:{label}) WITH count(n) AS n RETURN '{name}' AS name, n"
            for name, label in (
                *((k.value, k.name.capitalize()) for k in NodeKind),
                ("document.loaded", "_Text"),
            )
        ),
        *(
            f"MATCH ()-[n:{k.name}]->() WITH count(n) AS n RETURN 'edge.{k}' AS name, n"
            for k in EdgeKind
        ),
        "MATCH (n:Issue) RETURN 'issue.' + n.severity AS name, count(n) AS n",
    ]
)


class ByCypher:
    """The questions over a bare driver; one session a question, as the manual advises."""

    def __init__(self, uri: str) -> None:
        off = NotificationMinimumSeverity.OFF
        self.driver = GraphDatabase.driver(uri, notifications_min_severity=off)
        self.session: Any = None

    def close(self) -> None:
        self.driver.close()

    def chain_up(self, id: str) -> Answer:
        return self._chain(UP, id)

    def chain_down(self, id: str) -> Answer:
        return self._chain(DOWN, id)

    def _chain(self, statement: str, id: str, limit: int = 400) -> Answer:
        with self.driver.session(fetch_size=-1) as self.session:
            found = self._rows(statement, id=id, limit=limit)
            answer = Answer(left_out=max(0, found[0][4] - limit))
            for row in found:
                answer.node(*row[:4])
            return self._with(answer, self._rows(inside(BASIS), ids=list(answer.nodes)))

    def show(self, id: str, limit: int = 1000) -> Answer:
        answer = Answer()
        with self.driver.session(fetch_size=-1) as self.session:
            for row in self._rows(NODES, ids=[id]):
                answer.node(*row)
            found = [*self._rows(OUT, id=id), *self._rows(INTO, id=id)]
            if len(found) >= limit:
                self._rows(HELD, id=id)
            found = found[:limit]
            for row in found:
                answer.node(*row[5:])
            self._with(answer, [row[:5] for row in found])
            self._annexes(answer)
            self._rows(ISSUES, id=id)
        return answer

    def path(self, ends: tuple[str, str]) -> Answer:
        """Whoever asks does not know which of the two rests on the other, if not each on both."""
        answer = Answer()
        with self.driver.session(fetch_size=-1) as self.session:
            ways = [way for (way,) in self._rows(WAYS, start=ends[0], goal=ends[1])]
            ways = [way for way in ways if len(way) == len(ways[0])]
            for row in self._rows(NODES, ids=sorted({id for way in ways for id in way})):
                answer.node(*row)
            pairs = {pair for way in ways for pair in pairwise(way)}
            pairs |= {pair[::-1] for pair in pairs}
            return self._with(answer, self._rows(BESIDE, pairs=[list(pair) for pair in pairs]))

    def tasks_of(self, unit: str) -> Answer:
        return self._duties(OWN_DUTIES, unit)[0]

    def workload(self, unit: str) -> Cells:
        return cells(*self._duties(ALL_DUTIES.replace(PROOF, "[]"), unit))

    def _duties(self, statement: str, unit: str) -> tuple[Answer, Rows]:
        answer, roles = Answer(), []
        with self.driver.session(fetch_size=-1) as self.session:
            for id, kind, label, props, by, role, said, proof, *_ in self._rows(statement, id=unit):
                answer.node(id, kind, label, props)
                _prove(answer, by, role, id, said, proof)
                roles.append([by, role.lower(), id])
            self._annexes(answer)
            for row in self._rows(NODES, ids=sorted({by for by, _, _ in roles})):
                answer.node(*row)
        return answer, roles

    def neighbourhood(self, id: str, depth: int = 1, limit: int = 200) -> Answer:
        answer = Answer()
        with self.driver.session(fetch_size=-1) as self.session:
            shown = self._rows(NODES, ids=[id])
            shown += self._rows(NEXT, id=id)
            if depth == 2 and len(shown) <= limit:
                met = [row[0] for row in shown]
                shown += self._rows(FURTHER, ids=met[1:], met=met)
            for row in shown[:limit]:
                answer.node(*row)
            answer.left_out = max(0, len(shown) - limit)
            return self._with(answer, self._rows(AMONG, ids=list(answer.nodes)))

    def neighbourhood_2(self, id: str) -> Answer:
        return self.neighbourhood(id, 2)

    def search(self, text: str, limit: int = 21) -> list[tuple[str, str]]:
        asked = words(text)
        *whole, last = asked
        query = " ".join(f"+(words:{w} body:{w})" for w in (*whole, f"{last}*"))
        held = [f" {word} " for word in whole] + [f" {last}"]
        with self.driver.session(fetch_size=-1) as self.session:
            exact = [id for (id,) in self._rows(ALIAS, key="alias:" + " ".join(asked))]
            if text[:1].isdigit():
                numbers = [text.split("/")[0], "/".join(text.split("/")[:2])]
                exact += [id for (id,) in self._rows(NUMBER, numbers=numbers, words=held)]
            hits = self._rows(EXACT, ids=exact) if exact else []
            more = limit - len(exact)
            hits += self._rows(WORDS, query=query, words=held, but=exact, limit=more)
        nodes = [Node(id, NodeKind(k), label, json.loads(p)) for id, k, label, p, _ in hits]
        return [
            (node.id, snippet(node, row[4], asked)) for node, row in zip(nodes, hits, strict=True)
        ][: limit - 1]

    def missing(self, _: None, limit: int = 1000) -> list[Lacking]:
        with self.driver.session(fetch_size=-1) as self.session:
            asked = self._rows(MISSING, limit=limit)
            assert all(json.loads(props) for *_, props, _ in asked)
            assert not self._rows("MATCH ()-[r:ANNEX_OF]->() RETURN r.asserted_by LIMIT 1")
            return lacking(
                [(id, id, many) for id, *_, many in asked],
                self._rows(PAIRS.format(FALLING)),
                self._rows(PAIRS.format("CITES")),
                self._rows(PAIRS.format("ASSIGNS")),
                [id for (id,) in self._rows(HEADINGS)],
            )

    def stats(self, _: None) -> dict[str, int]:
        with self.driver.session(fetch_size=-1) as self.session:
            return dict(self._rows(STATS))

    def _annexes(self, answer: Answer) -> None:
        """Whether any of the tasks may be said twice: only then there is more to ask."""
        documents = {props.get("document") for _, _, props in answer.nodes.values()} - {None}
        assert not self._rows(ANNEXES, ids=list(documents))

    def _with(self, answer: Answer, edges: Sequence[Sequence[Any]]) -> Answer:
        for edge in edges:
            _prove(answer, *edge)
        return answer

    def _rows(self, statement: str, **values: Any) -> Rows:
        return self.session.run(statement, values).values()


def _prove(
    answer: Answer, source: str, type: str, target: str, by: str, proof: Sequence[Any]
) -> None:
    """Add an edge with its evidence; the further proofs are JSON."""
    first = [[*proof[:5], by]] if proof else []
    further = json.loads(proof[5]) if proof and proof[5] else []
    answer.edges[source, type.lower(), target, by] = first + further
