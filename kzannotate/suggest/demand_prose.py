"""Demands in sentences: a paragraph that begins with an asking verb, and prose with a subject."""

from bisect import bisect_left
from collections.abc import Iterator

from kzannotate.suggest.demand_blocks import Block
from kzannotate.suggest.demand_ends import clauses, trimmed, unlisted, unquoted
from kzannotate.suggest.demand_parties import addressee_of, issuer_of
from kzannotate.suggest.demand_phrases import Found, Tokens
from kzannotate.suggest.demand_reading import Demand, Reading, Sentence
from kzannotate.suggest.demand_roles import (
    Role,
    begins_with_act,
    begins_with_imperative,
    head,
    joined,
    linked,
)
from kzannotate.suggest.demand_subjects import NEAR, asking, obliging, of_court

_OPERATIVE, _PARAGRAPH, _PROSE, _SHOULD = "operative", "paragraph", "prose", "should"
_SCORES = {_OPERATIVE: 0.85, _PARAGRAPH: 0.8, _PROSE: 0.7, _SHOULD: 0.6}
_LINE = 110
"""Code points of a title or slogan."""
_SHORTEST_FUTURE = 5
_PHRASE = 3
"""Words of a verb that can't be a noun: `it is essential that`."""
_MARKED = 2
"""Code points of a quotation mark between a number and the demand."""
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

    def read(self, announces: bool) -> Iterator[Demand]:
        """The demands; `announces`: the last sentence only announces a list."""
        sentences = self._reading.sentences(self._block)
        if announces:
            sentences = sentences[:-1]
        for sentence in sentences:
            for part in self._parts(sentence) if self._may_ask_at_all(sentence) else ():
                first = self._resolves or part.start == self._block.start
                if self._may_ask_at_all(part) and (demand := self.of(part, first)):
                    yield demand
            self._before = sentence

    def _may_ask_at_all(self, sentence: Sentence) -> bool:
        """Whether it's worth while to look for its words one by one."""
        return self._resolves or bool(sentence.anchors) or self._commands(sentence)

    def _parts(self, sentence: Sentence) -> Iterator[Sentence]:
        """The paragraphs of a resolution that lost their numbers: semicolons end lines."""
        if self._block.kind and not self._resolves:
            yield sentence
            return
        for start, stop in unlisted(self._reading.text, sentence.start, sentence.stop):
            whole = stop - start == sentence.stop - sentence.start
            yield sentence if whole else Sentence(start, stop, self._reading.low, self._words)

    def of(self, sentence: Sentence, first: bool) -> Demand | None:
        """The demand that a sentence is; `first`: the block begins with it.

        A paragraph that begins with an asking verb is one as a whole; one that first deplores and
        then asks is one from the verb that asks; a sentence with a subject is one as a whole.
        """
        for number, (start, end) in enumerate(clauses(sentence.tokens)):
            role, verb = head(self._words, sentence.tokens, start, end, self._resolves)
            if role is Role.RECITES and not self._words.firsthand.find(sentence.tokens):
                return None
            found = joined(self._words, sentence.tokens, start, end) if _tells(role) else verb
            if self._resolves and verb.last > verb.first and _tells(role):
                found = self._words.ordered.match(sentence.tokens, verb.first) or found
            if found and (_tells(role) or role is Role.ASKS):
                return self._operative(sentence, found, number, first)
            orders = self._resolves and role is not Role.INFORMS
            if orders and (ordered := self._ordering(sentence.tokens, start, end)):
                return self._made(sentence, ordered, sentence.start, _OPERATIVE)
            if role in (Role.NONE, Role.RECITES) and (
                demand := self._with_subject(sentence, start, end)
            ):
                return demand
        return None

    def _operative(
        self, sentence: Sentence, verb: Found, clause: int, first: bool
    ) -> Demand | None:
        alone = not verb.first and verb.last - verb.first < _PHRASE
        alone = alone and not self._words.ourselves.match(sentence.tokens, verb.first)
        if alone and not first and self._words.subject_needed and not clause:
            return None  # a noun: `Demands for money followed.`
        whole = not clause and not self._words.informs.find(sentence.tokens, 0, verb.first)
        begin = sentence.start if whole else sentence.tokens.spans[verb.first][0]
        return self._made(sentence, verb, begin, _OPERATIVE)

    def _ordering(self, tokens: Tokens, start: int, end: int) -> Found | None:
        """What a court orders: a verb for it, or one in the future (`L'Office versera`)."""
        words = self._words
        if words.verb_last and words.informs.find(tokens, start, end):
            return None
        if found := words.ordered.find(tokens, start, end):
            return found
        first, last = (end - _LAST, end) if words.verb_last else (start, start + NEAR)
        for index in range(max(start, first), min(end, last)):
            word = tokens.words[index]
            if len(word) > _SHORTEST_FUTURE and word.endswith(words.future):
                return Found(index, index + 1, index + 1)
        return None

    def _with_subject(self, sentence: Sentence, start: int, end: int) -> Demand | None:
        """The sentence, if a verb of a clause asks or says what somebody has to do."""
        if self._is_slogan(sentence) or self._commands(sentence):
            return self._made(sentence, Found(start, start, start), sentence.start, _PROSE)
        if self._is_title(sentence):
            return None
        if not start and self._wishes(sentence):
            return self._made(sentence, Found(0, 0, 0), sentence.start, _PROSE)
        return self._by_verb(sentence, start, end)

    def _by_verb(self, sentence: Sentence, start: int, end: int) -> Demand | None:
        tokens, words, anchors = sentence.tokens, self._words, sentence.anchors
        refused = 0
        for index in anchors[bisect_left(anchors, start) : bisect_left(anchors, end)]:
            if index < refused or self._is_noun(tokens, index, start):
                continue
            found = words.begs.match(tokens, index) or self._asking(tokens, index, start)
            if found and of_court(words, tokens, found):
                refused = found.last
            elif found:
                return self._made(sentence, found, self._begin(sentence, found), _PROSE)
            elif found := obliging(words, tokens, index, start, end):
                return self._made(sentence, found, sentence.start, _SHOULD)
        return None

    def _begin(self, sentence: Sentence, verb: Found) -> int:
        """Where a paragraph begins to ask: at once, or behind what it deplores first."""
        words, tokens = self._words, sentence.tokens
        paragraph = self._resolves or self._block.kind in ("number", "letter")
        joined = verb.first and words.joins.begins(tokens, verb.first - 1)
        if paragraph and joined and words.informs.find(tokens, 0, verb.first):
            return tokens.spans[verb.first][0]
        return sentence.start

    def _wishes(self, sentence: Sentence) -> bool:
        """Whether a sentence wishes that one who is asked did something: `Que le ministre …`."""
        words, tokens = self._words, sentence.tokens
        if self._reading.text[sentence.stop - 1] == "?" or not words.lets.match(tokens, 0):
            return False
        return words.addressees.find(tokens, 1, NEAR) is not None

    def _is_slogan(self, sentence: Sentence) -> bool:
        """Whether a short line or exclamation begins with what slogans do: `FREE ANA KORIN`."""
        if sentence.stop - sentence.start > _LINE:
            return False
        found = self._words.slogans.match(sentence.tokens, 0) if sentence.tokens else None
        if not found or (sentence.stop != self._block.stop and not self._exclaims(sentence)):
            return False
        following = self._reading.text[sentence.tokens.spans[found.last - 1][1] : sentence.stop]
        return self._exclaims(sentence) or following.strip()[:1].isupper()

    def _commands(self, sentence: Sentence) -> bool:
        """Whether a sentence tells its reader to do something: `Sign the petition.`

        An exclamation or quotation does if it begins with a verb as items do: `Release her!`
        """
        before = self._reading.text[max(0, sentence.start - 1) : sentence.start + 1]
        quoted = any(mark in '«“„"' for mark in before)
        words, tokens = self._words, sentence.tokens
        if self._exclaims(sentence) and begins_with_act(words, tokens):
            return True
        if (
            quoted
            and begins_with_act(words, tokens)
            and (words.verb_last or words.acts.begins(tokens, 0))
        ):
            return True
        return begins_with_imperative(words, tokens) and not self._is_title(sentence)

    def _exclaims(self, sentence: Sentence) -> bool:
        end = self._reading.text[max(0, sentence.stop - 4) : sentence.stop]
        return end.rstrip("\"'»”’)*_ ").endswith("!")

    def _is_title(self, sentence: Sentence) -> bool:
        """Whether a sentence is a line without an end, which titles what follows."""
        last = self._reading.text[max(0, sentence.stop - 8) : sentence.stop].rstrip("\"'»”’)*_ ")[
            -1:
        ]
        short = sentence.stop - sentence.start < _LINE and not self._block.kind
        return short and sentence.stop == self._block.stop and last not in ".!?;,…"

    def _is_noun(self, tokens: Tokens, index: int, start: int) -> bool:
        """Whether a word is a noun, or a verb of a clause or idiom that doesn't count."""
        if self._words.idioms.match(tokens, index):
            return True
        if index == start:
            return False
        words, before = self._words, index - 1
        if words.before_nouns.begins(tokens, before) or words.relatives.begins(tokens, before):
            return True
        text, spans = self._reading.text, tokens.spans
        return text[spans[index][0]].isupper() and text[spans[before][0]].islower()  # a name

    def _asking(self, tokens: Tokens, index: int, start: int) -> Found | None:
        words = self._words
        for phrases, past, free in (
            (words.asks_for, False, True),
            (words.asks, False, False),
            (words.asked_for, True, True),
            (words.asked, True, False),
        ):
            found = phrases.match(tokens, index)
            if not found or not (free or linked(words, tokens, found)):
                continue
            before = self._before.tokens if self._before else None
            if asking(words, tokens, start, index, past, before):
                return found
        return None

    def _made(self, sentence: Sentence, verb: Found, begin: int, rule: str) -> Demand | None:
        text, tokens = self._reading.text, sentence.tokens
        begin, stop = unquoted(
            text, begin, sentence.stop, tokens.spans[min(verb.first, len(tokens) - 1)][0]
        )
        begin, stop = trimmed(text, begin, stop, self._words)
        if verb.first < len(tokens) and stop <= tokens.spans[verb.first][0]:
            return None
        issuer = issuer_of(text, self._words, tokens, verb.first)
        addressee = addressee_of(text, self._words, tokens, verb)
        if rule == _SHOULD:
            issuer, addressee = "", issuer
        if self._is_apart(begin, stop):
            rule = _OPERATIVE if rule == _OPERATIVE else _PARAGRAPH
        elif rule == _OPERATIVE:
            rule = _PROSE
        name = self._reading.name(self._block, rule)
        return Demand(begin, stop, name, _SCORES[rule], issuer, addressee)

    def _is_apart(self, start: int, stop: int) -> bool:
        """Whether a demand is a paragraph of a list or resolution, not a sentence of prose."""
        block = self._block
        if self._resolves or self._reading.text[stop - 1] in ";,":
            return True
        return bool(block.kind) and start - block.start < _MARKED


def _tells(role: Role) -> bool:
    return role is Role.INFORMS
