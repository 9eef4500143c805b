"""What is lit lies under its letters: pixel by pixel as Qt itself paints a selection."""

import re
from itertools import product

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QRegion, QTextBlock, QTextCharFormat
from PySide6.QtWidgets import QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from kzannotate.model.annotation import Mark
from kzannotate.model.ids import DocumentId
from kzannotate.model.query import Hit
from kzannotate.ui.reader import seen_lines
from kzannotate.ui.reader.block_lines import BlockLines
from kzannotate.ui.reader.text_view import TextView
from tests.ui.pictures import annotation, marked
from tests.ui.reader.test_text_view import CODES, light

LONG = "who was [victim: held] and [demand: who must be freed, with all of them,] for "
TEXTS = {
    "a word": "They [demand: free] him.",
    "wrapped lines": LONG * 6,
    "passages": f"{LONG}\n{LONG}[victim: Ana\n\nKorin] of\n{LONG}",
    "beyond the basic plane": "🕊🕊 𝔄 [victim: 𐐷na 🕊] and " * 12,
    "combining letters": "e\u0301\u0323[victim: o\u0308e\u0301] Z\u0335[demand: u\u0321 and] " * 12,
    "right to left": "[victim: שלום עולם] and [demand: عدل] " * 12,
    "within a right to left word": "and ש[victim: לו]ם is [demand: not של]ום",
    "joined letters": "of [victim: العدالة والحرية] and ال[demand: حري]ة",
    "tabs": "\t[victim: Ana]\t[demand: \tto\t]be",
    "an empty line": "[demand: one\n\n\ntwo]",
}


def shown(qtbot: QtBot, text: str) -> TextView:
    view = TextView()
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show_codes(CODES)
    view.show_text(text)
    view.show()
    qtbot.waitExposed(view)
    return view


def picture(view: TextView) -> QImage:
    return view.viewport().grab().toImage()


def in_strips(widget: QWidget, height: int) -> QImage:
    """A picture of it painted bit by bit, each of that height."""
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    for top in range(0, widget.height(), height):
        strip = QRect(0, top, widget.width(), height)
        widget.render(image, strip.topLeft(), QRegion(strip))
    return image


def by_qt(view: TextView, marks: list[Mark]) -> None:
    """Have Qt light them, line ends left out, which it shows as a blank."""
    selections = []
    for mark in marks:
        for piece in re.finditer(r"[^\n]+", view.text[: mark.stop]):
            selection = QTextEdit.ExtraSelection()
            selection.cursor = view.cursor_over(max(mark.start, piece.start()), piece.end())
            look = QTextCharFormat()
            behind = view.lighting.looks.tagged([mark]).behind
            assert behind
            look.setBackground(behind)
            selection.format = look
            selections += [selection] * (piece.end() > mark.start)
    view.setExtraSelections(selections)


def painted(lit: QImage, bare: QImage) -> set[tuple[int, int]]:
    """Where one picture differs from the other."""
    row, height = bare.bytesPerLine(), bare.height()
    one, other = bytes(lit.constBits()), bytes(bare.constBits())
    return {
        (x // 4, y)
        for y in range(height)
        if one[y * row : (y + 1) * row] != other[y * row : (y + 1) * row]
        for x in range(0, row, 4)
        if one[y * row + x : y * row + x + 4] != other[y * row + x : y * row + x + 4]
    }


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("spacing", [1.0, 1.3])
def test_a_highlight_covers_what_a_selection_of_qt_covers(
    qtbot: QtBot, name: str, spacing: float
) -> None:
    text, spans = marked(TEXTS[name])
    marks = [annotation(text, span).mark for span in spans]
    view, theirs = shown(qtbot, text), shown(qtbot, text)
    view.spacing = theirs.spacing = spacing
    bare = picture(view)
    light(view, *marks)
    by_qt(theirs, marks)
    ours, qts = painted(picture(view), bare), painted(picture(theirs), bare)
    assert ours
    near = product((-1, 0, 1), (-1, 0, 1))  # Qt rounds to whole pixels upwards
    around = [{(x + dx, y + dy) for x, y in qts} for dx, dy in near]
    assert not ours - set[tuple[int, int]]().union(*around)
    assert not around[0].intersection(*around) - ours


def lines(view: TextView, block: QTextBlock) -> BlockLines:
    view.blockBoundingGeometry(block)
    return BlockLines(view, block)


def test_the_lines_of_a_block_hold_its_text(qtbot: QtBot) -> None:
    view = shown(qtbot, f"🕊 one\n{'word ' * 60}\nend")
    second = view.document().findBlockByNumber(1)
    held = lines(view, second)
    assert (held.start, held.stop) == (6, 6 + 300)
    assert len(held.lines) > 2
    assert all(
        one.stop == other.start for one, other in zip(held.lines, held.lines[1:], strict=False)
    )
    assert list(held.rectangles(6, 6)) == []
    assert len(list(held.rectangles(6, 306))) == len(held.lines)
    assert held.rows(6, 306) == (held.lines[0].top, held.lines[-1].bottom)


def test_white_space_that_hangs_over_a_line_is_not_lit(qtbot: QtBot) -> None:
    view = shown(qtbot, f"{'word ' * 60}{' ' * 60}")
    held = lines(view, view.document().firstBlock())
    line = held.lines[0]
    assert view.text[line.stop - 1] == " "
    assert list(held.rectangles(line.stop - 1, line.stop)) == []
    (lit,) = held.rectangles(line.start, line.stop)
    assert lit.right() <= view.viewport().width()


def test_what_is_lit_follows_the_size_of_the_letters_and_of_the_window(qtbot: QtBot) -> None:
    text, spans = marked(LONG * 6)
    marks = [annotation(text, span).mark for span in spans]
    view, fresh = shown(qtbot, text), shown(qtbot, text)
    light(view, *marks)
    before = picture(view)
    for one in (view, fresh):
        one.zoom(3)
        one.resize(400, 380)
        one.spacing = 1.6
    light(fresh, *marks)
    after = picture(view)
    assert after == picture(fresh)
    assert after != before


@pytest.mark.parametrize("name", ["wrapped lines", "passages", "right to left", "an empty line"])
@pytest.mark.parametrize("height", [1, 7, 40])
def test_a_strip_is_lit_as_the_whole_is(qtbot: QtBot, name: str, height: int) -> None:
    """As when text scrolls: only what came into view is painted."""
    text, spans = marked(TEXTS[name])
    marks = [annotation(text, span) for span in spans]
    view = shown(qtbot, text)
    hit = Hit(DocumentId("d"), "d", None, 2, 9, "", text[2:9], "", 1.0)
    light(view, *(one.mark for one in marks), hits=[hit])
    view.frame(marks[-1], spans[-1][:2])
    assert in_strips(view.viewport(), height) == picture(view)


def test_of_a_long_block_what_is_seen_is_looked_at(qtbot: QtBot) -> None:
    text, spans = marked(LONG * 600)
    view = shown(qtbot, text)
    light(view, *(annotation(text, span).mark for span in spans))
    ((_, seen),) = seen_lines.between(view, 0, view.viewport().height())
    assert len(seen.lines) < 30 < view.document().firstBlock().layout().lineCount()
