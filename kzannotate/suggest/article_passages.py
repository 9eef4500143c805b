"""Joins citations to passages: a list under one law is one, with the law that stands beside it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kzannotate.suggest.article_citations import Citation
from kzannotate.suggest.article_instruments import Named
from kzannotate.suggest.article_reading import Reading

_TITLE_BEFORE = re.compile(
    r'(?<!\w)(?:(?:"[^"]{3,120}"(?:\s{1,3}туралы)?'
    r"|[А-ЯҚҰӨҮІҒҢҺ]Р|[А-ЯҚҰӨҮІҒҢҺ]\w{2,20}\s{1,3}Республикасы(?:ның)?"
    r"|[А-ЯҚҰӨҮІҒҢҺ]\w{3,20}(?:ның|нің|дың|дің|тың|тің)(?<!ұлының)(?<!қызының)(?<!овтың)(?<!евтің)(?<!овтің)(?<!евтың)(?<!иннің)|(?!\w*(?:ция|сия|Партия))[А-ЯҚҰӨҮІҒҢҺ]\w{1,20}(?:стан|ия)"
    r"|[А-ЯҚҰӨҮІҒҢҺӘ]\w{3,25}\s{1,3}туралы"
    r"|(?<=\s)\d{4}\s{1,3}жылғы(?:\s{1,3}\d{1,2}\s{1,3}[а-яқұөүіғңһә]{4,14})?)\s{1,3}){1,3}$"
)
"""The title of a law or its country, where they stand before the word for law."""
_LONGEST_TITLE = 170
_SIGNS = ("(", '"')


@dataclass(frozen=True, slots=True)
class Linked:
    """A citation, and the law that stands beside it."""

    citation: Citation
    law: Named | None = None


@dataclass(frozen=True, slots=True)
class ArticlePassage:
    """One passage that cites provisions of one law."""

    start: int
    """Code points in the reading, half-open."""
    stop: int
    citations: tuple[Citation, ...]


def passages(reading: Reading, linked: Sequence[Linked]) -> Iterator[ArticlePassage]:
    """The passages of these citations, which are in the order of the text."""
    together: list[Linked] = []
    for one in linked:
        if together and not _continues(reading, together[-1], one):
            yield _passage(reading, together)
            together = []
        together.append(one)
    if together:
        yield _passage(reading, together)


def _continues(reading: Reading, last: Linked, one: Linked) -> bool:
    """Whether no more than a comma or an `and` stands between two of one law."""
    first, second = last.citation, one.citation
    if first.instrument != second.instrument or second.start < first.stop:
        return False
    if last.law and last.law.start >= first.stop:
        return False
    between = reading.folded[first.stop : second.start]
    habits = second.habits
    repeated = any(word.match(reading.folded, second.start) for word in (habits.led, habits.part))
    repeated = repeated or (second.word.after and reading.text[first.stop - 1].isalpha())
    joins = habits.bare_and if repeated else habits.also
    named = second.word.named and first.word != second.word and reading.text[second.start] != "§"
    return bool(joins.fullmatch(between)) and not named


def _passage(reading: Reading, together: Sequence[Linked]) -> ArticlePassage:
    first, last = together[0], together[-1]
    start, stop = first.citation.start, last.citation.stop
    if last.law and last.law.start >= stop:
        between = reading.text[stop : last.law.start]
        stop = stop if _is_unfit(between) else last.law.reach
    elif first.citation.habits.law_first and first.law and first.law.stop <= start:
        between = reading.text[first.law.stop : start]
        begin = first.law.start if first.law.begin is None else first.law.begin
        start = start if _is_unfit(between) else titled_from(reading, begin)
    return ArticlePassage(start, stop, tuple(one.citation for one in together))


def titled_from(reading: Reading, place: int) -> int:
    """Where a law begins whose title stands before the word for law at a place; else that."""
    title = _TITLE_BEFORE.search(reading.text[max(0, place - _LONGEST_TITLE) : place])
    return place - len(title[0]) if title else place


def _is_unfit(between: str) -> bool:
    """Whether an article is described before its law, or a sign opens that law's name."""
    bare = between.strip(" \t\n,")
    return bare.startswith(_SIGNS) or bare.endswith(_SIGNS)
