"""A SQLite store as an earlier version of cancu would have left it, made of one of today's."""

import sqlite3

#: what version 6 of the file did, undone
TO_VERSION_5 = """
DROP TRIGGER node_spoken_of;
ALTER TABLE node ADD COLUMN mentions INTEGER NOT NULL DEFAULT 0;
UPDATE node SET mentions = coalesce((SELECT documents FROM mention m WHERE m.node = id), 0);
CREATE INDEX node_rank ON node(owner IS NULL, mentions DESC, uid) WHERE kind = 'document';
ALTER TABLE variant ADD COLUMN documents INTEGER NOT NULL DEFAULT 0;
UPDATE variant SET documents = (SELECT documents FROM vote v WHERE v.variant = id);
CREATE INDEX variant_node ON variant(node);
CREATE TABLE reference(
  doc INTEGER NOT NULL REFERENCES node(id),
  variant INTEGER NOT NULL REFERENCES variant(id),
  PRIMARY KEY(doc, variant)
) STRICT, WITHOUT ROWID;
INSERT INTO reference SELECT s.doc, r.value FROM saying s, json_each(s.variants) r;
CREATE INDEX reference_variant ON reference(variant);
CREATE INDEX offer_doc ON offer(doc);
CREATE INDEX ask_doc ON ask(doc);
DROP TABLE mention; DROP TABLE vote; DROP TABLE saying; DROP TABLE describer;
CREATE TRIGGER node_spoken_of BEFORE DELETE ON node
WHEN EXISTS (SELECT 1 FROM edge WHERE src = old.id)
  OR EXISTS (SELECT 1 FROM edge WHERE dst = old.id)
  OR EXISTS (SELECT 1 FROM edge WHERE doc = old.id)
  OR EXISTS (SELECT 1 FROM variant WHERE node = old.id)
  OR EXISTS (SELECT 1 FROM document WHERE node = old.id)
BEGIN SELECT RAISE(ABORT, 'a node that is spoken of cannot go'); END;
PRAGMA user_version = 5;
"""


def to_version_5(db: sqlite3.Connection) -> None:
    """How many refer to a node in the node itself, who refers to it a row each."""
    db.executescript(TO_VERSION_5)


def to_version_2(db: sqlite3.Connection, first: str) -> None:
    """The index of words as the ``first`` schema made it, and edges uncounted."""
    to_version_5(db)
    db.executescript("DROP TABLE fts; DROP TABLE edge_count; DROP TRIGGER node_spoken_of;"
                     " DROP TRIGGER issue_gone; PRAGMA user_version = 2;")  # fmt: skip
    db.execute(first[first.index("CREATE VIRTUAL TABLE fts") :])
