"""The structure that demands stand in: a text as blocks, which are paragraphs and items of lists.

Made of lines, since what comes out of a PDF or a web page has lost most of its layout.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kzannotate.suggest.demand_page_lines import is_furniture, running_heads, segments

_NUMBER = r"\d{1,3}(?:\.\d{1,3}){0,3}"
_MARKER = re.compile(
    rf"""[\#>*_\ \t]{{0,6}}(?:
      (?P<bullet>[•●▪■◦‣∙·○□➢➤✓►▶➔→\uf0a7\uf0b7])
    | (?P<dash>[-–—―*+]|--|o)(?=\s)
    | \(?(?P<number>{_NUMBER})(?:[.)°º]|\.-|\.°)(?=[\s*])
    | (?P<dotted>\d{{1,3}}(?:\.\d{{1,3}}){{1,3}})(?=\s)
    | (?P<letter>\(?[^\W\d_]{{1,2}}\)|[^\W\d_]\.|[A-Z]{{2}}\.)(?=[\s*])
    | (?P<article>(?:Art(?:icle|icolo|ikel|ículo)?\.?|ARTICLE|Section|Статья)\s\d{{1,3}}\s?
        (?:\^?er|°)?\s?[-–—.:])(?=\s)
    | (?P<ordinal>(?i:prim[eo]r?[oa]?|second[oa]|segund[oa]|terz[oa]|tercer[oa]
        |quart[oa]|cuart[oa]|quint[oa]|sest[oa]|sext[oa]
        |первое|второе|третье|четв[её]ртое|пятое|шестое))(?:\s?[.:]|\.?[-–—])(?=\s)
    | (?P<roman>\(?[ivxIVX]{{1,5}}[.)])(?=[\s*])
    )[\s*_]{{0,8}}""",
    re.VERBOSE,
)
_BARE = re.compile(r"(\d{1,2})(?:\s?[.)°º]?\s*$|\s+(?=[^\W\d]))")
_ENDS = frozenset(".!?…:;")
_CLOSERS = "\"'»”’)]*_ \t\u00a0"
_LONGER = 1.4
_UNWRAPPED = 160
"""Code points of a line that isn't a wrapped one, so that it is a paragraph by itself."""
_WRAPPED = 60
_HEADING = 100
_SOME = 8
"""Code points of which a line in capitals has one."""
_SHORT = 45
"""Code points of a line that no wrapped one is as short as."""


@dataclass(slots=True)
class Block:
    """A paragraph, heading or item."""

    start: int
    """Of its words: behind the number, dash or `**`. Code points."""
    stop: int
    kind: str
    """Of its marker: `number`, `letter`, `dash`, `bullet`; empty without one."""
    label: str
    """The marker's number or letter, or its sign."""
    width: int
    """Code points of its longest line."""
    tail: int
    """Where its last line starts."""
    apart: bool
    """Whether a blank line is before it."""
    cut: int = 0
    """Where the foot of a page interrupts it first; 0 if none does."""

    @property
    def lettered(self) -> bool:
        """Whether its marker is one capital letter."""
        return len(self.label) == 1 and self.label.isupper()


def blocks(text: str) -> list[Block]:
    """The blocks of a text, in order; page numbers and running heads belong to none."""
    heads = running_heads(text)
    found: list[Block] = []
    blank, cut, last, beside = True, False, 0, False
    for start, stop, column in segments(text):
        line = text[start:stop]
        blank = blank or text.count("\n", last, start) > 1 or "\f" in text[last:start]
        last = stop
        if found and found[-1].stop <= found[-1].start:
            _fill(found[-1], start, stop)
            continue
        number = _bare_number(text, found, start, stop)
        if number:
            found.append(Block(number.end(), stop, "number", number[1], stop - start, start, blank))
        elif not column and is_furniture(line, heads):
            blank = cut = True
            continue
        elif not found or beside or column or _begins(text, found[-1], start, stop, blank):
            found.append(_made(text, start, stop, blank, found))
        else:
            _extend(found[-1], start, stop, cut)
        blank, cut, beside = False, False, column
    return found


def _made(text: str, start: int, stop: int, apart: bool, before: list[Block]) -> Block:
    marker = _MARKER.match(text, start, stop)
    kind, label, begin = "", "", start
    if marker and marker.end() < stop and not _is_initial(marker, before):
        group = marker.lastgroup or ""
        kind, label = _KINDS.get(group, group), marker[group].strip("().")
        if group == "article":
            label = re.sub(r"\D+", "", label)
        elif group == "ordinal":
            label = next(
                str(n) for n, begun in enumerate(_ORDINALS, 1) if label.lower().startswith(begun)
            )
        begin = marker.end()
    else:
        begin += len(text[start:stop]) - len(text[start:stop].lstrip("#>*_ \t"))
    return Block(begin, stop, kind, label, stop - start, start, apart)


_ORDINALS = (
    ("prim", "пер"),
    ("sec", "seg", "вто"),
    ("ter", "тре"),
    ("qua", "cua", "чет"),
    ("qui", "пят"),
    ("ses", "sex", "шес"),
)
_KINDS = {"ordinal": "number", "dotted": "number", "article": "number", "roman": "letter"}


def _is_initial(marker: re.Match[str], before: list[Block]) -> bool:
    """Whether `D.` begins a name: it is no letter of a list unless the one before it was."""
    letter = (marker["letter"] or "").removesuffix(".")
    if not letter.isupper() or len(letter) > 1 or letter in "AА" or ")" in marker[0]:
        return False
    return not any(
        ord(letter) - ord(each.label) in (0, 1) for each in before[-60:] if each.lettered
    )


