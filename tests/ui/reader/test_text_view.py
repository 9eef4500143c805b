"""The text as it is shown, selected and lit: always code points of the canonical text."""

import re
from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzannotate.model.annotation import Mark
from kzannotate.model.codebook import BUILT_IN, Code
from kzannotate.model.ids import CodeId, DocumentId
from kzannotate.model.query import Hit
from kzannotate.ui import colours
from kzannotate.ui.reader.highlights import CodedSpans, Spans, Suggested
from kzannotate.ui.reader.text_view import TextView
from tests.ui.pictures import annotation, marked

CODES = {CodeId(code.key): code for code in BUILT_IN}
ODD = "a\u2028b\u2029c\xa0d\x0ce\x0bf\x85g\x1ch\ufdd0i\ufdd1j\ufeffk\ufffcl🕊m\ufffe\uffff\u200dé"


def view_of(qtbot: QtBot, drawn: str, codes: dict[CodeId, Code] | None = None) -> TextView:
    text, marks = marked(drawn)
    view = TextView()
    qtbot.addWidget(view)
    view.resize(500, 300)
    view.show()
    view.show_codes(codes or CODES)
    view.show_text(text)
    light(view, *(annotation(text, mark).mark for mark in marks))
    return view


def light(
    view: TextView,
    *annotations: Mark,
    hits: Sequence[Hit] = (),
    suggestions: Sequence[Suggested] = (),
) -> None:
    view.show_highlights(CodedSpans(annotations), Spans(hits), CodedSpans(suggestions))


def lit(view: TextView) -> list[tuple[str, str]]:
    """What is highlighted on the screen, and the colour behind it."""
    return [
        (view.text[start:stop], look.behind.name() if look.behind else "")
        for start, stop, look in view.lighting.lit(*view.visible())
    ]


def as_shown(text: str) -> str:
    """Line ends of every kind are the same, a block's; order marks are like a joiner of words."""
    return re.sub("[\u2060\ufeff\ufffe]", "", re.sub("[\n\u2029\ufdd0\ufdd1]", "|", text))


_SHARED: list[TextView] = []


def shared_view() -> TextView:
    """One view for all the examples of a hypothesis."""
    if not _SHARED:
        QApplication.instance() or QApplication([])
        _SHARED.append(TextView())
    return _SHARED[0]


def test_odd_letters_and_an_emoji_shift_nothing(qtbot: QtBot) -> None:
    view = view_of(qtbot, f"{ODD} 🕊🕊 of [victim: Ana Korin] and")
    assert [text for text, _ in lit(view)] == ["Ana Korin"]


def test_overlaps_are_blended_and_stay_legible(qtbot: QtBot) -> None:
    view = view_of(qtbot, "We [demand: demand that [victim: A. K.] be freed].")
    found = lit(view)
    assert [text for text, _ in found] == ["demand that ", "A. K.", " be freed"]
    behind = [colour for _, colour in found]
    assert behind[0] == behind[2] != behind[1]
    letters = view.palette().text().color().name()
    assert all(colours.contrast(colour, letters) >= colours.LEGIBLE for colour in behind)


def test_an_unknown_code_is_shown_in_grey(qtbot: QtBot) -> None:
    assert [text for text, _ in lit(view_of(qtbot, "an [other: odd] one"))] == ["odd"]


def test_the_active_annotation_is_framed_whole(qtbot: QtBot) -> None:
    view = view_of(qtbot, "We [demand: demand that [victim: A. K.] be freed].")
    view.show_active(annotation(view.text, (3, 29, "demand")))
    assert lit(view)[-1] == ("demand that A. K. be freed", "")
    assert view.lighting.lit(*view.visible())[-1].look.outline
    view.show_active(None)
    assert len(lit(view)) == 3


def test_hits_have_their_own_look(qtbot: QtBot) -> None:
    view = view_of(qtbot, "They free him, and free her.")
    free = annotation(view.text, (5, 9, "demand")).mark
    hit = Hit(DocumentId("d"), "d", None, 19, 23, "", "free", "", 1.0)
    light(view, free, hits=[hit])
    (_, tagged), (text, found) = lit(view)
    assert text == "free"
    assert found != tagged


def test_only_what_is_on_the_screen_is_lit(qtbot: QtBot) -> None:
    view = view_of(qtbot, "some [victim: name] here\n" * 5000)
    assert 0 < len(lit(view)) < 100
    before = lit(view)
    view.select(len(view.text) - 10, len(view.text) - 10)
    first, last = view.visible()
    assert first > len(view.text) - 5000
    assert last == len(view.text)
    assert 0 < len(lit(view)) < 100
    assert before


def test_one_endless_line_is_lit_where_it_is_seen(qtbot: QtBot) -> None:
    view = view_of(qtbot, "some [victim: name] here " * 3000)
    assert 0 < len(lit(view)) < 200


def test_the_caret_and_the_selection_go_by_keys(qtbot: QtBot) -> None:
    view = view_of(qtbot, "🕊 one two")
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.caret() == 1
    qtbot.keyClick(view, Qt.Key.Key_Right)
    shift = Qt.KeyboardModifier.ShiftModifier
    with qtbot.waitSignal(view.moved):
        qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier | shift)
    assert view.selection() == (2, 6)
    qtbot.keyClick(view, Qt.Key.Key_X)
    assert view.text == "🕊 one two"


@pytest.mark.parametrize("steps", [3, -2])
def test_zooming_changes_the_size_of_the_letters(qtbot: QtBot, steps: int) -> None:
    view = view_of(qtbot, "one")
    before = view.font().pointSizeF()
    view.zoom(steps)
    assert view.font().pointSizeF() == before + steps


def test_a_stripe_a_code_stands_beside_the_text(qtbot: QtBot) -> None:
    view = view_of(qtbot, "We [demand: demand that [victim: A. K.] be freed]. [demand: Now!]")
    stripes = view.margin.stripes()
    assert [str(one.code) for _, one in stripes] == ["demand", "victim", "demand"]
    lanes = {str(one.code): stripe.left() for stripe, one in stripes}
    assert lanes["demand"] < lanes["victim"]


def test_a_stripe_says_what_it_stands_for(qtbot: QtBot) -> None:
    view = view_of(qtbot, "We [demand: ask <b>] for")
    (stripe, _), *_ = view.margin.stripes()
    told = view.margin.told(stripe.center().toPoint())
    assert "Demand" in told
    assert "&lt;b&gt;" in told
    assert view.margin.told(QPoint(0, 299)) == ""


def test_a_new_palette_changes_the_highlights(qtbot: QtBot) -> None:
    from kzannotate.ui import theme

    view = view_of(qtbot, "We [demand: ask] for")
    ((_, light),) = lit(view)
    view.setPalette(theme.palette(dark=True))
    ((_, dark),) = lit(view)
    assert light != dark


def test_suggestions_are_dashed_until_they_are_taken_back(qtbot: QtBot) -> None:
    view = view_of(qtbot, "🕊 They free him.")
    light(view, suggestions=[Suggested(7, 11, CodeId("demand"))])
    assert lit(view) == [("free", "")]
    (suggested,) = view.lighting.lit(*view.visible())
    assert suggested.look.outline
    assert suggested.look.outline.style() == Qt.PenStyle.DashLine
    ((stripe, _),) = view.margin.suggested()
    assert view.margin.stripes() == []
    assert "Suggested" in view.margin.told(stripe.center().toPoint())
    assert "Suggested: Demand" in view.lighting.told(8)
    light(view)
    assert lit(view) == []
    assert view.margin.suggested() == []
