"""Thumbnails in their rows."""

import pytest
from PySide6.QtCore import QRect, QSize

from kzannotate.ui.page_delegate import paper_in
from kzannotate.ui.reader.thumbnails import SIZE

ROOM = QRect(6, 40, 300, SIZE.height())


@pytest.mark.parametrize(
    ("picture", "size"),
    [
        (SIZE, SIZE),
        (SIZE * 2, SIZE),  # of a screen with twice as many pixels
        (QSize(112, 20), QSize(112, 20)),
        (QSize(8, 158), QSize(8, 158)),
    ],
)
def test_a_page_of_any_form_stands_right_above_its_number(picture: QSize, size: QSize) -> None:
    paper = paper_in(ROOM, picture)
    assert paper.size() == size
    assert ROOM.contains(paper)
    assert paper.bottom() == ROOM.bottom()
    assert abs(paper.center().x() - ROOM.center().x()) <= 1
