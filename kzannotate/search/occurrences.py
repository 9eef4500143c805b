"""Where in a passage the things stand that a plan asks for: what a plan means, word by word.

`store` finds the passages by its index; where that can't tell all, this decides.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from kzannotate.model.query import (
    All,
    Annotated,
    AnyOf,
    Anything,
    Exact,
    FoundPassage,
    Inside,
    Matches,
    Near,
    Outside,
    Phrase,
    Place,
    Plan,
    Prefix,
    Where,
    Without,
    Word,
    everywhere,
)
from kzannotate.model.text import fold
from kzannotate.search import expressions, spotting
from kzannotate.search.analysis import FoundWord, PassageWords, passage_words, plain
from kzannotate.search.spotting import Sought, followed, spotted

Span = tuple[int, int]
"""Code points from the passage's start, half-open; the next page's words count on."""

_WITHOUT_WORDS = (Matches, Anything, Inside, Outside, All, AnyOf, Without)
_NO_WORDS = PassageWords([], 0)


@dataclass(frozen=True, slots=True)
class _View:
    """What is looked at: a passage, or a stretch of it."""

    passage: FoundPassage
    words: Sequence[FoundWord]
    own: int
    """How many words are the passage's, before those of the next page."""
    start: int
    stop: int
    until: float


def occurrences(passage: FoundPassage, plan: Plan, until: float = math.inf) -> list[Span]:
    """Every occurrence, in reading order; none if the passage isn't what the plan asks for.

    Raises `expressions.OutOfTime` at `until`, a moment of `time.monotonic`.
    """
    if not passage.after and (spans := _quickly(passage.text, plan)) is not None:
        return spans
    found = _NO_WORDS
    if any(not isinstance(part, _WITHOUT_WORDS) for part in everywhere(plan)):
        found = passage_words(passage.text, passage.after)
    length = len(passage.text) + len(passage.after)
    view = _View(passage, found.words, found.own, 0, length, until)
    return sorted(set(_spans(view, plan)))


