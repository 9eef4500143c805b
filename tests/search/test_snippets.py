"""A hit shows the text that matched, where it stands, with whole words around it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzannotate.model.ids import DocumentId
from kzannotate.model.query import (
    All,
    AnyOf,
    Exact,
    FoundPassage,
    Inside,
    Matches,
    Near,
    Outside,
    Phrase,
    Place,
    Plan,
    Prefix,
    Without,
    Word,
)
from kzannotate.search.snippets import CONTEXT, hits

TEXT = (
    "We demand the release\nof  Ana Korin. "
    "The mi\u00adnistry \U0001f54a is\u00a0asked to release her."
)

BETWEEN = "release of Ana Korin. The mi\u00adnistry \U0001f54a is"


def passage(text: str, start: int = 0) -> FoundPassage:
    return FoundPassage(DocumentId("id"), "a.txt", 2, start, text, 1.5)


@pytest.mark.parametrize(
    ("plan", "matches"),
    [
        (Word(("release",)), ["release", "release"]),
        (Word(("ministry",)), ["mi\u00adnistry"]),
        (Word(("is", "her")), ["is", "her"]),
        (Prefix("rel"), ["release", "release"]),
        (Phrase(("release", "of", "ana")), ["release of Ana"]),
        (Phrase(("ministry", "is")), ["mi\u00adnistry \U0001f54a is"]),
        (All((Word(("korin",)), Word(("ana",)))), ["Ana", "Korin"]),
        (AnyOf((Word(("korin",)), Prefix("kor"))), ["Korin"]),
        (Without(Word(("korin",)), Word(("maren",))), ["Korin"]),
        (Word(("absent",)), []),
        (All((Word(("korin",)), Word(("absent",)))), []),
        (Without(Word(("korin",)), Word(("ana",))), []),
        (Near(("korin", "release"), 2), ["release of Ana Korin"]),
        (Near(("korin", "release"), 1), []),
        (Near(("release", "is"), 99), [BETWEEN, "is asked to release"]),
        (Exact(("Ana", "Korin"), ("ana", "korin")), ["Ana Korin"]),
        (Exact(("ana",), ("ana",)), []),
        (Exact(("ministry",), ("ministry",)), ["mi\u00adnistry"]),
        (Matches(r"release\s+of|her\b"), ["release of", "her"]),
        (Inside(Word(("release",)), (Place(first=2, last=2),)), ["release", "release"]),
        (Inside(Word(("release",)), (Place(first=3), Place(language="fr"))), []),
        (Outside(Word(("release",)), (Place(document="a.t"),)), []),
    ],
)
def test_matches(plan: Plan, matches: list[str]) -> None:
    assert [hit.match for hit in hits(passage(TEXT), plan)] == matches


def test_a_hit() -> None:
    (hit,) = hits(passage(TEXT, 1000), Word(("korin",)))
    assert (hit.document, hit.name, hit.page, hit.score) == ("id", "a.txt", 2, 1.5)
    assert (hit.start, hit.stop) == (1000 + TEXT.index("Korin"), 1005 + TEXT.index("Korin"))
    assert hit.before == "We demand the release of Ana "
    assert hit.after == ". The mi\u00adnistry \U0001f54a is asked to release her."
    assert hit.snippet == f"{hit.before}Korin{hit.after}"


def test_context_is_cut_between_words() -> None:
    text = " ".join(f"word{number:03}" for number in range(100))
    (hit,) = hits(passage(text), Word(("word050",)))
    assert re.fullmatch(r"…(word\d{3} )+", hit.before)
    assert re.fullmatch(r"( word\d{3})+…", hit.after)
    assert CONTEXT <= len(hit.before) < CONTEXT + 22
    assert CONTEXT <= len(hit.after) < CONTEXT + 22


@given(st.text(st.sampled_from("ab é\n\U0001f54a\u00ad."), max_size=300), st.integers(0, 9))
def test_every_hit_is_the_text(text: str, start: int) -> None:
    found = hits(passage(text, start), Word(("a", "b", "ab", "e")))
    assert found == sorted(found, key=lambda hit: hit.start)
    for hit in found:
        assert re.sub(r"\s+", " ", text[hit.start - start : hit.stop - start]) == hit.match
        around = hit.before.removeprefix("…") + hit.match + hit.after.removesuffix("…")
        assert around.strip() in re.sub(r"\s+", " ", text)
