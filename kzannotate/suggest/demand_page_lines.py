"""The lines of a text: those of columns apart, and which are the furniture of a page."""

import re
from collections import Counter, deque
from collections.abc import Iterator

_LINE = re.compile(r"\S(?:[^\n\f]*\S)?")
_FURNITURE = re.compile(
    r"[-–—\s|]*(?:(?:pages?|p\.|pag\.|pagina|página|seite|стр\.?|страница|лист|л\.|бет|blad|feuille|foglio|folio|hoja)?\s*)?\d{1,4}"
    r"(?:\s*(?:/|of|de|di|sur|van|von|из)\s*\d{1,4})?[-–—\s|.]*|[A-Z]{1,6}(?:/[\w.]{1,12}){2,6}",
    re.IGNORECASE,
)
_HEAD_OF_PAGE = re.compile(
    r"(?:\S[^\n]{0,60}(?:\s{3,}|\s[-–—|·]\s)(?:n\.?\s\d+\s?[-–—|]\s?)?)?"
    r"(?:pages?|p\.|pag\.|pagina|página|blz\.|seite|стр\.?|страница)\s?\d{1,4}"
    r"|\S[^\n]{0,60}\s{3,}[-–—|]?\s?\d{1,4}"
    r"|\d{1,2}[./]\d{1,2}[./]\d{4}(?:\s+\d{1,4})?"
    r"|\d{1,4}[-–]бет",
    re.IGNORECASE,
)
_WIDE = re.compile(r"[^\S\n\f]{3,}|\t[^\S\n\f]?")
_WORDED = re.compile(r"[^\W_]")
_NUMBERED = re.compile(r"[\d/]")
"""What a line has that `_FURNITURE` or `_HEAD_OF_PAGE` matches."""
_DIGITS = re.compile(r"\d+")
_HEADING = 100
_NARROW = 8
"""Code points of the narrowest column."""


def segments(text: str) -> Iterator[tuple[int, int, bool]]:
    """The lines without white space around them; those of two columns in two, the second told."""
    gaps = deque(_gaps(text))
    for match in _LINE.finditer(text):
        start, stop = match.span()
        column = False
        while gaps and gaps[0][0] < stop:
            gap, after = gaps.popleft()
            if gap - start > _NARROW and not _HEAD_OF_PAGE.fullmatch(match.group()[:_HEADING]):
                yield start, gap, column
                start, column = after, True
        yield start, stop, column


def _gaps(text: str) -> Iterator[tuple[int, int]]:
    """The white space between columns: much of it, behind two letters."""
    for match in _WIDE.finditer(text):
        start, stop = match.span()
        inside = start > 1 and not text[stop : stop + 1].isspace()
        if inside and not text[start - 1].isspace() and not text[start - 2].isspace():
            yield start, stop


def is_furniture(line: str, heads: frozenset[str] = frozenset()) -> bool:
    """Whether a line is a page's number, symbol or running head, or only ornament."""
    if not line[0].isalpha() and not _WORDED.search(line, 0, _HEADING):
        return True
    if len(line) >= _HEADING:
        return False
    if _NUMBERED.search(line) and (_FURNITURE.fullmatch(line) or _HEAD_OF_PAGE.fullmatch(line)):
        return True
    return line in heads


def _undated(line: str) -> str:
    return _DIGITS.sub("", line).strip()


def running_heads(text: str) -> frozenset[str]:
    """Lines that stand on many pages, whatever their number."""
    if "\f" not in text and len(text) < 6000:
        return frozenset()
    lines = Counter(line for line in _LINE.findall(text) if 10 < len(line) < _HEADING)
    undated = {line: _undated(line) for line in lines}
    times: Counter[str] = Counter()
    for line, of_it in lines.items():
        times[undated[line]] += of_it
    return frozenset(
        line
        for line, rest in undated.items()
        if times[rest] > 3 and rest and rest[-1] not in ".!?…:;"
    )
