-- What the rules proposed for a text. Made anew at will, so not part of the history. `details` is
-- JSON: the provisions that are cited; issuer and addressee of a demand.

CREATE TABLE suggestion (
    text INTEGER NOT NULL REFERENCES text (id) ON DELETE RESTRICT,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    code TEXT NOT NULL,
    rule TEXT NOT NULL,
    score REAL NOT NULL,
    exact TEXT NOT NULL,
    details TEXT NOT NULL,
    PRIMARY KEY (text, start, stop, code)
) STRICT, WITHOUT ROWID;

-- The texts that the rules have gone through, and the version of the rules that did.

CREATE TABLE suggested (
    text INTEGER PRIMARY KEY REFERENCES text (id) ON DELETE RESTRICT,
    rules TEXT NOT NULL
) STRICT;

-- Suggestions that a researcher refused, so that they don't come back. Under the history.

CREATE TABLE rejection (
    id TEXT PRIMARY KEY,
    document TEXT NOT NULL REFERENCES document (id) ON DELETE RESTRICT,
    code TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    rule TEXT NOT NULL,
    coder TEXT NOT NULL,
    created TEXT NOT NULL,
    CHECK (0 <= start AND start < stop)
) STRICT;

CREATE INDEX rejection_of_document ON rejection (document, start);

-- The researchers' own names, words and rules, as one TOML text. Under the history; a single row.

CREATE TABLE own_rules (
    id TEXT PRIMARY KEY CHECK (id = 'rules'),
    content TEXT NOT NULL
) STRICT;

-- SQLite can't change a CHECK, so the table is made anew: the history holds these two as well.

CREATE TABLE change_new (
    step INTEGER NOT NULL REFERENCES step (number) ON DELETE RESTRICT,
    position INTEGER NOT NULL,
    subject TEXT NOT NULL CHECK (
        subject IN ('document', 'code', 'annotation', 'saved_search', 'rejection', 'own_rules')
    ),
    row_id TEXT NOT NULL,
    before TEXT,
    after TEXT,
    PRIMARY KEY (step, position)
) STRICT, WITHOUT ROWID;

INSERT INTO change_new SELECT step, position, subject, row_id, before, after FROM change;

DROP TABLE change;

ALTER TABLE change_new RENAME TO change;
