"""A picture from a request: which part of the graph, and how it is drawn (dựng cảnh vẽ)."""

from collections import Counter
from itertools import chain
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from graph.errors import NotFoundError, UsageError
from graph.model import BASIS_KINDS, EdgeKind, Node, Subgraph
from graph.questions import neighbourhood, overview, path
from graph.questions.headings import with_headings
from graph.store import GraphReader
from viz.picture import Scene, View, positions, scene_json
from viz.scene import scene
from viz.standalone import standalone_html
from viz.theme import Theme

#: documents among which the fullest one is looked for
LOOKED_AT = 2000
#: how the ids of groups of tasks begin
GROUP = "group:"


class SceneQuery(BaseModel):
    """The state of a picture, as it stands in the explorer's address; lists are comma-separated."""

    model_config = ConfigDict(frozen=True)

    root: str | None = Field(
        default=None, description="What it is drawn around; unset: the fullest one"
    )
    view: View = Field(default=View.CHAIN, description="chain, explore or path")
    to: str | None = Field(default=None, description="The other end of a path")
    expand: str = Field(default="", description="Groups that show their tasks")
    add: str = Field(
        default="",
        description="Nodes whose neighbours, and groups whose tasks, are added in this order",
    )
    hide: str = Field(default="", description="Cards that are left out")
    lang: Literal["vi", "en"] = Field(default="vi", description="Language of the words on cards")
    theme: Theme = Field(default=Theme.LIGHT, description="Colours of an exported page")


def scene_answer(store: GraphReader, query: SceneQuery, limit: int) -> dict[str, Any]:
    """The scene as the explorer reads it."""
    return scene_json(draw(store, query, limit))


def scene_page(store: GraphReader, query: SceneQuery, limit: int) -> str:
    """The scene as one offline page."""
    return standalone_html(draw(store, query, limit), theme=query.theme, lang=query.lang)


def draw(store: GraphReader, query: SceneQuery, limit: int) -> Scene:
    """The picture that a query describes, always the same for the same store."""
    with store.snapshot() as view:
        root = query.root or fullest(view)
        if query.view is View.PATH:
            return _path(view, root, query)
        if query.view is View.EXPLORE:
            return _explored(view, root, query, limit)
        return _scene(view, with_headings(view, overview(view, root, limit=limit)), query)


def fullest(store: GraphReader) -> str:
    """The loaded document with most tasks and bases, of those that have both where any has."""
    documents = store.documents()[:LOOKED_AT]
    if not documents:
        raise NotFoundError("http.empty")
    tasks = Counter(edge.source for edge in store.expand(documents, (EdgeKind.ASSIGNS,)))
    bases = Counter(edge.source for edge in store.expand(documents, BASIS_KINDS))

    def poverty(id: str) -> tuple[bool, int, str]:
        return (not (tasks[id] and bases[id]), -tasks[id] - bases[id], id)

    return min(documents, key=poverty)


def _path(store: GraphReader, root: str, query: SceneQuery) -> Scene:
    if not query.to:
        raise UsageError("http.no_end", root=root)
    found = path(store, root, query.to)
    steps = found.ways[0] if found.ways else ()
    return _scene(store, found.subgraph, query, steps=steps)


def _explored(store: GraphReader, root: str, query: SceneQuery, limit: int) -> Scene:
    """What was drawn before stays where it was: each expansion is laid around the one before."""
    shown = _around(store, root, limit)
    picture = _scene(store, shown, query)
    opened: tuple[str, ...] = ()
    for id in _ids(query.add):
        if id.startswith(GROUP):
            opened = (*opened, id)
        else:
            shown = joined(shown, _around(store, id, limit), limit)
        picture = _scene(store, shown, query, opened, fixed=positions(picture))
    return picture


def _around(store: GraphReader, id: str, limit: int) -> Subgraph:
    return with_headings(store, neighbourhood(store, id, depth=1, limit=limit))


def joined(first: Subgraph, second: Subgraph, limit: int) -> Subgraph:
    """Both, the first one's nodes before the second's, at most ``limit`` nodes."""
    nodes = {node.id: node for node in (*first.nodes, *second.nodes)}
    kept = dict(list(nodes.items())[:limit])
    edges = {edge.key: edge for edge in (*first.edges, *second.edges)}
    inside = [e for e in edges.values() if e.source in kept and e.target in kept]
    return Subgraph(
        root=first.root,
        nodes=tuple(kept.values()),
        depth={id: first.depth.get(id, second.depth.get(id, 0)) for id in kept},
        edges=tuple(inside),
        truncated=first.truncated or second.truncated or len(kept) < len(nodes),
        left_out=first.left_out + second.left_out + len(nodes) - len(kept),
    )


def _scene(
    store: GraphReader,
    subgraph: Subgraph,
    query: SceneQuery,
    opened: tuple[str, ...] = (),
    **more: Any,
) -> Scene:
    return scene(
        subgraph,
        root=subgraph.root,
        view=query.view,
        expanded=(*_ids(query.expand), *opened),
        hidden=_ids(query.hide),
        warnings=_warnings(store, subgraph),
        beside=_beside(store, subgraph),
        lang=query.lang,
        **more,
    )


def _warnings(store: GraphReader, subgraph: Subgraph) -> Counter[str]:
    """Issues by node, asked of the documents that are drawn."""
    shown = {node.id for node in subgraph.nodes}
    loaded = [n.id for n in subgraph.nodes if n.properties.get("status") == "loaded"]
    issues = chain.from_iterable(store.issues_by(loaded).values())
    return Counter(node for issue in issues for node in issue.nodes if node in shown)


def _beside(store: GraphReader, subgraph: Subgraph) -> dict[str, Node]:
    """The documents of tasks that are drawn without them: around a unit stand tasks of many."""
    shown = {node.id for node in subgraph.nodes}
    of_tasks = {str(node.properties.get("document") or "") for node in subgraph.nodes}
    return store.nodes(of_tasks - shown - {""})


def _ids(text: str) -> list[str]:
    return [id for id in text.split(",") if id]
