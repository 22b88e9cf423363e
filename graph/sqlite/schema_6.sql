-- Version 6: a document that refers to others touches few pages of a large file. What changes with
-- every reference stands in narrow rows: how many documents refer to a node, and how many of them
-- describe it in which way.
DROP TRIGGER node_spoken_of;
CREATE TABLE mention(
  node INTEGER PRIMARY KEY REFERENCES node(id),
  documents INTEGER NOT NULL
) STRICT;
INSERT INTO mention SELECT id, mentions FROM node WHERE mentions > 0 ORDER BY id;
DROP INDEX node_rank;
ALTER TABLE node DROP COLUMN mentions;
-- what is referred to often is few, and alone told first (OFTEN in graph/sqlite/read.py)
CREATE INDEX mention_often ON mention(documents) WHERE documents >= 32;

CREATE TABLE vote(
  node INTEGER NOT NULL REFERENCES node(id),
  variant INTEGER NOT NULL REFERENCES variant(id),
  documents INTEGER NOT NULL,
  PRIMARY KEY(node, variant)
) STRICT, WITHOUT ROWID;
INSERT INTO vote SELECT node, id, documents FROM variant ORDER BY node, id;
DROP INDEX variant_node;
ALTER TABLE variant DROP COLUMN documents;

-- What a document says beside its edges, in one row: the variants it describes others by as
-- [id…], what it offers as [[key, value]…], what it asks for as [key…], each a JSON list in order.
CREATE TABLE saying(
  doc INTEGER PRIMARY KEY REFERENCES node(id),
  variants TEXT NOT NULL,
  offers TEXT NOT NULL,
  asks TEXT NOT NULL
) STRICT;
INSERT INTO saying SELECT d.node,
  (SELECT json_group_array(variant) FROM
    (SELECT variant FROM reference WHERE doc = d.node ORDER BY variant)),
  (SELECT json_group_array(json_array(key, value)) FROM
    (SELECT key, value FROM offer WHERE doc = d.node ORDER BY key, value)),
  (SELECT json_group_array(key) FROM (SELECT key FROM ask WHERE doc = d.node ORDER BY key))
FROM document d ORDER BY d.node;
DROP INDEX offer_doc;
DROP INDEX ask_doc;
DROP TABLE reference;

-- Which documents describe by a variant: an index of words, the words being integers. It gathers
-- what is new in runs and merges them; a B-tree would be touched on another page by each reference.
CREATE VIRTUAL TABLE describer USING fts5(
  variants, content='', detail=none, columnsize=0, tokenize='ascii'
);
INSERT INTO describer(rowid, variants) SELECT doc, variants FROM saying ORDER BY doc;

CREATE TRIGGER node_spoken_of BEFORE DELETE ON node
WHEN EXISTS (SELECT 1 FROM edge WHERE src = old.id) OR EXISTS (SELECT 1 FROM edge WHERE dst = old.id)
  OR EXISTS (SELECT 1 FROM edge WHERE doc = old.id) OR EXISTS (SELECT 1 FROM vote WHERE node = old.id)
  OR EXISTS (SELECT 1 FROM document WHERE node = old.id)
BEGIN SELECT RAISE(ABORT, 'a node that is spoken of cannot go'); END;
