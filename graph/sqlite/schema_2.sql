-- Version 2: what each document heard from others, and whether that must be looked at again.
ALTER TABLE document ADD COLUMN heard TEXT NOT NULL DEFAULT '';
ALTER TABLE document ADD COLUMN unsettled INTEGER NOT NULL DEFAULT 1;
CREATE INDEX document_unsettled ON document(node) WHERE unsettled = 1;
