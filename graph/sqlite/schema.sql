-- Schema of the embedded store, version 1. PRAGMA user_version counts the migrations applied.
-- Ids are text outside and integers inside; AUTOINCREMENT so that an integer is never used twice.

-- A node as it is shown: its owner's row, else the merge of its variants (graph/merge.py).
CREATE TABLE node(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  label TEXT NOT NULL,
  props TEXT NOT NULL,
  owner INTEGER REFERENCES node(id),      -- the loaded document that owns it
  mentions INTEGER NOT NULL DEFAULT 0,    -- how many loaded documents refer to it
  number TEXT                             -- a document's number, folded: '996', '61/2018'
) STRICT;
CREATE INDEX node_owner ON node(owner) WHERE owner IS NOT NULL;
CREATE INDEX node_kind ON node(kind, uid);
CREATE INDEX node_rank ON node(kind, owner IS NULL, mentions DESC, uid);
CREATE INDEX node_number ON node(number) WHERE number IS NOT NULL;

-- A loaded document: what was read and the digest of all that it says.
CREATE TABLE document(
  node INTEGER PRIMARY KEY REFERENCES node(id),
  source TEXT NOT NULL,
  digest TEXT NOT NULL,
  said TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;

-- One way to describe a node that others refer to, and how many documents describe it so.
CREATE TABLE variant(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  node INTEGER NOT NULL REFERENCES node(id),
  row TEXT NOT NULL,
  documents INTEGER NOT NULL,
  UNIQUE(node, row)
) STRICT;
CREATE TABLE reference(
  doc INTEGER NOT NULL REFERENCES node(id),
  variant INTEGER NOT NULL REFERENCES variant(id),
  PRIMARY KEY(doc, variant)
) STRICT, WITHOUT ROWID;
CREATE INDEX reference_variant ON reference(variant);

-- An edge is one assertion by one document. Both adjacency indexes cover, so evidence stays cold.
CREATE TABLE edge(
  id INTEGER PRIMARY KEY,
  src INTEGER NOT NULL REFERENCES node(id),
  kind TEXT NOT NULL,
  dst INTEGER NOT NULL REFERENCES node(id),
  doc INTEGER NOT NULL REFERENCES node(id),
  evidence TEXT NOT NULL                  -- JSON [[start, end, quote, rule, confidence, doc]…]
) STRICT;
CREATE UNIQUE INDEX edge_out ON edge(src, kind, dst, doc);
CREATE INDEX edge_in ON edge(dst, kind, src, doc);
CREATE INDEX edge_doc ON edge(doc);

CREATE TABLE issue(
  id INTEGER PRIMARY KEY,
  doc INTEGER NOT NULL REFERENCES node(id),
  place INTEGER NOT NULL,
  severity TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX issue_doc ON issue(doc, place);
CREATE TABLE issue_node(
  uid TEXT NOT NULL,
  issue INTEGER NOT NULL REFERENCES issue(id) ON DELETE CASCADE,
  PRIMARY KEY(uid, issue)
) STRICT, WITHOUT ROWID;
CREATE INDEX issue_node_issue ON issue_node(issue);

-- What documents tell each other.
CREATE TABLE offer(
  doc INTEGER NOT NULL REFERENCES node(id),
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY(key, value, doc)
) STRICT, WITHOUT ROWID;
CREATE INDEX offer_doc ON offer(doc);
CREATE TABLE ask(
  doc INTEGER NOT NULL REFERENCES node(id),
  key TEXT NOT NULL,
  PRIMARY KEY(key, doc)
) STRICT, WITHOUT ROWID;
CREATE INDEX ask_doc ON ask(doc);

-- index_version: what the full text was folded by.
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- Full text of the FOLDED words; contentless, so a row is deleted with its exact old text.
CREATE VIRTUAL TABLE fts USING fts5(title, body, content='', prefix='2 3', tokenize='unicode61');
