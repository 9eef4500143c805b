"""Where an annotation stands, so that it can be found again.

The W3C Web Annotation Data Model's TextPositionSelector (start, stop) and TextQuoteSelector
(exact, prefix, suffix) in one. `resolve` finds the passage in a text that was extracted anew:
exact first, then with white space and hyphens disregarded, then with a bounded number of errors,
as Hypothesis' client does; among equals the context decides, then the nearness.
"""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

CONTEXT = 32
"""Code points of prefix and of suffix."""
_LIKENESS = 0.8
"""At least this share of a quotation must be found again."""
_SEED = 8
"""Code points that must agree in a row for an inexact candidate."""
_MOST_CANDIDATES = 50


@dataclass(frozen=True, slots=True)
class Selector:
    """A stretch of text with what stands around it. Offsets are code points, half-open."""

    start: int
    stop: int
    exact: str
    prefix: str
    suffix: str


def select(text: str, start: int, stop: int) -> Selector:
    """The selector of `text[start:stop]`. Raises ValueError outside the text or when empty."""
    if not 0 <= start < stop <= len(text):
        raise ValueError(f"no stretch {start}-{stop} in a text of {len(text)} characters")
    prefix = text[max(0, start - CONTEXT) : start]
    return Selector(start, stop, text[start:stop], prefix, text[stop : stop + CONTEXT])


def resolve(text: str, selector: Selector) -> tuple[int, int] | None:
    """Where the selector's quotation stands in `text` now, or None if it isn't there."""
    span = (selector.start, selector.stop)
    if text[slice(*span)] == selector.exact and _context(text, span, selector) == len(
        selector.prefix + selector.suffix
    ):
        return span
    return (
        _best(text, selector, _exact(text, selector.exact))
        or _best(text, selector, _spaceless(text, selector.exact))
        or _inexact(text, selector)
    )


def _best(
    text: str, selector: Selector, candidates: Iterator[tuple[int, int]]
) -> tuple[int, int] | None:
    """The candidate with the most context in common; among equals the nearest."""
    return max(
        candidates,
        key=lambda span: (_context(text, span, selector), -abs(span[0] - selector.start)),
        default=None,
    )


def _context(text: str, span: tuple[int, int], selector: Selector) -> int:
    """How many code points next to the stretch agree with prefix and suffix."""
    start, stop = span
    before = text[max(0, start - CONTEXT) : start]
    after = text[stop : stop + CONTEXT]
    return _common(reversed(before), reversed(selector.prefix)) + _common(
        iter(after), iter(selector.suffix)
    )


def _common(left: Iterator[str], right: Iterator[str]) -> int:
    count = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        count += 1
    return count


def _exact(text: str, wanted: str) -> Iterator[tuple[int, int]]:
    start = text.find(wanted)
    while start >= 0:
        yield start, start + len(wanted)
        start = text.find(wanted, start + 1)


def _spaceless(text: str, wanted: str) -> Iterator[tuple[int, int]]:
    """Occurrences with white space and hyphens disregarded: lines are broken elsewhere."""
    needle, _ = _squeeze(wanted)
    if not needle:
        return
    squeezed, places = _squeeze(text)
    for start, stop in _exact(squeezed, needle):
        yield places[start], places[stop - 1] + 1


def _squeeze(text: str) -> tuple[str, list[int]]:
    """The text without white space and hyphens, and where each of its letters stood."""
    places = [at for at, letter in enumerate(text) if not (letter.isspace() or letter in "-\xad‐")]
    return "".join(text[at] for at in places), places


def _inexact(text: str, selector: Selector) -> tuple[int, int] | None:
    """The most alike stretch if enough of the quotation is in it: a few letters differ."""
    needle, _ = _squeeze(selector.exact)
    squeezed, places = _squeeze(text)
    best = (_LIKENESS, 0, 0)
    for origin in _origins(squeezed, needle):
        best = max(best, _alike(squeezed, needle, origin))
    likeness, start, stop = best
    return (places[start], places[stop - 1] + 1) if likeness > _LIKENESS else None


def _origins(text: str, needle: str) -> list[int]:
    """Where the needle would start, judged by short pieces of it that occur in the text."""
    origins: dict[int, None] = {}
    for offset in range(0, max(1, len(needle) - _SEED + 1), _SEED):
        for start, _ in _exact(text, needle[offset : offset + _SEED]):
            origins[max(0, start - offset)] = None
            if len(origins) >= _MOST_CANDIDATES:
                return list(origins)
    return list(origins)


def _alike(text: str, needle: str, origin: int) -> tuple[float, int, int]:
    """How much of the needle stands from about `origin` on, and from where to where."""
    slack = max(4, len(needle) // 8)
    low = max(0, origin - slack)
    window = text[low : origin + len(needle) + slack]
    matcher = difflib.SequenceMatcher(None, needle, window, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size > 1]
    if not blocks:
        return 0.0, 0, 0
    start = max(low, low + blocks[0].b - blocks[0].a)
    last = blocks[-1]
    stop = min(len(text), low + last.b + len(needle) - last.a)
    return sum(block.size for block in blocks) / len(needle), start, stop
