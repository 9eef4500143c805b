"""Where personal names may stand: runs of capitalised words, cut where a word is of none."""

import re
from collections.abc import Iterator

from kzannotate.suggest.victim_keys import PATRONYMIC, folded, is_given
from kzannotate.suggest.victim_senses import NEVER, Sense
from kzannotate.suggest.victim_text import Shape, Text
from kzannotate.suggest.victim_trimming import Run, alone, names, run
from kzannotate.suggest.victim_words import Gap

_STRETCH = re.compile(
    r"""[NCI](?:
    (?: (?<=I)\. | (?<=[NC])[ ] | (?<=[NC])(?<![NC][ ]C)(?<![b\n]C)\n(?=N) | (?<=[NC])\n(?!N) )
    (?: [NCI] | p (?:[ \n]p)? [ \n] N )  # van der Korin
    | (?<=N) [«"] . (?:[ \n].){0,2} [»"] [NC]  # Ana «the Bird» Korin
    )*""",
    re.VERBOSE,
)
"""Capitalised words that belong together, in a text's outline."""
_OPENING, _CLOSING = frozenset('«"“„‹'), frozenset('»"”“›')


def runs(text: Text) -> Iterator[Run]:
    """The runs of words that may be names, in reading order.

    Without the word that begins a sentence, where the rest stands alone elsewhere: `Remembering
    Ana Korin`.
    """
    found = list(_runs(text))
    names = {one.parts for one in found}
    for one in found:
        headed = len(one.parts) > 2 and text.ends[one.first] and one.parts[1:] in names
        yield run(text, one.first + 1, one.last, one.titled, one.refused) if headed else one


def _runs(text: Text) -> Iterator[Run]:
    done, senses = -1, text.senses
    for stretch in _STRETCH.finditer(text.outline):
        first, last = stretch.start() // 2, stretch.end() // 2
        if first <= done:
            continue
        named_for = bool(senses[first - 1] & _NAMED_FOR) and _belongs(text, first)
        if last > first:
            yield from _pieces(text, first, last, named_for)
        elif not senses[first] & NEVER:
            if inverted := _inverted(text, first):
                yield inverted
                done = inverted.last
            elif one := alone(text, first):
                yield one._replace(refused=True) if named_for else one


def _inverted(text: Text, i: int) -> Run | None:
    """A name with its surname first, at the start of a line: `Korin, Ana`."""
    words, given = text.words, i + 1
    if given >= len(words.forms) or words.gaps[given] != Gap.COMMA:
        return None
    if i and "\n" not in words.between[i]:
        return None
    if text.shapes[given] != Shape.NAME or is_given(words.forms[i], text.given):
        return None
    stretch = _STRETCH.match(text.outline, 2 * given)
    last = stretch.end() // 2 if stretch else given
    if last > given + 1 or not is_given(words.forms[given], text.given):
        return None
    if last > given and not PATRONYMIC.search(folded(words.forms[last])):
        return None
    return run(text, i, last)


def _pieces(text: Text, first: int, last: int, refused: bool) -> Iterator[Run]:
    """The names in a stretch: cut where a word is no part of any, and where a list has lines."""
    begin, titled = first, False
    for i in range(first, last + 1):
        sense = text.senses[i]
        if not sense & NEVER or i < begin or not _barred(text, i, begin, last):
            continue
        named_for = sense & _BELONGING and "\n" not in text.words.between[i]
        if begin < i:
            yield from names(text, begin, i - 1, titled, refused or bool(named_for))
        begin = i + (2 if sense & Sense.PLACE_START else 1)
        titled = bool(sense & (Sense.TITLE | Sense.ROLE | Sense.CAPTIVE))
        refused = bool(sense & _BELONGING) and not text.kazakh(i)
    if begin <= last:
        yield from names(text, begin, last, titled, refused)


def _barred(text: Text, i: int, begin: int, last: int) -> bool:
    """Whether a word of capitalised ones, with a sense that names don't have, is no part of one."""
    if text.shapes[i] == Shape.INITIAL:  # D. José, but Ana D. Korin
        within = i > begin and "\n" not in text.words.between[i]
        within = within or (i < last and text.words.gaps[i + 1] == Gap.JOIN)  # D.R.
        return bool(text.senses[i] & Sense.TITLE) and not within
    if text.senses[i] & NEVER == Sense.PLACE_START:  # San Carlo, but Ana Costa
        return begin == i < last
    return not _inside(text, i, begin, last)


_BELONGING = Sense.ORGANISATION | Sense.PLACE


def _belongs(text: Text, first: int) -> bool:
    """Whether the word before makes it a street's or a foundation's: `rue X`, `prix de X`."""
    if text.kazakh(first):
        return False
    for i in range(first - 1, max(-1, first - 3), -1):
        sense = text.senses[i]
        if not sense & _NAMED_FOR:
            return False
        kind = text.words.gaps[i + 1]
        short = kind == Gap.DOT and sense & Sense.ABBREVIATION
        if kind != Gap.SPACE and not short and not _opened(text, i + 1):
            return False
        if (
            text.words.between[i].rstrip(" ")[-1:] in _CLOSING
        ):  # «Free Word» foundation has its name
            return False
        if sense & _BELONGING:
            return True
    return False


_SURNAMES = (
    Sense.SMALL
    | Sense.OF
    | Sense.ROLE
    | Sense.OFFICE
    | Sense.FORCE
    | Sense.HEAD
    | Sense.KIN
    | Sense.COUNSEL
    | Sense.CAPTIVE
)
"""Senses of words that are surnames too, after a given name."""
_NAMED_FOR = _BELONGING | Sense.OF


def _opened(text: Text, i: int) -> bool:
    """Whether a quotation begins at a word."""
    return text.words.between[i].strip() in _OPENING


def _inside(text: Text, i: int, begin: int, last: int) -> bool:
    """Whether a small word with a capital is part of a name: `Marine Le Pen`."""
    small = text.senses[i] & NEVER & ~Sense.OF == Sense.SMALL
    plain = not text.senses[i] & NEVER & ~_SURNAMES
    if i == last and plain and begin < i and text.shapes[i] == Shape.NAME:
        return is_given(text.words.forms[i - 1], text.given)  # Денис Ли, Ana Baker
    return small and begin < i < last and bool(text.senses[i] & (Sense.PARTICLE | Sense.OF))
