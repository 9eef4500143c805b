"""Tells organisations whose name looks like a citation: `ARTICLE 19`, `Fundación Artículo 5`."""

import re
from dataclasses import dataclass

from kzannotate.suggest.article_citations import Citation
from kzannotate.suggest.article_openings import expression
from kzannotate.suggest.article_reading import Reading, fold
from kzannotate.suggest.rules import SHARED, Rules

CODE = "legal_article"
_FAR = 45
"""Code points before a citation in which a word for an organisation is looked for."""
_BESIDE = 12
"""Code points between the word for a body and the abbreviation of its treaty at most."""


@dataclass(frozen=True, slots=True)
class Groups:
    """Words that tell an organisation."""

    names: frozenset[str]
    """Names that look like a citation, as they are written."""
    introduce: re.Pattern[str]
    """What stands before such a name; group 1: a word of the name between."""
    follow: re.Pattern[str]
    """What such a name ends with, with a capital: `Article 5 Watch`."""
    does: re.Pattern[str]
    """What such an organisation does, behind its name in small letters: `Article 19 condemned`."""
    bodies: re.Pattern[str]
    """Words for the body that watches over a treaty, beside its abbreviation."""

    @classmethod
    def of(cls, rules: Rules) -> "Groups":
        """Those of all languages."""
        names = {n for one in (SHARED, *rules.languages) for n in rules.words(one, CODE, "groups")}
        before, verbs = any_word(rules, "group_words"), any_word(rules, "group_verbs")
        nouns = "|".join(map(re.escape, rules.words(SHARED, CODE, "group_nouns"))) or "(?!)"
        return cls(
            frozenset(names),
            re.compile(rf"(?<!\w)(?:{before})\s{{1,3}}\"?([^\W\d_]{{2,12}}\s)?$"),
            re.compile(rf"\s(?:{nouns})(?!\w)"),
            re.compile(rf"\s{{1,3}}(?:{verbs})"),
            re.compile(rf"(?<!\w)(?:{any_word(rules, 'bodies')})"),
        )

    def has(self, reading: Reading, citation: Citation) -> bool:
        """Whether what looks like a citation is the name of an organisation."""
        start, stop = citation.start, citation.stop
        written = " ".join(reading.text[start:stop].split())
        if written in self.names:
            return True
        if written.upper() in self.names and self.does.match(reading.folded, stop):
            return True
        if self.follow.match(reading.text, stop):
            return True
        before = self.introduce.search(reading.folded, max(0, start - _FAR), start)
        within = before and before[1]
        return bool(before) and (not within or reading.text[start - len(within)].isupper())

    def watches(self, reading: Reading, start: int, stop: int) -> bool:
        """Whether the abbreviation of a treaty means its body: `Comité CEDAW`."""
        name = reading.text[start:stop]
        if not (name.isupper() and name.isalpha()):
            return False
        folded = reading.folded
        beside = folded[max(0, start - _BESIDE) : start], folded[stop : stop + _BESIDE]
        return any(self.bodies.search(text) for text in beside)


def any_word(rules: Rules, name: str) -> str:
    """An expression for a list's words in all languages."""
    words = {w for one in (SHARED, *rules.languages) for w in rules.words(one, CODE, name)}
    return "|".join(expression(fold(word)) for word in sorted(words)) or "(?!)"
