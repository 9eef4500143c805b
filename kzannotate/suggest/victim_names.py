"""Where personal names may stand: runs of capitalised words, cut where a word is of none."""

from collections.abc import Iterator

from kzannotate.suggest.victim_keys import PATRONYMIC, folded, is_given
from kzannotate.suggest.victim_text import Shape, Text, shape
from kzannotate.suggest.victim_trimming import Run, alone, names
from kzannotate.suggest.victim_words import NEVER, Gap, Sense

_OPENING, _CLOSING = frozenset('«"“„‹'), frozenset('»"”“›')


def runs(text: Text) -> Iterator[Run]:
    """The runs of words that may be names, in reading order."""
    last, forms = -1, text.words.forms
    capitals = [i for i, form in enumerate(forms) if not form.islower()]
    for i in capitals:
        if i <= last or shape(forms[i]) in (Shape.LOWER, Shape.ODD):
            continue
        last = _reach(text, i)
        if (inverted := _inverted(text, i, last)) is not None:
            yield inverted
            last = inverted.last
            continue
        if last > i:
            yield from _pieces(text, i, last)
        elif not text.senses[i] & NEVER and (run := alone(text, i)):
            yield run._replace(refused=True) if _belongs(text, i) or _street(text, i) else run


def _inverted(text: Text, i: int, last: int) -> Run | None:
    """A name with its surname first, at the start of a line: `Korin, Ana`."""
    words, forms = text.words, text.words.forms
    if last > i or last + 2 > len(forms) or words.gaps[i + 1] != Gap.COMMA:
        return None
    if i and "\n" not in words.before(i):
        return None
    plain = not text.senses[i] & NEVER and not is_given(forms[i], text.given)
    end = _reach(text, i + 1) if shape(forms[i + 1]) == Shape.NAME else -1
    if not plain or end < 0 or end > i + 2 or not is_given(forms[i + 1], text.given):
        return None
    if end == i + 2 and not PATRONYMIC.search(folded(forms[end])):
        return None
    parts = tuple(forms[i : end + 1])
    return Run(i, end, words.starts[i], words.stops[end], parts)


def _reach(text: Text, first: int) -> int:
    """The last word of the capitalised words that belong together."""
    last = first
    while (after := _next(text, last)) is not None:
        last = after
    return last


def _next(text: Text, i: int) -> int | None:
    """The word that goes on a run, or None."""
    forms, after = text.words.forms, i + 1
    if after >= len(forms):
        return None
    if not _joined(text, after):
        return _after_nickname(text, i)
    if shape(forms[after]) not in (Shape.LOWER, Shape.ODD):
        return after
    while after < len(forms) and text.senses[after] & Sense.PARTICLE:
        after += 1
        if after < len(forms) and after - i < 4 and text.words.gaps[after] == Gap.SPACE:
            if shape(forms[after]) == Shape.NAME:
                return after
            continue
        return None
    return None


def _after_nickname(text: Text, i: int) -> int | None:
    """The word after a nickname in quotation marks: `Ana «the Bird» Korin`."""
    forms, words = text.words.forms, text.words
    opened = words.gaps[i + 1] == Gap.MARK and words.before(i + 1).strip() in _OPENING
    if not opened or shape(forms[i]) != Shape.NAME:
        return None
    for k in range(i + 2, min(i + 5, len(forms))):
        if (mark := words.before(k).strip()) in _CLOSING:
            return k if shape(forms[k]) in (Shape.NAME, Shape.CAPITALS) else None
        if mark:
            return None
    return None


def _joined(text: Text, i: int) -> bool:
    """Whether a word may go on the name that the word before it is of."""
    forms, kind = text.words.forms, text.words.gaps[i]
    if kind != Gap.SPACE and kind != Gap.DOT and kind != Gap.JOIN:
        return False
    if i > 1 and "\n" in text.words.before(i) and shape(forms[i]) == Shape.NAME:
        title = text.words.gaps[i - 1] == Gap.SPACE and "\n" not in text.words.before(i - 1)
        if title and all(shape(forms[k]) == Shape.CAPITALS for k in (i - 1, i - 2)):
            return False
    return (kind == Gap.SPACE) is not (shape(forms[i - 1]) == Shape.INITIAL)


def _pieces(text: Text, first: int, last: int) -> Iterator[Run]:
    """The names in a stretch: cut where a word is no part of any, and where a list has lines."""
    begin, titled, refused = first, False, _belongs(text, first)
    pieces: list[tuple[int, int, bool, bool]] = []
    for i in range(first, last + 1):
        if i < begin:
            continue
        if _barred(text, i, begin, last):
            named_for = _belonging(text, i) and "\n" not in text.words.before(i)
            pieces.append((begin, i - 1, titled, refused or named_for))
            begin = i + (2 if text.senses[i] & Sense.PLACE_START else 1)
            titled = bool(text.senses[i] & (Sense.TITLE | Sense.ROLE | Sense.CAPTIVE))
            refused = _belonging(text, i) and not text.kazakh[i]
    pieces.append((begin, last, titled, refused))
    for start, stop, known, no in pieces:
        for run in names(text, start, stop) if stop >= start else ():
            yield run._replace(titled=known, refused=no or _street(text, run.last))


def _barred(text: Text, i: int, begin: int, last: int) -> bool:
    """Whether a word of capitalised ones is no part of a name."""
    initial = shape(text.words.forms[i]) == Shape.INITIAL
    barred = text.senses[i] & (Sense.TITLE if initial else NEVER)
    if barred == Sense.PLACE_START:  # San Carlo, but Ana Costa
        return begin == i < last
    return bool(barred) and not _inside(text, i, begin, last)


def _belonging(text: Text, i: int) -> bool:
    return bool(text.senses[i] & (Sense.ORGANISATION | Sense.PLACE))


def _street(text: Text, last: int) -> bool:
    """Whether the word after a name makes it a street's, as in Kazakh."""
    after = last + 1
    if after >= len(text.words) or text.words.gaps[after] != Gap.SPACE:
        return False
    return text.words.forms[after][0] >= "А" and bool(text.senses[after] & Sense.PLACE)


def _belongs(text: Text, first: int) -> bool:
    """Whether the word before makes it a street's or a foundation's: `rue X`, `prix de X`."""
    if text.kazakh[first]:
        return False
    for i in range(first - 1, max(-1, first - 3), -1):
        sense = text.senses[i]
        if not sense & _NAMED_FOR:
            return False
        kind = text.words.gaps[i + 1]
        short = kind == Gap.DOT and sense & Sense.ABBREVIATION
        if kind != Gap.SPACE and not short and not _opened(text, i + 1):
            return False
        if text.words.before(i).rstrip(" ")[-1:] in _CLOSING:  # «Free Word» foundation has its name
            return False
        if _belonging(text, i):
            return True
    return False


_NAMED_FOR = Sense.ORGANISATION | Sense.PLACE | Sense.OF


def _opened(text: Text, i: int) -> bool:
    """Whether a quotation begins at a word."""
    return text.words.before(i).strip() in _OPENING


def _inside(text: Text, i: int, begin: int, last: int) -> bool:
    """Whether a small word with a capital is part of a name: `Marine Le Pen`."""
    small = text.senses[i] & NEVER & ~Sense.OF == Sense.SMALL
    return small and begin < i < last and bool(text.senses[i] & (Sense.PARTICLE | Sense.OF))
