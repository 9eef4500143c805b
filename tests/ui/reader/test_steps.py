"""Steps by letters and words."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzannotate.ui.reader.steps import letter, word_end, word_start

FAMILY = "\U0001f468\u200d\U0001f469"


def stepped(drawn: str, by: int, step: str) -> str:
    """Where the caret goes in a text drawn with a `|`, drawn the same way."""
    text, position = drawn.replace("|", ""), drawn.index("|")
    to = {"letter": letter, "end": word_end, "start": word_start}[step](text, position, by)
    return f"{text[:to]}|{text[to:]}"


@pytest.mark.parametrize(
    ("before", "by", "step", "after"),
    [
        ("a|bc", 1, "letter", "ab|c"),
        ("ab|c", -1, "letter", "a|bc"),
        (f"|{FAMILY}b", 1, "letter", f"{FAMILY}|b"),
        ("x\u0301|y", -1, "letter", "|x\u0301y"),
        ("end|", 1, "letter", "end|"),
        ("|end", -1, "letter", "|end"),
        ("the re|lease, of", 1, "end", "the release|, of"),
        ("the release|, of", 1, "end", "the release, of|"),
        ("the release, of|", -1, "end", "the release|, of"),
        ("the |release", -1, "start", "|the release"),
        ("|l’homme libre", 1, "start", "l’homme |libre"),
        ("libre| …", 1, "end", "libre |…"),
    ],
)
def test_steps(before: str, by: int, step: str, after: str) -> None:
    assert stepped(before, by, step) == after


@given(
    st.text(st.sampled_from("aé \u0301🕊\u200d\n.")), st.integers(0, 30), st.sampled_from([-1, 1])
)
def test_steps_stay_inside_and_lead_on(text: str, position: int, by: int) -> None:
    position = min(position, len(text))
    for step in (letter, word_end, word_start):
        to = step(text, position, by)
        assert 0 <= to <= len(text)
        assert (to - position) * by > 0 or to == position == (len(text) if by > 0 else 0)


@given(st.text(st.characters(categories=["L", "M", "Zs"]), max_size=40))
def test_letters_are_never_parted_from_their_marks(text: str) -> None:
    position = 0
    while position < len(text):
        position = letter(text, position, 1)
        if position < len(text) and text[position - 1].isalpha():
            assert not unicodedata.combining(text[position])
