"""Demands in sentences: a paragraph that begins with an asking verb, and prose with a subject."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from kzannotate.suggest.demand_block import Block
from kzannotate.suggest.demand_calls import behind_colon, commands, is_slogan, is_title, is_wish
from kzannotate.suggest.demand_ends import clauses, trimmed, unlisted, unquoted
from kzannotate.suggest.demand_parties import addressee_of, issuer_of
from kzannotate.suggest.demand_phrases import Found, Tokens
from kzannotate.suggest.demand_reading import Demand, Reading, Sentence
from kzannotate.suggest.demand_roles import (
    Role,
    head,
    joined,
    with_adverbs,
)
from kzannotate.suggest.demand_subjects import (
    NEAR,
    Asking,
    is_named,
    is_other_again,
    obliging,
    of_court,
    opining,
)
from kzannotate.suggest.demand_verbs import Verbs

_OPERATIVE, _PARAGRAPH, _PROSE, SHOULD = "operative", "paragraph", "prose", "should"
_SCORES = {_OPERATIVE: 0.85, _PARAGRAPH: 0.8, _PROSE: 0.7, SHOULD: 0.6}
_SHORTEST_FUTURE = 5
_SERIES = 3
"""Clauses of a sentence that tells a resolution as a whole."""
_PHRASE = 3
"""Words of a verb that can't be a noun: `it is essential that`."""
_MARKED = 2
"""Code points of a quotation mark between a number and the demand."""
_OPENERS = tuple('"«“„‘')
_CLOSING = 4
"""Words at a recital's end that tell that it is one, where verbs stand last."""
_LAST = 3
"""Words at a sentence's end that have its verb, where verbs stand last."""


