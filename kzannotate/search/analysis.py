"""What a word is, and its folded form: one definition for the index, the query and the snippets.

`search.parsing` makes Whoosh's analyser of the same pieces. Whoosh isn't imported here: this is
needed at every import and undo, and Whoosh costs a quarter of a second.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from kzannotate.model.query import JOINT

VERSION = 4
"""Must grow with every change of what this file gives; kept in the project beside its index."""
MARKS = "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"
"""Combining marks and invisible characters: inside a word they are part of it, folded away."""
_SMALL = "".join(chr(code) for code in range(ord("a"), 0x530) if chr(code).islower())
_BREAK = rf"[-\u2010\u00ad](?<=[^\W\d_].)[ \t]*[\n\f]\s*(?=[{_SMALL}])"
"""A hyphen at a line's or page's end, and small letters go on: the word was broken there."""
WORD = re.compile(rf"[^\W_]+(?:{_BREAK}[^\W_]+|[{MARKS}]+[^\W_]*)*")
_BROKEN = re.compile(_BREAK)
_LETTERS = {
    "й": "й",  # letters of their own right, though Unicode composes them of another and a mark
    "ї": "ї",
    "ў": "ў",
    "ø": "o",  # letters that Unicode doesn't decompose
    "ł": "l",
    "đ": "d",
    "ı": "i",
    "æ": "ae",
    "œ": "oe",
}


LATIN_LOOKS = str.maketrans("abcehijkmoprstuyxə", "авсеніјкморгѕтуухә")
"""The Cyrillic letter that a Latin one is taken for, in small or capital letters, after folding."""
CYRILLIC_LOOKS = str.maketrans("авсеніјкморѕтухһүәԁԛԝ", "abcehijkmopstyxhyədqw")
_MIXED = re.compile("[a-zə][\u0400-\u052f]|[\u0400-\u052f][a-zə]")
_LATIN = re.compile("[a-zə]")
_CYRILLIC = re.compile("[\u0400-\u052f]")


REACH = 16
"""Words of the next page that a phrase can go on with."""
_HYPHEN_AT_END = re.compile(r"[^\W\d_][-\u2010\u00ad]$")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")


class FoundWord(NamedTuple):
    """A word of a text: its folded form and where it stands, in code points."""

    form: str
    start: int
    stop: int
    written: str
    """As the text has it, with the break in it if there is one."""


class PassageWords(NamedTuple):
    """The words of a passage, and the first ones of the next page."""

    words: list[FoundWord]
    own: int
    """How many are the passage's own. A word broken over the page's end is."""


class _Folding(dict[int, str]):
    """Code point to folded letters, worked out at the first sight of each."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_letter(chr(code))
        return folded


def _fold_letter(letter: str) -> str:
    if _is_mark(letter):
        return ""
    lower = letter.casefold()
    if lower in _LETTERS:
        return _LETTERS[lower]
    parts = (part for part in unicodedata.normalize("NFKD", lower) if not _is_mark(part))
    plain = "".join(_LETTERS.get(part, part) for part in parts).casefold()
    # ½ stays ½: a form must be one word, without the slash, spaces or brackets of some signs.
    return plain if plain.isalnum() else lower


def _is_mark(letter: str) -> bool:
    return unicodedata.category(letter) in ("Mn", "Cf")


class _Spacing(dict[int, str]):
    """As `_Folding`, with a space for what is in no word: half the time of finding the words."""

    def __missing__(self, code: int) -> str:
        in_word = WORD.fullmatch(f"a{chr(code)}") is not None
        self[code] = spaced = _FOLDING[code] if in_word else " "
        return spaced


_FOLDING = _Folding()
_SPACING = _Spacing()


@lru_cache(maxsize=1 << 15)  # for the words of shown passages
def fold(word: str) -> str:
    """A word without case, accents, ligatures and invisible characters; ё becomes е.

    A letter of another script that only looks right becomes the one meant; a break is mended.
    """
    return _in_one_script(_mended(word).translate(_FOLDING))


def forms(text: str, after: str = "") -> str:
    """The folded words of a passage, joined by single spaces: what the index holds.

    `after`: what follows where the passage ends with its page; its first words are marked.
    """
    if after:
        broken, rest = _over_the_page(text, after)
        following = forms(rest).split(" ", REACH)[:REACH]
        marked = (f"{JOINT}{form}" for form in following if form)
        return " ".join([forms(f"{text.rstrip()}\n{broken}" if broken else text), *marked])
    folded = " ".join(_mended(text).translate(_SPACING).split())
    if folded.isascii() or not _MIXED.search(folded):
        return folded
    return " ".join(map(_in_one_script, folded.split(" ")))


def words(text: str) -> Iterator[FoundWord]:
    """The words of a text with their places; one broken over a line's end is one word."""
    for found in WORD.finditer(text):
        yield FoundWord(fold(found[0]), found.start(), found.end(), found[0])


def passage_words(text: str, after: str = "") -> PassageWords:
    """The words of a passage as `forms` has them; code points from the passage's start."""
    own = list(words(text))
    if not after:
        return PassageWords(own, len(own))
    broken, rest = _over_the_page(text, after)
    begin = len(text) + len(after) - len(rest)
    if broken:
        last = own[-1]
        whole = next(words(f"{text[last.start :].rstrip()}\n{broken}"))
        own[-1] = FoundWord(whole.form, last.start, begin, whole.written)
    following = [
        word._replace(start=begin + word.start, stop=begin + word.stop)
        for word in islice(words(rest), REACH)
    ]
    return PassageWords(own + following, len(own))


def plain(written: str) -> str:
    """A word's letters as a reader sees them: no break in it, and nothing invisible."""
    return _INVISIBLE.sub("", _mended(written))


def _over_the_page(text: str, after: str) -> tuple[str, str]:
    """The end of a word that is broken over the page's end, if one is, and what follows then.

    Lines without a letter, as a page's number, are passed over.
    """
    while after and not any(map(str.isalpha, after.partition("\n")[0])):
        after = after.partition("\n")[2]
    after = after.lstrip()
    if after and after[0] in _SMALL and _HYPHEN_AT_END.search(text.rstrip()):
        first = WORD.match(after)
        if first and WORD.fullmatch(f"a-\n{first[0]}"):
            return first[0], after[first.end() :]
    return "", after


def _mended(text: str) -> str:
    return _BROKEN.sub("", text) if "\n" in text or "\f" in text else text


def _in_one_script(form: str) -> str:
    """A word of Latin and Cyrillic letters in the script that most of it can only be.

    A script has a claim by the letters that nothing in the other looks like. With both claiming,
    the word stays mixed (`pdfфайл`); with none, the more frequent script has it.
    """
    if form.isascii() or not _MIXED.search(form):
        return form
    as_cyrillic, as_latin = form.translate(LATIN_LOOKS), form.translate(CYRILLIC_LOOKS)
    to_cyrillic, to_latin = not _LATIN.search(as_cyrillic), not _CYRILLIC.search(as_latin)
    if to_cyrillic and to_latin:
        to_cyrillic = 2 * len(_CYRILLIC.findall(form)) >= len(form)
    if to_cyrillic:
        return as_cyrillic
    return as_latin if to_latin else form
