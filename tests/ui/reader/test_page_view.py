"""The printed page: where highlights lie, what is written, which page is in front."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from kzannotate.model.document import Page, Picture
from kzannotate.model.ids import CodeId
from kzannotate.ui.reader.highlights import CodedSpans, Spans, Suggested
from kzannotate.ui.reader.page_view import PageView
from tests.ui.pictures import annotation
from tests.ui.reader.paper import LOOKS, TEXT, at, colour, drag


def test_selecting_turns_to_the_page(view: PageView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.turned) as turned:
        view.select(14, 19)
    assert turned.args == [3]
    assert view.number == 3
    view.select(len(TEXT), len(TEXT))
    assert view.number == 3


def test_turning_takes_the_caret_along(view: PageView) -> None:
    view.turn(3)
    assert view.caret() == 14
    view.turn(1)
    assert view.caret() == 0
    view.turn(99)
    assert view.number == 3
    view.turn(-1)
    assert view.number == 1


def test_a_page_without_text_can_be_turned_to(view: PageView) -> None:
    view.turn(2)
    assert view.number == 2
    drag(view, 1, 3)
    assert view.selection() == (14, 14)


def test_scans_have_their_carets_on_the_page_in_front(view: PageView) -> None:
    scans = [Page(number, 0, 0, 400, 500) for number in (1, 2, 3)]
    view.show_pages(scans)
    assert view.number == 1
    view.turn(2)
    view.select(0, 0)
    assert view.number == 2


def test_highlights_lie_on_their_letters(view: PageView) -> None:
    ana = annotation(TEXT, (5, 8, "victim")).mark
    view.select(0, 0)
    white = colour(view, 5.5)
    view.show_highlights(CodedSpans([ana]), Spans(), LOOKS, (), CodedSpans())
    assert colour(view, 5.5) == LOOKS.behind([ana]) != white
    assert colour(view, 3.5) == colour(view, 9.5) == white
    view.turn(3)
    assert colour(view, 5.5) == white


def test_the_selection_and_the_caret_can_be_seen(view: PageView) -> None:
    view.show_picture(1, Picture(1, 1, b"\xff\xff\xff"))
    white = colour(view, 1.5)
    view.select(1, 4)
    assert colour(view, 1.5) != white
    view.select(9, 9)
    view.setFocus()
    image = view.viewport().grab().toImage()
    place = at(view, 9)
    dark = [
        x
        for x in range(place.x() - 3, place.x() + 4)
        if QColor(image.pixelColor(x, place.y())).lightness() < 100
    ]
    assert dark


def test_why_a_page_cannot_be_drawn_is_written_on_it(view: PageView) -> None:
    before = view.viewport().grab().toImage()
    view.show_trouble(3, "of another page")
    assert view.viewport().grab().toImage() == before
    view.show_trouble(1, "it took too long to draw")
    assert view.viewport().grab().toImage() != before


def test_without_pages_there_is_nothing(view: PageView) -> None:
    view.show_pages(())
    assert view.number == 0
    assert view.selection() == (0, 0)
    view.turn(1)
    view.zoom(1)
    drag(view, 0, 3)
    assert view.selection() == (0, 0)
    view.viewport().grab()


def test_a_page_that_cannot_be_drawn_shows_its_letters(view: PageView) -> None:
    blank = colour(view, 1.5)
    view.show_trouble(1, "broken")
    image = view.viewport().grab(QRect(at(view, 0) - QPoint(0, 12), QSize(300, 24))).toImage()
    shown = {image.pixelColor(x, y).name() for x in range(280) for y in range(24)}
    assert len(shown - {blank}) > 3


def test_a_stripe_and_its_tooltip(view: PageView) -> None:
    ana = annotation(TEXT, (5, 8, "victim")).mark
    view.show_highlights(CodedSpans([ana]), Spans(), LOOKS, (), CodedSpans())
    ((stripe, found),) = view.painting.stripes(0)
    assert found == ana
    middle = (stripe.center() + view.paper(0).topLeft()).toPoint()
    assert "Victim" in view.told(middle)
    assert "Victim" in view.told(at(view, 6))
    assert view.told(at(view, 12)) == ""
    image = view.viewport().grab().toImage()
    assert image.pixelColor(middle).name() == LOOKS.colour(ana.code)


def test_suggestions_are_framed_in_dashes_until_they_are_taken_back(view: PageView) -> None:
    def frame() -> list[str]:
        """The colours along the upper edge of the letters, in the row with most of them."""
        image = view.viewport().grab().toImage()
        (box,) = view.letters.rectangles(0, 5, 8)
        left, y, right = (round(edge * view.desk.zoom) for edge in box[:3])
        top = view.paper(0).topLeft().toPoint()
        rows = [
            [
                image.pixelColor(x + top.x(), row + top.y()).name()
                for x in range(left + 4, right - 4)
            ]
            for row in range(y - 3, y + 4)
        ]
        return min(rows, key=lambda row: row.count("#ffffff"))

    plain = frame()
    view.show_highlights(
        CodedSpans(), Spans(), LOOKS, (), CodedSpans([Suggested(5, 8, CodeId("victim"))])
    )
    dashed = frame()
    assert dashed != plain
    assert "#ffffff" in dashed  # between the dashes
    ((stripe, _),) = view.painting.suggested(0)
    middle = (stripe.center() + view.paper(0).topLeft()).toPoint()
    assert view.told(middle) == "<p>Suggested: Victim</p>"
    view.show_highlights(CodedSpans(), Spans(), LOOKS, (), CodedSpans())
    assert frame() == plain
    assert view.painting.suggested(0) == []
