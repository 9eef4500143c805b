"""What the words before a name say of it."""

from bisect import bisect_left
from functools import reduce
from operator import or_

from kzannotate.suggest.victim_lists import Group
from kzannotate.suggest.victim_senses import Sense
from kzannotate.suggest.victim_signs import APOSTROPHES, QUOTED, VERSUS, Sign, Span
from kzannotate.suggest.victim_text import Shape, Text, shape
from kzannotate.suggest.victim_words import Gap

_INSTITUTION = (
    Sense.OF
    | Sense.ARTICLE
    | Sense.PLACE
    | Sense.ORGANISATION
    | Sense.OFFICE
    | Sense.ROLE
    | Sense.KIN
)
"""What may stand between an office and its holder's name."""


def before(text: Text, group: Group, span: Span) -> int:
    """What the words before a list of names, in its sentence, say of it."""
    found, far, roled, hidden = 0, 0, False, 0
    linked = _elided(text, group.first)  # la mère d'Ana
    for i in range(group.first - 1, max(span.first, group.first - 9) - 1, -1):
        sense = text.senses[i]
        if text.words.gaps[i + 1] not in _GOES_ON and not _apposed(text, i, far, bool(found)):
            break
        if not sense:
            far += 1
            continue
        if sense & Sense.TITLE and not far:
            found |= _titled(sense)
            continue
        far += 1
        if not (sense & Sense.OFFICE and (roled or not _holds(text, i, group.first))):
            kept = ~0 if sense & Sense.SOURCE else ~hidden
            found |= _role(text, i, far, linked, span) & kept
        if sense & PERSONS:
            close = far == 1 and text.words.joints[i + 1] not in QUOTED
            elder = (
                far == 2 and sense & Sense.KIN and not text.senses[i + 1]
            )  # her elder sister, Ana
            found |= _BESIDE if close or elder else Sign.PERSON
        if sense & _DECIDES:
            break
        hidden |= _hides(sense, linked)
        roled = roled or bool(far == 1 and sense & Sense.ROLE)
        linked = linked or bool(sense & Sense.OF)
    return found | _signed(text, group, span)


_GOES_ON = frozenset([Gap.SPACE, Gap.DOT, Gap.JOIN, Gap.MARK])
PERSONS = Sense.ROLE | Sense.CAPTIVE | Sense.KIN | Sense.COUNSEL
_BESIDE = Sign.PERSON | Sign.BESIDE
_DECIDES = Sense.HARM | Sense.OFFICE | Sense.CASE | Sense.AGENT | Sense.SPEECH


def party(text: Text, group: Group) -> int:
    """Whether a full name is a party's in the title of a case: `the King v. Ana Korin`."""
    before = group.first and text.words.forms[group.first - 1] in VERSUS
    return Sign.CASE | _BESIDE if before and group.runs[0].full else 0


def _hides(sense: int, linked: bool) -> int:
    """The signs that words further away don't give."""
    if sense & (Sense.KIN | Sense.COUNSEL) and not linked:
        return Sign.CAPTIVE  # the prisoner's brother Ana Korin
    small = sense & (Sense.SMALL | Sense.ARTICLE | Sense.OF) == Sense.SMALL
    return Sign.ASIDE if small else 0  # regrets that Ana Korin


def _apposed(text: Text, i: int, far: int, titled: bool) -> bool:
    """Whether the words before a comma still tell of the name: `his mother, Ana Korin`.

    Also with a title and its article after the comma: `the minister, the honourable Mr Dorn`.
    """
    return (not far or (titled and far == 1)) and not _name(text, i)


def _name(text: Text, i: int) -> bool:
    """Whether a word is of another name, of which the words before it tell."""
    if i and text.senses[i - 1] & Sense.PLACE_START:
        return False
    return text.words.forms[i][0].isupper() and not text.senses[i]


def _together(text: Text, kin: int, span: Span) -> bool:
    """Whether kin shared what is told before: `was arrested together with his brother Ivo`."""
    near = text.senses[max(span.first, kin - 3) : kin]
    told = text.senses[max(span.first, kin - 9) : kin]
    return any(sense & Sense.WITH for sense in near) and any(sense & Sense.HARM for sense in told)


def _elided(text: Text, first: int) -> bool:
    start = text.words.starts[first]
    return start > 0 and text.words.text[start - 1] in APOSTROPHES


def _titled(sense: int) -> int:
    return _BESIDE | (Sign.RELATED if sense & (Sense.COUNSEL | Sense.OFFICE) else 0)


