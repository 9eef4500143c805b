"""Who asks and who is asked, as the text names them."""

from collections.abc import Sequence

from kzannotate.suggest.demand_words import Found, Token, Words

_LONGEST = 160
_EDGES = " \t\n,;:*_\"'«»“”()–—-."


def issuer_of(text: str, words: Words, tokens: Sequence[Token], verb: int) -> str:
    """The subject of an asking verb: what stands before it, from a comma that isn't its own."""
    start = 0
    named = words.issuers.last(tokens, verb)
    for index in range(verb - 1, -1, -1):
        if tokens[index].word in (",", ";", ":") and (index < named or named < 0):
            start = index + 1
            break
    while start < verb and (skipped := words.skips.match(tokens, start)):
        start = skipped.last
    return _named(text, tokens, start, verb)


def addressee_of(text: str, words: Words, tokens: Sequence[Token], verb: Found) -> str:
    """What stands between an asking verb and what is asked; in its gap if it has one."""
    start, stop = verb.last, len(tokens)
    if verb.gap < verb.last:
        start, stop = verb.gap, verb.last
        while stop > start and not words.addressees.match(tokens, stop - 1):
            stop -= 1
        stop = max(stop, _end_of_name(text, tokens, start, verb.last))
    else:
        stop = _linked(words, tokens, start)
    while start < stop and (skipped := words.skips.match(tokens, start)):
        start = skipped.last
    return _named(text, tokens, start, stop)


def _end_of_name(text: str, tokens: Sequence[Token], start: int, stop: int) -> int:
    return next((i for i in range(stop, start, -1) if text[tokens[i - 1].start].isupper()), start)


def _linked(words: Words, tokens: Sequence[Token], start: int) -> int:
    """Where what is asked begins: a link with a verb in the form of an item behind it."""
    for index in range(start, min(len(tokens), start + 40)):
        if tokens[index].word in (":", ";"):
            return index
        link = words.links.match(tokens, index)
        if not link or index == start:
            continue
        after = link.last
        while after < len(tokens) and (skipped := words.skips.match(tokens, after)):
            after = skipped.last
        if link.last - link.first > 1 or after >= len(tokens) or words.is_act(tokens[after].word):
            return index
    return len(tokens)


def _named(text: str, tokens: Sequence[Token], start: int, stop: int) -> str:
    if start >= stop:
        return ""
    name = " ".join(text[tokens[start].start : tokens[stop - 1].stop].split()).strip(_EDGES)
    return name if len(name) <= _LONGEST else ""
