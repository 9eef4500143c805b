"""Lists of names: what befalls one of them befalls all."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kzannotate.suggest.victim_senses import Sense
from kzannotate.suggest.victim_signs import QUOTED
from kzannotate.suggest.victim_text import Text
from kzannotate.suggest.victim_trimming import Run
from kzannotate.suggest.victim_words import Gap


class Group(NamedTuple):
    """Runs that one list holds: what befalls one befalls all."""

    runs: Sequence[Run]
    first: int
    """Index of the first word of the first run."""
    last: int
    """Index of the last word of the last run."""
    whose: int = 0
    """What the one named is of the person named right before: kin or counsel, as `Sense` has it."""


def groups(text: Text, found: Sequence[Run]) -> Iterator[Group]:
    """Runs that stand side by side in a list, together."""
    members: list[Run] = []
    for run in found:
        if members and not (run.first - members[-1].last < 7 and _listed(text, members[-1], run)):
            yield from _parted(text, members)
            members = []
        members.append(run)
    if members:
        yield from _parted(text, members)


def _parted(text: Text, members: list[Run]) -> Iterator[Group]:
    """A list; or two groups where a comma only parts two persons of whom different things are told.

    As in `the lawyer of Ana Korin, Pavel Dorn,` and `according to Pavel Dorn, Ana Korin`.
    """
    first = members[0]
    second = members[1] if len(members) > 1 else first
    apart = second.first == first.last + 1
    whose = apart and _whose(text, first, members[-1].last + 1)
    if whose or (apart and len(members) == 2 and _source(text, first.first)):
        yield Group(members[:1], first.first, first.last)
        yield Group(members[1:], second.first, members[-1].last, whose)
    else:
        yield Group(members, first.first, members[-1].last)


def _whose(text: Text, first: Run, after: int) -> int:
    """The sense of the word that tells whose relatives or lawyers the others are, before a sign."""
    near = text.senses[max(0, first.first - 4) : first.first]
    while near and near[-1] & Sense.TITLE:
        near.pop()
    of = _elided(text, first) or text.words.forms[first.first][0] >= "А"  # Cyrillic has cases
    of = of or any(sense & Sense.OF for sense in near[-1:])
    closed = after >= len(text.senses) or text.words.gaps[after] not in (Gap.SPACE, Gap.MARK)
    if not closed or not of:
        return 0
    return next((sense & _BESIDE for sense in near[-3:] if sense & _BESIDE), 0)


def _source(text: Text, first: int) -> bool:
    """Whether the sentence begins with who says it: `according to the director of …,`."""
    for i in range(first - 1, max(-1, first - 9), -1):
        if text.senses[i] & Sense.SOURCE:
            return True
        if text.ends[i + 1]:
            return False
    return False


_BESIDE = Sense.COUNSEL | Sense.KIN


def _elided(text: Text, run: Run) -> bool:
    return run.start > 0 and text.words.text[run.start - 1] in "’'"


def _listed(text: Text, one: Run, other: Run) -> bool:
    """Whether only a comma, an `and`, a title or a short bracket is between two names."""
    if one.refused or other.refused:
        return False
    kinds = text.words.gaps[one.last + 1 : other.first + 1]
    ended = text.words.text[one.stop : one.stop + 1] == "." and "." not in one.parts[-1]
    if ended and (text.ends[one.last + 1] or kinds[0] == Gap.ITEM):
        return False
    if not _PARTING.isdisjoint(kinds):
        return False
    inner = _inner(text, one.last + 1, other.first)
    if len(inner) == 1 and inner[0] & Sense.ALIAS and text.words.joints[other.first] in QUOTED:
        return True  # Ana dite «Anya»
    if kinds[-1] == Gap.SPACE and (kinds[0] == Gap.COMMA or (inner and inner[0] & Sense.AND)):
        inner = _without_trade(inner)
    if not all(_lists(sense) for sense in inner):
        return False
    linked = not _LINKING.isdisjoint(kinds) or any(sense & Sense.AND for sense in inner)
    return linked or "\n" in text.words.text[one.stop : other.start]


def _inner(text: Text, first: int, stop: int) -> list[int]:
    """The senses of these words, without those in a bracket."""
    inner, bracket = [], False
    for i in range(first, stop):
        opened = bracket or text.words.gaps[i] == Gap.OPEN
        bracket = opened and ")" not in text.words.between[i]
        if not bracket:
            inner.append(text.senses[i])
    return inner


def _without_trade(inner: list[int]) -> list[int]:
    """Without one or two unknown words right before the name: `Ana Korin, the baker Ivo Dorn`."""
    unknown = 0
    while unknown < min(2, len(inner)) and not inner[-1 - unknown]:
        unknown += 1
    return inner[: len(inner) - unknown]


_PARTING = frozenset([Gap.END, Gap.BREAK, Gap.COLON])
_LINKING = frozenset([Gap.COMMA, Gap.SEMICOLON, Gap.ITEM, Gap.MARK, Gap.OPEN])
_LISTS = Sense.SMALL | Sense.TITLE | Sense.ROLE | Sense.KIN
_STOPS = Sense.OFFICE | Sense.COUNSEL | Sense.SPEECH | Sense.AGENT | Sense.SOURCE | Sense.AUXILIARY


def _lists(sense: int) -> bool:
    """Whether a word may stand between two names of a list, as the role of the second does."""
    return bool(sense & _LISTS) and not sense & _STOPS
