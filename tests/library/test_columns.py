"""The reading order on a page, drawn: a letter is a rectangle and, by the alphabet, its turn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzannotate.library.columns import Rectangle, reading_order

ACROSS, DOWN = 10.0, 20.0
LETTERS = "abcdefghijklmnopqrstuvwxyz"

PAGES = {
    "one column": """
        aaaaaaaaaaaaaaaaaaaaaaaa
        bbbbbbbbbbb
        cccccccccccccccccccccccc
        """,
    "two columns": """
        aaaaaaaaaaa  dddddddddddd
        aaaaaaaaaaa  dddddddddddd
        bbbbbbbbbbb  eeeeeeeeeeee
        cccccccccc   eeeeeeeeeeee
        """,
    "a title over two columns, the number of the page under the gutter": """
        ......aaaaaaaaaaaaaa.....
        .........................
        bbbbbbbbbbb  dddddddddddd
        bbbbbbbbbbb  dddddddddddd
        ccccccccccc  eeeeeeeeeeee
        ccccccccccc
        ...........ff
        """,
    "a table in the middle of two columns": """
        aaaaaaaaaaa  bbbbbbbbbbbb
        aaaaaaaaaaa  bbbbbbbbbbbb
        ccccccccccccccccccccccccc
        ddddddddddd  fffffffffff
        eeeeeeeeeee  fffffffffff
        eeeeeeeeeee  fffffffffff
        """,
    "three columns": """
        aaaaaaa  cccccccc  eeeeeee
        aaaaaaa  cccccccc  eeeeeee
        bbbbbbb  dddddddd  eeeeeee
        """,
    "a hole in the right column": """
        aaaaaaaaaaa  ddddddddddd
        aaaaaaaaaaa  ddddddddddd
        bbbbbbbbbbb
        ccccccccccc  eeeeeeeeeee
        ccccccccccc  eeeeeeeeeee
        """,
    "numbers before paragraphs": """
        a  bbbbbbbbbbbbbbbbbbbbbbb
        ...bbbbbbbbbbbbbbbbbbbbbbb
        c  ddddddddddddddddddddddd
        ...ddddddddddddddddddddddd
        """,
    "a letterhead: one row is no column": """
        aaaaaaaaa      bbbbbbbbbbb
        cccccccccccc
        """,
}


def rectangles(picture: str) -> tuple[list[Rectangle], float, float]:
    """The rectangles of a picture in the alphabet's order, and the page's size."""
    rows = picture.strip("\n").split("\n")[:-1]
    rows = [row.removeprefix(" " * 8) for row in rows]
    found = []
    for letter in sorted({*"".join(rows)} & {*LETTERS}):
        places = [
            (x, y) for y, row in enumerate(rows) for x, sign in enumerate(row) if sign == letter
        ]
        xs, ys = zip(*places, strict=True)
        left, top = ACROSS * min(xs), DOWN * min(ys)
        found.append((left, top + 1, ACROSS * (max(xs) + 1), DOWN * (max(ys) + 1) - 1))
    return found, ACROSS * max(map(len, rows)), DOWN * len(rows)


@pytest.mark.parametrize("picture", PAGES.values(), ids=PAGES.keys())
@pytest.mark.parametrize("given_as", ["in order", "backwards", "mixed"])
def test_reading_order(picture: str, given_as: str) -> None:
    found, width, height = rectangles(picture)
    mixed = {
        "in order": found,
        "backwards": found[::-1],
        "mixed": found[1::2] + found[::2],
    }[given_as]
    order = reading_order(mixed, width, height)
    turns = "".join(LETTERS[found.index(mixed[index])] for index in order)
    assert turns == LETTERS[: len(found)]


side = st.floats(-100, 900, allow_nan=False)


@given(st.lists(st.tuples(side, side, side, side), max_size=25), st.floats(0, 900))
def test_every_rectangle_comes_once(corners: list[Rectangle], size: float) -> None:
    shapes = [(min(a, c), min(b, d), max(a, c), max(b, d)) for a, b, c, d in corners]
    assert sorted(reading_order(shapes, size, size)) == list(range(len(shapes)))


def test_running_heads_come_first_and_page_numbers_last() -> None:
    head, foot = (500.0, 20.0, 540.0, 32.0), (70.0, 800.0, 80.0, 812.0)
    left, right = (70.0, 100.0, 290.0, 700.0), (310.0, 100.0, 540.0, 700.0)
    assert reading_order([foot, right, left, head], 595, 842) == [3, 2, 1, 0]


def test_a_drawing_of_too_many_pieces_is_left_as_it_is() -> None:
    pieces = [(x, y, x + 5.0, y + 5.0) for x in range(0, 600, 10) for y in range(0, 600, 10)]
    assert reading_order(pieces[::-1], 600, 600) == list(range(3600))
