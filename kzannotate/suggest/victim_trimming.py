"""Takes off capitalised words what isn't of the name: numbers, codes, the start of a sentence."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kzannotate.suggest.victim_keys import PATRONYMIC, SURNAME, folded, inflected, is_given
from kzannotate.suggest.victim_people import keys
from kzannotate.suggest.victim_senses import Sense
from kzannotate.suggest.victim_text import Shape, Text, shape
from kzannotate.suggest.victim_words import Gap

_ENUMERATED = re.compile(r"\n\s*\Z|\A\s*\Z")
LONGEST = 9
"""Words that a name may have."""


class Run(NamedTuple):
    """Words that may be a name."""

    first: int
    """Index of its first word."""
    last: int
    """Index of its last word, inclusive."""
    start: int
    """Code points, half-open."""
    stop: int
    parts: tuple[str, ...]
    """Its words, particles too."""
    shapes: str
    """How they are written, as `Text.outline` has it."""
    keys: tuple[str, ...]
    """What its words without the particles have in common with their other forms."""
    titled: bool = False
    """A title or role stood right before it."""
    weak: bool = False
    """All of its words stand in lower case elsewhere too."""
    refused: bool = False
    """An organisation, a place, a street: no person."""
    full: bool = False
    """Whether it may be a person's name of several words."""


def names(text: Text, first: int, last: int, titled: bool, refused: bool) -> Iterator[Run]:
    """The names in capitalised words of which each may be part of one.

    `titled` and `refused` are what the word before says of them.
    """
    words = text.words
    one = first == last or "\n" not in words.text[words.starts[first] : words.starts[last]]
    for line in ((first, last),) if one else _lines(text, first, last):
        for stretch in _two(text, *line) if line[1] - line[0] in (2, 3) else (line,):
            if trimmed := _trimmed(text, *stretch):
                yield run(text, *trimmed, titled, refused)


def alone(text: Text, i: int) -> Run | None:
    """The name that one capitalised word may be; an initial is none."""
    if text.shapes[i] == Shape.INITIAL:
        return None
    parts, weak = (text.words.forms[i],), text.words.forms[i] in text.common
    spelled, refused = keys(parts, text.kazakh(i)), _street(text, i + 1)
    start, stop = text.words.starts[i], text.words.stops[i]
    return Run(i, i, start, stop, parts, text.shapes[i], spelled, weak=weak, refused=refused)


def _two(text: Text, first: int, last: int) -> Iterator[tuple[int, int]]:
    """One name, or two side by side, as in `адвокат Анны Кориной Пётр Дорн`."""
    four = text.words.forms[first : last + 1]
    if len(four) == 3:
        if text.kazakh(first) and _object(text, first) and not any(map(_patronymic, four)):
            yield from ((first, last - 1), (last, last))
            return
    elif four[0] >= "А":
        given = [is_given(form, text.given) for form in four]
        paired = given in ([True, False, True, False], [False, True, False, True])
        if paired and not any(map(_patronymic, four)):
            yield from ((first, first + 1), (first + 2, last))
            return
    yield first, last


def _object(text: Text, first: int) -> bool:
    """Whether the last of three Kazakh words is another's name: `Ana Holm Korin-accusative`."""
    second, third = (inflected(form) for form in text.words.forms[first + 1 : first + 3])
    return third and not second and text.shapes[first + 1] == Shape.NAME


def _patronymic(form: str) -> bool:
    return PATRONYMIC.search(folded(form)) is not None


def _lines(text: Text, first: int, last: int) -> Iterator[tuple[int, int]]:
    """One stretch, or each line of it where the lines hold nothing but names."""
    words = text.words
    breaks = [i for i in range(first + 1, last + 1) if "\n" in words.between[i]]
    alone = _ENUMERATED.search(words.text[max(0, words.starts[first] - 40) : words.starts[first]])
    rest = words.text[words.stops[last] : words.stops[last] + 2]
    if not alone or not (rest[:1] in ("", "\n") or "\n" in rest):
        yield first, last
        return
    begin = first
    for i in breaks:
        yield begin, i - 1
        begin = i
    yield begin, last


def run(text: Text, first: int, last: int, titled: bool = False, refused: bool = False) -> Run:
    """The run of these words."""
    words, shapes = text.words, text.outline[2 * first : 2 * last + 1 : 2]
    stop = words.stops[last]
    if shapes[-1] == Shape.INITIAL:
        stop += words.text.startswith(".", stop)
    parts = tuple(words.forms[first : last + 1])
    weak = not text.common.isdisjoint(parts) and all(
        part in text.common
        for part, kind in zip(parts, shapes, strict=True)
        if kind in (Shape.NAME, Shape.CAPITALS)
    )
    spelled = keys(parts, text.kazakh(first))
    refused = refused or _street(text, last + 1)
    full = len(spelled) > 1 and not refused
    start = words.starts[first]
    return Run(first, last, start, stop, parts, shapes, spelled, titled, weak, refused, full)


