"""Small pictures: which is drawn next, how many are kept."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from kzannotate.model.document import Page, Picture
from kzannotate.ui.reader.thumbnails import SIZE, Thumbnails


def pages(count: int) -> list[Page]:
    return [Page(number + 1, 0, 0, 400, 500) for number in range(count)]


def picture(size: QSize) -> Picture:
    return Picture(size.width(), size.height(), bytes(3 * size.width() * size.height()))


@pytest.fixture
def thumbnails(qapp: QApplication) -> Thumbnails:
    made = Thumbnails()
    made.show(pages(9), 1.0)
    return made


def draw(thumbnails: Thumbnails, front: int, seconds: float = 0.0) -> int:
    """Draw the next one, as the reader process would; 0: none is wanted."""
    wish = thumbnails.next(front)
    if wish is None:
        return 0
    thumbnails.keep(wish[0], picture(thumbnails.size(wish[0])), seconds)
    return wish[0]


def test_what_is_looked_at_comes_first_the_newest_wish_before_all(thumbnails: Thumbnails) -> None:
    thumbnails.want(7)
    thumbnails.want(9)
    assert [draw(thumbnails, 4) for _ in range(5)] == [9, 7, 4, 5, 3]
    thumbnails.want(9)
    assert draw(thumbnails, 4) == 6


def test_nothing_ahead_without_a_page_in_front(thumbnails: Thumbnails) -> None:
    assert draw(thumbnails, 0) == 0


def test_a_page_fits_whatever_its_form(thumbnails: Thumbnails) -> None:
    thumbnails.show([Page(1, 0, 0, 9000, 10), Page(2, 0, 0, 1, 5000), Page(3, 0, 0, 0, 0)], 1.0)
    for number in (1, 2, 3):
        assert thumbnails.size(number).boundedTo(SIZE) == thumbnails.size(number)
        assert not thumbnails.size(number).isEmpty()


def test_what_was_looked_at_longest_ago_goes_first(qapp: QApplication) -> None:
    thumbnails = Thumbnails(most=3 * 4 * SIZE.width() * SIZE.height())
    thumbnails.show([Page(n, 0, 0, *SIZE.toTuple()) for n in range(1, 6)], 1.0)
    for number in (1, 2, 3):
        thumbnails.keep(number, picture(SIZE))
    assert thumbnails.get(1)
    thumbnails.keep(4, picture(SIZE))
    assert [number for number in range(1, 6) if thumbnails.get(number)] == [1, 3, 4]


def test_ahead_ends_where_drawing_takes_long_and_wishes_are_still_met(
    thumbnails: Thumbnails,
) -> None:
    assert [draw(thumbnails, 4, 1.0) for _ in range(4)] == [4, 5, 3, 0]
    thumbnails.want(8)
    assert draw(thumbnails, 4) == 8
    assert draw(thumbnails, 4) == 6


def test_a_page_that_can_not_be_drawn_is_asked_for_once(thumbnails: Thumbnails) -> None:
    thumbnails.want(2)
    thumbnails.keep(2, None)
    thumbnails.want(2)
    assert thumbnails.next(0) is None
    assert thumbnails.get(2) is None
