"""Regular expressions: read, run, and stopped in time."""

import time

import pytest

from kzannotate.search.expressions import LONGEST, OutOfTime, fault, matches


@pytest.mark.parametrize(
    ("expression", "told"),
    [
        ("art[ií]c", None),
        ("(a", "missing )"),
        ("[a", "unterminated character set"),
        ("a{2,1}", "min repeat greater than max repeat"),
        ("*", "nothing to repeat"),
        ("a" * (LONGEST + 1), "an expression has at most 500 characters"),
        ("(" * 200 + "a" + ")" * 200, None),
    ],
)
def test_fault(expression: str, told: str | None) -> None:
    assert fault(expression) == told


def test_matches_between_two_places() -> None:
    text = "Article 12, article 174, ARTICLE 3."
    found = list(matches(r"article \d+", text, 3, len(text), time.monotonic() + 60))
    assert [text[slice(*span)] for span in found] == ["article 174", "ARTICLE 3"]
    assert list(matches("z*", text, 0, len(text), time.monotonic() + 60)) == []


@pytest.mark.parametrize("expression", [r"(\w+\s?)+[;:]$", r"(.*a){20}b", "((a?){30})*[bc]$"])
def test_stops_in_time(expression: str) -> None:
    with pytest.raises(OutOfTime):
        list(matches(expression, "a" * 5000 + "!", 0, 5001, time.monotonic() + 0.2))
    with pytest.raises(OutOfTime):
        list(matches("a", "a", 0, 1, time.monotonic() - 1))
