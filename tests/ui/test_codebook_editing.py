"""The codebook is changed by keys; what is asked is answered here."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from kzannotate.project import codebook, tagging
from kzannotate.ui import codebook_dialogs, dialogs
from kzannotate.ui.codebook_dialogs import Choice
from kzannotate.ui.main_window import MainWindow
from kzannotate.ui.workbench import Workbench
from tests.ui.conftest import Open
from tests.ui.driving import press

Answer = Callable[[str, Any], None]
DRAWN = "We [demand: ask] for [victim: Ana Korin] and [victim: Ivo Maren]."


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """What a box answers from now on."""
    return lambda box, given: monkeypatch.setattr(codebook_dialogs, box, lambda *_: given)


@pytest.fixture
def opened(bench: Open) -> Workbench:
    """The focus in the codebook, on the second code."""
    workbench = bench(**{"a.txt": DRAWN})
    press("Ctrl+2", "Down")
    return workbench


def tree(opened: Workbench) -> list[str]:
    return [one.name for one in codebook.codes(opened.project)]


def current(opened: Workbench) -> str:
    item = opened.codebook.tree.currentItem()
    assert item
    return item.text(0)


def test_a_code_is_added_beside_and_gets_a_key_that_tags(opened: Workbench, answer: Answer) -> None:
    answer("name", "Relief")
    answer("letter", "r")
    press("Ins", "Ctrl+K", "Esc")
    opened.reader.place(0)
    press("R")
    assert tagging.annotations(opened.project)[0].quotation == "We"
    assert current(opened) == "Relief"


def test_the_row_stays_where_it_is_through_an_undo(opened: Workbench, answer: Answer) -> None:
    answer("name", "Person")
    press("F2")
    assert current(opened) == "Person"
    press("Alt+Shift+Right")
    assert current(opened) == "Person"
    press("Ctrl+Z", "Ctrl+Z")
    assert current(opened) == "Victim"
    assert opened.codebook.tree.hasFocus()


def test_codes_move_up_down_in_and_out(opened: Workbench) -> None:
    press("Alt+Shift+Up")
    assert tree(opened) == ["Victim", "Demand", "Legal article"]
    press("Alt+Shift+Down", "Alt+Shift+Down", "Alt+Shift+Down")
    assert tree(opened) == ["Demand", "Legal article", "Victim"]
    press("Alt+Shift+Right")
    parent = codebook.code(opened.project, "legal_article").id
    assert codebook.code(opened.project, "victim").parent == parent
    press("Alt+Shift+Left", "Alt+Shift+Left")
    assert tree(opened) == ["Demand", "Legal article", "Victim"]


def test_a_merge_says_how_many_annotations_it_touches(
    opened: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def choose(_parent: object, _title: str, question: str, choices: Sequence[Choice]) -> str:
        asked.append(question)
        assert [text for _, text, _ in choices] == ["Demand", "Legal article"]
        return choices[0][2]

    monkeypatch.setattr(codebook_dialogs, "choose", choose)
    press("Ctrl+M")
    assert asked == ["Victim is removed and its 2 annotations recoded as:"]
    assert tree(opened) == ["Demand", "Legal article"]
    assert len(tagging.annotations(opened.project)) == 3


@pytest.mark.parametrize(("given", "left"), [("delete", 1), ("", 3), (None, 3)])
def test_deleting_asks_what_becomes_of_annotations(
    opened: Workbench, answer: Answer, given: str | None, left: int
) -> None:
    wanted = codebook.code(opened.project, "demand").id if given == "" else given
    answer("choose", wanted)
    press("Del")
    assert len(tagging.annotations(opened.project)) == left
    assert ("Victim" in tree(opened)) == (given is None)


def test_a_code_without_annotations_is_deleted_at_once(opened: Workbench) -> None:
    press("Down", "Del")
    assert tree(opened) == ["Demand", "Victim"]
    press("Ctrl+Z")
    assert tree(opened) == ["Demand", "Victim", "Legal article"]


def test_what_is_refused_is_told(opened: Workbench, answer: Answer, window: MainWindow) -> None:
    answer("name", "demand")
    press("F2")
    assert window.messages.isVisible()
    answer("letter", "n")
    press("Ctrl+K")
    assert codebook.code(opened.project, "victim").shortcut == "V"


def test_colour_and_description(opened: Workbench, answer: Answer) -> None:
    answer("colour", "#102030")
    answer("definition", "A person.")
    press("Ctrl+L", "Ctrl+D")
    one = codebook.code(opened.project, "victim")
    assert (one.colour, one.definition) == ("#102030", "A person.")


def test_boxes_that_are_left_change_nothing(opened: Workbench, answer: Answer) -> None:
    before = codebook.codes(opened.project)
    for box, given in (("name", ""), ("colour", ""), ("definition", None), ("letter", None)):
        answer(box, given)
    press("Ins", "F2", "Ctrl+L", "Ctrl+D", "Ctrl+K")
    assert codebook.codes(opened.project) == before


def test_a_codebook_goes_out_and_comes_in_as_one_step(
    opened: Workbench, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file, said = tmp_path / "book.toml", list[str]()
    opened.said.connect(said.append)
    monkeypatch.setattr(dialogs, "codebook_to", lambda *_: file)
    monkeypatch.setattr(dialogs, "codebook_from", lambda *_: file)
    press("Ctrl+Shift+S")
    file.write_text(file.read_text("utf-8") + '[[code]]\nkey = "relief"\nshortcut = "n"\n', "utf-8")
    press("Ctrl+Shift+O")
    assert said[-1].startswith("1 code added or changed; Ctrl+Z undoes; without a key")
    assert tree(opened) == ["Demand", "Victim", "Legal article", "relief"]
    assert [one.shortcut for one in codebook.codes(opened.project)] == ["D", "V", "L", ""]
    press("Ctrl+Z")
    assert tree(opened) == ["Demand", "Victim", "Legal article"]
