"""The pictures of pages: bounded, the last seen stay."""

from PySide6.QtGui import QColor

from kzannotate.model.document import Picture
from kzannotate.ui.reader.page_pictures import Pictures


def grey(level: int, width: int = 10) -> Picture:
    return Picture(width, 10, bytes([level]) * (3 * width * 10))


def test_the_longest_unseen_go_first() -> None:
    pictures = Pictures(most=1000)  # three of some 320 bytes
    for number in (1, 2, 3):
        pictures.keep(number, grey(number), 1.0)
    assert pictures.get(1)
    pictures.keep(4, grey(4), 1.0)
    assert pictures.get(2) is None
    assert all(pictures.get(number) for number in (1, 3, 4))
    assert pictures.bytes <= 1000


def test_three_pictures_stay_however_large() -> None:
    """As many as two large pages and a neighbour: else they would drive one another out."""
    pictures = Pictures(most=10)
    for number in (1, 2, 3, 4):
        pictures.keep(number, grey(number), 1.0)
    assert [number for number in (1, 2, 3, 4) if pictures.has(number)] == [2, 3, 4]
    kept = pictures.get(2)
    assert kept
    assert QColor(kept.pixel(3, 3)).red() == 2


def test_a_page_is_done_at_its_zoom_or_when_it_cannot_be_drawn() -> None:
    pictures = Pictures()
    assert not pictures.is_done(1, 1.5)
    pictures.keep(1, grey(1), 1.5)
    assert pictures.is_done(1, 1.5)
    assert not pictures.is_done(1, 2.0)
    pictures.troubles[2] = "broken"
    assert pictures.is_done(2, 1.5)
    pictures.clear()
    assert not pictures.is_done(2, 1.5)