def _bare_number(text: str, found: list[Block], start: int, stop: int) -> re.Match[str] | None:
    """A number without a point, or alone on its line, if it is the next of a list."""
    number = _BARE.match(text, start, stop) if text[start].isdigit() else None
    if not number or not found:
        return None
    before = found[-1]
    end = text[before.tail : before.stop].rstrip(_CLOSERS)[-1:]
    if number[1] == "1":
        return number if end == ":" else None
    goes_on = before.kind == "number" and before.label == str(int(number[1]) - 1)
    return number if goes_on and end in _ENDS else None


def _fill(block: Block, start: int, stop: int) -> None:
    """Gives a number that stood alone on its line its words."""
    block.start = block.tail = start
    block.stop, block.width = stop, stop - start


def _extend(block: Block, start: int, stop: int, cut: bool) -> None:
    if cut and not block.cut:
        block.cut = block.stop
    block.stop, block.tail = stop, start
    block.width = max(block.width, stop - start)


def ends_sentence(text: str, stop: int) -> bool:
    """Whether a sentence or a part of one ends here."""
    before = text[max(0, stop - 8) : stop].rstrip(_CLOSERS)
    return before[-1:] in _ENDS


def _begins(text: str, before: Block, start: int, stop: int, blank: bool) -> bool:
    """Whether a line begins a new block."""
    ended = ends_sentence(text, before.stop)
    marker = _MARKER.match(text, start, stop)
    if marker and marker.lastgroup and _is_item(text, before, marker, blank or ended):
        return True
    first = text[start:stop].lstrip("\"'«“„(*_#¿¡ ")[:1]
    if is_caps(text[start:stop]) and not is_caps(text[before.tail : before.stop]):
        return True
    if blank:
        apart = ended or _is_heading(text, before) or _is_bold_title(text[start:stop])
        return apart or not (first.islower() or _goes_on(text, before, first))
    if text[before.tail : before.stop].rstrip(_CLOSERS).endswith(":"):
        return True
    if ended and not first.islower():
        listed = text[before.tail : before.stop].rstrip(_CLOSERS).endswith(";")
        return listed or _is_last_line(before, stop - start)
    if _is_unwrapped(before, stop - start) and first.isupper():
        return True
    return _is_heading(text, before) and not is_caps(text[start:stop])


def _is_unwrapped(before: Block, following: int) -> bool:
    """Whether a block is one line that is too short to be wrapped: the title of what follows."""
    line = before.stop - before.tail
    return before.width == line and line < _SHORT and following > _LONGER * line


def _is_item(text: str, before: Block, marker: re.Match[str], free: bool) -> bool:
    kind = marker.lastgroup or ""
    if kind in ("bullet", "article", "ordinal"):
        return True
    if kind == "dash":
        ended = ends_sentence(text, before.stop)
        short = before.width < _SHORT and not before.kind
        return ended or before.kind == "dash" or ((free or short) and marker["dash"] != "o")
    closed = marker[0].rstrip(" \t*_\n").endswith(")")
    if kind == before.kind == "letter" and marker["letter"]:
        return free or closed or marker["letter"].strip("().") > before.label
    return free or (closed and kind != "number") or before.kind == kind == "number"


def _goes_on(text: str, before: Block, first: str) -> bool:
    """Whether a sentence goes on behind a blank line though its next word is a capital."""
    line = before.stop - before.tail
    if _is_heading(text, before) or not first.isalnum():
        return False
    return _WRAPPED <= line <= _UNWRAPPED and line >= before.width * 0.8


def _is_last_line(before: Block, following: int) -> bool:
    line = before.stop - before.tail
    widest = max(before.width, min(following, _UNWRAPPED))
    return line > _UNWRAPPED or line < widest * 0.8


def _is_bold_title(line: str) -> bool:
    return line.startswith("**") and ":" in line[-5:]


def is_caps(line: str) -> bool:
    """Whether a line is in capitals."""
    if line[:_SOME] == line[:_SOME].lower():
        return False
    if 5 * sum(map(str.islower, line[: len(line) // 3 + 1])) >= len(line):
        return False  # what its beginning tells already
    upper, lower = sum(map(str.isupper, line)), sum(map(str.islower, line))
    return upper > 2 and upper > 0.8 * (upper + lower)


def _is_heading(text: str, before: Block) -> bool:
    line = text[before.tail : before.stop]
    return len(line) < _HEADING and (is_caps(line) or line.lstrip().startswith(("**", "#")))


_SENTENCE = re.compile(r"[.!?…]{1,4}[\"'»”’)\]*_]{0,4}\s+(?=[\"'«“„(\[*_¿¡–—-]{0,3}\s?[^\W_])")
_ABBREVIATED = re.compile(r"[^\W_]+$")


def sentences(
    text: str, start: int, stop: int, abbreviations: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """The sentences between two places."""
    begin = start
    for match in _SENTENCE.finditer(text, start, stop):
        if not _is_abbreviation(text, begin, match, abbreviations):
            yield begin, match.start() + len(match.group().rstrip())
            begin = match.end()
    if begin < stop:
        yield begin, stop


def _is_abbreviation(
    text: str, begin: int, match: re.Match[str], abbreviations: frozenset[str]
) -> bool:
    following = text[match.end() : match.end() + 5].lstrip("\"'«“„([*_¿¡–—- ")[:1]
    if following.islower():
        return True
    if match.group()[0] != ".":
        return False
    before = _ABBREVIATED.search(text, max(begin, match.start() - 20), match.start())
    if not before:
        return False
    word = before.group()
    return (len(word) == 1 and not word.isdigit()) or word.lower() in abbreviations
