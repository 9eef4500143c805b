"""Lines with the boxes of their letters, to the text of a page."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from kzannotate.library.lines import Line, clean, in_order, joined
from kzannotate.model.boxes import Box
from kzannotate.model.text import normalise

LETTERS = st.text(
    st.one_of(
        st.sampled_from(
            "aeо й\u0301\u0306\u0323\u1100\u1161\u11a8ﬁ\xad\ue000\0\x07\r\n\u2028\ud800 \t"
        ),
        st.characters(),
    ),
    max_size=30,
)


def box(place: int, y: float = 0.0) -> Box:
    return (10.0 * place, y, 10.0 * place + 10, y + 10)


def row(text: str) -> list[Box]:
    return [box(place) for place in range(len(text))]


def line(text: str, x: float, y: float, block: int = 0, *, upright: bool = True) -> Line:
    boxes = [(x + 5 * n, y, x + 5 * n + 5, y + 10) for n in range(len(text))]
    return Line(text, boxes, (x, y, x + 5 * len(text), y + 10), block, upright)


@given(LETTERS)
def test_a_cleaned_line_is_canonical_and_has_a_box_for_every_letter(text: str) -> None:
    cleaned, boxes = clean(text, row(text))
    assert len(boxes) == len(cleaned)
    assert normalise(cleaned) == cleaned == cleaned.strip()
    assert not any(
        unicodedata.category(letter) in ("Cc", "Cs") for letter in cleaned if letter != "\t"
    )


@given(LETTERS)
def test_boxes_stay_with_their_letters(text: str) -> None:
    cleaned, boxes = clean(text, row(text))
    for letter, (x0, _, x1, _) in zip(cleaned, boxes, strict=True):
        covered = text[round(x0 / 10) : round(x1 / 10)]
        assert set(unicodedata.normalize("NFD", letter)) <= {
            *unicodedata.normalize("NFD", covered),
            *(" " if any(sign in covered for sign in "\r\n\v\f\x85\u2028\u2029") else ""),
        }


def test_a_letter_and_its_mark_share_one_box() -> None:
    assert clean("e\u0301a", row("123")) == ("éa", [(0, 0, 20, 10), box(2)])


def test_what_is_no_letter_goes_with_its_box() -> None:
    assert clean(" \0a\x07\nb\ud800 ", row("12345678")) == ("a b", [box(2), box(4), box(5)])


def test_pieces_of_a_line_lines_and_blocks_are_joined_differently() -> None:
    text, boxes = joined(
        [
            line("1.", 50, 0),
            line("Nous", 70, 1, 1),
            line("demandons", 300, 0, 1),
            line("la fin", 70, 12, 1),
            line("Signé", 70, 50, 2),
        ]
    )
    assert text == "1. Nous demandons\nla fin\n\nSigné\n"
    assert [letter for letter, own in zip(text, boxes, strict=True) if not own] == [*"  \n\n\n\n"]


def test_a_page_without_lines_has_no_text() -> None:
    assert joined(in_order([], 595, 842)) == ("", [])


def test_columns_that_the_library_took_for_one_block_are_taken_apart() -> None:
    lines = [line("wort " * 8, x, 100 + 12 * y) for y in range(5) for x in (50, 300)]
    assert [found.area[0] for found in in_order(lines, 595, 842)] == [50] * 5 + [300] * 5


def test_turned_lines_come_last_unless_most_are_turned() -> None:
    stamp = line("received", 10, 50, 0, upright=False)
    body = line("a long sentence of the letter", 50, 100, 1)
    assert in_order([stamp, body], 595, 842) == [body, stamp]
    wide = [line("a turned table", 10, 500 - 10 * n, n, upright=False) for n in range(3)]
    assert in_order([*wide, stamp], 595, 842) == [*wide, stamp]


def test_a_page_read_from_the_right_is_left_in_its_order() -> None:
    lines = [line("مرحبا بكم في", x, 100 + 40 * n, n) for n in range(3) for x in (300, 50)]
    assert in_order(lines, 595, 842) == lines
