"""What a sentence does, told by its verbs: it asks, recites, informs, or opens what is resolved."""

from enum import Enum

from kzannotate.suggest.demand_phrases import Found, Tokens
from kzannotate.suggest.demand_subjects import is_named
from kzannotate.suggest.demand_words import Words

_SHORT = 3
"""Words of a heading such as `IT IS ORDERED`."""
_TITLE = 8
"""Words of a title that names somebody."""
_ADVERB = 3
"""Words of an adverb before a verb."""
_ENDING = 14
"""Words of a phrase that a sentence ends with."""
LONG = 6
"""Letters of a noun that may end as a verb does."""
_SKIPPED = 8
"""Phrases that may stand before the verb that a paragraph begins with."""


class Role(Enum):
    """What a sentence, heading or paragraph does."""

    ASKS = "asks"
    INFORMS = "informs"
    RECITES = "recites"
    RESOLVES = "resolves"
    """Opens paragraphs that are told one by one: `The Assembly resolves:`."""
    NONE = ""


def head(
    words: Words, tokens: Tokens, start: int, stop: int, resolves: bool = False
) -> tuple[Role, Found]:
    """What a clause does by the verb it begins with, and where that verb stands.

    `resolves`: it stands below what opens an operative part, so that an infinitive asks too.
    """
    index = start
    for _ in range(_SKIPPED):
        if index >= stop:
            break
        if tokens.beginning[index] and (told := _verb(words, tokens, index, resolves)):
            return told
        behind = _behind_skipped(words, tokens, index)
        if not behind:
            break
        index = behind
    return Role.NONE, Found(index, index, index)


def _verb(words: Words, tokens: Tokens, index: int, resolves: bool) -> tuple[Role, Found] | None:
    """What a clause does whose verb is here."""
    if found := _asking(words, tokens, index, resolves):
        return Role.ASKS, found
    if found := words.informs.match(tokens, index):
        return Role.INFORMS, found
    if found := words.recites.match(tokens, index):
        return Role.RECITES, found
    return None


def _behind_skipped(words: Words, tokens: Tokens, index: int) -> int:
    """The index behind what may stand before the verb of a clause; 0 if that isn't here."""
    skipped = words.skips.match(tokens, index) or words.joins.match(tokens, index)
    if skipped:
        return skipped.last
    return index + 1 if tokens.words[index] in (",", "(") else 0


def joined(words: Words, tokens: Tokens, start: int, stop: int) -> Found | None:
    """An asking verb behind an `and` in a clause that begins with another verb."""
    for index in tokens.places(words.joins, start=start, stop=stop):
        if join := words.joins.match(tokens, index):
            role, found = head(words, tokens, join.last, stop)
            if role is Role.ASKS:
                return found
    return None


def with_adverbs(words: Words, tokens: Tokens, verb: int) -> int:
    """The index of the first adverb right before a verb: `further calls on`; else the verb's."""
    for first in range(max(0, verb - _ADVERB), verb):
        skipped = words.skips.match(tokens, first)
        if skipped and skipped.last == verb:
            return first
    return verb


def _asking(words: Words, tokens: Tokens, index: int, resolves: bool) -> Found | None:
    if words.idioms.match(tokens, index):
        return None
    if found := words.asks_for.match(tokens, index):
        return found
    found = words.asks.match(tokens, index)
    if found and linked(words, tokens, found):
        return found
    return words.heads.match(tokens, index) if resolves else None


def linked(words: Words, tokens: Tokens, verb: Found) -> bool:
    """Whether what is asked follows an asking verb: `à libérer`, `that they`, `om te`."""
    if words.links.match(tokens, verb.last - 1) and verb.last - verb.first > 1:
        return True
    for index in range(verb.gap, min(len(tokens), verb.last + 40)):
        if tokens.words[index] == ";":
            return False
        word = tokens.words[index]
        if word == ":" or words.links.match(tokens, index) or word.endswith(words.endings):
            return True
    return False


def announced(words: Words, tokens: Tokens) -> Role:
    """What a sentence does that ends in a colon, or a heading, for the list that follows."""
    if not tokens:
        return Role.NONE
    start = 0
    while start < len(tokens) and (skipped := words.skips.match(tokens, start)):
        start = skipped.last
    if _ends_resolving(words, tokens):
        return Role.RESOLVES
    if _recites(words, tokens, start):
        return Role.RECITES
    resolves = words.resolves.find(tokens)
    if resolves and (len(tokens) <= _SHORT or _only_that(words, tokens, resolves)):
        return Role.RESOLVES
    role = _last_role(words, tokens)
    if role is not Role.NONE:
        return role
    if words.requests.find(tokens) or _lacks_act(words, tokens):
        return Role.ASKS
    return Role.RESOLVES if resolves else Role.NONE


def _recites(words: Words, tokens: Tokens, start: int) -> bool:
    """Whether it begins as recitals do, or ends with what opens some: `Whereas:`."""
    if words.recites.match(tokens, start) and not words.firsthand.find(tokens):
        return True
    ends = words.recites.find(tokens, max(0, len(tokens) - _SHORT))
    return ends is not None and not words.links.match(tokens, ends.first)


