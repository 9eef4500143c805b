"""The sentences of a text and its words of harm; the signs around a list of names."""

import re
from bisect import bisect_right
from collections import Counter
from functools import cached_property
from itertools import accumulate, compress, count

from kzannotate.suggest.victim_after import AGE, after
from kzannotate.suggest.victim_before import PERSONS, before, party
from kzannotate.suggest.victim_lists import Group
from kzannotate.suggest.victim_senses import Sense
from kzannotate.suggest.victim_signs import QUOTED, VERSUS, Sign, Span
from kzannotate.suggest.victim_text import Text
from kzannotate.suggest.victim_trimming import Run
from kzannotate.suggest.victim_words import Gap

_LINE_END = re.compile(r"[.,;]?[ \t]*(?:\([^()\n]{1,30}\)[ \t]*)?(?:\n|\Z)")
"""The end of a line, a party in brackets before it."""
_DATED = re.compile(r",\s+(?:le |den |lì |a )?\d{1,2}(?:er|º|°|\.)?[ \n]")
QUOTES = tuple("«»\"“”„‘’'")
NEARBY = 45
"""Words from a name to a word of harm, where the text as a whole tells of it, and the name begins
its sentence or stands elsewhere too."""
BESIDE = 15
"""The same for any other name."""
REACH = 40
"""Words from a name to a word of harm in its sentence."""


