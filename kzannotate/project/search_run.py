"""Runs a plan: by the index alone, by looking into passages, or by page or document."""

import time
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field

from kzannotate.model.query import (
    Annotated,
    FoundPassage,
    Hit,
    Inside,
    Outside,
    Place,
    Plan,
    Unit,
)
from kzannotate.model.searches import Part
from kzannotate.search import snippets, widening
from kzannotate.search.bounds import at_most
from kzannotate.search.expressions import OutOfTime
from kzannotate.search.lexicon import Lexicon
from kzannotate.search.occurrences import occurrences
from kzannotate.store.fulltext import Search, unit_of
from kzannotate.store.store import Stopped, Store

_FOR_UNITS = 0.6
"""Share of the time in which pages or documents are looked for, before hits in them."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a search may take."""

    begin: float
    """A moment of `time.monotonic`."""
    seconds: float
    stop: Callable[[], bool]
    """Asks whether nobody wants the rest any more."""

    @property
    def until(self) -> float:
        """The moment when it is over."""
        return self.begin + self.seconds

    def is_over(self) -> bool:
        """Whether to come to an end."""
        return time.monotonic() > self.until or self.stop()

    def for_units(self) -> "Patience":
        """As much of it as looking for pages or documents may take."""
        return Patience(self.begin, self.seconds * _FOR_UNITS, self.stop)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wanted of a search, whatever its words are."""

    store: Store
    words: Lexicon
    part: Part
    limit: int
    counted: bool
    patience: Patience


@dataclass(slots=True)
class Found:
    """What is found while a search runs."""

    hits: list[Hit] = field(default_factory=list)
    passages: int = 0
    complete: bool = True
    """Whether all was found in time."""
    counted: bool = True
    """Whether all passages were counted."""
    sure: bool = True
    """Whether it is known what NOT leaves out; else nothing is found."""


def run(wish: Wish, plan: Plan, within: Unit) -> Found:
    """What a plan finds, all its words together in a passage, on a page, in a document."""
    if within != "passage":
        plan = widening.spread(plan)
        if widening.is_spread(plan):
            return _run_widely(wish, plan, within)
        plan = widening.wanted(plan)
    return _run(wish, *_ready(wish, plan))


def _ready(
    wish: Wish, plan: Plan, unit: Unit = "passage", units: Collection[str] | None = None
) -> tuple[Search, Plan]:
    """A search in the wanted part of the corpus, and of some units if they are given."""
    part, most = wish.part, at_most(plan, wish.words)
    if part.language:
        plan = Inside(plan, (Place(language=part.language),))
    if part.tagged is not None:
        plan = (Inside if part.tagged else Outside)(plan, (Annotated(),))
    if part.document is not None:
        if units is None:
            unit, units = "document", {part.document}
        units = {one for one in units if one.split(" ")[0] == part.document}
    return Search(wish.store, plan, unit, units, most), plan


def _run(wish: Wish, search: Search, plan: Plan) -> Found:
    found = Found()
    look = _read_off if search.is_whole else _look_into
    try:
        with wish.store.stopping(wish.patience.is_over):
            look(found, wish, search, plan)
    except (OutOfTime, Stopped):
        found.complete = found.counted = False
    return found


def _read_off(found: Found, wish: Wish, search: Search, plan: Plan) -> None:
    """The index tells the passages, and how many there are."""
    passages = search.first(wish.limit)
    for passage in passages:
        if len(found.hits) >= wish.limit or wish.patience.stop():
            break
        found.hits += snippets.hits(passage, plan)
    found.passages = len(passages)
    known = search.count() if wish.counted else search.known_count
    found.counted = known is not None
    found.passages = found.passages if known is None else known


def _look_into(found: Found, wish: Wish, search: Search, plan: Plan) -> None:
    """The passages that the index gives are gone through."""
    until = wish.patience.until
    for passage in _in_time(search, wish.patience):
        if len(found.hits) < wish.limit:
            hits = snippets.hits(passage, plan, until)
            found.hits += hits
            found.passages += bool(hits)
        else:
            found.passages += bool(occurrences(passage, plan, until))


def _run_widely(wish: Wish, plan: Plan, within: Unit) -> Found:
    """Words together on a page or in a document: those are found first, then hits in them."""
    patience = wish.patience.for_units()
    complete = True

    def units_of(leaf: Plan, whole: bool) -> set[str]:
        nonlocal complete
        units: set[str] = set()
        try:
            with wish.store.stopping(patience.is_over):
                _find_units(units, Search(wish.store, leaf), leaf, within, patience)
        except (OutOfTime, Stopped):
            complete = False
            if whole:
                raise OutOfTime from None
        return units

    try:
        units = widening.units(plan, units_of)
    except OutOfTime:
        return Found(complete=False, counted=False, sure=False)
    found = Found()
    if units:
        found = _run(wish, *_ready(wish, widening.wanted(plan), within, units))
    found.complete &= complete
    return found


def _find_units(
    units: set[str], search: Search, leaf: Plan, within: Unit, patience: Patience
) -> None:
    if search.is_whole:
        units |= search.units(within)
        return
    for passage in _in_time(search, patience):
        unit = unit_of(passage, within)
        if unit not in units and occurrences(passage, leaf, patience.until):
            units.add(unit)


def _in_time(search: Search, patience: Patience) -> Iterator[FoundPassage]:
    """Raises OutOfTime when the patience is over."""
    for passage in search.each():
        if patience.is_over():
            raise OutOfTime
        yield passage
