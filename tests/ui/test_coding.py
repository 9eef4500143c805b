"""What the tagging keys do, without a window."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from kzannotate.model.ids import CodeId
from kzannotate.project import codebook, tagging
from kzannotate.project.session import Project, open_project
from kzannotate.ui.coding import Coding
from kzannotate.ui.jobs import Jobs
from kzannotate.ui.reader.reader import Reader
from kzannotate.ui.reader.readers import Readers
from tests.ui.pictures import add_picture, picture_of

Draw = Callable[[str], None]


@pytest.fixture
def readers(project: Project, jobs: Jobs, qtbot: QtBot) -> Iterator[Readers]:
    readers = Readers(lambda: Reader(project, jobs, QAction("Text or page")))
    qtbot.addWidget(readers)
    readers.show()
    project.listeners.append(readers.renew)
    yield readers
    jobs.drain()
    readers.close_drawing()


@pytest.fixture
def reader(readers: Readers) -> Reader:
    return readers.current


@pytest.fixture
def coding(project: Project, readers: Readers) -> Coding:
    coding = Coding(project, readers, readers)
    coding.codes = {code.id: code for code in codebook.codes(project)}
    return coding


@pytest.fixture
def draw(project: Project, reader: Reader, tmp_path: Path) -> Draw:
    return lambda drawn: reader.open(add_picture(project, tmp_path, "a.txt", drawn).id)


def code(coding: Coding, key: str) -> CodeId:
    return next(one.id for one in coding.codes.values() if one.key == key)


def drawn(project: Project, reader: Reader) -> str:
    assert reader.shown
    return picture_of(project, reader.shown.document.id)


def sayings(coding: Coding) -> list[str]:
    said: list[str] = []
    coding.said.connect(said.append)
    coding.failed.connect(lambda sentence: said.append(f"! {sentence}"))
    return said


def test_the_word_at_the_caret_is_tagged_and_left_at_its_end(
    coding: Coding, reader: Reader, project: Project, draw: Draw
) -> None:
    draw("🕊 Ana Korin is free.")
    said = sayings(coding)
    reader.place(3)
    coding.tag(code(coding, "victim"))
    assert drawn(project, reader) == "🕊 [victim: Ana] Korin is free."
    assert reader.selection() == (5, 5)
    assert reader.active
    assert said == ["Tagged as Victim: “Ana”"]


def test_between_words_there_is_nothing_to_tag(
    coding: Coding, reader: Reader, project: Project, draw: Draw
) -> None:
    draw("Ana .  . Korin")
    said = sayings(coding)
    reader.place(6)
    coding.tag(code(coding, "victim"))
    assert drawn(project, reader) == "Ana .  . Korin"
    assert said == ["! there is nothing to tag: select some text first"]


def test_without_a_document_nothing_happens(coding: Coding, project: Project) -> None:
    said = sayings(coding)
    coding.tag(code(coding, "victim"))
    coding.step(1)
    coding.undo()
    coding.redo()
    assert said == []


def test_steps_go_through_annotations_that_overlap(
    coding: Coding, reader: Reader, draw: Draw
) -> None:
    draw("We [demand: ask for [victim: Ana]] and [victim: Ivo].")
    said = sayings(coding)
    seen = []
    for by in (1, 1, 1, 1, -1, -1, -1):
        coding.step(by)
        assert reader.active
        seen.append(reader.active.quotation)
    assert seen == ["ask for Ana", "Ana", "Ivo", "Ivo", "Ana", "ask for Ana", "ask for Ana"]
    assert said == ["No further annotation in this document"] * 2


def test_undo_shows_what_it_brings_back(
    coding: Coding, reader: Reader, project: Project, draw: Draw
) -> None:
    draw("Free [victim: Ana] now, and much later too.")
    said = sayings(coding)
    coding.step(1)
    coding.delete()
    reader.place(30)
    coding.undo()
    assert reader.active
    assert reader.active.quotation == "Ana"
    coding.redo()
    assert drawn(project, reader) == "Free Ana now, and much later too."
    assert said == [
        "Deleted Victim: “Ana”",
        "Undone: Delete annotation",
        "Done again: Delete annotation",
    ]


def test_a_memo_of_what_is_gone_is_no_trouble(
    coding: Coding, reader: Reader, project: Project, draw: Draw
) -> None:
    draw("Free [victim: Ana].")
    (ana,) = tagging.annotations(project)
    said = sayings(coding)
    assert coding.write_memo(ana.id, "seen")
    tagging.delete(project, [ana.id])
    assert coding.write_memo(ana.id, "seen again")
    assert said == ["Memo saved"]


def test_read_only_nothing_is_tagged_and_it_is_said(
    project: Project, jobs: Jobs, qtbot: QtBot, tmp_path: Path
) -> None:
    document = add_picture(project, tmp_path, "a.txt", "Ana")
    with open_project(project.path, writable=False) as own:
        readers = Readers(lambda: Reader(own, jobs, QAction("Text or page")))
        qtbot.addWidget(readers)
        readers.current.open(document.id)
        coding = Coding(own, readers, readers)
        said = sayings(coding)
        coding.tag(codebook.codes(own)[0].id)
        assert said == ["The project is open read-only: nothing can be tagged"]
        assert tagging.annotations(own) == []


def test_a_key_pressed_twice_tags_once(coding: Coding, reader: Reader, draw: Draw) -> None:
    draw("Free Ana Korin now.")
    said = sayings(coding)
    reader.place(0)
    reader.text_view.select(5, 14)
    coding.tag(code(coding, "victim"))
    coding.tag(code(coding, "victim"))
    reader.text_view.select(5, 14)
    coding.tag(code(coding, "victim"))
    assert drawn(coding._project, reader) == "Free [victim: Ana Korin] now."
    assert said[1:] == ["It is tagged as Victim already"] * 2
    reader.text_view.select(5, 8)
    coding.tag(code(coding, "victim"))
    assert drawn(coding._project, reader) == "Free [victim: [victim: Ana] Korin] now."


def test_another_code_is_given_without_marking_again(
    coding: Coding, reader: Reader, draw: Draw, project: Project
) -> None:
    draw("Free [victim: Ana Korin] now.")
    said = sayings(coding)
    reader.place(7)
    coding.recode(code(coding, "victim"))
    coding.recode(code(coding, "demand"))
    assert drawn(project, reader) == "Free [demand: Ana Korin] now."
    reader.place(0)
    coding.recode(code(coding, "victim"))
    assert said == [
        "It is tagged as Victim already",
        "Victim is now Demand",
        "No annotation at the caret",
    ]


def test_ends_are_moved_by_words_and_letters(
    coding: Coding, reader: Reader, draw: Draw, project: Project
) -> None:
    draw("Free [victim: Ana] Korin now.")
    reader.place(6)
    for end, step, by, expected in (
        ("stop", "word", 1, "Free [victim: Ana Korin] now."),
        ("stop", "letter", -1, "Free [victim: Ana Kori]n now."),
        ("start", "word", -1, "[victim: Free Ana Kori]n now."),
        ("start", "letter", 1, "F[victim: ree Ana Kori]n now."),
        ("stop", "word", -1, "F[victim: ree Ana] Korin now."),
    ):
        coding.move_end(end, step, by)  # type: ignore[arg-type]  # literals, not strings
        assert drawn(project, reader) == expected
        assert reader.active
    coding.undo()
    assert drawn(project, reader) == "F[victim: ree Ana Kori]n now."


def test_an_annotation_is_never_moved_to_nothing(
    coding: Coding, reader: Reader, draw: Draw, project: Project
) -> None:
    draw("[victim: A]na")
    said = sayings(coding)
    reader.place(0)
    coding.move_end("stop", "letter", -1)
    coding.move_end("start", "letter", -1)
    coding.move_end("start", "letter", 1)
    assert drawn(project, reader) == "[victim: A]na"
    assert said == ["It can't be moved further"] * 3


def test_the_next_of_the_same_code(coding: Coding, reader: Reader, draw: Draw) -> None:
    draw("[victim: Ana] asks [demand: release] of [victim: Ivo]")
    said = sayings(coding)
    reader.place(0)
    coding.step_alike(1)
    assert reader.active
    assert reader.active.quotation == "Ivo"
    coding.step_alike(1)
    coding.step_alike(-1)
    assert reader.active.quotation == "Ana"
    assert said == ["No further Victim in this document"]
