"""The words of a text, and what lies between them."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from kzannotate.suggest.victim_keys import FORMS

_LETTER = r"[^\W\d_]"
WORD = re.compile(rf"{_LETTER}++(?:(?:[’'ʼ`]|[-‑\u00ad](?:\n[ \t]*+)?){_LETTER}++)*+")
_APART = re.compile(rf"({WORD.pattern})")
_ITEM = re.compile(r"\n[ \t]*(?:[-–—•·*▪●]|\(?\d{1,3}[.)]|\(?[a-z][.)])[\s*]*\Z")
_BREAK = re.compile(r"\n[^\S\n]*\n")
_CUT = re.compile(  # de l'Iran, qu'Ana, dell'Anna: the name starts after the apostrophe
    r"(?:[ldsnjmct]|L|C|[jJ]usqu|[lL]orsqu|[pP]uisqu|[qQ]uoiqu|[qQ]u|[dnsc]?[aeou]ll|All|Dell|Dall"
    r"|[SNJMTD](?=[’'ʼ`][a-zà-ÿ])|Nell|Sull|[uU]n|[qQ]uell|[qQ]uest|[cC]om|[dD]ov|[cC]h|[aA]nch)[’'ʼ`](?=\w)"
    r"|[a-zà-ÿ]{4,}-(?=[A-ZÀ-Þ][a-zà-ÿ])"  # zaak-Korin
)
_OWNED = re.compile(r"[’'ʼ`]s\Z", re.IGNORECASE)


class Gap:
    """What stands between two words: plain numbers, as an enum's take five times as long."""

    SPACE = 1
    COMMA = 2
    DOT = 3
    """A full stop, which may end a sentence or only an abbreviation."""
    JOIN = 4
    """A full stop without a space after it, as in initials."""
    MARK = 5
    """Brackets, quotation marks, dashes, digits."""
    OPEN = 6
    COLON = 7
    SEMICOLON = 8
    END = 9
    ITEM = 10
    """A line that starts with a bullet or number."""
    BREAK = 11
    """An empty line."""


_KINDS = (("!?…", Gap.END), (";", Gap.SEMICOLON), (":", Gap.COLON), ("(", Gap.OPEN))


@lru_cache(maxsize=4096)
def gap(between: str) -> int:
    """What the characters between two words amount to."""
    if _ITEM.search(between):
        return Gap.ITEM
    if _BREAK.search(between):
        return Gap.BREAK
    signs = "".join(between.replace("*", "").split())
    if not signs:
        return Gap.COMMA if "\t" in between else Gap.SPACE
    if signs == ".":
        return Gap.DOT if between[-1].isspace() or "*" in between else Gap.JOIN
    if signs == ",":
        return Gap.COMMA
    return _mixed(signs, between)


@lru_cache(maxsize=4096)
def joint(between: str) -> str:
    """The same as one letter, for `Text.outline`, which tells less but of quotation marks."""
    kind = gap(between)
    if kind == Gap.SPACE:
        return "\n" if "\n" in between else " "
    if kind in (Gap.DOT, Gap.JOIN):
        return "."
    if kind in (Gap.BREAK, Gap.ITEM):
        return "b"
    return _QUOTES.get(between.strip(), "|")


_QUOTES = dict.fromkeys("«„‹", "«") | dict.fromkeys("»”›", "»") | dict.fromkeys('"“', '"')


def _mixed(signs: str, between: str) -> int:
    for marks, kind in _KINDS:
        if any(mark in signs for mark in marks):
            return kind
    if "." in signs and re.search(r"\.\S*\s", between) and not re.search(r"\d\.\d", between):
        return Gap.END
    return Gap.MARK


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in order, in lists of the same length."""

    text: str
    starts: list[int]
    """Code points; an article or possessive bound by an apostrophe is cut off."""
    stops: list[int]
    forms: list[str]
    gaps: list[int]
    """What stands before each word, as `Gap` has it; the first is after a `BREAK`."""
    joints: list[str]
    """The same, each as one letter."""
    between: list[str]
    """The characters before each word, and one more for those after the last."""


def words(text: str) -> Words:
    """The words of a text, and what lies between them."""
    pieces = _APART.split(text)  # what is between and a word in turn
    between, forms = pieces[::2], pieces[1::2]
    ends = list(accumulate(map(len, pieces)))
    starts, stops = ends[:-1:2], ends[1::2]
    distinct = set(between)
    gaps = list(map({each: gap(each) for each in distinct}.__getitem__, between[:-1]))
    gaps[:1] = [Gap.BREAK] if forms else []
    joints = list(map({each: joint(each) for each in distinct}.__getitem__, between[:-1]))
    for i in [i for i, form in enumerate(forms) if not form.isalpha()]:
        form = forms[i]
        start, stop = _bare(form)
        forms[i] = form[start:stop]
        between[i] += form[:start]
        between[i + 1] = form[stop:] + between[i + 1]
        stops[i] = starts[i] + stop
        starts[i] += start
    return Words(text, starts, stops, forms, gaps, joints, between)


@lru_cache(maxsize=FORMS)
def _bare(form: str) -> tuple[int, int]:
    """Where the word itself stands in a form, without what an apostrophe binds to it."""
    owned, cut = _OWNED.search(form), _CUT.match(form)
    stop = owned.start() if owned else len(form)
    return (cut.end() if cut and cut.end() < stop else 0), stop
