"""Tells where the title of a law ends that is known by number or date: `loi n° 7 sur la presse`."""

import re
from collections.abc import Iterable

from kzannotate.suggest.article_openings import expression
from kzannotate.suggest.article_reading import Reading, fold
from kzannotate.suggest.rules import Rules

CODE = "legal_article"
_BLANK = r"(?:[ \t]{1,3}|[ \t]?\n[ \t]?)"
_MOST_WORDS = 8
_MOST_PHRASES = 6


class Subjects:
    """What laws are about, by the habits of each language."""

    def __init__(self, rules: Rules) -> None:
        self._folded = {one: _subject(rules, one) for one in rules.languages}
        self._written, self._cuts = (
            {one: _any(rules.words(one, CODE, name)) for one in rules.languages}
            for name in ("subject_shapes", "subject_cuts")
        )

    def reach(self, rule: str, reading: Reading, stop: int) -> tuple[int, int]:
        """Where the date and the title stop that follow at `stop` a law found by this rule.

        Each is the place before where there is none.
        """
        language = rule.partition(".")[0]
        shaped = self._written[language].match(reading.text, stop)
        if shaped:
            return stop, shaped.end()
        found = self._folded[language].match(reading.folded, stop)
        if not found:
            return stop, stop
        cut = self._cuts[language].search(reading.text, stop, found.end())
        return max(stop, found.end("date")), cut.start() if cut else found.end()


def _any(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(patterns) or "(?!)")


def _subject(rules: Rules, language: str) -> re.Pattern[str]:
    """A word that begins a title, with what follows, or a date with a title after it."""

    def one_of(*names: str) -> str:
        words = {fold(word) for name in names for word in rules.words(language, CODE, name)}
        return "|".join(map(expression, sorted(words, key=len, reverse=True))) or "(?!)"

    ends = one_of("subject_ends", "words", "plurals", "parts", "named")
    word = rf"(?!(?:[a-z]{{1,5}}')?(?:{ends}))[^\W\d_][\w'-]{{0,30}}(?![\w'-])"
    small = one_of("subject_small", "and")
    before, after = (
        "|".join(rules.words(language, CODE, f"adjectives_{side}")) for side in ("before", "after")
    )
    lone = one_of("subject_determiners")
    title = _phrases(word, small, lone, before, after) if before else _words(word, small, ends)
    begins, apart = one_of("subjects"), one_of("subjects_apart")
    dated = "|".join(rules.words(language, CODE, "subject_dates")) or "(?!)"
    later = one_of("subjects", "subjects_after_date")
    return re.compile(
        rf"(?:{_BLANK}(?:{begins})|,{_BLANK}(?:{apart})){title}"
        rf"|(?P<date>{dated})(?!\w)(?:,?{_BLANK}(?:{later}){title})?"
    )


def _phrases(word: str, small: str, lone: str, before: str, after: str) -> str:
    """Nouns that small words join, each with the adjectives before and after it, by endings.

    A `lone` small word joins none: `la loi sur la presse le dit`.
    """
    noun = rf"(?!(?:{small})(?!\w))(?:[^\W\d_]{{1,2}}')?{word}"
    left, right = (
        rf"(?!(?:{small})(?!\w))(?=[\w'-]*(?:{ends})(?![\w'-])){word}"
        for ends in (before, after or "(?!)")
    )
    phrase = rf"(?:{left}{_BLANK}){{0,2}}{noun}(?:{_BLANK}{right}){{0,2}}"
    joined = rf"(?:(?<=er|ir|re)|(?!{_BLANK}(?:{lone})))(?:{_BLANK}(?:{small})){{1,3}}{_BLANK}?"
    begun = rf"(?:{_BLANK}?(?:{small})){{0,2}}{_BLANK}?{phrase}"
    return rf"{begun}(?:{joined}{phrase}){{0,{_MOST_PHRASES}}}"


def _words(word: str, small: str, ends: str) -> str:
    """All words up to a sign or to one that is part of no title, but not many."""
    end = rf"{_BLANK}?(?:[a-z]{{1,5}}')?(?:{ends})|\s{{0,3}}(?:$|[^\w\s])"
    following = rf"(?:{_BLANK}(?:{small}))*(?:{end})"
    return rf"{_BLANK}?{word}(?:{_BLANK}{word}){{0,{_MOST_WORDS}}}?(?={following})"
