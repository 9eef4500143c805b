"""What went wrong, said above the reader."""

import pytest
from pytestqt.qtbot import QtBot

from kzannotate.ui.message_bar import MessageBar


@pytest.fixture
def bar(qtbot: QtBot) -> MessageBar:
    bar = MessageBar()
    qtbot.addWidget(bar)
    return bar


def test_it_is_there_when_there_is_something_to_say(bar: MessageBar) -> None:
    assert not bar.isVisible()
    bar.tell("a <b>.txt: it is empty")
    assert bar.isVisible()
    assert bar.text.text() == "a <b>.txt: it is empty"
    assert not bar.offer.isVisible()


def test_of_many_lines_the_first_are_shown_and_all_are_in_the_tooltip(bar: MessageBar) -> None:
    lines = [f"{number}.txt: it is empty" for number in range(10)]
    bar.tell("\n".join(lines))
    assert bar.text.text().splitlines() == [*lines[:4], "… and 6 more"]
    assert bar.text.toolTip().splitlines() == lines


def test_an_offer_is_taken_once_and_belongs_to_its_message(bar: MessageBar) -> None:
    taken: list[str] = []
    bar.tell("locked", "Open read-only", lambda: taken.append("first"))
    bar.tell("empty")
    bar.offer.click()
    assert taken == []
    bar.tell("locked", "Open read-only", lambda: bar.tell("locked still"))
    bar.offer.click()
    assert bar.text.text() == "locked still"
    assert bar.isVisible()
