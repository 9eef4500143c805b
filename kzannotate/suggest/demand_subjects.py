"""Whose verbs count: who asks, who is told to do something, and what a law or a party says."""

from dataclasses import dataclass

from kzannotate.suggest.demand_phrases import Found, Tokens
from kzannotate.suggest.demand_words import Words

NEAR = 14
"""Words between a subject and its verb, or a verb and what is done."""

_RIGHT_BEFORE = 2
"""Words before a verb that stands last, what is to be done among them."""
_SUBJECT = 14
"""Words with which a sentence begins, and its subject among them."""


@dataclass(frozen=True, slots=True)
class Asking:
    """A verb that asks."""

    verb: Found
    past: bool
    counts: bool
    """Whether its subject may be one whose demands count."""


def asking(
    words: Words, tokens: Tokens, start: int, verb: int, past: bool, before: Tokens | None
) -> bool:
    """Whether the subject of a verb may be one whose demands count.

    `past`: the verb tells of the past, so that the subject must be named; `before`: the words of
    the sentence before, where a pronoun looks for whom it means.
    """
    if words.firsthand.match(tokens, verb):
        return True
    issuer, other = _named(words, tokens, start, verb, past)
    if before and issuer == other and is_other_again(words, tokens, start, verb, before):
        return False
    if words.verb_last:
        return issuer >= 0 or (other < 0 and not past)
    return issuer > other or (issuer == other and not past)


def is_named(words: Words, tokens: Tokens, start: int, verb: int) -> bool:
    """Whether a verb has a subject that is named and isn't the author."""
    if words.firsthand.match(tokens, verb):
        return False
    issuer = words.issuers.last(tokens, verb)
    return issuer >= start and not words.ourselves.match(tokens, issuer)


def is_told(words: Words, tokens: Tokens, start: int, verb: int) -> bool:
    """Whether a verb of the past tells of an earlier call: `recalls that X asked`, `in 2019`."""
    if words.earlier.find(tokens):
        return True
    return words.informs.find(tokens, start, verb) is not None and not is_joined(
        words, tokens, verb
    )


def is_joined(words: Words, tokens: Tokens, verb: int) -> bool:
    """Whether an `and` or a comma is right before a verb."""
    return verb > 0 and (tokens.words[verb - 1] == "," or words.joins.begins(tokens, verb - 1))


def is_within(words: Words, tokens: Tokens, start: int, verb: int) -> bool:
    """Whether a verb is in a relative clause: `a resolution in which the Parliament calls on`."""
    while start < verb and "," in tokens.words[start:verb]:
        start = tokens.words.index(",", start) + 1
    return words.within.find(tokens, start, verb) is not None


def _named(words: Words, tokens: Tokens, start: int, verb: int, past: bool) -> tuple[int, int]:
    """The indices of the last who asks and the last whose demands don't count; -1 for none."""
    issuer = other = -1
    for index in tokens.places(words.issuers, words.others, words.laws, start=start, stop=verb):
        if words.issuers.match(tokens, index):
            if not (past and words.ourselves.match(tokens, index)):
                issuer = index
        elif _is_other(words, tokens, index):
            other = index
    return issuer, other


def is_other_again(words: Words, tokens: Tokens, start: int, verb: int, before: Tokens) -> bool:
    """Whether a pronoun stands for one of the sentence before whose demands don't count."""
    if words.issuers.find(before, 0, _SUBJECT):
        return False
    if words.persons.find(tokens, start, verb):
        return True
    told = words.pronouns.find(tokens, start, verb) or (start == verb and words.dropped)
    return bool(told) and words.others.find(before, 0, _SUBJECT) is not None


def _is_other(words: Words, tokens: Tokens, index: int) -> bool:
    """Whether a word names one whose demands don't count, or a law."""
    if words.others.match(tokens, index):
        return True
    bracketed = index > 0 and tokens.words[index - 1] == "("
    return not (words.verb_last or bracketed) and words.laws.match(tokens, index) is not None


def of_court(words: Words, tokens: Tokens, start: int, verb: Found) -> bool:
    """Whether a court is asked, which is what parties do; an organisation may ask it too."""
    if not words.verb_last and words.laws.match(tokens, verb.last):
        return True  # a law asks: `Этого требует статья 5`
    if is_named(words, tokens, start, verb.first):
        return False
    return words.courts.find(tokens, verb.gap, min(len(tokens), verb.last + 3)) is not None


def opining(words: Words, tokens: Tokens, verb: int, end: int) -> bool:
    """Whether a paragraph says that somebody should: `Considers that the Council should …`."""
    opinion = words.opines.match(tokens, verb)
    if not opinion:
        return False
    places = tokens.places(words.must, words.should, start=opinion.last, stop=end)
    return any(obliging(words, tokens, index, opinion.last, end) for index in places)


def obliging(
    words: Words, tokens: Tokens, index: int, start: int, end: int, again: bool = False
) -> Found | None:
    """The `must` or `should` at a word, if one is meant who may be asked, or what may be.

    `again`: the sentence before asks, so that a pronoun may mean whom it asked.
    """
    must = words.must.match(tokens, index)
    found = words.should.match(tokens, index) or must
    if not found or words.informs.find(tokens, start, index):
        return None
    if words.questions.find(tokens, start, index):
        return None  # `because they must`, `what they should do`
    if must and not words.verb_last and words.laws.find(tokens, start, index):
        return None  # what a law says
    near = max(start, index - NEAR)
    if words.addressees.find(tokens, near, index):
        return found
    if again and words.again.find(tokens, max(start, index - _RIGHT_BEFORE), index):
        return found
    issuer = None if must else words.issuers.find(tokens, near, index)
    if issuer and not words.ourselves.match(tokens, issuer.first):
        return found
    first, last = (index - _RIGHT_BEFORE, index) if words.verb_last else (index, index + NEAR)
    if words.wished.find(tokens, max(start, first), min(end, last)):
        return found
    return None if must or words.others.find(tokens, near, index) else found
