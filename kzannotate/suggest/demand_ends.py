"""Where a demand begins and ends, to the character."""

import re
from collections.abc import Iterator

from kzannotate.suggest.demand_phrases import Tokens
from kzannotate.suggest.demand_text import lowered
from kzannotate.suggest.demand_words import Words

_CLOSING_FORMULA = 80
_BEFORE = " \t\n\r\f\u00a0\u00ad*_#>-–—•·"
_AFTER = " \t\n\r\f\u00a0\u00ad"
_OPENING = "\"«“„‘'"
_OPENS = re.compile(r"[«“„]|(?<![^\W_])[\"‘]")
_CLOSING = re.compile(r"\s?[»”]|(?<=[\w.,;!?…])\"|(?<=[.,;!?…])’")
_CLOSES = ("»", "”")
"""Marks that end a quotation, of which a list may be the last part."""
_SPOKEN = re.compile(r"(?:,|(?<=[!?…]))\s[—–]\s(?=[^\W\d_A-ZА-Я])")
_LOST_END = re.compile(r";[^\S\n]*\n\s*")
_LINE_END = re.compile(r"(?<=\S)\n([^\S\n]*)(?=\S)")
_CITED = re.compile(r"[;,.]\s*\[[^\[\]\n]*\]$")
"""A source in brackets behind an item."""
_SOURCE = 60
"""Code points of such a source at the most."""
_JOINED = re.compile(r"[;,]\s*(?:[^\W\d_]{1,7}(?:\s[^\W\d_]{2,7}){0,2}|and/or|et/ou|en/of)\s*$")


def trimmed(text: str, start: int, stop: int, words: Words) -> tuple[int, int]:
    """The span without white space, marks of lists or bold before it, and an `and` behind it.

    A closing formula behind it (`and passes to the order of the day`) is left out too.

    A mark of bold at its beginning or end stays if its pair is inside.
    """
    while start < stop and text[start] in _BEFORE:
        start += 1
    stop = _stripped(text, start, _closing(text, start, stop, words))
    if text[stop - 1 : stop] in _CLOSES and not _OPENS.search(text, start, stop):
        stop = _stripped(text, start, stop - 1)
    if cited := _CITED.search(text, max(start, stop - _SOURCE), stop):
        stop = cited.start() + 1
    joined = _JOINED.search(text, max(start, stop - 24), stop)
    if joined and words.joins in words.beginnings[joined.group().strip(";, \n").lower()]:
        stop = joined.start() + 1
    if text[start:stop].count("**") % 2:
        if text[:stop].endswith("**"):
            stop = _stripped(text, start, stop - 2)
        elif text[:start].endswith("**"):
            start -= 2
    return start, stop


def _closing(text: str, start: int, stop: int, words: Words) -> int:
    begin = max(start, stop - _CLOSING_FORMULA)
    tail = words.tokens(lowered(text[begin:stop]), 0, _CLOSING_FORMULA)
    found = words.closings.find(tail)
    return begin + tail.spans[found.first][0] if found else stop


def unquoted(text: str, start: int, stop: int, verb: int) -> tuple[int, int]:
    """The span without quotation marks around it, and without a `said X` before or behind them."""
    for opening in _OPENS.finditer(text, start, verb):
        closing = _CLOSING.search(text, opening.end(), stop)
        announced = text[start : opening.start()].rstrip()[-1:] == ":"
        asked = closing.start() > verb if closing else announced
        if asked and text[opening.end() : opening.end() + 2].strip()[:1].isupper():
            start = opening.end()
    begin = start
    while begin < stop and text[begin] in _BEFORE + _OPENING:
        begin += 1
    if text[max(0, begin - 2) : begin].strip() in ("—", "–"):
        spoken = _SPOKEN.search(text, begin, stop)
        stop = spoken.start() if spoken else stop
    closing = _CLOSING.search(text, begin, stop)
    opened = any(mark in _OPENING for mark in text[max(0, start - 2) : begin])
    if opened and closing and closing.start() < verb:
        return start, stop  # a name in quotation marks
    inside = _OPENS.search(text, begin, closing.start() if closing else stop)
    if closing and (opened or not inside) and closing.start() > begin:
        stop = closing.start()
    return begin, stop


def _stripped(text: str, start: int, stop: int) -> int:
    while stop > start and text[stop - 1] in _AFTER:
        stop -= 1
    return stop


def clauses(found: Tokens) -> list[tuple[int, int]]:
    """Index spans of the parts of a sentence between semicolons."""
    cuts = [index for index, word in enumerate(found.words) if word == ";"]
    starts = [0, *(cut + 1 for cut in cuts)]
    return list(zip(starts, [*cuts, len(found)], strict=True))


def unlisted(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Items that lost their signs: semicolons at the ends of lines, or lines that are set in."""
    ends = list(_LOST_END.finditer(text, start, stop)) or _set_in(text, start, stop)
    for match in ends:
        yield start, match.start() + 1
        start = match.end()
    if start < stop:
        yield start, stop


def _set_in(text: str, start: int, stop: int) -> list[re.Match[str]]:
    """The line ends before lines that are set in as the first is, if others aren't."""
    line = text.rfind("\n", 0, start) + 1
    depth = start - line
    ends = list(_LINE_END.finditer(text, start, stop))
    if not depth or text[line:start].strip() or all(len(m[1]) >= depth for m in ends):
        return []
    return [match for match in ends if len(match[1]) == depth]
