"""What the words after a name say of it."""

import re

from kzannotate.suggest.victim_keys import inflected
from kzannotate.suggest.victim_senses import Sense
from kzannotate.suggest.victim_signs import APOSTROPHES, QUOTED, VERSUS, Sign, Span
from kzannotate.suggest.victim_text import Shape, Text, shape
from kzannotate.suggest.victim_words import Gap

AGE = re.compile(r"\s*[,(]\s*[1-9]\d\b(?![.\d])")


_PARTY = re.compile(r"[ \t]*\([^()\n\d]{2,40}\)[ \t]*(?:\n|\Z)")


def after(text: Text, begin: int, span: Span, named: frozenset[int]) -> int:
    """What the words from `begin` on, in the sentence of a list of names before, say of it.

    `named` are the words that a name of several words begins at.
    """
    if begin >= span.stop:
        return 0
    found = _predicate(text, begin, span, named) | _next(text, begin, span)
    gap, sense = text.words.gaps[begin], text.senses[begin]
    if gap in _ASIDE:
        if AGE.match(text.words.between[begin]):
            found |= Sign.AGED | Sign.PERSON
        found |= _apposition(text, begin, span)
    if sense & Sense.OFFICE and "\n" in text.words.between[begin]:
        found |= Sign.OFFICE  # as in addresses and below letters
    if gap == Gap.COMMA and sense & Sense.SIGNED:
        found |= Sign.NONE  # Ana Korin, tel.
    return found


def _next(text: Text, begin: int, span: Span) -> int:
    """What the next word alone says."""
    sense = text.senses[begin]
    if _alias(text, begin):
        return Sign.PERSON | Sign.BESIDE
    if text.words.forms[begin] in VERSUS and span.stop > begin + 1:
        return Sign.CASE | Sign.PERSON | Sign.BESIDE  # Korin v Ulustan
    if text.languages[begin] != "kk":
        return 0
    if sense & Sense.AGENT:
        return Sign.NONE  # `by` stands after the name
    return Sign.ASIDE if _tells_last(text, begin, span) else 0


_VERB_LAST = ("nl", "de", "kk")
"""Languages in which `Ana has beaten` may tell that somebody has beaten Ana."""
_ASIDE = (Gap.COMMA, Gap.OPEN, Gap.MARK)
_NO_APPOSITION = Sense.HARM | Sense.FORMER | Sense.AUXILIARY | Sense.AGENT | Sense.SPEECH
_PERSON = Sense.COUNSEL | Sense.ROLE
_APPOSED = _NO_APPOSITION | _PERSON | Sense.OFFICE | Sense.HEAD | Sense.KIN


def _apposition(text: Text, begin: int, span: Span) -> int:
    """`X, judge of the court,` · `X (34)` · `X (DéFI)`."""
    if text.words.gaps[begin] == Gap.OPEN and _party(text, begin):
        return Sign.NONE
    for i in range(begin, min(span.stop, begin + 6)):
        if i > begin and text.words.gaps[i] != Gap.SPACE:
            return 0
        if text.senses[i] & _APPOSED:
            return _apposed(text, i, span)
    return 0


def _apposed(text: Text, i: int, span: Span) -> int:
    """What the first telling word of an apposition says."""
    sense, after = text.senses[i], text.senses[i + 1 : span.stop]
    if sense & Sense.FORMER and any(each & Sense.OFFICE for each in after[:3]):
        return Sign.FORMER | Sign.PERSON  # former interior minister
    if sense & Sense.KIN and not sense & Sense.ROLE and _of_somebody(text, i):
        return Sign.KIN | Sign.PERSON
    if sense & _NO_APPOSITION:
        return 0
    if sense & (Sense.OFFICE | Sense.HEAD):
        if after and after[0] & Sense.HARM:
            return 0  # Ana Korin, in police custody
        return Sign.OFFICE if sense & Sense.OFFICE else Sign.HEAD
    related = sense & Sense.COUNSEL and _for_somebody(text, i)
    return Sign.RELATED if related else Sign.PERSON if sense & _PERSON else 0


