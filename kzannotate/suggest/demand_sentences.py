"""Sentences, as the rules for demands read them."""

import re
from collections.abc import Iterator

from kzannotate.suggest.demand_text import lowered

_SENTENCE = re.compile(r"[.!?…]{1,4}[\"'»”’)\]*_]{0,4}\s+(?=[\"'«“„‘(\[*_¿¡–—-]{0,3}\s?[^\W_])")
_ABBREVIATED = re.compile(r"[^\W_]+$")
_OPENERS = "\"'«“„‘([*_¿¡–—- "
_FIRST = re.compile(r"[^\w]{0,4}([^\W_]+)(?!\.)")
_AND_SO_ON = re.compile(r"(?:т\.\s?[дп]|и\s(?:др|пр)|т\.б|[Ee]tc|ecc|enz)$")
"""What ends a sentence if a capital follows."""


def sentences(
    text: str, start: int, stop: int, abbreviations: frozenset[str], starters: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """The sentences between two places.

    `starters`: words that begin one behind an initial or abbreviation too.
    """
    begin = start
    for match in _SENTENCE.finditer(text, start, stop):
        following = text[match.end() : match.end() + 5].lstrip(_OPENERS)[:1]
        if following.islower():
            continue
        if match[0][0] == "." and _is_abbreviated(text, begin, match.start(), abbreviations):
            first = _FIRST.match(text, match.end(), stop)
            if not first or first[1].lower() not in starters:
                continue
        yield begin, match.start() + len(match[0].rstrip())
        begin = match.end()
    if begin < stop:
        yield begin, stop


def _is_abbreviated(text: str, begin: int, stop: int, abbreviations: frozenset[str]) -> bool:
    """Whether the word before a point is shortened, and a sentence goes on behind it."""
    before = _ABBREVIATED.search(text, max(begin, stop - 20), stop)
    if not before:
        return False
    word = before.group()
    known = (len(word) == 1 and not word.isdigit()) or lowered(word) in abbreviations
    return known and not _AND_SO_ON.search(text, max(begin, stop - 6), stop)
