-- The project file, first version. docs/file-format.md describes it; never edit, only add 0002.
-- Offsets are code points of the canonical text, half-open. Moments are UTC, ISO 8601.

CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What the corpus is made of: written once, addressed by content, not part of the history.
-- A text is unfinished while an import writes it, indexed while a document points to it.

CREATE TABLE source (
    sha256 TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    bytes BLOB NOT NULL
) STRICT;

CREATE TABLE text (
    id INTEGER PRIMARY KEY,
    source_sha256 TEXT NOT NULL REFERENCES source (sha256) ON DELETE RESTRICT,
    sha256 TEXT NOT NULL,
    extractor TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('unfinished', 'kept', 'indexed')),
    UNIQUE (source_sha256, sha256, extractor)
) STRICT;

-- The passages of a text, joined in the order of their starts, are the text.

CREATE TABLE passage (
    id INTEGER PRIMARY KEY,
    text INTEGER NOT NULL REFERENCES text (id) ON DELETE RESTRICT,
    start INTEGER NOT NULL,
    page INTEGER,
    language TEXT NOT NULL,
    content TEXT NOT NULL
) STRICT;

CREATE INDEX passage_of_text ON passage (text, start);

CREATE TABLE page (
    id INTEGER PRIMARY KEY,
    text INTEGER NOT NULL REFERENCES text (id) ON DELETE RESTRICT,
    number INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    width REAL NOT NULL,
    height REAL NOT NULL,
    boxes BLOB NOT NULL,
    UNIQUE (text, number)
) STRICT;

-- Folded words of the passages of the documents in the corpus; rowid is passage.id.
-- The words come already cut and folded: the tokenizer only splits at the spaces between them.

CREATE VIRTUAL TABLE passage_words USING fts5 (
    forms,
    content = '',
    contentless_delete = 1,
    tokenize = 'ascii'
);
-- Merged half as often as by default: a seventh less work at an import.
INSERT INTO passage_words (passage_words, rank) VALUES ('automerge', 8);

-- What the researcher changes: written by the history alone.

CREATE TABLE document (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    source_sha256 TEXT NOT NULL UNIQUE,
    text_sha256 TEXT NOT NULL,
    extractor TEXT NOT NULL,
    encoding TEXT NOT NULL,
    languages TEXT NOT NULL,
    pages INTEGER NOT NULL,
    characters INTEGER NOT NULL,
    note TEXT NOT NULL,
    coder TEXT NOT NULL,
    created TEXT NOT NULL,
    FOREIGN KEY (source_sha256, text_sha256, extractor)
        REFERENCES text (source_sha256, sha256, extractor) ON DELETE RESTRICT
) STRICT;

CREATE TABLE code (
    id TEXT PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    colour TEXT NOT NULL,
    shortcut TEXT NOT NULL,
    parent TEXT REFERENCES code (id) ON DELETE RESTRICT,
    definition TEXT NOT NULL,
    position INTEGER NOT NULL
) STRICT;

CREATE TABLE annotation (
    id TEXT PRIMARY KEY,
    document TEXT NOT NULL REFERENCES document (id) ON DELETE RESTRICT,
    code TEXT NOT NULL REFERENCES code (id) ON DELETE RESTRICT,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    page INTEGER,
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    memo TEXT NOT NULL,
    coder TEXT NOT NULL,
    created TEXT NOT NULL,
    modified TEXT NOT NULL,
    CHECK (0 <= start AND start < stop)
) STRICT;

CREATE INDEX annotation_of_document ON annotation (document, start);

CREATE INDEX annotation_of_code ON annotation (code);

-- The history: append-only. An undo or redo has no changes of its own, it names its target.
-- undo_next and redo_next: the step that an undo or a redo after this step applies to.

CREATE TABLE step (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
    label TEXT NOT NULL,
    coder TEXT NOT NULL,
    created TEXT NOT NULL,
    target INTEGER REFERENCES step (number) ON DELETE RESTRICT,
    undo_next INTEGER REFERENCES step (number) ON DELETE RESTRICT,
    redo_next INTEGER REFERENCES step (number) ON DELETE RESTRICT,
    hash TEXT NOT NULL
) STRICT;

CREATE TABLE change (
    step INTEGER NOT NULL REFERENCES step (number) ON DELETE RESTRICT,
    position INTEGER NOT NULL,
    subject TEXT NOT NULL CHECK (subject IN ('document', 'code', 'annotation')),
    row_id TEXT NOT NULL,
    before TEXT,
    after TEXT,
    PRIMARY KEY (step, position)
) STRICT, WITHOUT ROWID;
