"""Victims, by language: texts about invented people with the names that must be proposed."""

import re
import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzannotate.model.document import Passage
from kzannotate.suggest import victims
from kzannotate.suggest.rules import SHARED, Rules, load
from kzannotate.suggest.victim_senses import CODE
from tests.suggest.victim_rows import ROWS

MARK = re.compile(r"\[([^\]]*)\]")


def plain(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """A text without its brackets, and where these stood."""
    text, spans, at = "", [], 0
    for found in MARK.finditer(marked):
        text += marked[at : found.start()]
        spans.append((len(text), len(text) + len(found[1])))
        text += found[1]
        at = found.end()
    return text + marked[at:], spans


def proposed(text: str, language: str, rules: Rules | None = None) -> list[tuple[int, int]]:
    """Where victims are proposed, the whole text being in one language."""
    passages = [Passage(0, len(text), 0, language)]
    return [(one.start, one.stop) for one in victims.find(text, passages, rules or load())]


@pytest.mark.parametrize(
    ("language", "marked"), [(each, row) for each, rows in ROWS.items() for row in rows]
)
def test_the_harmed_are_proposed_and_nobody_else(language: str, marked: str) -> None:
    text, spans = plain(marked)
    assert [text[a:b] for a, b in proposed(text, language)] == [text[a:b] for a, b in spans]


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "[Ana\nKorin] was arrested; [Korin] had been\nfollowed."),
        ("fr", "L'opposante [Ana Ko-\nrin] a été arrêtée. Mme [Korin] est malade."),
        ("ru", "Пропал [Павел Дор-\nнов]. [Дорнова] похитили."),
        ("ru", "Осуждена [Aнна Kорина] (латинские буквы). О [Кориной] молчат."),
        ("it", "Il giornalista [Ana «Falco» Korin] è stato arrestato."),
        ("es", "Fue detenida [Ana de la Cruz Korin]."),
        ("nl", "[Ana van der Korin] werd gearresteerd."),
        ("fr", "**Libérez [ANA KORIN] !** [Ana Korin] est détenue depuis mai."),
    ],
)
def test_broken_lines_and_letters_of_another_script_stay_one_name(
    language: str, marked: str
) -> None:
    text, spans = plain(marked)
    assert [text[a:b] for a, b in proposed(text, language)] == [text[a:b] for a, b in spans]


def test_without_rules_for_the_language_those_of_all_languages_count() -> None:
    text = "Ana Korin was arrested."
    assert proposed(text, "") == proposed(text, "en") == [(0, 9)]


def test_names_that_a_project_adds_are_proposed_wherever_they_stand() -> None:
    rules = load().with_own({SHARED: {CODE: {"names": ["Ana Korin"]}}})
    text = "Ana Korin spoke. We met Korin again."
    assert not proposed(text, "en")
    found = list(victims.find(text, [Passage(0, len(text), 0, "en")], rules))
    assert [text[one.start : one.stop] for one in found] == ["Ana Korin", "Korin"]
    assert {one.rule for one in found} == {victims.KNOWN}


def test_words_that_a_project_adds_count() -> None:
    text = "Ana Korin was zorbed in May."
    assert not proposed(text, "en")
    assert proposed(text, "en", load().with_own({"en": {CODE: {"harm": ["zorb*"]}}}))


def test_each_says_which_rule_made_it_and_how_sure() -> None:
    text = "The prisoner Ana Korin. Pavel Dorn was arrested. Dorn is free."
    found = list(victims.find(text, [Passage(0, len(text), 0, "en")], load()))
    assert [one.rule for one in found][:2] == ["en.victim.captive", "en.victim.direct"]
    assert all(0.5 <= one.score <= 1 for one in found)


PIECES = [
    "Ana Korin",
    "Дорн",
    "А.",
    "de",
    "la",
    "ұлы",
    ", ",
    ". ",
    "\n",
    "\n\n",
    "\xad",
    " - ",
    "(",
    ")",
    "arrested",
    "judge",
    "освободить",
    "détenue",
    "Mme",
    "«",
    "»",
    "’",
    "1. ",
    "O’",
    " ",
]


@given(
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
    st.sampled_from(["en", "fr", "ru", "kk", ""]),
)
def test_spans_lie_within_the_text_in_order_and_the_same_each_time(
    text: str, language: str
) -> None:
    found = proposed(text, language)
    assert found == proposed(text, language) == sorted(set(found))
    assert all(0 <= a < b <= len(text) for a, b in found)
    assert all(b <= c for (_, b), (c, _) in pairwise(found))
    assert not any(text[a].isspace() or text[b - 1].isspace() for a, b in found)


HOSTILE = (
    "Ana Korin ", "A. ", "A.", "a", "A", "Aa", "1", " ", "\n", ",", "Ana, ", "O'", "’", "-", "A-",
    "Ana\n", "«", "(Ana", "van de ", "Ana van ", "Ана ", "arrested ", "Ana arrested ", "\u00ad",
    "a-\n", "Ana Korin, ", "Ana Korin.\n\n", "1. Ana Korin;\n",
)  # fmt: skip


def test_hostile_texts_take_no_more_than_their_length() -> None:
    """In a child process, so that a pattern that runs away ends the test and not the run."""
    program = (
        "import sys\n"
        "from kzannotate.model.document import Passage\n"
        "from kzannotate.suggest import victims\n"
        "from kzannotate.suggest.rules import load\n"
        "for piece in eval(sys.argv[1]):\n"
        "    text = piece * (100_000 // len(piece))\n"
        "    list(victims.find(text, [Passage(0, len(text), 0, 'en')], load()))\n"
    )
    subprocess.run([sys.executable, "-c", program, repr(HOSTILE)], check=True, timeout=120)
