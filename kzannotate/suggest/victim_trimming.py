"""Takes off capitalised words what isn't of the name: numbers, codes, the start of a sentence."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kzannotate.suggest.victim_keys import PATRONYMIC, SURNAME, folded, is_given
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
    titled: bool = False
    """A title or role stood right before it."""
    weak: bool = False
    """The words of it stand in lower case elsewhere too, or begin a sentence."""
    refused: bool = False
    """An organisation, a place, a street: no person."""


def names(text: Text, first: int, last: int) -> Iterator[Run]:
    """The names in capitalised words of which each may be part of one."""
    for line in _lines(text, first, last):
        for from_, to in _two(text, *line):
            if run := _run(text, from_, to):
                yield run


def alone(text: Text, i: int) -> Run | None:
    """The name that one capitalised word may be; an initial is none."""
    words, form = text.words, text.words.forms[i]
    if shape(form) == Shape.INITIAL:
        return None
    weak = form.lower() in text.lower
    return Run(i, i, words.starts[i], words.stops[i], (form,), weak=weak)


def _two(text: Text, first: int, last: int) -> Iterator[tuple[int, int]]:
    """One name, or two side by side, as in `адвокат Анны Кориной Пётр Дорн`."""
    four = text.words.forms[first : last + 1]
    if len(four) == 4 and four[0] >= "А":
        given = [is_given(form, text.given) for form in four]
        paired = given in ([True, False, True, False], [False, True, False, True])
        if paired and not any(PATRONYMIC.search(folded(form)) for form in four):
            yield from ((first, first + 1), (first + 2, last))
            return
    yield first, last


def _lines(text: Text, first: int, last: int) -> Iterator[tuple[int, int]]:
    """One stretch, or each line of it where the lines hold nothing but names."""
    words = text.words
    breaks = [i for i in range(first + 1, last + 1) if "\n" in words.between[i]]
    if not breaks:
        yield first, last
        return
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


def _run(text: Text, first: int, last: int) -> Run | None:
    """The run without what isn't of the name at its ends; None where nothing is left."""
    if first > last:
        return None
    first = _without_enumeration(text, first, last)
    if _heading(text, first, last):
        return None
    while last >= first and (
        not _can_end(text, last, first) or _acronym(text.words.forms, first, last)
    ):
        last -= 1
    first = _without_start(text, first, last)
    while first <= last and shape(text.words.forms[first]) in (Shape.LOWER, Shape.ODD):
        first += 1
    if not -1 < last - first < LONGEST or (
        first == last and shape(text.words.forms[first]) == Shape.INITIAL
    ):
        return None
    words = text.words
    stop = words.stops[last]
    if shape(words.forms[last]) == Shape.INITIAL:
        stop += words.text[stop : stop + 1] == "."
    parts = tuple(words.forms[first : last + 1])
    plain = [part for part in parts if shape(part) in (Shape.NAME, Shape.CAPITALS)]
    weak = all(part.lower() in text.lower for part in plain)
    return Run(first, last, words.starts[first], stop, parts, weak=weak)


def _acronym(forms: Sequence[str], first: int, last: int) -> bool:
    """Whether the last word is only a code's letters after a name: `Ana Korin CP`."""
    short = len(forms[last]) < 5 and shape(forms[last]) == Shape.CAPITALS
    return short and last - first > 1 and shape(forms[first]) == Shape.NAME


def _can_end(text: Text, i: int, first: int) -> bool:
    form = text.words.forms[i]
    if shape(form) == Shape.INITIAL:  # `Korin A.`, but not `Article A`
        return i > first and text.words.text.startswith(".", text.words.stops[i])
    return shape(form) in (Shape.NAME, Shape.CAPITALS)


def _heading(text: Text, first: int, last: int) -> bool:
    """Whether it is no name: `B. Positive aspects`, `H.E.` before a name."""
    forms, after = text.words.forms, last + 1
    honour = "".join(forms[first : first + 2]).upper() in _HONOURS
    if last - first != 1 or shape(forms[first]) != Shape.INITIAL:
        return honour and last - first > 1
    goes_on = after < len(forms) and text.words.gaps[after] == Gap.SPACE
    if text.words.gaps[first] < Gap.ITEM or not goes_on or not forms[after][0].islower():
        return False
    return not is_given(forms[last], text.given) and not SURNAME.search(folded(forms[last]))


_HONOURS = frozenset(["SE", "HE", "ZE", "SM", "HM", "SAR", "HRH", "ЕП"])


def _without_enumeration(text: Text, first: int, last: int) -> int:
    """Without `Q.` at the start of a recital whose name has two words of its own."""
    words = text.words
    if shape(words.forms[first]) != Shape.INITIAL or last - first < 2:
        return first
    starts_line = _ENUMERATED.search(
        words.text[max(0, words.starts[first] - 9) : words.starts[first]]
    )
    full = all(shape(words.forms[i]) == Shape.NAME for i in (first + 1, first + 2))
    return first + 1 if starts_line and full else first


def _without_start(text: Text, first: int, last: int) -> int:
    """Without the word that has its capital only from beginning a sentence."""
    if last - first < 1 or not text.ends[first]:
        return first
    forms = text.words.forms
    if last - first < 2:
        return first
    known = forms[first].lower() in text.lower
    return first + 1 if known or _trade(text, forms[first : first + 3]) else first


def _trade(text: Text, three: Sequence[str]) -> bool:
    """Whether the first word of a sentence only tells what its person does: `Baker Ana Korin`."""
    first, second, third = three
    if shape(first) != Shape.NAME or len(second) < 3:
        return False
    plain = not is_given(first, text.given) and not SURNAME.search(folded(first))
    return plain and is_given(second, text.given) and not PATRONYMIC.search(folded(third))