_ROLES: tuple[tuple[int, int, int], ...] = (
    (Sense.HEAD, 5, Sign.HEAD),
    (Sense.AGENT, 3, Sign.NONE),
    (Sense.HARM, 6, Sign.DIRECT),
    (Sense.CASE, 4, Sign.CASE),
    (Sense.COUNSEL, 4, Sign.RELATED),
    (Sense.KIN, 4, Sign.KIN),
    (Sense.SOURCE, 4, Sign.ASIDE | Sign.SOURCE),
    (Sense.SPEECH, 3, Sign.ASIDE),
)
"""Senses, how many words before the name they count, and the sign; the first counts."""
_TELLING = reduce(or_, (row[0] for row in _ROLES))


def _role(text: Text, i: int, far: int, linked: bool, span: Span) -> int:
    """The signs of a word before a name."""
    sense = text.senses[i]
    if sense & Sense.CAPTIVE:
        return (Sign.RELATED if _for(text, i) else Sign.CAPTIVE) if far <= 5 else 0
    if sense & Sense.OFFICE and not sense & Sense.HARM:
        if _former(text, i):
            return Sign.FORMER
        office = Sign.OFFICE | (Sign.FORCE if sense & Sense.FORCE else 0)
        return office | (Sign.TARGET if _target(text, i, span) else 0)
    if not sense & _TELLING:
        return 0
    within, sign = next(row[1:] for row in _ROLES if sense & row[0])
    if sign == Sign.RELATED and i > span.first and text.senses[i - 1] & Sense.ROLE:
        return 0  # a human rights defender defends no client
    if far > within:
        return 0
    if linked and sign & (Sign.RELATED | Sign.KIN):
        return Sign.CASE  # the mother *of* Ana
    return sign | (Sign.LATER if sign & Sign.KIN and _together(text, i, span) else 0)


def _for(text: Text, i: int) -> bool:
    """Whether those named act for the harmed: `For the applicant: Ana Korin`."""
    if text.words.gaps[i + 1] != Gap.COLON:
        return False
    return any(sense & Sense.OF for sense in text.senses[max(0, i - 3) : i])


def _holds(text: Text, i: int, first: int) -> bool:
    """Whether an office is the name's: only its institution stands between the two."""
    unknown = 0
    if i + 1 < first and _name(text, i + 1):
        return False  # the office of somebody else, whose name follows it
    for k in range(i + 1, first):
        sense = text.senses[k]
        if shape(text.words.forms[k]) != Shape.LOWER or sense & _INSTITUTION:
            continue
        if sense & (Sense.AUXILIARY | Sense.ACTIVE | Sense.SMALL):
            return False
        unknown += 1
    return unknown < 3


def _target(text: Text, i: int, span: Span) -> bool:
    """Whether harm is told right before an office: `the arrest of the judge Ana Korin`."""
    senses, of = text.senses, text.words.forms[i][0] >= "А"  # Cyrillic has cases
    for k in range(i - 1, max(span.first, i - 5) - 1, -1):
        stopped = senses[k] & (Sense.AGENT | Sense.SPEECH | Sense.ACT)
        if stopped or text.words.gaps[k + 1] != Gap.SPACE:
            return False
        if senses[k] & Sense.HARM or not senses[k]:
            return of and bool(senses[k] & Sense.CASE)
        of = of or bool(senses[k] & Sense.OF)
    return False


def _former(text: Text, i: int) -> bool:
    return any(
        text.senses[k] & Sense.FORMER for k in (i - 1, i, i + 1) if 0 <= k < len(text.senses)
    ) or text.words.forms[i].lower().startswith("ex")


def _signed(text: Text, group: Group, span: Span) -> int:
    """Whether a word shortly before makes the names a letter's or a paper's signatories."""
    own, at = True, bisect_left(text.signed, group.first - 24)
    if at == len(text.signed) or text.signed[at] >= group.first:
        return 0
    for i in range(group.first - 1, text.signed[at] - 1, -1):
        sense = text.senses[i]
        if sense & Sense.HARM:
            return 0
        own = own and i >= span.first and group.first - i < 13 and not _new_line(text, i + 1)
        if sense & Sense.CLOSING or (own and sense & Sense.SIGNED):
            return Sign.NONE
    return 0


def _new_line(text: Text, i: int) -> bool:
    """Whether a word begins a line with a capital, and is no name or title of a list."""
    small = bool(text.senses[i] & Sense.SMALL) and text.words.forms[i][0].isupper()
    return small and "\n" in text.words.between[i]
