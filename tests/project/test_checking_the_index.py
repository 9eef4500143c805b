"""`check` holds the search index against the texts, word for word."""

from collections.abc import Callable

import pytest

from kzannotate.project import checking, importing, reindexing
from kzannotate.project.searching import search
from kzannotate.project.session import Project
from kzannotate.store import indexing
from tests.project.conftest import LETTER, Write

OTHER = "Ivo Maren is held\n\n\fIvo Maren was seen; she is free.\n\nThe end, and the end."
ADVICE = "; `kzannotate reindex --whole` makes it anew"


@pytest.fixture
def sound(project: Project, write: Write) -> Project:
    importing.add(project, [write("a.txt", LETTER), write("b.txt", OTHER)])
    assert checking.check(project) == []
    return project


def rewritten(project: Project, content: str, change: Callable[[str], str]) -> None:
    """Have the index hold other words for the passage that begins so."""

    def changed(text: str, after: str) -> str:
        return change(" ".join([text, after]))

    db = project.store.db
    (row,) = db.execute("SELECT id, content FROM passage WHERE content LIKE ?", [f"{content}%"])
    db.execute("DELETE FROM passage_words WHERE rowid = ?", [row[0]])
    indexing.index(db, [(*row, "")], changed)


def test_another_word(sound: Project) -> None:
    rewritten(sound, "We demand", lambda text: text.lower().replace("demand", "remand"))
    assert checking.check(sound) == [f"the search index differs from the texts in 2 words{ADVICE}"]
    assert search(sound, "demand").hits == ()
    reindexing.want_anew(sound)
    assert reindexing.reindex(sound)
    assert checking.check(sound) == []
    assert [hit.match for hit in search(sound, "demand").hits] == ["demand"]


def test_a_word_too_many(sound: Project) -> None:
    rewritten(sound, "The end", lambda _: "the end and the end end")
    assert checking.check(sound) == [
        "b.txt: the search index differs in 1 passage",
        f"the search index differs from the texts in 1 word{ADVICE}",
    ]


def test_the_words_of_the_next_page(sound: Project) -> None:
    rewritten(sound, "Ivo Maren is", lambda _: "ivo maren is held")
    problems = checking.check(sound)
    assert problems[0] == "b.txt: the search index differs in 1 passage"
    assert len(problems) == 2


def test_a_very_long_word(project: Project, write: Write) -> None:
    importing.add(project, [write("a.txt", "a" * 50_000)])
    assert checking.check(project) == []
