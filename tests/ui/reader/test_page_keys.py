"""The caret on pages, by keys."""

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kzannotate.model.document import Page
from kzannotate.ui.reader.page_view import PageView
from tests.ui.reader.paper import PAGES, TEXT


def keys(view: PageView, *names: str) -> None:
    for name in names:
        QTest.keySequence(view, QKeySequence(name))


def test_the_caret_walks_by_keys(view: PageView) -> None:
    keys(view, "Right", "Right", "Shift+Right")
    assert view.selection() == (2, 3)
    keys(view, "Ctrl+Right")
    assert view.selection() == (5, 5)
    keys(view, "Shift+End")
    assert TEXT[slice(*view.selection())] == "Ana now."
    keys(view, "Home", "Ctrl+Shift+End")
    assert view.selection() == (0, len(TEXT))
    keys(view, "Ctrl+Home", "Down")
    assert view.caret() == 14  # the next page with letters
    keys(view, "Left", "Up")
    assert view.caret() == 0
    assert view.number == 1


def test_up_and_down_keep_their_column(view: PageView) -> None:
    view.select(13, 13)
    keys(view, "Down")
    assert TEXT[14 : view.caret()] == "Today🕊"
    keys(view, "Up")
    assert view.caret() == 13


def test_keys_never_stop_inside_an_emoji(view: PageView) -> None:
    view.select(19, 19)
    keys(view, "Right")
    assert view.caret() == 20


def test_a_screen_on_and_back(qtbot: QtBot) -> None:
    view = PageView()
    qtbot.addWidget(view)
    view.resize(432, 600)
    view.show()
    text = "Free Ana now.\n" * 30
    view.show_pages(
        [Page(n + 1, 14 * n, 14 * n + 14, 400, 500, PAGES[0].boxes) for n in range(30)],
        text,
    )
    keys(view, "PgDown")
    first = view.number
    assert first > 1
    keys(view, "PgDown", "PgDown", "PgUp", "PgUp")
    assert view.number == first
    keys(view, *["PgUp"] * 3)
    assert view.caret() == 0