def _ends_resolving(words: Words, tokens: Tokens) -> bool:
    """Whether it ends with what opens paragraphs: `Guided by article 5, the court ruled:`."""
    begins = tokens.places(words.resolves, start=max(0, len(tokens) - _ENDING))
    if not begins:
        return False
    last = last_of(tokens)
    ends = (words.resolves.match(tokens, index) for index in begins)
    if not any(found.last > last for found in ends if found):
        return False
    return not (words.begs.find(tokens) or words.firsthand.find(tokens))


def _only_that(words: Words, tokens: Tokens, resolves: Found) -> bool:
    """Whether nothing but a link follows a formula: `It is hereby ordered that:`."""
    link = words.links.match(tokens, resolves.last)
    return link is not None and not resolves.first and link.last >= len(tokens) - 1


def _lacks_act(words: Words, tokens: Tokens) -> bool:
    """Whether it names one who is asked and ends with what a verb follows: `The State is to:`."""
    last = last_of(tokens)
    named = words.addressees.find(tokens)
    return last > 0 and named is not None and words.unfinished.begins(tokens, last)


def _last_role(words: Words, tokens: Tokens) -> Role:
    """Whether the last verb of a sentence asks or informs."""
    for index in reversed(tokens.places(words.informs, words.announces)):
        if words.informs.match(tokens, index) and not words.before_nouns.begins(tokens, index - 1):
            return _told_by(words, tokens, index)
        if words.announces.match(tokens, index):
            return Role.ASKS
    return Role.NONE


def _told_by(words: Words, tokens: Tokens, verb: int) -> Role:
    """What a verb that informs announces: `The Council adopted the following recommendations:`."""
    if words.resolves.match(tokens, verb):
        return Role.RESOLVES
    return Role.ASKS if words.adopts.match(tokens, verb) else Role.INFORMS


def asking_verb(words: Words, tokens: Tokens) -> Found | None:
    """The first verb that asks, in any form and whatever follows."""
    lists = words.asks, words.asks_for, words.asked, words.asked_for, words.begs
    for index in tokens.places(*lists):
        if index and words.before_nouns.begins(tokens, index - 1):
            continue
        for phrases in lists:
            if found := phrases.match(tokens, index):
                return found
    return None


def begins_with_act(words: Words, tokens: Tokens) -> bool:
    """Whether a sentence begins with a verb in the form that items of lists begin with.

    Where the verb stands last, whether it ends with one.
    """
    if words.verb_last:
        last = last_of(tokens)
        if last > 0 and words.must.begins(tokens, last):
            last -= 1
        return last >= 0 and words.is_act(tokens, last)
    start = 0
    while start < len(tokens) and not words.acts.begins(tokens, start):
        skipped = words.skips.match(tokens, start)
        if not skipped:
            break
        start = skipped.last
    if start >= len(tokens):
        return False
    if words.informs.match(tokens, start) and not words.acts.begins(tokens, start):
        return False
    return words.is_act(tokens, start) or words.heads.match(tokens, start) is not None


def last_of(tokens: Tokens) -> int:
    """The index of the last word; -1 without any."""
    return next((i for i in range(len(tokens) - 1, -1, -1) if tokens.words[i][0].isalnum()), -1)


def last_word(tokens: Tokens) -> str:
    """The last word; empty without any."""
    last = last_of(tokens)
    return tokens.words[last] if last >= 0 else ""


def is_address(words: Words, tokens: Tokens) -> bool:
    """Whether a title names whom the items below it ask: `To the Government:`."""
    dative = any(word.endswith(words.datives) for word in tokens.words)
    return len(tokens) <= _TITLE and (dative or words.towards.match(tokens, 0) is not None)


def is_item(words: Words, tokens: Tokens) -> bool:
    """Whether words are as an item of a list that asks: its verb is first, or last behind `te`."""
    return begins_with_act(words, tokens) or ends_marked(words, tokens)


def ends_marked(words: Words, tokens: Tokens) -> bool:
    """Whether words end with a verb behind what marks it: `vrij te laten`."""
    last = last_of(tokens)
    marked = last > 0 and words.infinitives.begins(tokens, last - 1)
    return marked and tokens.words[last].endswith("n")


def ends_with_infinitive(words: Words, tokens: Tokens) -> bool:
    """Whether an item ends with its verb, where infinitives do: `de wet intrekken`."""
    word = last_word(tokens)
    ends = len(word) > LONG and word.endswith(words.verbs)
    return ends and not words.finite.find(tokens)


def asks_anywhere(words: Words, tokens: Tokens) -> bool:
    """Whether a sentence can be an item that asks: by its first verb, a modal or an asking one."""
    if is_item(words, tokens):
        return True
    modal = words.must.find(tokens) or words.should.find(tokens)
    return bool(modal or asking_verb(words, tokens))


def asks_now(words: Words, tokens: Tokens) -> bool:
    """Whether a sentence behind an item asks too, and doesn't tell that somebody asked."""
    told = words.asked.find(tokens) or words.asked_for.find(tokens)
    if told or words.links.match(tokens, 0):
        return False
    if is_item(words, tokens) or words.must.find(tokens) or words.should.find(tokens):
        return True
    verb = asking_verb(words, tokens)
    return verb is not None and not is_named(words, tokens, 0, verb.first)


def begins_telling(words: Words, tokens: Tokens) -> Found | None:
    """The verb that asks in a sentence that welcomes or deplores something first."""
    first = words.informs.find(tokens, 0, _TITLE)
    return joined(words, tokens, first.last, len(tokens)) if first else None
