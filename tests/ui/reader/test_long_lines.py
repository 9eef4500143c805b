"""Endless lines are broken where passages begin, and nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from kzannotate.library import passages
from kzannotate.ui.reader.long_lines import LONG, broken

WORDS = st.sampled_from(["a ", "Ana. ", "🕊\t", "e\u0301\u2003", "\n", "x" * 300])
TEXTS = st.lists(WORDS, min_size=1, max_size=30).map("".join)


@given(TEXTS, st.integers(1, 2000))
def test_only_white_space_before_a_passage_is_shown_otherwise(piece: str, times: int) -> None:
    text = piece * times
    starts = [one.start for one in passages.cut(text)]
    shown = broken(text, starts)
    assert len(shown) == len(text)
    changed = {
        place for place, pair in enumerate(zip(text, shown, strict=True)) if len({*pair}) > 1
    }
    assert changed <= {start - 1 for start in starts}
    assert all(text[place].isspace() and shown[place] == "\n" for place in changed)


def test_no_line_stays_long() -> None:
    text = "a line before\n" + "Ana asks. " * LONG + "\na line after"
    shown = broken(text, [one.start for one in passages.cut(text)])
    assert max(map(len, shown.split("\n"))) < 2 * LONG
    assert shown.startswith("a line before\nAna")


def test_lines_of_a_usual_length_stay() -> None:
    text = "A paragraph of a letter. " * 700
    assert broken(text, [0, 5000, 10000]) is text
