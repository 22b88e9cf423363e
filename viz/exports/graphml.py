"""The graph as GraphML, which Gephi, yEd and Cytoscape open (xuất GraphML).

A property with lists or values of several types is written as JSON text, and its key says so.
Characters that XML 1.0 does not allow become U+FFFD.
"""

import json
import re
from collections.abc import Iterator, Mapping

from lxml import etree

from graph.model import Json
from graph.store import GraphReader
from graph.wire import edge_json, node_json

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
TYPES = {bool: "boolean", int: "long", float: "double", str: "string"}
JSON = "JSON"
#: of an edge: all but its ends; ``label`` is what Gephi shows. The attribute of that name on the
#: element itself is what Gephi tells edges of one pair of nodes apart by: without it they are one.
OF_EDGES = {"kind": "string", "label": "string", "asserted_by": "string", "evidence": JSON}
FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def graphml(store: GraphReader) -> Iterator[str]:
    """The pieces of one GraphML file: the keys, every node by id, every edge by its key."""
    with store.snapshot() as view:
        of_nodes = _types(view)
        buffer = _Buffer()
        with etree.xmlfile(buffer, encoding="utf-8") as xml:
            xml.write_declaration()
            with xml.element("graphml", nsmap={None: NAMESPACE}):
                for scope, types in (("node", of_nodes), ("edge", OF_EDGES)):
                    for name, type in types.items():
                        xml.write(_key(scope, name, type))
                with xml.element("graph", id="cancu", edgedefault="directed"):
                    for node in view.all_nodes():
                        shape = node_json(node)
                        xml.write(_element("node", {"id": node.id}, shape, of_nodes))
                        yield buffer.taken(xml)
                    for number, edge in enumerate(view.all_edges()):
                        label = {"label": edge.kind.value}
                        ends = {"id": f"e{number}", "source": edge.source, "target": edge.target}
                        xml.write(_element("edge", ends | label, edge_json(edge) | label, OF_EDGES))
                        yield buffer.taken(xml)
        yield buffer.taken()


class _Buffer:
    """What the XML writer has written and nobody has taken yet."""

    def __init__(self) -> None:
        self._written: list[bytes] = []

    def write(self, piece: bytes) -> None:
        self._written.append(piece)

    def taken(self, xml: "etree._IncrementalFileWriter | None" = None) -> str:
        """The text since the last time."""
        if xml is not None:
            xml.flush()
        text = b"".join(self._written).decode("utf-8")
        self._written.clear()
        return text


def _types(view: GraphReader) -> dict[str, str]:
    """Property of a node → its GraphML type, or JSON."""
    found: dict[str, str] = {}
    for node in view.all_nodes():
        for name, value in node_json(node).items():
            if name != "id" and value is not None:
                type = TYPES.get(value.__class__, JSON)
                found[name] = type if found.get(name, type) == type else JSON
    return dict(sorted(found.items()))


def _key(scope: str, name: str, type: str) -> etree._Element:
    facts = {"id": f"{scope}.{name}", "for": scope, "attr.name": name}
    key = etree.Element("key", facts | {"attr.type": "string" if type == JSON else type})
    if type == JSON:
        etree.SubElement(key, "desc").text = JSON
    return key


def _element(
    tag: str, facts: Mapping[str, str], shape: Mapping[str, Json], types: Mapping[str, str]
) -> etree._Element:
    element = etree.Element(tag, {name: _allowed(value) for name, value in facts.items()})
    for name, type in types.items():
        value = shape.get(name)
        if value is not None:
            data = etree.SubElement(element, "data", key=f"{tag}.{name}")
            data.text = _allowed(_text(value, type))
    return element


def _text(value: Json, type: str) -> str:
    if type == "string":
        return str(value)
    return json.dumps(value, ensure_ascii=False)  # true, 7 and 0.5 read the same in XML


def _allowed(text: str) -> str:
    return FORBIDDEN.sub("\ufffd", text)
