"""The stripes beside the text."""

from pytestqt.qtbot import QtBot

from tests.ui.reader.test_text_view import CODES, view_of


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
