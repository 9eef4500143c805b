"""Demands of short texts, a file a language in `demands/`; people and countries are invented."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzannotate.model.document import Passage
from kzannotate.model.suggestion import Suggestion
from kzannotate.suggest.demands import find
from kzannotate.suggest.rules import load

FOLDER = Path(__file__).parent / "demands"
LANGUAGES = sorted(file.stem for file in FOLDER.glob("*.txt"))
_SEPARATOR = "\n====\n"


def rows(language: str) -> list[str]:
    """The texts of a language; `[` and `]` are around each demand."""
    return (FOLDER / f"{language}.txt").read_text("utf-8").removesuffix("\n").split(_SEPARATOR)


def proposed(text: str, language: str = "") -> list[Suggestion]:
    """The demands of a text in one language."""
    return list(find(text, [Passage(0, len(text), None, language)], load()))


def marked(text: str, demands: list[Suggestion]) -> str:
    """The text with brackets around its demands."""
    for one in reversed(demands):
        text = f"{text[: one.start]}[{text[one.start : one.stop]}]{text[one.stop :]}"
    return text


@pytest.mark.parametrize(
    ("language", "row"), [(language, row) for language in LANGUAGES for row in rows(language)]
)
def test_demands_are_found_to_the_character(language: str, row: str) -> None:
    text = row.replace("[", "").replace("]", "")
    assert marked(text, proposed(text, language)) == row


def test_every_language_with_rules_has_rows() -> None:
    assert set(load().languages) == set(LANGUAGES)


_SIGNS = ["\n", "\n\n", "\f", "1. ", "- ", "**", "; ", ":\n", "«", "»", "İ", "\u00ad\n"]
_PIECES = st.one_of(
    st.sampled_from(sorted({row for language in LANGUAGES for row in rows(language)})),
    st.text(max_size=40),
    st.sampled_from(_SIGNS),
)


@given(st.lists(_PIECES, max_size=8), st.sampled_from([*LANGUAGES, "", "tr"]))
def test_spans_are_within_the_text_apart_and_in_order(pieces: list[str], language: str) -> None:
    text = "".join(pieces)
    found = proposed(text, language)
    last = 0
    for one in found:
        assert last <= one.start < one.stop <= len(text)
        assert text[one.start : one.stop].strip() == text[one.start : one.stop]
        assert one.code == "demand"
        assert 0 < one.score <= 1
        last = one.stop
    assert found == proposed(text, language)


HOSTILE = {
    "letters": "a" * 100_000,
    "capitals": "A" * 100_000,
    "digits": "1" * 100_000,
    "points": "1." * 50_000,
    "spaces": "calls on" + " " * 100_000,
    "lines": "calls on\n" * 12_000,
    "empty lines": "demands:" + "\n" * 100_000,
    "commas": "calls, " * 15_000,
    "semicolons": "urges;" * 17_000,
    "colons": "asks:\n" * 17_000,
    "items": "- urges to\n" * 10_000,
    "quotation marks": "« urges to " * 10_000,
    "brackets": "((((" * 25_000,
    "bold": "**" * 50_000,
    "ends": ".!?… " * 20_000,
    "capital words": "Urges To Release " * 6_000,
    "one sentence": "urges the " * 10_000,
    "gaps": "roept de verzoekt de considers that " * 3_000,
    "joins": "and condemns and " * 6_000,
    "Roman": "iiiii) xxxx) " * 8_000,
    "columns": "word      " * 10_000,
    "column of demands": "1. release them;      1. release us;\n" * 2_500,
    "inline": "asks: " + "1. release; 2. release; " * 4_000,
    "bare numbers": "asks:\n" + "1\nrelease;\n2\nend;\n" * 5_000,
    "two scripts": "aа" * 50_000,
    "words of two scripts": "Вar callс " * 10_000,
    "dashes": "— " * 50_000,
    "speech": "— We urge them to go, — " * 4_000,
    "articles": "Article 1 : " * 8_000,
    "headings": "RECOMMENDATIONS\n\n" * 6_000,
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_text_takes_no_time(name: str) -> None:
    script = (
        "import sys; from tests.suggest.test_demands import HOSTILE, proposed\n"
        "[proposed(HOSTILE[sys.argv[1]], each) for each in ('en', '')]"
    )
    subprocess.run([sys.executable, "-c", script, name], check=True, timeout=40)