def _of_somebody(text: Text, i: int) -> bool:
    """Whether kin is of somebody named: `sister of Ana`; not `mother of two`."""
    named = any(kind in (Shape.NAME, Shape.CAPITALS) for kind in text.shapes[i + 2 : i + 5])
    return _for_somebody(text, i) and named


def _for_somebody(text: Text, i: int) -> bool:
    """Whether counsel or a witness is somebody's: `lawyer of`, `her doctor`; not Jehovah's."""
    if i and text.senses[i - 1] & Sense.OWN:
        return True
    of, whom = [*text.senses[i + 1 : i + 3], 0, 0][:2]
    return bool(of & Sense.OF) and not whom & Sense.ROLE


def _party(text: Text, i: int) -> bool:
    """Whether a bracket holds an acronym alone, as a party's beside its member."""
    words = text.words
    form, after = words.forms[i], words.text[words.stops[i] : words.stops[i] + 1]
    if text.shapes[i - 1] == Shape.CAPITALS and _PARTY.match(words.text, words.stops[i - 1]):
        return True  # Ana KORIN (The Greens), alone in a line
    return after == ")" and shape(form) in (Shape.CAPITALS, Shape.ODD) and len(form) < 11


def _predicate(text: Text, begin: int, span: Span, named: frozenset[int]) -> int:
    """`X was arrested` · `X, a teacher, died` · `X said` · `the X case`."""
    auxiliary, active, no = -9, -9, False
    found = Sign.CASE if _owns(text, begin) and begin not in named else 0
    for i in range(begin, min(span.stop, begin + 16)):
        if i in named:
            break
        sense = text.senses[i]
        if not sense:
            continue
        if i > begin and text.words.joints[i] in "«":
            break  # what somebody says
        no = no or bool(sense & Sense.NOT)
        auxiliary = i if sense & Sense.AUXILIARY else auxiliary
        active = i if sense & Sense.ACTIVE else active
        if sense & Sense.HARM:
            suffered = sense & Sense.SUFFERED and i - active > 2
            if suffered or i - auxiliary <= 4:
                own = not no and (i - begin < 9 or i - auxiliary <= 4)
                return found | Sign.DIRECT | (Sign.PASSIVE if own else 0)
            did = i - active == 1 and text.languages[i] not in _VERB_LAST  # X has beaten
            return found | (Sign.ASIDE if did else 0)
        told = (sense & Sense.SPEECH and not _alias(text, i)) or (
            sense & Sense.ACT and i - auxiliary > 2
        )
        if told and _own_verb(text, i, begin):
            return found | Sign.ASIDE
    return found


def _alias(text: Text, i: int) -> bool:
    """Whether a word leads to another name: `Ana Korin, called «the Bird»`."""
    if not text.senses[i] & Sense.ALIAS or i + 1 >= len(text.senses):
        return False
    return text.words.joints[i + 1] in QUOTED or text.shapes[i + 1] in (Shape.NAME, Shape.CAPITALS)


def _tells_last(text: Text, begin: int, span: Span) -> bool:
    """Whether a Kazakh sentence begins with the name as its subject and ends with its speaking."""
    subject = begin - span.first < 7 and not inflected(text.words.forms[begin - 1])
    return subject and any(sense & Sense.SPEECH for sense in text.senses[span.stop - 2 : span.stop])


def _owns(text: Text, i: int) -> bool:
    """`the X case` · `X's mother`: what the sentence is about is X."""
    sense = text.senses[i]
    owned = any(sign in text.words.between[i] for sign in APOSTROPHES)
    near = owned or text.words.gaps[i] == Gap.SPACE
    return near and bool(sense & Sense.CASE or (owned and sense & (Sense.KIN | Sense.COUNSEL)))


def _own_verb(text: Text, i: int, begin: int) -> bool:
    """Whether a verb is near enough to be the name's: beside it, or after its apposition."""
    gaps = text.words.gaps
    commas = sum(gaps[k] == Gap.COMMA for k in range(begin + 1, i + 1))
    beside = i - begin <= 3 and commas == 0
    closed = gaps[begin] == Gap.COMMA and commas == 1
    last = max((k for k in range(begin, i + 1) if gaps[k] == Gap.COMMA), default=begin)
    return beside or (closed and i - last <= 2)
