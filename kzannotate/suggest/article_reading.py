"""A text as the rules for citations read it: what extraction left in it taken out, letters folded.

Every place in it leads back to the code point of the text it was made of.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache, lru_cache

_NOISE = re.compile(
    r"[\u00ad\u200b-\u200d\u2060\ufeff^ \t*<\-\u2010](?:"  # what each begins with, looked for first
    r"(?<=[\u00ad\u200b-\u200d\u2060\ufeff])"  # soft hyphens and what has no width
    r"|(?<=\^)(?=[a-z°º]{1,3}(?!\w))"  # raised letters: 1^er
    r"|(?<=[ \t\n][ \t])[ \t]*|(?<=[ \t])[ \t]*(?=\n)"  # white space beside white space
    r"|(?<=\*)\*|(?<=<)/?[a-zA-Z]{1,6}>"  # bold and tags
    r"|(?<=[^\W\d_][-\u2010])[ \t]{0,3}\n[ \t]{0,20}(?=[^\W\d_])"  # a word broken at a line's end
    r")"
)
_LIKE_CYRILLIC = str.maketrans("aceopxyhkmtbiABCEHIKMOPTXYsS", "асеорхуһкмтвіАВСЕНІКМОРТХУѕЅ")
_LIKE_LATIN = {cyrillic: latin for latin, cyrillic in _LIKE_CYRILLIC.items()}
_DIGIT = re.compile(
    r"[016](?:(?<=[^\W\d_]0)(?=[a-zà-ÿа-я])|(?<=[a-z]{2}1)(?=[a-z])|(?<=\d-6)(?=аб[а-я]))"
)
"""A digit within a word, as OCR gives it for a letter."""
_LETTERS = {"0": "o", "1": "l", "6": "б"}
_AROUND = 40
_LATIN = re.compile(r"[a-zA-ZÀ-ɏ]")
_MIXED = re.compile(r"[\u0400-\u052f](?:(?<=[a-zA-Z].)|(?=[a-zA-Z]|/[A-Z]))")
"""A Cyrillic letter beside a Latin one."""
_WORD = re.compile(r"[^\W\d_]+")
_SIGNS = (("’‘ʼ`´", "'"), ("‐‑‒–—−", "-"), ("“”„«»‟", '"'), ("º", "°"))


@dataclass(frozen=True, slots=True)
class Reading:
    """A text without noise, twice: as it is written, and folded; both are of one length."""

    text: str
    folded: str
    """Lower case, without accents: `code penal`, `статьеи`."""
    _cuts: tuple[int, ...]
    """Where in `text` something was taken out before."""
    _shifts: tuple[int, ...]
    """How many code points were taken out, up to and with each cut."""
    _pointed: dict[str, bool | None] = field(default_factory=dict, compare=False)

    def span(self, start: int, stop: int) -> tuple[int, int]:
        """The stretch of the original text for one of `text`, which isn't empty."""
        return self._origin(start), self._origin(stop - 1) + 1

    def roots(self, length: int) -> frozenset[str]:
        """The first letters, folded, of the words with a capital: `kaz` of `Kazakhstan`."""
        return _roots(self.text, length)

    def is_pointed(self, name: str) -> bool | None:
        """Whether an abbreviation has its point within a sentence; None if it is never there."""
        if name not in self._pointed:
            within = rf"(?<!\w){re.escape(name)}(?:(\.)(?=,?\s[a-z0-9])|(?![.\w]))"
            found = re.search(within, self.text)
            self._pointed[name] = bool(found[1]) if found else None
        return self._pointed[name]

    def _origin(self, place: int) -> int:
        at = bisect_right(self._cuts, place)
        return place + (self._shifts[at - 1] if at else 0)


@lru_cache(maxsize=4)
def _roots(text: str, length: int) -> frozenset[str]:
    return frozenset(fold(word[:length]) for word in _WORD.findall(text) if word[0].isupper())


def read(text: str) -> Reading:
    """The reading of a text."""
    cuts: list[int] = []
    shifts: list[int] = []
    kept: list[str] = []
    done = out = 0
    for noise in _NOISE.finditer(text):
        kept.append(text[done : noise.start()])
        out += noise.end() - noise.start()
        cuts.append(noise.end() - out)
        shifts.append(out)
        done = noise.end()
    kept.append(text[done:])
    clean = _in_one_script(_DIGIT.sub(_letter, _plain("".join(kept))))
    folded = clean.translate(_bare_letters()).lower()
    return Reading(clean, folded, tuple(cuts), tuple(shifts))


def _letter(digit: re.Match[str]) -> str:
    return _LETTERS[digit[0]]


def fold(text: str) -> str:
    """Lower case without accents, code point by code point, so that lengths stay."""
    return _plain(text).translate(_bare_letters()).lower()


def _plain(text: str) -> str:
    """Apostrophes, dashes and quotation marks as the rules write them."""
    for signs, plain in _SIGNS:
        for sign in signs:
            text = text.replace(sign, plain)
    return text


def _in_one_script(text: str) -> str:
    """Words half in Latin letters, half in Cyrillic ones, as OCR gives them, in that around."""
    parts: list[str] = []
    done = 0
    for mixed in _MIXED.finditer(text):
        if mixed.start() < done:
            continue
        start = mixed.start()
        while start > done and text[start - 1].isalpha():
            start -= 1
        word = _WORD.match(text, start)
        if word:
            around = text[max(0, start - _AROUND) : word.end() + _AROUND]
            table = _LIKE_LATIN if _is_latin(around) else _LIKE_CYRILLIC
            parts += (text[done:start], word[0].translate(table))
            done = word.end()
    return "".join((*parts, text[done:]))


def _is_latin(text: str) -> bool:
    return 2 * len(_LATIN.findall(text)) > sum(map(str.isalpha, text))


@cache
def _bare_letters() -> list[int]:
    """Letters without accents by their code points; a list, as a miss in a mapping costs more."""
    bare = list(range(0x2000))
    for place in (*range(0xC0, 0x250), *range(0x400, 0x530), *range(0x1E00, 0x1F00)):
        bare[place] = ord(unicodedata.normalize("NFD", chr(place))[0])
    return bare
