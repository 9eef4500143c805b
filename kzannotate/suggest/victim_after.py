"""What the words after a name say of it."""

import re
from collections.abc import Callable, Iterator

from kzannotate.suggest.victim_signs import APOSTROPHES, Sign, Span
from kzannotate.suggest.victim_text import Shape, Text, shape
from kzannotate.suggest.victim_words import Gap, Sense

AGE = re.compile(r"\s*[,(]\s*[1-9]\d\b(?![.\d])")
Named = Callable[[int], bool]
"""Whether a name of two words begins at a word."""


def after(text: Text, begin: int, span: Span, named: Named) -> Iterator[Sign]:
    """What the words from `begin` on, in the sentence of a list of names before, say of it."""
    if begin >= span.stop:
        return
    gap, sense = text.words.gaps[begin], text.senses[begin]
    if AGE.match(text.words.before(begin)):
        yield from (Sign.AGED, Sign.PERSON)
    if gap in (Gap.COMMA, Gap.OPEN, Gap.MARK):
        yield from _apposition(text, begin, span)
    if "\n" in text.words.before(begin) and sense & Sense.OFFICE:
        yield Sign.OFFICE  # as in addresses and below letters
    if gap is Gap.COMMA and sense & Sense.SIGNED:
        yield Sign.NONE  # Ana Korin, tel.
    yield from _predicate(text, begin, span, named)


_NO_APPOSITION = Sense.HARM | Sense.FORMER | Sense.AUXILIARY | Sense.AGENT | Sense.SPEECH


def _apposition(text: Text, begin: int, span: Span) -> Iterator[Sign]:
    """`X, judge of the court,` · `X (34)` · `X (DéFI)`."""
    if text.words.gaps[begin] is Gap.OPEN and _party(text, begin):
        yield Sign.NONE
        return
    for i in range(begin, min(span.stop, begin + 6)):
        sense = text.senses[i]
        if i > begin and text.words.gaps[i] is not Gap.SPACE:
            return
        if sense & _NO_APPOSITION:
            return
        if sense & (Sense.OFFICE | Sense.HEAD):
            yield Sign.OFFICE if sense & Sense.OFFICE else Sign.HEAD
            return
        if sense & Sense.COUNSEL:
            of = i + 1 < len(text.senses) and text.senses[i + 1] & Sense.OF
            own = i > 0 and text.senses[i - 1] & Sense.OWN
            yield Sign.RELATED if of or own else Sign.PERSON
            return
        if sense & Sense.ROLE:
            yield Sign.PERSON
            return


def _party(text: Text, i: int) -> bool:
    """Whether a bracket holds an acronym alone, as a party's beside its member."""
    words = text.words
    form, after = words.forms[i], words.text[words.stops[i] : words.stops[i] + 1]
    return after == ")" and shape(form) in (Shape.CAPITALS, Shape.ODD) and len(form) < 11


def _predicate(text: Text, begin: int, span: Span, named: Named) -> Iterator[Sign]:
    """`X was arrested` · `X, a teacher, died` · `X said` · `the X case`."""
    auxiliary, active = -9, -9
    if not named(begin) and _owns(text, begin):
        yield Sign.CASE
    for i in range(begin, min(span.stop, begin + 16)):
        sense = text.senses[i]
        if named(i):
            return
        auxiliary = i if sense & Sense.AUXILIARY else auxiliary
        active = i if sense & Sense.ACTIVE else active
        if sense & Sense.HARM:
            suffered = sense & Sense.SUFFERED and i - active > 2
            if suffered or i - auxiliary <= 4:
                yield from (Sign.DIRECT, Sign.PASSIVE)
            return
        if sense & Sense.SPEECH and _own_verb(text, i, begin):
            yield Sign.ASIDE
            return


def _owns(text: Text, i: int) -> bool:
    """`the X case` · `X's mother`: what the sentence is about is X."""
    sense = text.senses[i]
    owned = any(sign in text.words.before(i) for sign in APOSTROPHES)
    near = owned or text.words.gaps[i] is Gap.SPACE
    return near and bool(sense & Sense.CASE or (owned and sense & (Sense.KIN | Sense.COUNSEL)))


def _own_verb(text: Text, i: int, begin: int) -> bool:
    """Whether a verb is near enough to be the name's: beside it, or after its apposition."""
    gaps = text.words.gaps
    commas = sum(gaps[k] is Gap.COMMA for k in range(begin + 1, i + 1))
    beside = i - begin <= 3 and commas == 0
    closed = gaps[begin] is Gap.COMMA and commas == 1
    last = max((k for k in range(begin, i + 1) if gaps[k] is Gap.COMMA), default=begin)
    return beside or (closed and i - last <= 2)
