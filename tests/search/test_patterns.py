"""Patterns spelled out to the words of the corpus."""

from collections.abc import Sequence
from fnmatch import fnmatchcase

from kzannotate.model.query import All, AnyOf, Phrase, Prefix, Reading, Wildcard, Without, Word
from kzannotate.search.patterns import MOST, spelled_out

FORMS = ("prison", "prisons", "liberation", "detention")


def matching(pattern: str, most: int) -> Sequence[str]:
    return [form for form in FORMS if fnmatchcase(form, pattern)][:most]


def test_patterns_become_their_words_wherever_they_stand() -> None:
    ends, kept = Wildcard("*tion"), (Word(("a",)), Prefix("b"), Phrase(("c", "d")))
    spelled = Word(("liberation", "detention"))
    plan = Without(All((ends, *kept)), AnyOf((Wildcard("pris?n"), Wildcard("no*ne"))))
    expected = Without(All((spelled, *kept)), AnyOf((Word(("prison",)), Word(()))))
    assert spelled_out(Reading(plan, ("Said.",)), matching) == Reading(expected, ("Said.",))
    assert spelled_out(Reading(None), matching) == Reading(None)


def test_too_many_words_are_said() -> None:
    def many(pattern: str, most: int) -> Sequence[str]:
        return [f"a{number}" for number in range(most)]

    reading = spelled_out(Reading(Wildcard("?*")), many)
    assert isinstance(reading.plan, Word)
    assert len(reading.plan.forms) == MOST
    assert reading.remarks == ("?* fits more than 1000 words: the most frequent were searched.",)
