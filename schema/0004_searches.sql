-- Searches that a researcher keeps are under the history, as codes and annotations are.
-- Those that were made lately are not: the newest 200 are kept, and can be cleared.

CREATE TABLE saved_search (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    query TEXT NOT NULL CHECK (query <> ''),
    within TEXT NOT NULL CHECK (within IN ('passage', 'page', 'document')),
    exact INTEGER NOT NULL CHECK (exact IN (0, 1)),
    coder TEXT NOT NULL,
    created TEXT NOT NULL
) STRICT;

CREATE TABLE past_search (
    id INTEGER PRIMARY KEY,
    query TEXT NOT NULL CHECK (query <> ''),
    within TEXT NOT NULL CHECK (within IN ('passage', 'page', 'document')),
    exact INTEGER NOT NULL CHECK (exact IN (0, 1)),
    UNIQUE (query, within, exact)
) STRICT;

-- SQLite can't change a CHECK, so the table is made anew; nothing refers to it.

CREATE TABLE change_new (
    step INTEGER NOT NULL REFERENCES step (number) ON DELETE RESTRICT,
    position INTEGER NOT NULL,
    subject TEXT NOT NULL CHECK (subject IN ('document', 'code', 'annotation', 'saved_search')),
    row_id TEXT NOT NULL,
    before TEXT,
    after TEXT,
    PRIMARY KEY (step, position)
) STRICT, WITHOUT ROWID;

INSERT INTO change_new (step, position, subject, row_id, before, after)
SELECT step, position, subject, row_id, before, after FROM change;

DROP TABLE change;

ALTER TABLE change_new RENAME TO change;
