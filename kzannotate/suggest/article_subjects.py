"""Tells where the title of a law ends that is known by number or date: `loi n° 7 sur la presse`."""

import re

from kzannotate.suggest.article_openings import expression
from kzannotate.suggest.article_reading import Reading, fold
from kzannotate.suggest.rules import Rules

CODE = "legal_article"
_MOST_WORDS = 16
_BLANK = r"(?:[ \t]{1,3}|[ \t]?\n[ \t]?)"


class Subjects:
    """What laws are about, by the habits of each language."""

    def __init__(self, rules: Rules) -> None:
        self._folded = {one: _subject(rules, one) for one in rules.languages}
        self._written = {
            one: re.compile("|".join(rules.words(one, CODE, "subject_shapes")) or "(?!)")
            for one in rules.languages
        }

    def reach(self, rule: str, reading: Reading, stop: int) -> int:
        """Where the title stops that follows at `stop` a law found by this rule, or `stop`."""
        language = rule.partition(".")[0]
        shaped = self._written[language].match(reading.text, stop)
        found = shaped or self._folded[language].match(reading.folded, stop)
        return found.end() if found else stop


def _subject(rules: Rules, language: str) -> re.Pattern[str]:
    """A word that begins a title, and words up to a sign or to one that is part of no title."""

    def one_of(*names: str) -> str:
        words = {fold(word) for name in names for word in rules.words(language, CODE, name)}
        return "|".join(map(expression, sorted(words, key=len, reverse=True))) or "(?!)"

    begins, small = one_of("subjects"), one_of("subject_small", "and")
    ends = one_of("subject_ends", "words", "plurals", "parts", "named")
    dated = "|".join(rules.words(language, CODE, "subject_dates")) or "(?!)"
    later = one_of("subjects", "subjects_after_date")
    word = rf"(?!(?:[a-z]{{1,5}}')?(?:{ends}))[^\W\d_][\w'-]{{0,30}}(?![\w'-])"
    following = (
        rf"(?:{_BLANK}(?:{small}))*(?:{_BLANK}?(?:[a-z]{{1,5}}')?(?:{ends})|\s{{0,3}}(?:$|[^\w\s]))"
    )
    title = rf"{_BLANK}?{word}(?:{_BLANK}{word}){{0,{_MOST_WORDS}}}?(?={following})"
    return re.compile(
        rf"{_BLANK}(?:{begins}){title}|(?:{dated})(?!\w)(?:,?{_BLANK}(?:{later}){title})?"
    )
