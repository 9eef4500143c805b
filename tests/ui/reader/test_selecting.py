"""Growing, shrinking and walking by keys, in the real reader."""

from collections.abc import Callable

import pytest

from kzannotate.project import tagging
from kzannotate.ui.workbench import Workbench
from tests.ui.conftest import Open
from tests.ui.driving import press

TEXT = "We saw it.\n\n1. Free [victim: Ana Korin] now. She is ill.\n\n- and her son\n\n2. Pay."


@pytest.fixture
def workbench(bench: Open) -> Workbench:
    return bench(**{"a.txt": TEXT})


@pytest.fixture
def selected(workbench: Workbench) -> Callable[[], str]:
    def words() -> str:
        assert workbench.reader.shown
        return workbench.reader.shown.text[slice(*workbench.reader.selection())]

    return words


def put(workbench: Workbench, words: str) -> None:
    """The caret before these words."""
    assert workbench.reader.shown
    workbench.reader.place(workbench.reader.shown.text.index(words))


def test_space_grows_and_shift_space_shrinks(
    workbench: Workbench, selected: Callable[[], str]
) -> None:
    put(workbench, "ill")
    grown = []
    for _ in range(4):
        press("Space")
        grown.append(selected())
    assert grown == [
        "ill",
        "She is ill.",
        "1. Free Ana Korin now. She is ill.",
        "1. Free Ana Korin now. She is ill.\n\n- and her son",
    ]
    press("Space", "Shift+Space", "Shift+Space")
    assert selected() == "She is ill."
    press("Shift+Space", "Shift+Space")
    assert selected() == ""
    press("Shift+Space")
    assert selected() == ""


def test_a_new_selection_has_its_own_way_back(
    workbench: Workbench, selected: Callable[[], str]
) -> None:
    put(workbench, "ill")
    press("Space", "Space")
    put(workbench, "son")
    press("Shift+Space")
    assert selected() == ""
    press("Space", "Space", "Shift+Space")
    assert selected() == "son"


def test_sentences_and_passages_are_walked_and_selected(
    workbench: Workbench, selected: Callable[[], str]
) -> None:
    put(workbench, "Free")
    press("Alt+Shift+Down")
    assert selected() == "Free Ana Korin now. "
    press("Alt+Shift+Down", "Alt+Shift+Up", "Alt+Shift+Up")
    assert selected() == ""
    press("Alt+Down", "Ctrl+Shift+Down")
    assert selected() == "She is ill.\n\n"
    press("Ctrl+Up", "Ctrl+Shift+Up")
    assert selected() == "We saw it.\n\n"


def test_an_annotation_is_selected_and_tagged_a_second_time(
    workbench: Workbench, selected: Callable[[], str]
) -> None:
    put(workbench, "Korin")
    press("A")
    assert selected() == "Ana Korin"
    press("L")
    made = tagging.annotations(workbench.project)
    marks = [(one.quotation, one.code) for one in made]
    assert [quotation for quotation, _ in marks] == ["Ana Korin"] * 2
    assert len({code for _, code in marks}) == 2
