"""Tells citations from what only looks like one: headings of the text itself, organisations."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kzannotate.suggest.article_citations import Citation
from kzannotate.suggest.article_groups import Groups, any_word
from kzannotate.suggest.article_instruments import Named
from kzannotate.suggest.article_passages import Linked
from kzannotate.suggest.article_reading import Reading
from kzannotate.suggest.rules import Rules

CODE = "legal_article"
_HEADINGS = 2
"""From how many on they are taken for the text's own."""
_QUOTED = re.compile(r"\s?\"|'(?!\w)")
"""What stands behind a number in quotation marks, which is a title."""
_OPENED = re.compile(r"(?:\"\s?|(?<!\w)')$")
"""What stands before it then."""
_NEAR = 120
_FAR = 200
_DRAFT = 20
"""Code points before a law in which a word for a draft is looked for."""
_SENTENCE_END = re.compile(r"[.!?]\s|\n\n")
_REST = re.compile(
    r"[ \t]*(?:$|\n|[.:-](?:[ \t]?-)?[ \t]*(?:\n|$|(?<=[ \t])(?:[^\W\d_a-zа-я]|\d{1,2}-)))"
)


@dataclass(frozen=True, slots=True)
class Refusals:
    """Words that tell what isn't a citation."""

    groups: Groups
    """Organisations."""
    statutes: re.Pattern[str]
    """Words for rules that are no law: an article named after one in its sentence is of them."""
    drafts: re.Pattern[str]
    """What stands before the name of a law that is none yet: `proposition de loi n° 12`."""
    units: re.Pattern[str]
    """What is counted: `"article 19 roubles"`."""


def refusals(rules: Rules) -> Refusals:
    """The refusals of all languages."""
    return Refusals(
        Groups.of(rules),
        re.compile(rf"(?<!\w)(?:{any_word(rules, 'statutes')})"),
        re.compile(rf"(?<!\w)(?:{any_word(rules, 'drafts')})\s{{1,3}}$"),
        re.compile(rf"\s{{1,3}}(?:{any_word(rules, 'units')})(?!\w)"),
    )


def is_no_instrument(reading: Reading, named: Named, refused: Refusals) -> bool:
    """Whether a name is that of a law's draft, or of the body that watches over a treaty."""
    start, stop = named.start, named.stop
    if not named.means.law:
        return False
    draft = refused.drafts.search(reading.folded, max(0, start - _DRAFT), start)
    return bool(draft) or refused.groups.watches(reading, start, stop)


def kept(reading: Reading, linked: Sequence[Linked], refused: Refusals) -> Iterator[Linked]:
    """The citations that are ones."""
    places = [one.citation for one in linked]
    headings = {one.start for one in places if _is_heading(reading, one)}
    if len(headings) < _HEADINGS:
        headings = set()
    left_out = headings | _own(reading, linked)
    sure = {_again(reading, one) for one in places if one.word.named and _is_sure(reading, one)}
    for one, citation in zip(linked, places, strict=True):
        again = citation.word.named and _again(reading, citation) in sure
        if citation.start in left_out or _is_refused(reading, citation, refused):
            continue
        if headings and not (citation.instrument or citation.word.short):
            continue
        if again or _is_sure(reading, citation):
            yield one


def _is_sure(reading: Reading, citation: Citation) -> bool:
    """Whether its word means an article here: it may need a law beside it, or points."""
    word = citation.word
    pointed = word.pointed and "(" in reading.text[citation.start : citation.stop]
    return citation.named or not word.named or pointed


def _again(reading: Reading, citation: Citation) -> tuple[str, str]:
    """What tells that a section is the same as one before: `s. 66` after `s. 66(2) of the Act`."""
    letter = reading.folded[citation.start : citation.start + 1]
    return letter, citation.numbers[0].partition("(")[0]


def _own(reading: Reading, linked: Sequence[Linked]) -> set[int]:
    """Where the citations begin that are of no law, or of the rules of the body that speaks.

    Those that are listed with one too.
    """
    found: set[int] = set()
    of_texts: set[int] = set()
    following: Citation | None = None
    for one, law in ((each.citation, each.law) for each in reversed(linked)):
        listed = following and one.habits.also.fullmatch(reading.folded, one.stop, following.start)
        with_own = following and listed and following.start in found
        treaty = law is not None and law.means.listed
        own = None if treaty else one.habits.own.match(reading.folded, one.stop)
        if with_own or own or one.instrument.lower() in one.habits.own_laws:
            found.add(one.start)
        if own and own[1]:
            of_texts.add(one.start)
        following = one
    return found | _after_own(reading, [each.citation for each in linked], found, of_texts)


def _after_own(
    reading: Reading, citations: Sequence[Citation], own: Container[int], of_texts: Container[int]
) -> set[int]:
    """Where those begin that follow such a one, and are of no other law.

    They are in its paragraph, or of a newspaper in its sentence.
    """
    found: set[int] = set()
    for last, one in pairwise(citations):
        between = reading.folded[last.stop : one.start]
        near = len(between) < _FAR and "\n\n" not in between
        near = near and not (last.start in of_texts and _SENTENCE_END.search(between))
        if near and not one.instrument and (last.start in own or last.start in found):
            found.add(one.start)
    return found


def _is_refused(reading: Reading, citation: Citation, refused: Refusals) -> bool:
    if citation.named:
        return False
    if not citation.instrument and _is_of_statutes(reading, citation, refused):
        return True
    if citation.habits.indefinite.search(
        reading.folded, max(0, citation.start - 9), citation.start
    ):
        return True
    start, stop = citation.start, citation.stop
    quoted = _OPENED.search(reading.folded, max(0, start - 5), citation.start)
    if quoted and _QUOTED.match(reading.text, stop) and "(" not in citation.numbers[0]:
        return True
    counted = citation.numbers[0].isdigit() and refused.units.match(reading.folded, stop)
    return bool(counted) or refused.groups.has(reading, citation)


def _is_of_statutes(reading: Reading, citation: Citation, refused: Refusals) -> bool:
    """Whether the same sentence named something before that has articles and is no law."""
    before = reading.folded[max(0, citation.start - _NEAR) : citation.start]
    return bool(refused.statutes.search(_SENTENCE_END.split(before)[-1]))


def _is_heading(reading: Reading, citation: Citation) -> bool:
    """Whether it stands by itself at the beginning of a line, as an article's number in its law."""
    begins = reading.text[citation.start : citation.start + 1].strip("§")
    if citation.named or not (begins.istitle() or citation.word.after):
        return False
    begin = reading.text.rfind("\n", 0, citation.start) + 1
    if reading.text[begin : citation.start].strip(' \t*#_"'):
        return False
    before = reading.text[max(0, begin - 40) : begin]
    last = "" if "\n\n" in before[-4:] else before.rstrip()[-1:]
    return (
        not last.isalpha()
        and last not in (",", "(")
        and bool(_REST.match(reading.text, citation.stop))
    )
