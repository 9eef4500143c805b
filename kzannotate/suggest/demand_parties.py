"""Who asks and who is asked, as the text names them."""

from kzannotate.suggest.demand_phrases import Found, Tokens
from kzannotate.suggest.demand_words import Words

_LONGEST = 160
_EDGES = " \t\n,;:*_\"'«»“”()–—-."


def issuer_of(text: str, words: Words, tokens: Tokens, verb: int) -> str:
    """The subject of an asking verb: what stands before it, from a comma that isn't its own."""
    start = 0
    named = words.issuers.last(tokens, verb)
    for index in range(verb - 1, -1, -1):
        if tokens.words[index] in (",", ";", ":") and (index < named or named < 0):
            start = index + 1
            break
    while start < verb and (skipped := words.skips.match(tokens, start)):
        start = skipped.last
    return _named(text, tokens, start, verb)


def addressee_of(text: str, words: Words, tokens: Tokens, verb: Found) -> str:
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


def _end_of_name(text: str, tokens: Tokens, start: int, stop: int) -> int:
    spans = tokens.spans
    return next((i for i in range(stop, start, -1) if text[spans[i - 1][0]].isupper()), start)


def _linked(words: Words, tokens: Tokens, start: int) -> int:
    """Where what is asked begins: a link with a verb in the form of an item behind it."""
    for index in range(start, min(len(tokens), start + 40)):
        if tokens.words[index] in (":", ";"):
            return index
        link = words.links.match(tokens, index)
        if not link or index == start:
            continue
        after = link.last
        while after < len(tokens) and (skipped := words.skips.match(tokens, after)):
            after = skipped.last
        if link.last - link.first > 1 or after >= len(tokens) or words.is_act(tokens, after):
            return index
    return len(tokens)


def _named(text: str, tokens: Tokens, start: int, stop: int) -> str:
    if start >= stop:
        return ""
    name = " ".join(text[tokens.spans[start][0] : tokens.spans[stop - 1][1]].split()).strip(_EDGES)
    return name if len(name) <= _LONGEST else ""
