"""The text as the rules for demands compare it: in lower case, each word in one script."""

import re

_MIXED = re.compile(r"[а-яёәғқңөұүһі](?:(?=[a-z])|(?<=[a-z].))")
_LATIN, _CYRILLIC = "abcehikmoptxy", "авсенікмортху"
_TO_LATIN = str.maketrans("авсеһнікмортху", "abcehhikmoptxy")
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_LONGEST_WORD = 40
_APOSTROPHES = "’ʼ‘´`"


def lowered(text: str) -> str:
    """The text in lower case, each code point where it was."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
    for apostrophe in _APOSTROPHES:
        low = low.replace(apostrophe, "'")
    return _one_script(low)


def _one_script(low: str) -> str:
    """The text, its words of two scripts, which extraction mixes, in the one they have most of."""
    parts: list[str] = []
    done = 0
    for match in _MIXED.finditer(low):
        if match.start() < done:
            continue
        start, stop = match.span()
        while start > max(done, match.start() - _LONGEST_WORD) and low[start - 1].isalpha():
            start -= 1
        while stop < min(len(low), match.end() + _LONGEST_WORD) and low[stop].isalpha():
            stop += 1
        word = low[start:stop]
        latin = sum("a" <= letter <= "z" for letter in word)
        table = _TO_LATIN if 2 * latin > len(word) else _TO_CYRILLIC
        parts += [low[done:start], word.translate(table)]
        done = stop
    return "".join(parts) + low[done:]
