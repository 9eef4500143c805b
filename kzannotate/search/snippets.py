"""Where in a passage a plan matches, and the match in its context."""

import re
from collections.abc import Iterator, Sequence

from kzannotate.model.query import (
    All,
    AnyOf,
    FoundPassage,
    Fuzzy,
    Hit,
    Phrase,
    Plan,
    Prefix,
    Wildcard,
    Without,
    Word,
)
from kzannotate.search.analysis import FoundWord, words

CONTEXT = 60
"""Code points shown before and after a match, to the next word's end."""
_SPACE = re.compile(r"\s+")


def hits(passage: FoundPassage, plan: Plan) -> list[Hit]:
    """Every occurrence in a found passage, in reading order."""
    found = list(words(passage.text))
    return [_hit(passage, start, stop) for start, stop in sorted(set(spans(found, plan)))]


def spans(found: Sequence[FoundWord], plan: Plan) -> Iterator[tuple[int, int]]:
    """The stretches, in code points, that what the plan wants takes up."""
    match plan:
        case Word(forms):
            yield from ((word.start, word.stop) for word in found if word.form in forms)
        case Prefix(start):
            yield from ((word.start, word.stop) for word in found if word.form.startswith(start))
        case Phrase(forms):
            yield from _phrases(found, forms)
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from spans(found, part)
        case Wildcard() | Fuzzy():
            raise ValueError(f"{plan} wasn't spelled out")
        case Without(wanted, _):
            yield from spans(found, wanted)


def _phrases(found: Sequence[FoundWord], forms: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    length = len(forms)
    for first in range(len(found) - length + 1):
        if all(found[first + at].form == form for at, form in enumerate(forms)):
            yield found[first].start, found[first + length - 1].stop


def _hit(passage: FoundPassage, start: int, stop: int) -> Hit:
    text = passage.text
    low = _word_start(text, max(0, start - CONTEXT))
    high = _word_stop(text, min(len(text), stop + CONTEXT))
    return Hit(
        document=passage.document,
        name=passage.name,
        page=passage.page,
        start=passage.start + start,
        stop=passage.start + stop,
        before=("…" if low else "") + _line(text[low:start]).lstrip(),
        match=_line(text[start:stop]),
        after=_line(text[stop:high]).rstrip() + ("…" if text[high:].strip() else ""),
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
    return _SPACE.sub(" ", text)
