"""Boxes on a page: two columns of two lines, a letter 10 wide and 12 high."""

from kzannotate.model.boxes import Box
from kzannotate.ui.reader.page_geometry import caret_at, lines


def line(x: float, y: float, letters: int) -> list[Box | None]:
    return [(x + 10 * i, y, x + 10 * i + 10, y + 12) for i in range(letters)]


COLUMNS = [*line(0, 0, 5), None, *line(0, 15, 3), *line(100, 0, 4), None, *line(100, 15, 2)]


def test_a_rectangle_a_line_and_column() -> None:
    assert lines(COLUMNS) == [
        (0, 0, 50, 12),
        (0, 15, 30, 27),
        (100, 0, 140, 12),
        (100, 15, 120, 27),
    ]


def test_nothing_has_no_lines() -> None:
    assert lines([]) == lines([None, None]) == []


def test_the_caret_goes_beside_the_nearest_letter() -> None:
    assert caret_at(COLUMNS, 12, 5) == 1
    assert caret_at(COLUMNS, 18, 5) == 2
    assert caret_at(COLUMNS, 49, 5) == 5
    assert caret_at(COLUMNS, -40, 20) == 6
    assert caret_at(COLUMNS, 103, 1) == 9


def test_beside_a_line_is_its_end_and_not_another_line() -> None:
    assert caret_at(COLUMNS, 60, 20) == 9


def test_a_page_without_boxes_has_no_caret() -> None:
    assert caret_at([], 1, 1) is None
    assert caret_at([None], 1, 1) is None