def _street(text: Text, after: int) -> bool:
    """Whether the word after a name makes it a street's, as in Kazakh."""
    if after >= len(text.senses) or not text.senses[after] & Sense.PLACE:
        return False
    return text.words.gaps[after] == Gap.SPACE and text.words.forms[after][0] >= "А"


def _trimmed(text: Text, first: int, last: int) -> tuple[int, int] | None:
    """The words without what isn't of the name at their ends; None where nothing is left."""
    shapes = text.shapes
    if shapes[first] == Shape.INITIAL:
        first = _without_enumeration(text, first, last)
    if last - first > 2:
        last = next((i - 1 for i in range(first + 2, last) if _parts(text, i)), last)
    if len(text.words.forms[first]) < 3 and _heading(text, first, last):
        return None
    while last >= first and not _can_end(text, last, first):
        last -= 1
    if text.ends[first]:
        first = _without_start(text, first, last)
    while first <= last and shapes[first] in (Shape.LOWER, Shape.ODD):
        first += 1
    if not -1 < last - first < LONGEST or (first == last and shapes[first] == Shape.INITIAL):
        return None
    return first, last


def _parts(text: Text, i: int) -> bool:
    """Whether a small word after a surname tells what its bearer is of: `Ana Dorn van Amnesty`."""
    if not text.senses[i] & Sense.PARTING:
        return False
    return text.shapes[i] == Shape.LOWER and not is_given(text.words.forms[i - 1], text.given)


def _can_end(text: Text, i: int, first: int) -> bool:
    """Whether a name that begins with `first` may end with a word; not with a code's letters."""
    kind = text.shapes[i]
    if kind == Shape.INITIAL:  # `Korin A.`, but not `Article A`
        return i > first and text.words.text.startswith(".", text.words.stops[i])
    code = kind == Shape.CAPITALS and i - first > 1 and len(text.words.forms[i]) < 5
    if code and not text.senses[i - 1] & Sense.PARTICLE:
        return Shape.NAME not in (text.shapes[first], text.shapes[i - 1])  # `Ana Korin CP`
    return kind in (Shape.NAME, Shape.CAPITALS)


def _heading(text: Text, first: int, last: int) -> bool:
    """Whether it is no name: `B. Positive aspects`, `H.E.` before a name."""
    forms, after = text.words.forms, last + 1
    if last == first + 1 and "".join(forms[first : last + 1]).upper() in _HONOURS:
        return text.shapes[last] == Shape.INITIAL
    if last - first != 1 or text.shapes[first] != Shape.INITIAL:
        return last - first > 1 and "".join(forms[first : first + 2]).upper() in _HONOURS
    goes_on = after < len(forms) and text.words.gaps[after] == Gap.SPACE
    if text.words.gaps[first] < Gap.ITEM or not goes_on or not forms[after][0].islower():
        return False
    return not is_given(forms[last], text.given) and not SURNAME.search(folded(forms[last]))


_HONOURS = frozenset(["SE", "HE", "ZE", "SM", "HM", "SAR", "HRH", "ЕП"])


def _without_enumeration(text: Text, first: int, last: int) -> int:
    """Without `Q.` at the start of a recital whose name has two words of its own."""
    words = text.words
    begins = first == 0 or "\n" in words.between[first]
    if text.lettered and begins and first < last:
        return first + 1
    if last - first < 2:
        return first
    starts_line = _ENUMERATED.search(
        words.text[max(0, words.starts[first] - 9) : words.starts[first]]
    )
    full = text.shapes[first + 1] == text.shapes[first + 2] == Shape.NAME
    return first + 1 if starts_line and full else first


def _without_start(text: Text, first: int, last: int) -> int:
    """Without the word that has its capital only from beginning a sentence."""
    if last - first < 2:
        return first
    forms = text.words.forms
    known = forms[first] in text.common
    return first + 1 if known or _trade(text, forms[first : first + 3]) else first


def _trade(text: Text, three: Sequence[str]) -> bool:
    """Whether the first word of a sentence only tells what its person does: `Baker Ana Korin`."""
    first, second, third = three
    if shape(first) != Shape.NAME or len(second) < 3:
        return False
    plain = not is_given(first, text.given) and not SURNAME.search(folded(first))
    return plain and is_given(second, text.given) and not PATRONYMIC.search(folded(third))
