"""Which annotations or hits lie over which stretch of a text. No Qt; offsets are code points."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate, pairwise
from operator import attrgetter
from typing import Generic, NamedTuple, Protocol, TypeVar

from kzannotate.model.ids import CodeId


class Stretch(Protocol):
    """Anything that covers the code points from `start` up to, not including, `stop`."""

    @property
    def start(self) -> int: ...
    @property
    def stop(self) -> int: ...


class Coded(Stretch, Protocol):
    """A stretch with a code: an annotation, or the suggestion of one."""

    @property
    def code(self) -> CodeId: ...


_START, _STOP = attrgetter("start"), attrgetter("stop")
T = TypeVar("T", bound=Stretch)
C = TypeVar("C", bound=Coded)


class Suggested(NamedTuple):
    """Where an annotation is suggested, and with which code."""

    start: int
    stop: int
    code: CodeId


class Layer(Protocol[C]):
    """Stretches with codes that lie over a text: what a view asks about them."""

    @property
    def codes(self) -> set[CodeId]:
        """The codes that occur in the whole text."""
        ...

    def over(self, start: int, stop: int) -> list[C]:
        """Those that share at least one code point with `start` to `stop`."""
        ...

    def at(self, position: int) -> list[C]:
        """Those that hold or touch a caret at `position`, the shortest first."""
        ...


class Run(NamedTuple, Generic[T]):
    """A piece of text over which the same items lie from end to end."""

    start: int
    stop: int
    items: tuple[T, ...]


class Spans(Generic[T]):
    """Stretches in reading order, found by bisection."""

    def __init__(self, items: Iterable[T] = ()) -> None:
        self.items = sorted(items, key=_STOP, reverse=True)
        self.items.sort(key=_START)  # twice is quicker than by pairs
        self._starts = list(map(_START, self.items))
        self._reach = list(accumulate(map(_STOP, self.items), max))

    def over(self, start: int, stop: int) -> list[T]:
        """The items that share at least one code point with `start` to `stop`."""
        if start >= stop:
            return []
        first = bisect_right(self._reach, start)
        last = bisect_left(self._starts, stop)
        return [item for item in self.items[first:last] if item.stop > start]

    def at(self, position: int) -> list[T]:
        """The items that hold or touch a caret at `position`, the shortest first."""
        first = bisect_left(self._reach, position)
        last = bisect_right(self._starts, position)
        found = [item for item in self.items[first:last] if item.stop >= position]
        return sorted(found, key=lambda item: item.stop - item.start)

    def after(self, position: int) -> T | None:
        """The first item that starts behind `position`."""
        index = bisect_right(self._starts, position)
        return self.items[index] if index < len(self.items) else None

    def before(self, position: int) -> T | None:
        """The last item that starts before `position`."""
        index = bisect_left(self._starts, position)
        return self.items[index - 1] if index else None


class CodedSpans(Spans[C]):
    """Spans that are a `Layer`."""

    @property
    def codes(self) -> set[CodeId]:
        """The codes that occur."""
        return {item.code for item in self.items}


def runs(items: Iterable[T], start: int, stop: int) -> list[Run[T]]:
    """Cut `start` to `stop` wherever an item begins or ends; bare stretches are left out."""
    if start >= stop:
        return []
    waiting = [item for item in items if item.stop > start and item.start < stop]
    waiting.sort(key=_START)
    if all(one.stop <= following.start for one, following in pairwise(waiting)):  # as most are
        return [Run(max(one.start, start), min(one.stop, stop), (one,)) for one in waiting]
    waiting.reverse()
    edges = {max(item.start, start) for item in waiting} | {min(i.stop, stop) for i in waiting}
    found: list[Run[T]] = []
    present: list[T] = []
    for left, right in pairwise(sorted(edges)):
        present = [item for item in present if item.stop > left]
        while waiting and waiting[-1].start <= left:
            present.append(waiting.pop())
        if present:
            found.append(Run(left, right, tuple(present)))
    return found
