"""Hits: the occurrences of what was searched, each in its context."""

import math
import re

from kzannotate.model.query import FoundPassage, Hit, Plan
from kzannotate.search.occurrences import occurrences

CONTEXT = 60
"""Code points shown before and after a match, to the next word's end."""
_SPACE = re.compile(r"\s+")
_LETTER = re.compile(r"\S")


def hits(passage: FoundPassage, plan: Plan, until: float = math.inf) -> list[Hit]:
    """Every occurrence in a found passage, in reading order.

    Raises `expressions.OutOfTime` at `until`, a moment of `time.monotonic`.
    """
    text = passage.text + passage.after
    return [_hit(passage, text, *span) for span in occurrences(passage, plan, until)]


def _hit(passage: FoundPassage, text: str, start: int, stop: int) -> Hit:
    if stop <= len(passage.text):
        text = passage.text
    low = _word_start(text, max(0, start - CONTEXT))
    high = _word_stop(text, min(len(text), stop + CONTEXT))
    return Hit(
        document=passage.document,
        name=passage.name,
        page=passage.page,
        start=passage.start + start,
        stop=passage.start + stop,
        before=("…" if low else "") + _line_before(text[low:start]),
        match=_line(text[start:stop]),
        after=_line_after(text[stop:high]) + ("…" if _LETTER.search(text, high) else ""),
        score=passage.score,
    )


def _word_start(text: str, offset: int) -> int:
    """Back to where the word at `offset` starts, not further than 20 code points."""
    low = max(0, offset - 20)
    return max(text.rfind(" ", low, offset), text.rfind("\n", low, offset), low - 1) + 1


def _word_stop(text: str, offset: int) -> int:
    """On to where the word at `offset` stops, not further than 20 code points."""
    end = _SPACE.search(text, offset, offset + 20)
    return end.start() if end else min(len(text), offset + 20)


def _line(text: str) -> str:
    return text if text.isalnum() else _SPACE.sub(" ", text)


def _line_before(text: str) -> str:
    """As `_line` without space at its beginning; `split` takes a quarter of the time."""
    words = text.split()
    return " ".join([*words, ""] if words and text[-1].isspace() else words)


def _line_after(text: str) -> str:
    words = text.split()
    return " ".join(["", *words] if words and text[0].isspace() else words)
