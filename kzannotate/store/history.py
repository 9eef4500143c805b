"""The only writer of what the researcher changes: steps with row images, undo, redo, the chain.

A step and its rows are written in one transaction. The history is append-only: an undo is a step
too, that names the step it takes back. Each step carries the SHA-256 over the hash of the step
before it and all it holds, so a later tampering shows.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

from sqlite_utils import Database

from kzannotate.model.changes import Changes, Step
from kzannotate.model.clock import now
from kzannotate.model.ids import AnnotationId, CodeId, DocumentId, RejectionId, SearchId, StepNumber
from kzannotate.store.store import Store

Value = str | int | float | None
Row = Mapping[str, Value]
_NOTHING: Row = MappingProxyType({})
SUBJECTS = ("document", "code", "annotation", "saved_search", "rejection", "own_rules")
"""The tables that only steps change."""
START = "0" * 64
"""The hash before the first step."""


class Change(NamedTuple):
    """One row before and after, as JSON objects; None: it didn't or doesn't exist."""

    subject: str
    """The table, one of `SUBJECTS`."""
    row_id: str
    before: str | None
    after: str | None

    def inverse(self) -> "Change":
        """What takes this change back."""
        return Change(self.subject, self.row_id, self.after, self.before)


class Record(NamedTuple):
    """A row of the table `step`."""

    number: int
    kind: str
    label: str
    coder: str
    created: str
    target: int | None
    undo_next: int | None
    redo_next: int | None
    hash: str


class Writer:
    """A step being written: each call changes rows and remembers their images."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self.changes: list[Change] = []

    def insert(self, subject: str, rows: Iterable[Row]) -> None:
        """Insert full rows; all have the same columns."""
        self._apply([Change(subject, str(row["id"]), None, _image(row)) for row in rows])

    def update(self, subject: str, ids: Iterable[str], values: Row, stamp: Row = _NOTHING) -> None:
        """Set the same values in some rows, and the stamp in those that they change."""
        self.rewrite(subject, ids, lambda _: values, stamp)

    def rewrite(
        self, subject: str, ids: Iterable[str], new: Callable[[Row], Row], stamp: Row = _NOTHING
    ) -> None:
        """Set in each row what `new` makes of it, and the stamp in those that this changes."""
        pairs = [(row, {**row, **new(row)}) for row in self._rows(subject, ids)]
        self._apply(
            [
                Change(subject, str(row["id"]), _image(row), _image({**changed, **stamp}))
                for row, changed in pairs
                if row != changed
            ]
        )

    def delete(self, subject: str, ids: Iterable[str]) -> None:
        """Delete rows; unknown ids are passed over."""
        rows = self._rows(subject, ids)
        self._apply([Change(subject, str(row["id"]), _image(row), None) for row in rows])

    def _apply(self, changes: list[Change]) -> None:
        apply(self._db, changes)
        self.changes += changes

    def _rows(self, subject: str, ids: Iterable[str]) -> Iterator[dict[str, Value]]:
        wanted = list(dict.fromkeys(ids))
        found = self._db.query(
            f"SELECT {subject}.* FROM json_each(?) AS wanted"
            f" JOIN {subject} ON {subject}.id = wanted.value ORDER BY wanted.key",
            [json.dumps(wanted)],
        )
        return iter(list(found))


@contextmanager
def step(store: Store, label: str, coder: str) -> Iterator[Writer]:
    """One undoable step: what the writer did inside is durable, with its record, at the end.

    A step that changed nothing leaves no record.
    """
    with store.transaction():
        writer = Writer(store.db)
        yield writer
        if writer.changes:
            last = _last(store.db)
            number = last.number + 1
            undo_next = number if last.number else None  # the first step makes the project
            record = Record(number, "do", label, coder, now(), None, undo_next, None, "")
            _append(store.db, last.hash, record, writer.changes)


def undo(store: Store, coder: str) -> Changes:
    """Take back the newest step that isn't taken back; falsy when there is none."""
    with store.transaction():
        last = _last(store.db)
        if last.undo_next is None:
            return Changes()
        target = _record(store.db, last.undo_next)
        inverses = [change.inverse() for change in reversed(changes_of(store.db, target.number))]
        apply(store.db, inverses)
        record = last._replace(
            number=last.number + 1,
            kind="undo",
            label=target.label,
            coder=coder,
            created=now(),
            target=target.number,
            undo_next=_undo_next_before(store.db, target.number),
            redo_next=target.number,
        )
        _append(store.db, last.hash, record, [])
        return touched(target.label, inverses)


def redo(store: Store, coder: str) -> Changes:
    """Do again the step that was undone last; falsy when there is none."""
    with store.transaction():
        last = _last(store.db)
        if last.redo_next is None:
            return Changes()
        target = _record(store.db, last.redo_next)
        changes = changes_of(store.db, target.number)
        apply(store.db, changes)
        record = last._replace(
            number=last.number + 1,
            kind="redo",
            label=target.label,
            coder=coder,
            created=now(),
            target=target.number,
            undo_next=target.number,
            redo_next=_redo_next_before(store.db, target.number),
        )
        _append(store.db, last.hash, record, [])
        return touched(target.label, changes)


