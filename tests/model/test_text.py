"""The canonical text: composed, one kind of line end, nothing a file can't hold."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from kzannotate.model.text import fold, normalise

anything = st.text(st.characters(exclude_categories=()))


@given(anything)
def test_is_canonical_after_one_run(text: str) -> None:
    canonical = normalise(text)
    assert normalise(canonical) == canonical
    assert unicodedata.is_normalized("NFC", canonical)
    assert "\r" not in canonical
    assert "\0" not in canonical
    canonical.encode("utf-8")


def test_line_ends_and_letters() -> None:
    assert normalise("e\u0301te\u0301\r\nline\rend\0\ud800") == "été\nline\nend"


def test_what_joins_across_a_dropped_character_is_composed() -> None:
    assert normalise("e\0\u0301") == "é"


def test_folding_is_the_same_for_composed_and_apart() -> None:
    assert fold("Marché É") == fold("marche\u0301 e") == "marche e"
