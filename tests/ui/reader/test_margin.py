"""The stripes beside the text."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzannotate.model.ids import CodeId
from kzannotate.ui.reader.highlights import Suggested
from tests.ui.pictures import annotation, marked
from tests.ui.reader.test_block_lines import LONG, in_strips
from tests.ui.reader.test_text_view import CODES, light, view_of


def test_without_annotations_there_are_no_stripes(qtbot: QtBot) -> None:
    assert view_of(qtbot, "We ask.").margin.stripes() == []


def test_a_stripe_stands_beside_its_lines_alone(qtbot: QtBot) -> None:
    view = view_of(qtbot, "one\n[victim: two\nthree]\nfour")
    (upper, _), (lower, _) = view.margin.stripes()
    stripe = upper.united(lower)
    assert lower.top() <= upper.bottom() + 1
    one, four = view.text.index("one"), view.text.index("four")
    assert view.rows(one, one)[1] <= stripe.top()
    assert stripe.bottom() <= view.rows(four, four)[0] + 1
    assert stripe.height() > 1.5 * view.fontMetrics().height()


def test_stripes_are_painted_in_their_codes_colours(qtbot: QtBot) -> None:
    view = view_of(qtbot, "We [demand: ask for [victim: Ana]].")
    image = view.margin.grab().toImage()
    painted = {
        str(one.code): image.pixelColor(stripe.center().toPoint()).name()
        for stripe, one in view.margin.stripes()
    }
    assert painted == {key: CODES[key].colour for key in CODES if key in painted}
    assert len(painted) == 2


def test_many_codes_share_the_last_lane(qtbot: QtBot) -> None:
    drawn = " ".join(f"[code{number}: word{number}]" for number in range(20))
    view = view_of(qtbot, drawn)
    stripes = view.margin.stripes()
    assert len(stripes) == 20
    assert all(stripe.right() < view.margin.width() for stripe, _ in stripes)


def test_a_long_text_costs_what_is_seen(qtbot: QtBot) -> None:
    view = view_of(qtbot, "some [victim: name] here\n" * 5000)
    assert 0 < len(view.margin.stripes()) < 100


def test_it_scrolls_with_the_text(qtbot: QtBot) -> None:
    view = view_of(qtbot, "We [demand: ask for] [victim: Ana].\n\n[victim: Eva]\n" * 300)
    view.spacing = 1  # lines begin at whole pixels: what is moved and what is painted are the same
    view.show()
    qtbot.waitExposed(view)
    margin, bar = view.margin, view.verticalScrollBar()
    for place in (0, 2, 1, 7, 50, 49, 0, 3, bar.maximum(), bar.maximum() - 2):
        bar.setValue(place)
        QApplication.processEvents()
        seen = view.screen().grabWindow(view.winId()).copy(margin.geometry()).toImage()
        whole = margin.grab().toImage()
        assert seen.convertToFormat(whole.format()) == whole, place


@pytest.mark.parametrize("height", [1, 7, 40])
def test_a_strip_is_painted_as_the_whole_is(qtbot: QtBot, height: int) -> None:
    """As when text scrolls: only what came into view is painted."""
    drawn = f"before [demand: {LONG * 3}\n\n{LONG} and] after [victim: them, {LONG}]"
    text, spans = marked(drawn)
    view = view_of(qtbot, "")
    view.show_text(text, passages=[0, len(LONG) * 4])
    suggested = [Suggested(start + 1, stop, CodeId(code)) for start, stop, code in spans]
    light(view, *(annotation(text, span).mark for span in spans), suggestions=suggested)
    whole = view.margin.grab().toImage()
    assert len(view.margin.suggested()) == len(view.margin.stripes()) > 10
    assert in_strips(view.margin, height) == whole
