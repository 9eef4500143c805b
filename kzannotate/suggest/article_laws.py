"""Joins citations to the laws they are of: `articles 174 et 274 du code pénal`, `ҚК 174-бабы`."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kzannotate.suggest.article_citations import Citation
from kzannotate.suggest.article_expressions import BESIDE, DESCRIPTION
from kzannotate.suggest.article_instruments import Instrument, Named
from kzannotate.suggest.article_passages import Linked
from kzannotate.suggest.article_reading import Reading, fold

_FARTHEST = 260
_ABBREVIATION = re.compile(r"[^\W\d_a-zа-я](?:[^\W\d_]{0,3}[^\W\d_a-zа-я]){1,7}(?![\w-])")
_DOTTED = re.compile(r"[\s,]{1,3}((?:[A-Z][a-z]{0,2}\.){2,6})(?!\s?[A-Z][a-z])")
"""An abbreviation with points, which are no initials of a name: ` V.T.Sv.`."""
_SENTENCE = 400
_NEAREST = 24
_BEFORE = re.compile(r"(?:-[^\W\d_]{1,5})?\s{0,3}[)\"]?\s?[,:(\[-]?\s{0,3}")
_BEFORE_ABBREVIATED = re.compile(
    r"(?<![\w-])([А-ЯӘІҢҒҮҰҚӨҺ](?:[а-я]?[А-ЯӘІҢҒҮҰҚӨҺ]){1,4})((?:-[^\W\d_]{2,4})?)\s{1,2}$"
)
_JOINING = re.compile(
    r"(?:[\s,;(]{1,3}(?:and|or|et|ou|en|e|ed|o|y|u|и|или|а также|l'|les?|la|gli|el|los|de))*"
    r"[\s,;(]*$"
)
"""What stands between a law and the next citation."""
_MOST_BEFORE = 6
_DESCRIBED = re.compile(rf"{DESCRIPTION}?")
_NEW_SENTENCE = re.compile(r"[.!?]\s+(?=[^\W\d_])")


def apart(reading: Reading, named: Sequence[Named], citations: Sequence[Citation]) -> list[Named]:
    """The instruments, each of which stops before the next citation: not `Law on X and Part`."""
    starts = [one.start for one in citations]
    found: list[Named] = []
    for one in named:
        at = bisect_right(starts, one.start)
        if at < len(starts) and starts[at] < one.reach:
            title = _JOINING.sub("", reading.text[one.start : starts[at]])
            stop = min(one.stop, one.start + len(title))
            one = replace(one, stop=stop, reach=stop)
        found.append(one)
    return found


def linked(
    reading: Reading, citations: Sequence[Citation], named: Sequence[Named]
) -> tuple[list[Linked], set[int]]:
    """The citations with their laws, and where the names begin that stand beside one.

    A law is that which follows a citation or stands just before it; that of the next in a list;
    else the last one named before in the same sentence.
    """
    laws = _Laws.of(named)
    used: set[int] = set()
    found: list[Linked] = []
    for citation in reversed(citations):
        law = _after(reading, citation, laws)
        follows = law is not None
        in_list = found and _listed(reading, citation, found[-1].citation)
        if not law and (citation.habits.law_first or not in_list):
            law = _just_before(reading, citation, laws) or _abbreviated_before(reading, citation)
        if law:
            if follows or citation.habits.law_first:
                used.add(law.start)
            citation = citation.of(law.key, named=True)
        elif in_list:
            citation = citation.of(found[-1].citation.instrument, found[-1].citation.named)
        found.append(Linked(citation, law))
    return _carried(reading, found[::-1], laws), used


@dataclass(frozen=True, slots=True)
class _Laws:
    """The laws that a text names, in order."""

    named: Sequence[Named]
    starts: Sequence[int]

    @classmethod
    def of(cls, named: Sequence[Named]) -> "_Laws":
        laws = [one for one in named if one.means.law]
        return cls(laws, [one.start for one in laws])

    def after(self, place: int) -> Named | None:
        """The first that begins at a place or after it."""
        at = bisect_left(self.starts, place)
        return self.named[at] if at < len(self.named) else None

    def before(self, place: int) -> Named | None:
        """The last that begins at a place or before it."""
        at = bisect_right(self.starts, place) - 1
        return self.named[at] if at >= 0 else None


def _carried(reading: Reading, linked: Sequence[Linked], laws: _Laws) -> list[Linked]:
    """Those without a law take that of the list they are in, or one named in their sentence."""
    found: list[Linked] = []
    for one in linked:
        citation = one.citation
        if not citation.instrument and found and _listed(reading, found[-1].citation, citation):
            citation = citation.of(found[-1].citation.instrument, found[-1].citation.named)
        if citation.word.named and not citation.named:
            key = _of_its_kind(reading, citation, laws)
            citation = citation.of(key, named=True) if key else citation
        if not citation.instrument:
            citation = citation.of(_in_sentence(reading, citation, laws), citation.named)
        found.append(one if citation is one.citation else Linked(citation, one.law))
    return found


def _after(reading: Reading, citation: Citation, laws: _Laws) -> Named | None:
    law = laws.after(citation.stop)
    if law and _links(reading, citation, law):
        return _longest(reading, citation, law, laws)
    return _abbreviated(reading, citation)


def _links(reading: Reading, citation: Citation, law: Named) -> bool:
    """Whether a law is linked to a citation before it by what stands between."""
    between = reading.folded[citation.stop : law.start]
    if len(between) > _FARTHEST or "\n\n" in between:
        return False
    if citation.habits.law_first and not reading.text[law.start : law.stop].isupper():
        return False
    written = reading.text[citation.stop : law.start]
    if law.begin is not None and not reading.folded[citation.stop : law.begin].strip():
        return True
    return bool(citation.habits.gap.fullmatch(between) or citation.habits.title.fullmatch(written))


def _longest(reading: Reading, citation: Citation, law: Named, laws: _Laws) -> Named:
    """The law whose name begins with that of `law`: `Criminal Law (Amendment) Act`."""
    further = laws.after(law.stop)
    if not further or further.start - law.stop > _FARTHEST:
        return law
    whole = citation.habits.goes_on.fullmatch(reading.text, law.stop, further.start)
    return further if whole else law


def _abbreviated(reading: Reading, citation: Citation) -> Named | None:
    """A law that no list has, by its ending or by an abbreviation: `du CESEDA`, `art. 3 LAsi`."""
    compound = citation.habits.compound.match(reading.folded, citation.stop)
    if compound:
        return _unlisted(reading, citation, *compound.span(1))
    link = citation.habits.link.match(reading.folded, citation.stop)
    name = _ABBREVIATION.match(reading.text, link.end()) if link else None
    if name:
        return _unlisted(reading, citation, *name.span())
    dotted = _DOTTED.match(reading.text, citation.stop) if citation.word.short else None
    if dotted:
        return _unlisted(reading, citation, *dotted.span(1))
    name = BESIDE.match(reading.text, citation.stop)
    if not name or name[2] in citation.habits.no_laws:
        return None
    short, ends, beside = citation.word.short, name[3] is not None, citation.habits.law_beside
    sure = short or beside or (not name[1] and (ends or not name[2].isupper()))
    sure = sure and (ends or not name[1])
    return _unlisted(reading, citation, *name.span(2)) if sure else None


def _unlisted(reading: Reading, citation: Citation, start: int, stop: int) -> Named:
    key, rule = reading.text[start:stop], f"{citation.habits.language}.legal_article.unlisted"
    means = Instrument(key, rule, 0.7, alone=False, national=False, law=True)
    return Named(start, stop, stop, key, means)


def _just_before(reading: Reading, citation: Citation, laws: _Laws) -> Named | None:
    law = laws.before(citation.start)
    for stop in (law.reach, law.stop) if law else ():
        near = 0 <= citation.start - stop <= _NEAREST
        near = near and "\n\n" not in reading.text[stop : citation.start]
        if near and _BEFORE.fullmatch(reading.folded, stop, citation.start):
            return law
    return None


def _abbreviated_before(reading: Reading, citation: Citation) -> Named | None:
    """A law that no list has, by its abbreviation, where laws stand first: `ӘРПК-нің 151-бабы`."""
    if not citation.habits.law_first:
        return None
    begin = max(0, citation.start - _NEAREST)
    name = _BEFORE_ABBREVIATED.search(reading.text, begin, citation.start)
    if not name or name[1] in citation.habits.no_laws:
        return None
    found = _unlisted(reading, citation, *name.span(1))
    return replace(found, stop=name.end(2), reach=name.end(2))


def _listed(reading: Reading, one: Citation, other: Citation) -> bool:
    """Whether two citations are joined by no more than an `and` and a description."""
    between = reading.folded[one.stop : other.start]
    if len(between) > _FARTHEST:
        return False
    described = _DESCRIBED.match(between)
    also = one.habits.also.match(between, described.end() if described else 0)
    article = one.habits.linked.match(between, also.end()) if also else None
    return bool(article) and (article.end() if article else 0) == len(between)


def _of_its_kind(reading: Reading, citation: Citation, laws: _Laws) -> str:
    """The last named before that has rules: `Rule 43` after `the Nelson Mandela Rules`."""
    if not citation.habits.of_standards.search(reading.folded, citation.start, citation.stop):
        return ""
    law = laws.before(citation.start)
    for _ in range(_MOST_BEFORE):
        if not law:
            return ""
        if citation.habits.standards.search(fold(law.key)):
            return law.key
        law = laws.before(law.start - 1)
    return ""


def _in_sentence(reading: Reading, citation: Citation, laws: _Laws) -> str:
    law = laws.before(citation.start)
    if not law or citation.start - law.stop > _SENTENCE:
        return ""
    between = reading.text[law.stop : citation.start]
    capital = any(between[end.end()].isupper() for end in _NEW_SENTENCE.finditer(between))
    return "" if capital or "\n\n" in between else law.key
