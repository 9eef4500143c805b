"""The lines of a text: those of columns apart, and which are the furniture of a page."""

import re
from collections import Counter
from collections.abc import Iterator

_LINE = re.compile(r"[^\n\f]+")
_FURNITURE = re.compile(
    r"[-–—\s|]*(?:(?:pages?|p\.|pag\.|pagina|página|seite|стр\.?|страница|бет)?\s*)?\d{1,4}"
    r"(?:\s*(?:/|of|de|di|sur|van|von|из)\s*\d{1,4})?[-–—\s|.]*|[A-Z]{1,6}(?:/[\w.]{1,12}){2,6}",
    re.IGNORECASE,
)
_HEAD_OF_PAGE = re.compile(
    r"(?:\S[^\n]{0,60}(?:\s{3,}|\s[-–—|·]\s)(?:n\.?\s\d+\s?[-–—|]\s?)?)?"
    r"(?:pages?|p\.|pag\.|pagina|página|blz\.|seite|стр\.?|страница)\s?\d{1,4}"
    r"|\d{1,2}[./]\d{1,2}[./]\d{4}(?:\s+\d{1,4})?"
    r"|\d{1,4}[-–]бет",
    re.IGNORECASE,
)
_COLUMNS = re.compile(r"(?<=\S{2})[^\S\n]{4,}(?=\S)")
_HEADING = 100
_NARROW = 8
"""Code points of the narrowest column."""


def segments(text: str) -> Iterator[tuple[int, int, bool]]:
    """The lines without white space around them; those of two columns in two, the second told."""
    for match in _LINE.finditer(text):
        start, stop = match.span()
        column = False
        paged = _HEAD_OF_PAGE.fullmatch(match.group().strip()[:_HEADING])
        for gap in () if paged else _COLUMNS.finditer(text, start, stop):
            if gap.start() - start > _NARROW:
                yield *_stripped(text, start, gap.start()), column
                start, column = gap.end(), True
        if text[start:stop].strip():
            yield *_stripped(text, start, stop), column


def _stripped(text: str, start: int, stop: int) -> tuple[int, int]:
    line = text[start:stop]
    return start + len(line) - len(line.lstrip()), start + len(line.rstrip())


def is_furniture(line: str, heads: frozenset[str]) -> bool:
    """Whether a line is a page's number, symbol or running head, or only ornament."""
    if not any(map(str.isalnum, line[:_HEADING])):
        return True
    if len(line) >= _HEADING:
        return False
    if _FURNITURE.fullmatch(line) or _HEAD_OF_PAGE.fullmatch(line):
        return True
    return _undated(line) in heads


def _undated(line: str) -> str:
    return re.sub(r"\d+", "", line).strip()


def running_heads(text: str) -> frozenset[str]:
    """Lines that stand on many pages, whatever their number."""
    if "\f" not in text and len(text) < 6000:
        return frozenset()
    counted = Counter(
        _undated(m.group()) for m in _LINE.finditer(text) if 10 < m.end() - m.start() < _HEADING
    )
    return frozenset(
        line for line, times in counted.items() if times > 3 and line[-1:] not in ".!?…:;" and line
    )