def labels(store: Store) -> tuple[str, str]:
    """The labels of the steps that an undo and a redo would apply to, or empty."""
    last = _last(store.db)
    undone = _record(store.db, last.undo_next).label if last.undo_next else ""
    redone = _record(store.db, last.redo_next).label if last.redo_next else ""
    return undone, redone


def steps(store: Store) -> list[Step]:
    """The whole history, oldest first, without what each step touched."""
    return [
        Step(
            StepNumber(record.number),
            record.kind,
            record.label,
            record.coder,
            record.created,
            None if record.target is None else StepNumber(record.target),
            record.hash,
        )
        for record in records(store.db)
    ]


def records(db: Database) -> Iterator[Record]:
    """Every step, oldest first."""
    return map(Record._make, db.execute("SELECT * FROM step ORDER BY number"))


def changes_of(db: Database, number: int) -> list[Change]:
    """What a step changed, in order."""
    rows = db.execute(
        "SELECT subject, row_id, before, after FROM change WHERE step = ? ORDER BY position",
        [number],
    )
    return [Change(*row) for row in rows]


def apply(db: Database, changes: Iterable[Change]) -> None:
    """Write row images into their tables, in order, like ones in bulk."""
    for (subject, had, has), group in groupby(
        changes, key=lambda change: (change.subject, change.before is None, change.after is None)
    ):
        run = list(group)
        if has:
            db.conn.executemany(
                f"DELETE FROM {subject} WHERE id = ?", [(change.row_id,) for change in run]
            )
        elif had:
            _insert(db, subject, [json.loads(change.after or "") for change in run])
        else:
            _update(db, subject, [json.loads(change.after or "") for change in run])


def step_hash(before: str, record: Record, changes: Sequence[Change]) -> str:
    """SHA-256, in hexadecimal, over the hash of the step before, the record and its changes."""
    digest = hashlib.sha256(json.dumps([before, *record[:-1]]).encode())
    for change in changes:
        digest.update(json.dumps(change).encode())
    return digest.hexdigest()


def touched(label: str, changes: Sequence[Change]) -> Changes:
    """The ids of the changed rows, by noun."""
    ids = {name: [one.row_id for one in changes if one.subject == name] for name in SUBJECTS}
    return Changes(
        label,
        frozenset(map(DocumentId, ids["document"])),
        frozenset(map(CodeId, ids["code"])),
        frozenset(map(AnnotationId, ids["annotation"])),
        frozenset(map(SearchId, ids["saved_search"])),
        frozenset(map(RejectionId, ids["rejection"])),
        bool(ids["own_rules"]),
    )


def _image(row: Row) -> str:
    return json.dumps(dict(row), ensure_ascii=False, separators=(",", ":"))


def _insert(db: Database, subject: str, rows: list[dict[str, Value]]) -> None:
    columns = list(rows[0])
    marks = ", ".join("?" * len(columns))
    db.conn.executemany(
        f"INSERT INTO {subject} ({', '.join(columns)}) VALUES ({marks})",
        [[row[column] for column in columns] for row in rows],
    )


def _update(db: Database, subject: str, rows: list[dict[str, Value]]) -> None:
    columns = [column for column in rows[0] if column != "id"]
    settings = ", ".join(f"{column} = ?" for column in columns)
    db.conn.executemany(
        f"UPDATE {subject} SET {settings} WHERE id = ?",
        [[*(row[column] for column in columns), row["id"]] for row in rows],
    )


def _last(db: Database) -> Record:
    row = db.execute("SELECT * FROM step ORDER BY number DESC LIMIT 1").fetchone()
    return Record(*row) if row else Record(0, "do", "", "", "", None, None, None, START)


def _record(db: Database, number: int) -> Record:
    return Record(*db.execute("SELECT * FROM step WHERE number = ?", [number]).fetchone())


def _undo_next_before(db: Database, number: int) -> int | None:
    """What an undo would have applied to just before this step was done."""
    return _record(db, number - 1).undo_next


def _redo_next_before(db: Database, number: int) -> int | None:
    """What a redo would have applied to just before this step was undone last."""
    row = db.execute(
        "SELECT before.redo_next FROM step AS undone"
        " JOIN step AS before ON before.number = undone.number - 1"
        " WHERE undone.kind = 'undo' AND undone.target = ? ORDER BY undone.number DESC LIMIT 1",
        [number],
    ).fetchone()
    return None if row is None or row[0] is None else int(row[0])


def _append(db: Database, before: str, record: Record, changes: Sequence[Change]) -> None:
    record = record._replace(hash=step_hash(before, record, changes))
    db.execute("INSERT INTO step VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", record)
    db.conn.executemany(
        "INSERT INTO change VALUES (?, ?, ?, ?, ?, ?)",
        [(record.number, position, *change) for position, change in enumerate(changes)],
    )
