"""Caret and selection by keys: sentences, passages, growing and shrinking."""

from collections.abc import Callable
from functools import partial

from kzannotate.model.sentences import Span
from kzannotate.ui.reader.reader import Reader
from kzannotate.ui.reader.readers import Readers
from kzannotate.ui.reader.units import Units


class Selecting:
    """What the keys of the menu Select do, in text and page alike."""

    def __init__(self, readers: Readers) -> None:
        self._readers = readers
        self._grown: list[Span] = []
        """The selections that led to the present one, the smallest first."""

    @property
    def _reader(self) -> Reader:
        return self._readers.current

    def verbs(self) -> dict[str, Callable[[], None]]:
        """What each action of the menu does, by its id."""
        return {
            "grow": self.grow,
            "shrink": self.shrink,
            "select_annotation": self.annotation,
            "next_sentence": partial(self._go, Units.next_sentence),
            "previous_sentence": partial(self._go, Units.sentence_before),
            "to_next_sentence": partial(self._go, Units.next_sentence, extend=True),
            "to_previous_sentence": partial(self._go, Units.sentence_before, extend=True),
            "next_passage": partial(self._go, Units.next_passage),
            "previous_passage": partial(self._go, Units.passage_before),
            "to_next_passage": partial(self._go, Units.next_passage, extend=True),
            "to_previous_passage": partial(self._go, Units.passage_before, extend=True),
        }

    def grow(self) -> None:
        """Select the word, then its sentence, its passage, its numbered paragraph."""
        if not self._reader.shown:
            return
        before = self._reader.selection()
        span = self._reader.shown.units.grown(*before)
        if span != before:
            if not self._grown or self._grown[-1] != before:
                self._grown = [before]
            self._grown.append(span)
            self._reader.select(*span)

    def shrink(self) -> None:
        """Take back the last growing of the selection that is there."""
        if len(self._grown) > 1 and self._grown[-1] == self._reader.selection():
            self._grown.pop()
            self._reader.select(*self._grown[-1])

    def annotation(self) -> None:
        """Select what the annotation at the caret covers, as to tag it with another code too."""
        active = self._reader.active
        if active:
            self._reader.choose(active.id)
            self._reader.select(active.start, active.stop)

    def _go(self, to: Callable[[Units, int], int], *, extend: bool = False) -> None:
        if self._reader.shown:
            caret = to(self._reader.shown.units, self._reader.caret())
            self._reader.select(self._reader.anchor() if extend else caret, caret)
