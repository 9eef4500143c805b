"""A text of very many pages."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kzannotate.ui.reader.text_view import TextView


def test_a_hundred_thousand_pages_of_one_word_as_text(qtbot: QtBot) -> None:
    view, word = TextView(), "wo🕊d\n"
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show()
    starts = range(0, 100_000 * len(word), len(word))
    text = word * 100_000
    view.show_text(text, starts, starts)
    view.select(len(text) - 10, len(text) - 1)  # over the last page's beginning
    assert view.selection() == (len(text) - 10, len(text) - 1)
    assert view.text[slice(*view.selection())] == "wo🕊d\nwo🕊d"
    first, last = view.visible()
    assert first < len(text) - 10 and last == len(text)
    for key, place in ((Qt.Key.Key_Home, 0), (Qt.Key.Key_End, len(text))):
        QTest.keyClick(view, key, Qt.KeyboardModifier.ControlModifier)
        assert view.caret() == place
