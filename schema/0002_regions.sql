-- An annotation can stand on a box of a page instead of a stretch of text. Then x0, y0, x1, y1 are
-- points from the top left of the displayed page, and start and stop where the page's text begins.
-- SQLite can't change a CHECK, so the table is made anew; nothing refers to it.

CREATE TABLE annotation_new (
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
    x0 REAL,
    y0 REAL,
    x1 REAL,
    y1 REAL,
    CHECK (0 <= start AND start <= stop),
    CHECK (
        coalesce(x0, y0, x1, y1) IS NULL AND start < stop
        OR start = stop AND page IS NOT NULL AND coalesce(x0 < x1 AND y0 < y1, FALSE)
    )
) STRICT;

INSERT INTO annotation_new
    (id, document, code, start, stop, page, exact, prefix, suffix, memo, coder, created, modified)
SELECT
    id, document, code, start, stop, page, exact, prefix, suffix, memo, coder, created, modified
FROM annotation;

DROP TABLE annotation;

ALTER TABLE annotation_new RENAME TO annotation;

CREATE INDEX annotation_of_document ON annotation (document, start);

CREATE INDEX annotation_of_code ON annotation (code);
