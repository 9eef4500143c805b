"""Room between lines, above passages and pages; every place is still hit and found."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kzannotate.ui.reader.text_view import TextView

TEXT = "One first line.\nAnd another, 🕊 too.\n" + "A long line of many words. " * 20 + "\nEnd."


def view_of(qtbot: QtBot, text: str, pages: tuple[int, ...] = ()) -> TextView:
    view = TextView()
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show()
    starts = [0, *(number + 1 for number, sign in enumerate(text) if sign == "\n")]
    view.show_text(text, starts, pages)
    return view


def tops(view: TextView) -> list[int]:
    """Of all lines of the text, in pixels."""
    return sorted({view.rows(position, position)[0] for position in range(len(view.text))})


def gaps(view: TextView) -> set[int]:
    found = tops(view)
    return {below - above for above, below in pairwise(found)}


def test_lines_stand_apart(qtbot: QtBot) -> None:
    view = view_of(qtbot, "A long line of many words. " * 20)
    view.spacing = 1.0
    (close,) = gaps(view)
    view.spacing = 1.6
    assert all(abs(gap - 1.6 * close) <= 1 for gap in gaps(view))


def test_passages_and_pages_have_room_above(qtbot: QtBot) -> None:
    text = "one\ntwo\nthree"
    view = view_of(qtbot, text, (0, 8))
    one, two, three = (view.rows(text.index(word), text.index(word))[0] for word in text.split())
    height = view.fontMetrics().height()
    assert two - one > 1.5 * height  # a passage
    assert three - two > (two - one) + height  # a page


@pytest.mark.parametrize("spacing", [1.0, 1.3, 1.6])
def test_every_letter_is_hit_where_it_stands(qtbot: QtBot, spacing: float) -> None:
    view = view_of(qtbot, TEXT, (0, 45))
    view.spacing = spacing
    for position in range(0, len(TEXT), 7):
        view.select(position, position)
        place = view.cursorRect().center() + QPoint(1, 0)
        assert view.points(view.cursorForPosition(place)) == (position, position)


def test_the_room_stays_after_the_width_changed(qtbot: QtBot) -> None:
    view = view_of(qtbot, TEXT)
    before = min(gaps(view))
    view.resize(380, 400)
    assert min(gaps(view)) == before


def test_the_end_of_a_long_text_is_reached(qtbot: QtBot) -> None:
    view = view_of(qtbot, "Some line here.\n" * 3000, (0, 160, 1600))
    end = len(view.text)
    view.select(end, end)
    assert view.viewport().rect().contains(view.cursorRect().center())
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert view.visible()[1] == end


def test_a_text_without_line_ends_is_shown(qtbot: QtBot) -> None:
    view = view_of(qtbot, "word " * 60_000)
    view.select(len(view.text), len(view.text))
    assert view.viewport().rect().contains(view.cursorRect().center())


def is_drawn_on(widget: QWidget, place: QRect) -> bool:
    image = widget.grab(place).toImage()
    pixels = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
    return len(pixels) > 1


def test_a_line_is_drawn_where_a_page_begins(qtbot: QtBot) -> None:
    view = view_of(qtbot, "one\ntwo\nthree", (0, 8))
    width = view.viewport().width()
    above_page, above_passage = int(view.top(8)), int(view.top(4))
    assert is_drawn_on(view.viewport(), QRect(20, above_page + 2, width - 40, 20))
    assert not is_drawn_on(view.viewport(), QRect(20, above_passage + 2, width - 40, 5))


def test_passages_are_numbered(qtbot: QtBot) -> None:
    view = view_of(qtbot, "one\ntwo")
    top, bottom = view.rows(4, 4)
    numbers = QRect(0, top, view.margin.wanted_width(), bottom - top)
    assert is_drawn_on(view.margin, numbers)
    view.show_text(view.text)
    assert not is_drawn_on(view.margin, numbers)