class Prose:
    """The demands in the sentences of one block."""

    def __init__(self, reading: Reading, block: Block, resolves: bool) -> None:
        self._reading = reading
        self._block = block
        self._words = reading.words(block)
        self._resolves = resolves
        self._before: Sentence | None = None
        self._asked = False  # whether that asks

    def read(self, announces: bool) -> Iterator[Demand]:
        """The demands; `announces`: the last sentence only announces a list."""
        sentences = self._reading.sentences(self._block)
        if announces:
            sentences = sentences[:-1]
        for sentence in sentences:
            found = list(self._within(sentence)) if self._may_ask_at_all(sentence) else []
            yield from found
            self._before, self._asked = sentence, bool(found)

    def _within(self, sentence: Sentence) -> Iterator[Demand]:
        """The demands of a sentence, or of its parts."""
        for part in self._parts(sentence):
            whole = part.start == sentence.start
            first = self._resolves or not whole or part.start == self._block.start
            if self._may_ask_at_all(part) and (demand := self.of(part, first)):
                yield demand

    def _may_ask_at_all(self, sentence: Sentence) -> bool:
        """Whether it's worth while to look for its words one by one."""
        if self._resolves or sentence.anchors:
            return True
        return commands(self._reading.text, self._words, sentence, self._block)

    def _parts(self, sentence: Sentence) -> Iterator[Sentence]:
        """The paragraphs of a resolution that lost their numbers: semicolons end lines."""
        if self._block.kind and not self._resolves:
            yield sentence
            return
        for start, stop in unlisted(self._reading.text, sentence.start, sentence.stop):
            if stop - start == sentence.stop - sentence.start:
                yield from self._series(sentence)
            else:
                yield Sentence(start, stop, self._reading.low, self._words)

    def _series(self, sentence: Sentence) -> Iterator[Sentence]:
        """The clauses that ask of one that deplores, recalls and asks, each with its own verb."""
        words, tokens = self._words, sentence.tokens
        if self._block.kind or tokens.words.count(";") + 1 < _SERIES:
            yield sentence
            return
        spans = clauses(tokens)
        roles = [head(words, tokens, *span, self._resolves)[0] for span in spans]
        if sum(role in (Role.ASKS, Role.INFORMS) for role in roles) < _SERIES:
            yield sentence
            return
        for (start, end), role in zip(spans, roles, strict=True):
            if role is not Role.ASKS:
                continue
            while start < end - 1 and (joint := words.joins.match(tokens, start)):
                start = joint.last
            start = with_adverbs(words, tokens, start)
            stop = tokens.spans[end][1] if end < len(tokens) else sentence.stop
            yield Sentence(tokens.spans[start][0], stop, self._reading.low, words)

    def of(self, sentence: Sentence, first: bool) -> Demand | None:
        """The demand that a sentence is; `first`: the block begins with it.

        A paragraph that begins with an asking verb is one as a whole; one that first deplores and
        then asks is one from the verb that asks; a sentence with a subject is one as a whole.
        """
        words, tokens = self._words, sentence.tokens
        if (words.verb_last and self._recites(tokens)) or words.boilerplate.find(tokens):
            return None
        for number, (start, end) in enumerate(clauses(sentence.tokens)):
            role, verb = head(self._words, sentence.tokens, start, end, self._resolves)
            if role is Role.RECITES and not self._words.firsthand.find(sentence.tokens):
                return None
            found = (
                self._behind_informing(sentence, verb, start, end) if role is Role.INFORMS else verb
            )
            if found and (role is Role.INFORMS or role is Role.ASKS):
                return self._operative(sentence, found, number, first)
            orders = self._resolves and role is not Role.INFORMS
            if orders and (ordered := self._ordering(sentence.tokens, start, end)):
                return self._made(sentence, ordered, sentence.start, _OPERATIVE)
            if role in (Role.NONE, Role.RECITES) and (
                demand := self._with_subject(sentence, start, end)
            ):
                return demand
        return None

    def _behind_informing(
        self, sentence: Sentence, verb: Found, start: int, end: int
    ) -> Found | None:
        """What asks in a clause whose verb informs: one joined to it, an order, an opinion."""
        words, tokens = self._words, sentence.tokens
        found = joined(words, tokens, start, end)
        if not found and self._opines(sentence, verb.first, end):
            return verb
        return (self._resolves and words.ordered.match(tokens, verb.first)) or found

    def _opines(self, sentence: Sentence, verb: int, end: int) -> bool:
        """Whether a paragraph of a resolution says what somebody should do."""
        last = self._reading.text[sentence.stop - 1]
        before = self._reading.text[max(0, sentence.start - 3) : sentence.start].rstrip()
        listed = last == ";" or before.endswith(";")
        paragraph = self._resolves or self._block.kind in ("number", "letter") or listed
        return paragraph and opining(self._words, sentence.tokens, verb, end)

    def _recites(self, tokens: Tokens) -> bool:
        """Whether a sentence ends as recitals do, where verbs stand last."""
        last = max(0, len(tokens) - _CLOSING)
        words = self._words
        return words.recites.find(tokens, last) is not None and not words.asks_for.find(
            tokens, last
        )

    def _operative(
        self, sentence: Sentence, verb: Found, clause: int, first: bool
    ) -> Demand | None:
        alone = not verb.first and verb.last - verb.first < _PHRASE
        alone = alone and not self._words.ourselves.match(sentence.tokens, verb.first)
        if alone and not first and self._words.subject_needed and not clause:
            return None  # a noun: `Demands for money followed.`
        whole = not clause and not self._words.informs.find(sentence.tokens, 0, verb.first)
        adverb = with_adverbs(self._words, sentence.tokens, verb.first)
        begin = sentence.start if whole else sentence.tokens.spans[adverb][0]
        return self._made(sentence, verb, begin, _OPERATIVE)

    def _ordering(self, tokens: Tokens, start: int, end: int) -> Found | None:
        """What a court orders: a verb for it, or one in the future (`L'Office versera`)."""
        words = self._words
        if words.verb_last and words.informs.find(tokens, start, end):
            return None
        if found := words.ordered.find(tokens, start, end):
            if words.idioms.match(tokens, found.first):
                return None
            asked = words.asked_for.find(tokens, start, found.first)
            return None if asked or words.asked.find(tokens, start, found.first) else found
        first, last = (end - _LAST, end) if words.verb_last else (start, start + NEAR)
        for index in range(max(start, first), min(end, last)):
            word = tokens.words[index]
            if len(word) > _SHORTEST_FUTURE and word.endswith(words.future):
                if words.resolves.find(tokens, start, index):
                    return None  # what the court itself will do
                return Found(index, index + 1, index + 1)
        return None

    def _with_subject(self, sentence: Sentence, start: int, end: int) -> Demand | None:
        """The sentence, if a verb of a clause asks or says what somebody has to do."""
        if self._calls(sentence):
            return self._made(sentence, Found(start, start, start), sentence.start, _PROSE)
        if called := not start and behind_colon(self._reading.text, self._words, sentence.tokens):
            return self._made(sentence, Found(called, called, called), sentence.start, _PROSE)
        if is_title(self._reading.text, sentence, self._block):
            return None
        if not start and is_wish(self._reading.text, self._words, sentence):
            return self._made(sentence, Found(0, 0, 0), sentence.start, _PROSE)
        return self._by_verb(sentence, start, end)

    def _calls(self, sentence: Sentence) -> bool:
        """Whether a sentence is a slogan or tells its reader what to do."""
        of = self._reading.text, self._words, sentence, self._block
        return is_slogan(*of) or commands(*of)

    def _by_verb(self, sentence: Sentence, start: int, end: int) -> Demand | None:
        tokens, words, anchors = sentence.tokens, self._words, sentence.anchors
        before = self._before.tokens if self._before and not self._asked else None
        verbs = Verbs(self._reading.text, words, tokens, before)
        refused, told = 0, False
        for index in anchors[bisect_left(anchors, start) : bisect_left(anchors, end)]:
            if index < refused or verbs.is_noun(index, start):
                continue
            if found := words.begs.match(tokens, index):
                return self._made(sentence, found, self._begin(sentence, found), _PROSE)
            asking = verbs.asking(index, start)
            if asking and of_court(words, tokens, start, asking.verb):
                refused = asking.verb.last
            elif asking and asking.counts:
                return self._of_verb(sentence, asking, start)
            elif not told and (found := obliging(words, tokens, index, start, end, self._asked)):
                return self._made(sentence, found, sentence.start, SHOULD)
            told = told or asking is not None
        return None

    def _of_verb(self, sentence: Sentence, asking: Asking, start: int) -> Demand | None:
        begin, verb = self._begin(sentence, asking.verb), asking.verb
        demand = self._made(sentence, verb, begin, _PROSE)
        named = demand and is_named(self._words, sentence.tokens, start, verb.first)
        return replace(demand, past=asking.past, named=bool(named)) if demand else None

    def _begin(self, sentence: Sentence, verb: Found) -> int:
        """Where a paragraph begins to ask: at once, or behind what it deplores first."""
        words, tokens = self._words, sentence.tokens
        paragraph = self._resolves or self._block.kind in ("number", "letter")
        first = with_adverbs(words, tokens, verb.first)
        joined = first and words.joins.begins(tokens, first - 1)
        if paragraph and joined and words.informs.find(tokens, 0, first):
            return tokens.spans[first][0]
        return sentence.start

    def _made(self, sentence: Sentence, verb: Found, begin: int, rule: str) -> Demand | None:
        text, tokens = self._reading.text, sentence.tokens
        begin, stop = unquoted(
            text, begin, sentence.stop, tokens.spans[min(verb.first, len(tokens) - 1)][0]
        )
        begin, stop = trimmed(text, begin, stop, self._words)
        if verb.first < len(tokens) and stop <= tokens.spans[verb.first][0]:
            return None
        if stop < sentence.stop and self._is_of_others(stop, sentence.stop):
            return None
        if (
            begin > sentence.start
            and text[begin - 1] in _OPENERS
            and self._is_chanted(sentence.start, begin)
        ):
            return None
        issuer = issuer_of(text, self._words, tokens, verb.first)
        addressee = addressee_of(text, self._words, tokens, verb)
        if rule == SHOULD:
            issuer, addressee = "", issuer
        if self._is_apart(begin, stop):
            rule = _OPERATIVE if rule == _OPERATIVE else _PARAGRAPH
        elif rule == _OPERATIVE:
            rule = _PROSE
        name = self._reading.name(self._block, rule)
        return Demand(begin, stop, name, _SCORES[rule], issuer, addressee)

    def _is_chanted(self, start: int, stop: int) -> bool:
        """Whether words before a quotation tell that it's shouted or on a wall."""
        words = self._words
        return words.chants.find(words.tokens(self._reading.low, start, stop)) is not None

    def _is_of_others(self, start: int, stop: int) -> bool:
        """Whether words behind a quotation tell that a crowd said it, or to a court."""
        words = self._words
        tail = words.tokens(self._reading.low, start, stop)
        if words.chants.find(tail) or words.courts.find(tail):
            return True
        before = self._before.tokens if self._before else None
        return before is not None and is_other_again(words, tail, 0, len(tail), before)

    def _is_apart(self, start: int, stop: int) -> bool:
        """Whether a demand is a paragraph of a list or resolution, not a sentence of prose."""
        block = self._block
        if self._resolves or self._reading.text[stop - 1] in ";,":
            return True
        return bool(block.kind) and start - block.start < _MARKED
