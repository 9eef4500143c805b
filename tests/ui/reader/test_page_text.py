"""Letters of pages: two columns of two lines, a letter 10 wide and 12 high; then pages."""

from hypothesis import given
from hypothesis import strategies as st

from kzannotate.model.boxes import Box, pack
from kzannotate.model.document import Page
from kzannotate.ui.reader.page_text import PageText

TEXT = "Eenie\nman\nZwei\nja\nnext"


def line(x: float, y: float, letters: int) -> list[Box | None]:
    return [(x + 10 * i, y, x + 10 * i + 10, y + 12) for i in range(letters)]


COLUMNS = [*line(0, 0, 5), None, *line(0, 15, 3), None, *line(100, 0, 4), None, *line(100, 15, 2)]
NEXT = [None, *line(0, 0, 4)]
PAGES = (
    Page(1, 0, 17, 400, 500, pack(COLUMNS)),
    Page(2, 17, 17, 400, 500),
    Page(3, 17, 22, 400, 500, pack(NEXT)),
)
LETTERS = PageText(TEXT, PAGES)
HEBREW = PageText(
    "abc", [Page(1, 0, 3, 99, 99, pack([(50, 0, 60, 12), (40, 0, 50, 12), (30, 0, 40, 12)]))]
)


def words(page: int) -> list[str]:
    return [TEXT[one.start : one.stop] for one in LETTERS.lines(page)]


def test_a_line_a_row_and_column() -> None:
    assert words(0) == ["Eenie", "man", "Zwei", "ja"]
    assert words(1) == []
    assert words(2) == ["next"]


def test_the_caret_goes_beside_the_nearest_letter() -> None:
    at = LETTERS.position
    assert at(0, 12, 5) == 1
    assert at(0, 18, 5) == 2
    assert at(0, 49, 5) == 5
    assert at(0, -40, 20) == 6
    assert at(0, 103, 1) == 10
    assert at(0, 200, 20) == 17
    assert at(1, 5, 5) is None


def test_beside_a_line_is_its_end_and_not_another_line() -> None:
    assert LETTERS.position(0, 60, 20) == 9
    assert LETTERS.position(0, 400, 20) == 17
    assert LETTERS.position(0, 30, 60) == 9  # below a column, that column


def test_down_and_up_go_through_columns_and_pages() -> None:
    place, x = LETTERS.line_step(0, 4, 1, None)
    assert (place, x) == (9, 40)  # the shorter line's end
    place, _ = LETTERS.line_step(0, place, 1, x)
    assert place == 10  # the next column begins right of x
    place, _ = LETTERS.line_step(0, 16, 1, 20)
    assert place == 20  # over the page without letters
    place, _ = LETTERS.line_step(2, place, -1, 200)
    assert place == 17


def test_beyond_the_last_line_is_the_end() -> None:
    assert LETTERS.line_step(2, 20, 1, None)[0] == len(TEXT)
    assert LETTERS.line_step(0, 3, -1, None)[0] == 0


def test_a_line_has_two_ends() -> None:
    assert LETTERS.line_end(0, 7, -1) == 6
    assert LETTERS.line_end(0, 7, 1) == 9


def test_the_page_of_a_place() -> None:
    assert [LETTERS.page_at(place) for place in (0, 16, 17, 22)] == [0, 0, 2, 2]
    assert LETTERS.page_at(17, in_front=1) == 1  # a scan has its caret while it is in front


def test_scans_have_the_caret_on_the_page_in_front() -> None:
    scans = PageText("", [Page(number, 0, 0, 400, 500) for number in (1, 2, 3)])
    assert [scans.page_at(0, front) for front in range(3)] == [0, 1, 2]
    assert scans.line_step(1, 0, 1, None)[0] == 0
    assert scans.line_end(1, 0, 1) == 0


def test_right_to_left() -> None:
    (hebrew,) = HEBREW.lines(0)
    assert hebrew.right_to_left
    assert HEBREW.position(0, 59, 5) == 0
    assert HEBREW.position(0, 52, 5) == 1
    assert HEBREW.position(0, 31, 5) == 3
    assert HEBREW.caret(0, 0) == (60, 0, 60, 12)
    assert HEBREW.caret(0, 3) == (30, 0, 30, 12)


def test_a_part_of_a_line_covers_its_letters() -> None:
    assert LETTERS.rectangles(0, 1, 3) == [(10, 0, 30, 12)]
    assert LETTERS.rectangles(0, 3, 8) == [(30, 0, 50, 12), (0, 15, 20, 27)]
    assert LETTERS.rectangles(0, 0, 17) == [one.box for one in LETTERS.lines(0)]
    assert LETTERS.rectangles(2, 0, 17) == []


@given(st.integers(0, 17), st.integers(0, 17))
def test_a_stretch_is_covered_and_nothing_else(one: int, other: int) -> None:
    start, stop = sorted((one, other))
    covered = {
        place
        for place, box in enumerate(COLUMNS)
        if box
        for x0, y0, x1, y1 in LETTERS.rectangles(0, start, stop)
        if x0 <= box[0] and box[2] <= x1 and y0 <= box[1] and box[3] <= y1
    }
    assert covered == {place for place in range(start, stop) if COLUMNS[place]}


@given(st.integers(0, 22))
def test_a_caret_is_found_again_where_it_stands(place: int) -> None:
    page = LETTERS.page_at(place)
    box = LETTERS.caret(page, place)
    assert box
    found = LETTERS.position(page, box[0], (box[1] + box[3]) / 2)
    assert found is not None
    assert LETTERS.caret(page, found) == box


def test_letters_of_many_pages_are_not_kept() -> None:
    many = [Page(n + 1, 5 * n, 5 * n + 5, 400, 500, pack(line(0, 0, 5))) for n in range(200)]
    text = PageText("abcd " * 200, many)
    assert all(len(text.lines(page)) == 1 for page in range(200))
    assert len(text._unpacked) < 50
