"""The forms that were searched, and the words that may have been meant."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kzannotate.model.query import Alternative, SearchedWord
from kzannotate.ui.word_line import WordLine, described

NEAR = [Alternative("prisn", "prison", 3), Alternative("prisn", "prisms", 1)]


@pytest.fixture
def line(qtbot: QtBot) -> WordLine:
    line = WordLine()
    qtbot.addWidget(line)
    return line


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], ""),
        ([SearchedWord("prison", ("prison",))], ""),
        ([SearchedWord("prison", ("prison", "prisons"))], "prison: prison, prisons"),
        ([SearchedWord("zz*", ())], "zz*: not in the corpus"),
        (
            [SearchedWord("a*", tuple(f"a{number:02}" for number in range(42)))],
            f"a*: {', '.join(f'a{number:02}' for number in range(40))} and 2 more",
        ),
        (
            [SearchedWord("a", ("a", "b")), SearchedWord("c", ("c",)), SearchedWord("d", ("e",))],
            "a: a, b · d: e",
        ),
    ],
)
def test_forms_are_told_where_they_say_something(words: list[SearchedWord], expected: str) -> None:
    assert described(words) == expected


def test_a_click_and_a_key_add_a_word(line: WordLine, qtbot: QtBot) -> None:
    line.show_words((), NEAR)
    line.show()
    assert [button.text() for button in line.offers] == ["prison (3)", "prisms (1)"]
    assert all(button.accessibleName() for button in line.offers)
    with qtbot.waitSignal(line.meant) as meant:
        qtbot.mouseClick(line.offers[1], Qt.MouseButton.LeftButton)
    assert meant.args == [NEAR[1]]
    with qtbot.waitSignal(line.meant) as meant:
        assert line.add_first()
    assert meant.args == [NEAR[0]]


def test_nothing_to_tell_is_not_shown(line: WordLine) -> None:
    line.show_words((), NEAR)
    assert not line.isHidden()
    line.show_words((), ())
    assert line.isHidden()
    assert not line.add_first()
    line.show_words([SearchedWord("a", ("a", "b"))], ())
    assert not line.isHidden()
    assert line.question.isHidden()
