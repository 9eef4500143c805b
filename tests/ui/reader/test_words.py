"""The word at the caret."""

import pytest

from kzannotate.ui.reader.words import word_at


@pytest.mark.parametrize(
    ("drawn", "word"),
    [
        ("|release them", "release"),
        ("rel|ease them", "release"),
        ("release| them", "release"),
        ("l’hom|me libre", "l’homme"),
        ("Ана|-Мария.", "Ана-Мария"),
        ("one  |  two", None),
        ("🕊🕊 Ай|гүл 🕊", "Айгүл"),
        ("|", None),
        ("end.|", None),
    ],
)
def test_it_holds_or_touches_the_caret(drawn: str, word: str | None) -> None:
    text = drawn.replace("|", "")
    span = word_at(text, drawn.index("|"))
    assert (text[slice(*span)] if span else None) == word


def test_it_is_found_far_into_a_long_text() -> None:
    text = "word " * 100_000 + "here " + "word " * 100_000
    assert word_at(text, 500_002) == (500_000, 500_004)