class Setting:
    """The sentences of a text, and where its words of harm are."""

    def __init__(self, text: Text, runs: list[Run]) -> None:
        self.text = text
        self._runs = [run.first for run in runs if run.last > run.first]
        self._alone_too = {
            run.keys[0]
            for run in runs
            if run.first == run.last and not (run.weak or run.refused) and len(run.parts[0]) > 3
        }
        self._last_keys = {run.keys[-1] for run in runs if run.full}
        self._mentions = Counter(run.keys[-1] for run in runs if run.keys)
        self._named = frozenset(self._runs)
        """The words that a name of several words begins at."""
        harms = [sense & Sense.HARM != 0 for sense in text.senses]
        self._harms = [0, *accumulate(harms)]
        """How many words of harm are before each word."""
        self._starts = [*compress(count(), text.ends), len(text.senses)]
        self._sentence = list(accumulate(text.ends))
        """The number of each word's sentence, from 1."""

    def sentence(self, i: int) -> Span:
        """The sentence of a word."""
        number = self._sentence[i]
        return Span(self._starts[number - 1], self._starts[number])

    def harmed(self, first: int, stop: int) -> bool:
        """Whether one of these words tells of harm."""
        harms = self._harms
        return first < stop and harms[first] != harms[min(stop, len(harms) - 1)]

    def signs(self, group: Group) -> int:
        """What stands around a list of names says of them."""
        span = self.sentence(group.first)
        if group.last >= span.stop:
            span = Span(span.first, self.sentence(group.last).stop)
        gaps, found = self.text.words.gaps, party(self.text, group)
        found = found or before(self.text, group, span)
        follow = after(self.text, group.last + 1, span, self._named)
        if follow & ~found & Sign.OFFICE and found & (Sign.DIRECT | Sign.CAPTIVE):
            found |= Sign.TARGET  # the murder of Ana Korin, mayor of Lakeside
        found |= follow
        goes_on = group.last + 1 < span.stop and gaps[group.last + 1] == Gap.SPACE
        if found & Sign.SOURCE and goes_on:
            found &= ~Sign.PASSIVE  # said of somebody else
        if group.whose:
            found |= Sign.PERSON | Sign.BESIDE
            found |= Sign.KIN if group.whose & Sense.KIN else Sign.RELATED
        if found & (Sign.CAPTIVE | Sign.PASSIVE | Sign.NONE):
            return found  # nothing further away says more
        return found | self._around(group, span)

    def _around(self, group: Group, span: Span) -> int:
        """What the sentence, its neighbours and the whole text say."""
        found = 0
        if self.harmed(group.last + 1, min(span.stop, group.last + 7)):
            found |= Sign.LATER
        first, stop = max(span.first, group.first - REACH), min(span.stop, group.last + REACH)
        if self.harmed(group.last + 1, stop) or self.harmed(first, group.first):
            found |= Sign.HARM
        else:
            found |= self._beyond(group, span)
        return found | (Sign.HEADING if self._heading(span) else 0)

    def _beyond(self, group: Group, span: Span) -> int:
        """What other sentences say."""
        found = Sign.NEAR if self._near(span) else 0
        if not self._told or group.first <= self._letter:
            return found
        prominent = found or group.first == span.first or self._again(group)
        reach = NEARBY if prominent else BESIDE
        near = self.harmed(max(0, group.first - reach), group.last + reach)
        return found | (Sign.TOLD if near and not self._alone(group) else 0)

    def called(self, run: Run) -> bool:
        """Whether the word before shows that a word is a name: a title, role, or `alias`."""
        if run.first == 0 or self.text.ends[run.first]:
            return False
        if self.text.words.joints[run.first] in QUOTED:
            return False
        senses, gap = self.text.senses, self.text.words.gaps[run.first - 1]
        if senses[run.first - 1] & Sense.ALIAS:
            return gap in (Gap.COMMA, Gap.OPEN, Gap.MARK)  # Ana Korin (called Anya)
        if senses[run.first - 1]:
            return bool(senses[run.first - 1] & (Sense.TITLE | PERSONS))
        return run.first > 1 and bool(senses[run.first - 2] & Sense.KIN)  # her elder sister, Ana

    def elsewhere(self, run: Run) -> bool:
        """Whether the last word of a name stands alone elsewhere, and in lower case nowhere."""
        return run.keys[-1] in self._alone_too

    def beside(self, group: Group) -> bool:
        """Whether a word right before or after may show that one word is a name."""
        text = self.text
        if self.called(group.runs[0]) or self._slogan(group):
            return True
        after = group.last + 1
        if after >= len(text.senses):
            return False
        if text.words.forms[after] in VERSUS or text.senses[after] & Sense.ALIAS:
            return True
        return AGE.match(text.words.between[after]) is not None

    def dated(self, run: Run) -> bool:
        """Whether a word is where a text was written: `Korin, 4 May`."""
        senses, after = self.text.senses, run.last + 1
        if not _DATED.match(self.text.words.text, run.stop):
            return False
        return any(sense & Sense.NOT_NAME for sense in senses[after : after + 2])

    def aside(self, run: Run) -> bool:
        """Whether a word stands alone in brackets, as a place or party does."""
        text = self.text.words.text
        return text[run.start - 1 : run.start] == "(" and text[run.stop : run.stop + 1] == ")"

    def seat(self, run: Run) -> bool:
        """Whether a word is the place of an office: `the mayor of Korin`."""
        two = self.text.senses[max(0, run.first - 2) : run.first]
        seats = Sense.OFFICE | Sense.HEAD | Sense.PLACE | Sense.ORGANISATION
        return len(two) == 2 and bool(two[0] & seats and two[1] & Sense.OF)

    def surname(self, run: Run) -> bool:
        """Whether a word is the last of a longer name elsewhere."""
        return run.keys[0] in self._last_keys

    def _slogan(self, group: Group) -> bool:
        """Whether a word of harm stands right before, and `!` after: `Free Ana!`."""
        harm = group.first and self.text.senses[group.first - 1] & Sense.HARM
        return bool(harm) and self.exclaimed(group.runs[-1])

    def exclaimed(self, run: Run) -> bool:
        """Whether a name ends a slogan: `Free Ana!`."""
        return self.text.words.text[run.stop : run.stop + 2].strip().startswith("!")

    def quoted(self, run: Run) -> bool:
        """Whether a name stands alone in quotation marks."""
        text = self.text.words.text
        return text[run.start - 1 : run.start] in QUOTES and text[run.stop : run.stop + 1] in QUOTES

    @cached_property
    def _told(self) -> bool:
        """Whether the text as a whole tells of harm: a word in 150."""
        return self._harms[-1] * 150 > len(self.text.senses)

    @cached_property
    def _letter(self) -> int:
        """The word that a letter begins with, whose addresses stand before it; else -1."""
        senses, words = self.text.senses, self.text.words
        for i in range(min(200, len(senses))):
            if senses[i] & Sense.SALUTATION and words.gaps[i] >= Gap.ITEM:
                return i
        return -1

    def _again(self, group: Group) -> bool:
        """Whether one of a list is named elsewhere too."""
        return any(self._mentions[run.keys[-1]] > 1 for run in group.runs if run.keys)

    def _alone(self, group: Group) -> bool:
        """Whether names have their lines for themselves, as in addresses and below letters."""
        between = self.text.words.between
        ends = _LINE_END.match(self.text.words.text, group.runs[-1].stop)
        full = [run for run in group.runs if run.full]
        lines = (run.first == 0 or "\n" in between[run.first] for run in full or group.runs)
        return ends is not None and all(lines)

    def _near(self, span: Span) -> bool:
        """Whether the sentence before or after, of the same paragraph, tells of harm."""
        gaps = self.text.words.gaps
        if span.first and gaps[span.first] not in (Gap.BREAK, Gap.ITEM):
            above = self.sentence(span.first - 1)
            if self.harmed(above.first, above.stop):
                return True
        if span.stop < len(gaps) and gaps[span.stop] not in (Gap.BREAK, Gap.ITEM):
            below = self.sentence(span.stop)
            return self.harmed(below.first, below.stop)
        return False

    def _heading(self, span: Span) -> bool:
        """Whether the line with a colon above a list tells of harm."""
        firsts, heads = self._heads
        at = bisect_right(firsts, span.first)
        return at > 0 and self.harmed(*heads[at - 1])

    @cached_property
    def _heads(self) -> tuple[list[int], list[Span]]:
        """The words from which on a sentence introduces what follows, and that sentence.

        An empty one where no list goes on.
        """
        firsts, heads = [], []
        gaps, between = self.text.words.gaps, self.text.words.between
        starts = self._starts[1:-1]
        for first in [i for i in starts if gaps[i] == Gap.BREAK or ":" in between[i]]:
            above = self.sentence(first - 1)
            title = above.stop - above.first < 9 and "." not in between[first]
            if ":" not in between[first] and not (title and self._lists_name(first)):
                if self._lists_name(first):
                    continue
                above = Span(0, 0)
            firsts.append(first)
            heads.append(above)
        return firsts, heads

    def _lists_name(self, first: int) -> bool:
        """Whether a name stands at the start of a line, with a title or role at most before it."""
        if first in self._named:
            return True
        shown = self.text.senses[first] & (Sense.TITLE | PERSONS)
        return bool(shown) and first + 1 in self._named
