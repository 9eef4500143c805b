"""Writes the full-text index: the folded words of passages, by the passage's number."""

from collections.abc import Callable, Sequence

from sqlite_utils import Database

from kzannotate.store.store import Store

Fold = Callable[[str, str], str]
"""Makes a passage's folded words, joined by spaces: what the index holds.

Takes its text, and what follows where it ends with its page, as `follow_up` gives it.
"""
SLICE = 256 * 1024
"""Code points written in one transaction, so that tagging goes on beside a large import."""
_MERGED = 200
"""Pages of the index that are merged in one transaction."""
_READ_AT_ONCE = 500
LOOK = 4
"""Passages that are looked at for one that ends with its page: itself, a number, two more."""
_FOLLOWED = 400
"""Code points of the next page that are read for a phrase's end."""


def index(db: Database, contents: Sequence[tuple[int, str, str]], fold: Fold) -> None:
    """Add passages: their numbers, their texts, what follows on the next page."""
    db.conn.executemany(
        "INSERT INTO passage_words (rowid, forms) VALUES (?, ?)",
        [(number, fold(content, after)) for number, content, after in contents],
    )


def index_text(db: Database, text_id: int, fold: Fold) -> None:
    """Add all passages of a text."""
    index(db, passages_of(db, text_id), fold)


def passages_of(db: Database, text_id: int) -> list[tuple[int, str, str]]:
    """The passages of a text as `index` takes them, in order."""
    rows = db.execute(
        "SELECT id, page, content FROM passage WHERE text = ? ORDER BY start", [text_id]
    ).fetchall()
    followed = [(page, content) for _, page, content in rows]
    return [(row[0], row[2], follow_up(followed[at : at + LOOK])) for at, row in enumerate(rows)]


def follow_up(passages: Sequence[tuple[int | None, str]]) -> str:
    """What follows the first of some passages (pages and texts), if it ends with its page.

    Some hundred code points, to find phrases that go on there. Passages without a letter at the
    page's end, as its number, are passed over and are a part of it. Empty: its page goes on.
    """
    (page, content), *further = passages
    if not further or not _has_letter(content):
        return ""
    for at, (other, text) in enumerate(further):
        if other != page or content.rstrip(" \t\n").endswith("\f"):
            skipped = "".join(one for _, one in further[:at])
            rest = "".join(one for _, one in further[at:])
            return skipped + rest[:_FOLLOWED]
        if _has_letter(text):
            return ""
    return ""


def following(db: Database, text_id: int, start: int, page: int | None, content: str) -> str:
    """As `follow_up`, of a passage in the file."""
    if page is None and "\f" not in content:
        return ""
    rows = db.execute(
        "SELECT page, content FROM passage WHERE text = ? AND start > ? ORDER BY start LIMIT ?",
        [text_id, start, LOOK - 1],
    )
    return follow_up([(page, content), *rows.fetchall()])


def _has_letter(text: str) -> bool:
    return any(map(str.isalpha, text))


def unindex(db: Database, text_id: int) -> None:
    """Take a text's passages out."""
    db.execute(
        "DELETE FROM passage_words WHERE rowid IN (SELECT id FROM passage WHERE text = ?)",
        [text_id],
    )


def merge(store: Store) -> bool:
    """Merge some of the pieces that the index is in; whether there is more to merge.

    Each document that is added leaves a piece, and a search looks into all of them. Takes some
    tens of milliseconds. Source: "The 'merge' Command" in FTS5's documentation.
    """
    before = store.db.conn.total_changes
    with store.transaction():
        store.db.execute(
            "INSERT INTO passage_words (passage_words, rank) VALUES ('merge', ?)", [_MERGED]
        )
    return bool(store.db.conn.total_changes - before >= 2)


def last(store: Store) -> int:
    """The highest number of a passage; 0 without any."""
    (number,) = store.db.execute("SELECT coalesce(max(id), 0) FROM passage").fetchone()
    return int(number)


def way(store: Store) -> str:
    """Differs between projects, and when all texts are indexed in another way."""
    (way,) = store.db.execute(
        "SELECT group_concat(value) FROM setting WHERE key IN ('id', 'analysis')"
    ).fetchone()
    return f"{store.path} {way}"


def texts(store: Store) -> dict[int, str]:
    """The texts in the index: number and SHA-256 of each."""
    rows = store.db.execute("SELECT id, sha256 FROM text WHERE state = 'indexed'").fetchall()
    return dict(rows)


def renew(store: Store, after: int, fold: Fold) -> int:
    """Index about `SLICE` code points of the passages behind one anew; gives the last of them.

    Gives `after` itself when there is none behind it. Belongs inside a transaction.
    """
    contents: list[tuple[int, int, int, int | None, str]] = []
    size = 0
    while size < SLICE:
        more = store.db.execute(
            "SELECT passage.id, text.id, start, page, content"
            " FROM passage JOIN text ON text.id = passage.text"
            " WHERE passage.id > ? AND state = 'indexed' ORDER BY passage.id LIMIT ?",
            [contents[-1][0] if contents else after, _READ_AT_ONCE],
        ).fetchall()
        contents += more
        size += sum(len(row[-1]) for row in more)
        if len(more) < _READ_AT_ONCE:
            break
    store.db.conn.executemany(
        "DELETE FROM passage_words WHERE rowid = ?", [(row[0],) for row in contents]
    )
    index(store.db, [(row[0], row[-1], following(store.db, *row[1:])) for row in contents], fold)
    return contents[-1][0] if contents else after
