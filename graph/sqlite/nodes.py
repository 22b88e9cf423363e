"""Nodes in SQLite as a batch reads and writes them."""

import sqlite3
from collections.abc import Sequence
from itertools import count

from graph.engine.rows import properties_of, shown_row
from graph.engine.searchable import number_key
from graph.engine.standing import Held, NodeChange
from graph.sqlite.ids import following, listed

HELD = """
SELECT n.uid, n.id, n.kind, n.label, n.props, o.uid, coalesce(m.documents, 0)
FROM json_each(?) f CROSS JOIN node n ON n.uid = f.value LEFT JOIN node o ON o.id = n.owner
LEFT JOIN mention m ON m.node = n.id
"""
CREATE = """
INSERT INTO node(id, uid, kind, label, props, number, owner) VALUES (?, ?, ?, ?, ?, ?, ?)
"""
CHANGE = "UPDATE node SET kind = ?, label = ?, props = ?, number = ?, owner = ? WHERE id = ?"
MENTION = """
INSERT INTO mention(node, documents) VALUES (?, ?)
ON CONFLICT DO UPDATE SET documents = excluded.documents
"""


def read_held(
    db: sqlite3.Connection, uids: Sequence[str]
) -> tuple[dict[str, Held], dict[str, int]]:
    """The known ones of these nodes, and their integers."""
    held: dict[str, Held] = {}
    ids: dict[str, int] = {}
    for uid, id, kind, label, props, owner, mentions in db.execute(HELD, listed(uids)):
        held[uid] = Held(shown_row(kind, label, props), owner, mentions)
        ids[uid] = id
    return held, ids


def put_nodes(db: sqlite3.Connection, change: NodeChange, ids: dict[str, int]) -> None:
    """Write what is shown of nodes; ``ids`` gets the integers of those that are new."""
    # owners before the owned
    fresh = [put for put in change.put if put.before is None]
    fresh.sort(key=lambda put: put.owner != put.node.id)
    ids.update(zip([put.node.id for put in fresh], count(following(db, "node"))))
    new, old = [], []
    for put in (*fresh, *[put for put in change.put if put.before]):
        id, owner = ids[put.node.id], ids[put.owner] if put.owner is not None else None
        node = put.node
        kind, label, props = node.kind.value, node.label, properties_of(put.row, node.label)
        facts = (kind, label, props, number_key(node), owner)
        if put.before:
            old.append((*facts, id))
        else:
            new.append((id, put.node.id, *facts))
    db.executemany(CREATE, new)
    db.executemany(CHANGE, old)
    mentions = [(ids[id], documents) for id, documents in change.counted]
    mentions += [(ids[put.node.id], put.mentions) for put in change.put if put.mentioned]
    db.executemany(MENTION, sorted(mentions))


def drop_nodes(db: sqlite3.Connection, ids: Sequence[int]) -> None:
    """Nodes that nobody owns or refers to are gone, all at once, since one may own another."""
    db.execute("DELETE FROM mention WHERE node IN (SELECT value FROM json_each(?))", listed(ids))
    db.execute("DELETE FROM node WHERE id IN (SELECT value FROM json_each(?))", listed(ids))
