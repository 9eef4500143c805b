"""Which verb of a sentence asks, and whether it counts."""

from kzannotate.suggest.demand_phrases import Tokens
from kzannotate.suggest.demand_roles import linked
from kzannotate.suggest.demand_subjects import Asking, asking, is_named, is_told, is_within
from kzannotate.suggest.demand_words import Words

_ENDED = ("»", "”", '"')


class Verbs:
    """The verbs of one sentence, of which one may ask."""

    def __init__(self, text: str, words: Words, tokens: Tokens, before: Tokens | None) -> None:
        self._text, self._words, self._tokens = text, words, tokens
        self._before = before
        """The words of the sentence before, if that doesn't ask."""

    def is_noun(self, index: int, start: int) -> bool:
        """Whether a word is a noun, or a verb of a clause or idiom that doesn't count."""
        words, tokens, before = self._words, self._tokens, index - 1
        if words.idioms.match(tokens, index):
            return True
        if index == start:
            return False
        if words.before_nouns.begins(tokens, before) or words.relatives.begins(tokens, before):
            return True
        text, spans = self._text, tokens.spans
        return text[spans[index][0]].isupper() and text[spans[before][0]].islower()  # a name

    def asking(self, index: int, start: int) -> Asking | None:
        """What a word asks as, if it does: one that counts before one that doesn't."""
        words, tokens, found = self._words, self._tokens, None
        for phrases, past, free in (
            (words.asks_for, False, True),
            (words.asks, False, False),
            (words.asked_for, True, True),
            (words.asked, True, False),
        ):
            verb = phrases.match(tokens, index)
            if not verb or not (free or linked(words, tokens, verb)):
                continue
            found = Asking(verb, past, counts=self._counts(index, start, past))
            if found.counts:
                return found
        return found

    def _is_fragment(self, verb: int) -> bool:
        """Whether a verb ends a quotation, which has no more of a sentence: `they “demand”`."""
        if self._words.verb_last or not self._tokens.have(_ENDED):
            return False
        behind = self._tokens.spans[verb][1]
        return self._text[behind : behind + 1] in _ENDED

    def _counts(self, verb: int, start: int, past: bool) -> bool:
        """Whether the subject of a verb that asks may be one whose demands count."""
        words, tokens = self._words, self._tokens
        if self._is_fragment(verb) or is_within(words, tokens, start, verb):
            return False
        if past and is_told(words, tokens, start, verb):
            return False
        if words.reported.find(tokens) and is_named(words, tokens, start, verb):
            return False  # `For its part, the union asks …`
        return asking(words, tokens, start, verb, past, self._before)
