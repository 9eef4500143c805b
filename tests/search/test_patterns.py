"""Patterns spelled out to the words of the corpus."""

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from kzannotate.model.query import (
    All,
    AnyOf,
    Fuzzy,
    Phrase,
    Prefix,
    Reading,
    Wildcard,
    Without,
    Word,
)
from kzannotate.search.lexicon import Lexicon
from kzannotate.search.patterns import LEFT_OUT, MOST, spelled_out

FORMS = ("prison", "prisons", "liberation", "detention")


class Corpus:
    """A vocabulary of some forms."""

    def __init__(self, *forms: str) -> None:
        self.forms = forms

    def matching(self, pattern: str, most: int) -> Sequence[str]:
        return [form for form in self.forms if fnmatchcase(form, pattern)][:most]

    def of_length(self, letters: int) -> Sequence[str]:
        return [form for form in self.forms if len(form) == letters]

    def holding(self, pieces: Iterable[str], letters: int) -> Sequence[str]:
        some = list(pieces)
        return [one for one in self.of_length(letters) if any(piece in one for piece in some)]


def test_patterns_become_their_words_wherever_they_stand() -> None:
    ends, kept = Wildcard("*tion"), (Word(("a",)), Prefix("b"), Phrase(("c", "d")))
    spelled = Word(("liberation", "detention"))
    plan = Without(All((ends, *kept)), AnyOf((Wildcard("pris?n"), Wildcard("no*ne"))))
    expected = Without(All((spelled, *kept)), AnyOf((Word(("prison",)), Word(()))))
    assert spelled_out(Reading(plan, ("Said.",)), Corpus(*FORMS)) == Reading(expected, ("Said.",))
    assert spelled_out(Reading(None), Corpus(*FORMS)) == Reading(None)


def test_fuzzy_words_are_the_nearest_ones() -> None:
    forms = ("dzhakishev", "jakishev", "dzhakishiev", "dzhakisev", "dzahkishev", "akishev", "x")

    def near(letters: int, form: str = "dzhakishev") -> Word:
        reading = spelled_out(Reading(Fuzzy(form, letters)), Corpus(*forms))
        assert isinstance(reading.plan, Word)
        return reading.plan

    assert near(1).forms == ("dzhakishev", "dzhakisev", "dzahkishev", "dzhakishiev")
    assert near(2).forms == near(1).forms
    assert near(2, "kishev").forms == ("akishev", "jakishev")
    assert near(2, "y").forms == ()


words = st.text("ab", min_size=1, max_size=10)


@given(st.dictionaries(words, st.integers(1, 9), max_size=30), words, st.integers(1, 2))
def test_near_words_are_those_of_all_words(
    counted: dict[str, int], form: str, letters: int
) -> None:
    plan = spelled_out(Reading(Fuzzy(form, letters)), Lexicon(counted)).plan
    most = min(letters, len(form) - 1)
    near = {one for one in counted if OSA.distance(form, one) <= most}
    assert isinstance(plan, Word)
    assert set(plan.forms) == near
    distances = [OSA.distance(form, one) for one in plan.forms]
    assert distances == sorted(distances)


def test_too_many_words_are_said() -> None:
    many = Corpus(*(f"a{number}" for number in range(2 * MOST)))
    reading = spelled_out(Reading(Wildcard("?*")), many)
    assert isinstance(reading.plan, Word)
    assert len(reading.plan.forms) == MOST
    assert reading.remarks == ("?* fits more than 1000 words: the most frequent were searched.",)


def test_patterns_after_their_time_have_no_words() -> None:
    plan = All((Wildcard("*tion"), Fuzzy("prison", 1), Word(("a",))))
    reading = spelled_out(Reading(plan), Corpus(*FORMS), until=0.0)
    assert reading.plan == All((Word(()), Word(()), Word(("a",))))
    assert reading.remarks == (LEFT_OUT,)
