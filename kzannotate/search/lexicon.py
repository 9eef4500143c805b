"""The words of a corpus in memory, to look up by their beginnings, patterns, length and number.

SQLite's own table of the index's words goes through all places of a word to give it: for words of
many forms that takes longer than the search itself.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import accumulate

from kzannotate.model.query import JOINT


class Lexicon:
    """Folded forms, each with the number of passages that it stands in. Never changed."""

    def __init__(self, counted: Mapping[str, int]) -> None:
        """Marked forms, which stand on a next page, are passed over."""
        self._passages = {form: n for form, n in counted.items() if not form.startswith(JOINT)}

    def with_more(self, counted: Mapping[str, int]) -> "Lexicon":
        """The same after texts were added that have these forms in so many passages."""
        passages = dict(self._passages)
        for form, number in counted.items():
            passages[form] = passages.get(form, 0) + number
        return Lexicon(passages)

    def beginning_with(self, start: str) -> Sequence[str]:
        """The forms that begin with these letters, in the order of their letters."""
        return self._ordered[slice(*self._range(start))]

    def matching(self, pattern: str, most: int) -> Sequence[str]:
        """Those that a pattern of letters, `?` and `*` matches, at most so many, by frequency."""
        start = pattern.split("*")[0].split("?")[0]
        fits = re.compile(pattern.replace("*", ".*").replace("?", ".")).fullmatch
        longest = max(re.split("[*?]", pattern), key=len)  # a first look, a quarter of the time
        found = [one for one in self.beginning_with(start) if longest in one and fits(one)]
        return self._by_frequency(found)[:most]

    def of_length(self, letters: int) -> Sequence[str]:
        """The forms of so many letters, the most frequent first."""
        return self._by_length.get(letters, ())

    def holding(self, pieces: Iterable[str], letters: int) -> list[str]:
        """Those of `of_length` that have one of some pieces anywhere in them, in its order."""
        joined, each = self._joined(letters), letters + 1
        found: set[int] = set()
        for piece in pieces:
            at = joined.find(piece)
            while at >= 0:
                found.add(at // each)
                at = joined.find(piece, (at // each + 1) * each)
        forms = self.of_length(letters)
        return [forms[number] for number in sorted(found)]

    def frequent(self, most: int) -> list[tuple[str, int]]:
        """The most frequent forms, each with the number of its passages."""
        return [(form, self._passages[form]) for form in self._by_frequency(self._ordered)[:most]]

    def passages(self, forms: Iterable[str]) -> int:
        """In how many passages these forms stand; one that has two of them counts twice."""
        return sum(self._passages.get(form, 0) for form in forms)

    def passages_beginning_with(self, start: str) -> int:
        """As `passages`, of the forms that begin with these letters."""
        low, high = self._range(start)
        return self._sums[high] - self._sums[low]

    def _range(self, start: str) -> tuple[int, int]:
        low = bisect_left(self._ordered, start)
        return low, bisect_left(self._ordered, f"{start}{JOINT}", low)

    @cached_property
    def _sums(self) -> list[int]:
        """The passages of all forms before each one, in the order of their letters."""
        return list(accumulate((self._passages[form] for form in self._ordered), initial=0))

    def _by_frequency(self, forms: Iterable[str]) -> list[str]:
        """Forms that are in the order of their letters, the most frequent first."""
        return sorted(forms, key=lambda form: -self._passages[form])

    @cached_property
    def _ordered(self) -> list[str]:
        return sorted(self._passages)

    def _joined(self, letters: int) -> str:
        """The forms of so many letters in one text, to be searched at once."""
        if letters not in self._texts:
            self._texts[letters] = "\n".join(self.of_length(letters))
        return self._texts[letters]

    @cached_property
    def _texts(self) -> dict[int, str]:
        return {}

    @cached_property
    def _by_length(self) -> dict[int, list[str]]:
        lengths = defaultdict[int, list[str]](list)
        for form in self._by_frequency(self._ordered):
            lengths[len(form)].append(form)
        return lengths
