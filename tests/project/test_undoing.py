"""Whatever was done can be undone and done again, exactly, after a restart too."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from kzannotate.model.annotation import Annotation, Tagging
from kzannotate.model.changes import Changes
from kzannotate.model.codebook import below
from kzannotate.model.document import Document
from kzannotate.model.errors import KzError
from kzannotate.model.ids import CodeId
from kzannotate.project import codebook, importing, reading, searching, tagging, undoing
from kzannotate.project.checking import check
from kzannotate.project.session import Project, create, open_project
from tests.project.conftest import LETTER, Write, added, span

TEXTS = (LETTER, "One line.\n", "\U0001f54a" * 9 + " birds.\n\nAnd a second paragraph é.\n", LETTER)
NAMES = ("Demand", "Relief", "relief", "é\n", "", "Статья 5")
PICK = st.integers(0, 1 << 30)
"""Chooses among whatever there is."""

Dump = dict[str, list[tuple[object, ...]]]


def dump(project: Project) -> Dump:
    """The tables the history tracks, and the full-text index: each word of each passage."""
    db = project.store.db
    db.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.words"
        " USING fts5vocab(main, passage_words, instance)"
    )
    dumped = {
        table: db.execute(f"SELECT * FROM {table} ORDER BY id").fetchall()
        for table in ("document", "code", "annotation")
    }
    return dumped | {"words": db.execute("SELECT * FROM words ORDER BY doc, offset").fetchall()}


class History(RuleBasedStateMachine):
    """Remembers a dump after every step, and compares it when the step is come back to."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.project = create(self.folder / "project.kza")
        self.files = []
        for number, text in enumerate(TEXTS):
            self.files.append(self.folder / f"{number}.txt")
            self.files[-1].write_text(text)
        self.dumps = [dump(self.project)]
        self.at = 0

    def teardown(self) -> None:
        while self.at > 0:
            self.undo()
        while self.at < len(self.dumps) - 1:
            self.redo()
        assert not undoing.redo(self.project)
        self.reopen()
        while self.at > 0:
            self.undo()
        assert not undoing.undo(self.project)
        assert check(self.project) == []
        self.project.close()
        shutil.rmtree(self.folder)

    def done(self, changes: Changes) -> None:
        """Notes a step, if it changed something."""
        found = dump(self.project)
        if changes:
            self.at += 1
            self.dumps[self.at :] = [found]
            assert undoing.next_undo(self.project) == changes.label
            assert undoing.next_redo(self.project) == ""
        assert found == self.dumps[self.at]

    def document(self, pick: int) -> Document:
        corpus = reading.documents(self.project)
        return corpus[pick % len(corpus)]

    def code(self, pick: int) -> CodeId:
        codes = codebook.codes(self.project)
        return codes[pick % len(codes)].id

    def change_codes(self, verb: Callable[..., Changes], *wishes: object) -> None:
        """Does it, or is refused and changes nothing."""
        try:
            changes = verb(self.project, *wishes)
        except KzError:
            changes = Changes()
        self.done(changes)
        codes = codebook.codes(self.project)
        on_top = [one.id for one in codes if one.parent is None]
        assert sum(len(below(one, codes)) for one in on_top) == len(codes) > 0

    def annotation(self, pick: int) -> Annotation:
        marked = tagging.annotations(self.project)
        return marked[pick % len(marked)]

    def has_documents(self) -> bool:
        return bool(self.dumps[self.at]["document"])

    def has_annotations(self) -> bool:
        return bool(self.dumps[self.at]["annotation"])

    def stretch(self, pick: int) -> tuple[Document, int, int]:
        """Of any document, one that doesn't begin or end with white space."""
        document = self.document(pick)
        words = reading.text(self.project, document.id).split()
        word = words[pick % len(words)]
        start = reading.text(self.project, document.id).index(word)
        return document, start, start + len(word)

    @initialize()
    def begin(self) -> None:
        self.add(0)

    @rule(pick=PICK)
    def add(self, pick: int) -> None:
        known = len(reading.documents(self.project))
        told: list[Changes] = []
        self.project.listeners.append(told.append)
        report = importing.add(self.project, [self.files[pick % len(self.files)]])
        self.project.listeners.clear()
        assert len(reading.documents(self.project)) == known + len(report.added)
        self.done(told[0] if told else Changes())

    @precondition(has_documents)
    @rule(pick=PICK, both=st.booleans())
    def remove(self, pick: int, both: bool) -> None:
        ids = {self.document(pick).id} | ({self.document(pick // 7).id} if both else set())
        self.done(importing.remove(self.project, list(ids)))

    @precondition(has_documents)
    @rule(pick=PICK, code=PICK)
    def tag(self, pick: int, code: int) -> None:
        document, start, stop = self.stretch(pick)
        self.done(tagging.tag(self.project, document.id, start, stop, self.code(code)))

    @precondition(has_documents)
    @rule(picks=st.lists(PICK, min_size=1, max_size=4), code=PICK)
    def tag_many(self, picks: list[int], code: int) -> None:
        key = self.code(code)
        wishes = [Tagging(d.id, start, stop, key) for d, start, stop in map(self.stretch, picks)]
        self.done(tagging.tag_many(self.project, wishes))

    @precondition(has_annotations)
    @rule(picks=st.lists(PICK, min_size=1, max_size=3))
    def delete(self, picks: list[int]) -> None:
        self.done(tagging.delete(self.project, [self.annotation(pick).id for pick in picks]))

    @precondition(has_annotations)
    @rule(picks=st.lists(PICK, min_size=1, max_size=3), memo=st.text())
    def set_memo(self, picks: list[int], memo: str) -> None:
        ids = [self.annotation(pick).id for pick in picks]
        self.done(tagging.set_memo(self.project, ids, memo))

    @precondition(has_annotations)
    @rule(pick=PICK, code=PICK)
    def recode(self, pick: int, code: int) -> None:
        self.done(tagging.recode(self.project, [self.annotation(pick).id], self.code(code)))

    @precondition(has_annotations)
    @rule(pick=PICK, by=st.integers(-3, 3))
    def move(self, pick: int, by: int) -> None:
        marked = self.annotation(pick)
        length = reading.document(self.project, marked.document).characters
        start = max(0, marked.start + by)
        stop = min(length, max(marked.stop + by, start + 1))
        self.done(tagging.move(self.project, marked.id, min(start, stop - 1), stop))

    @rule(name=st.sampled_from(NAMES), pick=PICK, on_top=st.booleans())
    def add_code(self, name: str, pick: int, on_top: bool) -> None:
        self.change_codes(codebook.add, name, None if on_top else self.code(pick))

    @rule(pick=PICK, name=st.sampled_from(NAMES), letter=st.sampled_from("dxé1 "))
    def edit_code(self, pick: int, name: str, letter: str) -> None:
        self.change_codes(codebook.rename, self.code(pick), name)
        self.change_codes(codebook.set_shortcut, self.code(pick), letter)
        self.change_codes(codebook.describe, self.code(pick), name)
        self.change_codes(codebook.recolour, self.code(pick), f"#{pick % 4096:06X}")

    @rule(pick=PICK, other=PICK, by=st.integers(-2, 3), on_top=st.booleans())
    def move_code(self, pick: int, other: int, by: int, on_top: bool) -> None:
        parent = None if on_top else self.code(other)
        self.change_codes(codebook.nest, self.code(pick), parent, by if by < 3 else None)
        self.change_codes(codebook.shift, self.code(pick), by)

    @rule(pick=PICK, other=PICK, kept=st.booleans())
    def drop_codes(self, pick: int, other: int, kept: bool) -> None:
        self.change_codes(codebook.merge, self.code(pick), self.code(other))
        self.change_codes(codebook.delete, self.code(other), self.code(pick) if kept else None)

    @precondition(lambda self: self.at > 0)
    @rule()
    def undo(self) -> None:
        assert undoing.undo(self.project)
        self.at -= 1
        assert dump(self.project) == self.dumps[self.at]

    @precondition(lambda self: self.at < len(self.dumps) - 1)
    @rule()
    def redo(self) -> None:
        assert undoing.redo(self.project)
        self.at += 1
        assert dump(self.project) == self.dumps[self.at]

    @rule()
    def reopen(self) -> None:
        path = self.project.path
        self.project.close()
        self.project = open_project(path)

    @invariant()
    def every_quotation_is_the_text(self) -> None:
        texts = {d.id: reading.text(self.project, d.id) for d in reading.documents(self.project)}
        for marked in tagging.annotations(self.project):
            assert texts[marked.document][marked.start : marked.stop] == marked.quotation


History.TestCase.settings = settings(stateful_step_count=25, max_examples=25)
TestHistory = History.TestCase


def test_steps_tell_the_history(project: Project, letter: Document) -> None:
    tagging.tag(project, letter.id, *span("Ministry"), "demand")
    undoing.undo(project)
    undoing.redo(project)
    told = [(step.kind, step.label, step.target) for step in undoing.steps(project)]
    assert told == [
        ("do", "New project", None),
        ("do", "Add letter.txt", None),
        ("do", "Tag as Demand", None),
        ("undo", "Tag as Demand", 3),
        ("redo", "Tag as Demand", 3),
    ]
    assert undoing.next_undo(project) == "Tag as Demand"
    assert len({step.hash for step in undoing.steps(project)}) == 5


def test_a_new_project_has_nothing_to_undo(project: Project) -> None:
    assert undoing.next_undo(project) == undoing.next_redo(project) == ""
    assert not undoing.undo(project)
    assert not undoing.redo(project)
    assert len(undoing.steps(project)) == 1


def test_a_new_step_ends_redo(project: Project, letter: Document) -> None:
    tagging.tag(project, letter.id, *span("Ministry"), "demand")
    undoing.undo(project)
    tagging.tag(project, letter.id, *span("Ministry"), "victim")
    assert undoing.next_redo(project) == ""
    assert [one.quotation for one in tagging.annotations(project)] == ["Ministry"]


def test_what_changes_nothing_is_no_step(project: Project, letter: Document) -> None:
    (mark,) = tagging.tag(project, letter.id, *span("Ministry"), "demand").annotations
    steps = len(undoing.steps(project))
    assert not tagging.recode(project, [mark], "demand")
    assert not tagging.set_memo(project, [mark], "")
    assert not tagging.delete(project, [])
    assert not tagging.tag_many(project, [])
    assert len(undoing.steps(project)) == steps


VERBS: list[tuple[Callable[[Project], Changes], list[str]]] = [
    (undoing.undo, []),
    (undoing.redo, ["letter.txt"]),
    (lambda project: importing.remove(project, [reading.documents(project)[0].id]), []),
    (undoing.undo, ["letter.txt"]),
    (undoing.redo, []),
]


@pytest.mark.usefixtures("letter")
def test_search_follows(project: Project) -> None:
    for verb, names in VERBS:
        assert verb(project)
        assert [hit.name for hit in searching.search(project, "korin").hits] == names


def test_listeners_are_told(project: Project, write: Write) -> None:
    told: list[Changes] = []
    project.listeners.append(told.append)
    document = added(project, write("a.txt", "Some words.\n"))
    mark = tagging.tag(project, document.id, 0, 4, "victim")
    back = undoing.undo(project)
    assert [changes.label for changes in told] == ["Add a.txt", "Tag as Victim", "Tag as Victim"]
    assert [changes.documents for changes in told] == [{document.id}, set(), set()]
    assert mark.annotations == back.annotations != set()