def _quickly(text: str, plan: Plan) -> list[Span] | None:
    """What `_spans` finds of words and phrases, in a tenth of its time; None: it isn't told."""
    asked = _asked(plan)
    found = spotted(text, asked.sought) if asked else None
    if asked is None or found is None:
        return None
    if isinstance(plan, Phrase):
        ends = [(first.start, followed(text, first, plan.forms[1:])) for first in found]
        return [(start, stop) for start, stop in ends if stop is not None]
    if not all(any(fits(word.form) for word in found) for fits in asked.needed):
        return []
    return [(word.start, word.stop) for word in found]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What `_quickly` looks for."""

    sought: Sought
    needed: Sequence[Callable[[str], bool]]
    """Of each there must be a word."""


@lru_cache(maxsize=16)
def _asked(plan: Plan) -> _Asked | None:
    """Of a phrase its first word; of words and beginnings all; of anything else nothing."""
    if isinstance(plan, Phrase):
        return _Asked(spotting.forms(plan.forms[:1]), ())
    some = plan.parts if isinstance(plan, All | AnyOf) else (plan,)
    each = [_sought(one) for one in some if isinstance(one, Word | Prefix)]
    if len(each) < len(some):
        return None
    needed = [one.fits for one in each] if isinstance(plan, All) else ()
    return _Asked(spotting.any_of(each), needed)


def _sought(plan: Word | Prefix) -> Sought:
    if isinstance(plan, Word):
        return spotting.forms(plan.forms)
    start = plan.start
    return Sought(frozenset(start[0]), lambda form: form.startswith(start))


def _spans(view: _View, plan: Plan) -> list[Span]:
    match plan:
        case All(parts):
            found = [_spans(view, part) for part in parts]
            return [span for spans in found for span in spans] if all(found) else []
        case AnyOf(parts):
            return [span for part in parts for span in _spans(view, part)]
        case Without(wanted, unwanted):
            spans = _spans(view, wanted)
            return [] if spans and _spans(view, unwanted) else spans
        case Inside(wanted, where):
            return [span for stretch in _stretches(view, where) for span in _spans(stretch, wanted)]
        case Outside(wanted, where):
            shunned = [(stretch.start, stretch.stop) for stretch in _stretches(view, where)]
            return [span for span in _spans(view, wanted) if not _touches(span, shunned)]
        case _:
            return list(_leaf(view, plan))


def _leaf(view: _View, plan: Plan) -> Iterable[Span]:
    match plan:
        case Word(forms):
            return [
                (word.start, word.stop) for word in view.words[: view.own] if word.form in forms
            ]
        case Prefix(start):
            own = view.words[: view.own]
            return [(word.start, word.stop) for word in own if word.form.startswith(start)]
        case Phrase(forms):
            return _phrases(view, forms)
        case Near(forms, distance):
            return _near(view, forms, distance)
        case Exact(words, forms):
            return _exact(view, words, forms)
        case Matches(expression):
            text = view.passage.text
            stop = min(view.stop, len(text))
            return expressions.matches(expression, text, view.start, stop, view.until)
        case Anything():
            return _everything(view)
        case _:
            raise ValueError(f"{plan} wasn't spelled out")


def _phrases(view: _View, forms: tuple[str, ...]) -> Iterator[Span]:
    length = len(forms)
    for first in range(min(view.own, len(view.words) - length + 1)):
        if all(view.words[first + at].form == form for at, form in enumerate(forms)):
            yield view.words[first].start, view.words[first + length - 1].stop


def _exact(view: _View, words: tuple[str, ...], forms: tuple[str, ...]) -> Iterator[Span]:
    length = len(forms)
    for first in range(min(view.own, len(view.words) - length + 1)):
        candidates = view.words[first : first + length]
        if all(
            found.form == form and plain(found.written) == word
            for found, form, word in zip(candidates, forms, words, strict=True)
        ):
            yield candidates[0].start, candidates[-1].stop


def _near(view: _View, forms: tuple[str, ...], distance: int) -> Iterator[Span]:
    """The shortest stretches that have all the words in them."""
    places = [at for at, word in enumerate(view.words) if word.form in forms]
    stops: set[int] = set()
    for begin in reversed(range(len(places))):  # from the right: the shortest of an end comes first
        stop = _all_there(view, places[begin:], set(forms), distance)
        if stop is not None and stop not in stops and places[begin] < view.own:
            stops.add(stop)
            yield view.words[places[begin]].start, view.words[stop].stop


def _all_there(view: _View, places: list[int], missing: set[str], distance: int) -> int | None:
    """The first of the places, from the first one on, by which no word is missing."""
    last = places[0] + distance + len(missing)
    for at in places:
        if at >= last:
            break
        missing.discard(view.words[at].form)
        if not missing:
            return at
    return None


def _everything(view: _View) -> list[Span]:
    text = view.passage.text[view.start : view.stop]
    start = view.start + len(text) - len(text.lstrip())
    stop = start + len(text.strip())
    return [(start, stop)] if start < stop else []


def _stretches(view: _View, where: tuple[Where, ...]) -> Iterator[_View]:
    """The parts of the view that are such places."""
    if any(isinstance(one, Place) and fits(view.passage, one) for one in where):
        yield view
        return
    begin = view.passage.start
    ranges = {
        span
        for one in where
        if isinstance(one, Annotated)
        for span in view.passage.annotated.get(one, ())
    }
    for start, stop in sorted(ranges):
        low, high = max(view.start, start - begin), min(view.stop, stop - begin)
        if low < high:
            yield _within(view, low, high)


def _within(view: _View, start: int, stop: int) -> _View:
    """The words that lie whole in the stretch."""
    kept = [
        (at, word)
        for at, word in enumerate(view.words)
        if start <= word.start and word.stop <= stop
    ]
    own = sum(at < view.own for at, _ in kept)
    words = [word for _, word in kept]
    return replace(view, words=words, own=own, start=start, stop=stop)


def fits(passage: FoundPassage, place: Place) -> bool:
    """Whether the passage is of that language, document and page."""
    if place.language and passage.language != place.language:
        return False
    if place.document:
        name = fold(passage.name)
        if not all(word in name for word in place.document.split()):
            return False
    if place.first is None and place.last is None:
        return True
    page = passage.page
    return page is not None and (place.first or 0) <= page <= (place.last or math.inf)


def _touches(span: Span, shunned: list[Span]) -> bool:
    return any(span[0] < stop and start < span[1] for start, stop in shunned)
