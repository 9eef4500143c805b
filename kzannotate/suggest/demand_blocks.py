"""The structure that demands stand in: a text as blocks, which are paragraphs and items of lists.

Made of lines, since what comes out of a PDF or a web page has lost most of its layout.
"""

import re
from dataclasses import dataclass

from kzannotate.suggest.demand_labels import follows
from kzannotate.suggest.demand_page_lines import is_furniture, running_heads, segments

_NUMBER = r"\d{1,3}(?:\.\d{1,3}){0,3}"
_ORDINALS = (
    ("prim", "prem", "first", "ten eerste", "пер", "во-пер", "бірін"),
    ("sec", "seg", "deux", "ten tweede", "вто", "во-вто", "екін"),
    ("ter", "troi", "thir", "ten derde", "тре", "в-тре", "үшін"),
    ("qua", "cua", "four", "ten vierde", "чет", "в-чет", "төрт"),
    ("qui", "cinq", "fif", "ten vijfde", "пят", "в-пят", "бес"),
    ("ses", "sex", "six", "ten zesde", "шес", "в-шес", "алт"),
)
"""What the words for first, second and so on begin with."""
_ORDINAL = (
    r"prim[eo]r?[oa]?|second[oa]|segund[oa]|ter[tz]i?[oa]|tercer[oa]|qu[ai][rn]t[oa]|cuart[oa]"
    r"|ses[txg][oa]|sext[oa]|secundo|first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?"
    r"|fifth(?:ly)?|premièrement|deuxièmement|troisièmement|quatrièmement|cinquièmement"
    r"|ten\s(?:eerste|tweede|derde|vierde|vijfde|zesde)"
    r"|(?:во-|в-)?(?:перв|втор|треть|четв[её]рт|пят|шест)(?:ое|е|ых|их)"
    r"|(?:бірін|екін|үшін|төртін|бесін|алтын)ші(?:ден)?"
)
_COUNTED = r"\s(?:n°\s?|№\s?|nr\.\s)?\d{1,3}\s?(?:\^?er|°)?\s?(?:[-–—.:](?=\s)|(?=[\s*]*$))"
_MARKER = re.compile(
    rf"""[\#>*_\ \t]{{0,6}}(?:
      (?P<bullet>[•●▪■◦‣∙·○□➢➤✓✔✗❖◆◇★☆▸▻◾▫⁃⇒❑❒☑►▶➔→\uf0a7\uf0b7\uf0d8\uf0fc])
    | (?P<dash>[-–—―*+]|--|o)(?=\s)
    | [(\[]?(?P<number>{_NUMBER})(?:[.)\]°º/:]|\.-|\.°|°\)|\s[-–—])(?=[\s*])
    | (?:n°|№|[Nn]r\.?|[Nn]o\.)\s?(?P<named>\d{{1,2}})\s?[:.)–-]?(?=\s)
    | (?P<dotted>\d{{1,3}}(?:\.\d{{1,3}}){{1,3}})(?=\s)
    | (?P<coded>(?:[A-ZА-Я]|Rec\.?|REC\.?)-?\s?\d{{1,2}}[.:)]?)(?=\s)
    | (?P<letter>\(?[^\W\d_]{{1,2}}\)|[^\W\d_][./]|[A-Z]{{2}}\.)(?=[\s*])
    | (?P<article>(?:Art(?:icle|icolo|ikel|ículo)?\.?|ART(?:ICLE|IKEL|ICOLO|ÍCULO)|Section|Статья)
        {_COUNTED})
    | (?P<demanded>(?:(?:Recomm|Raccom|Recom)\w+|Aanbeveling|Рекомендация|Требование|Просьба|Ұсын\w+
        |Талап|Demand[ea]?|Request|Verzoek|Eis|Exigence|Richiesta|Petición){_COUNTED})
    | (?P<ordinal>(?i:{_ORDINAL}))\s?(?:[.:]|\.?[-–—])(?=\s)
    | (?P<roman>\(?[ivxIVX]{{1,5}}[.)])(?=[\s*])
    )[\s*_]{{0,8}}""",
    re.VERBOSE,
)
_BARE = re.compile(r"(\d{1,2})(?:\s?[.)°º]?\s*$|\s+(?=[^\W\d]))")
_SECOND = re.compile(r"\(?\d{1,2}[.)]\s+(?=\S)|\(?[^\W\d_]\)\s+(?=\S)")
"""A number or letter behind a bullet."""
_BOLD_TITLE = re.compile(r"\*\*[^*\n]{1,60}(?::\s?\*\*|\*\*\s?:)\s+(?=\S)")
_ENDS = frozenset(".!?…:;")
_CLOSERS = "\"'»”’)]*_ \t\u00a0"
_LONGER = 1.4
_UNWRAPPED = 160
"""Code points of a line that isn't a wrapped one, so that it is a paragraph by itself."""
_WRAPPED = 60
_HEADING = 100
_SOME = 8
"""Code points of which a line in capitals has one."""
_TITLE = 60
"""Code points of a line that titles a list, and of the last line before it."""
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
    resumed: int = 0
    """Where it goes on behind that."""
    asks: bool = False
    """Whether its marker says that it asks: `Recommendation 1:`."""

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
    group = (marker and marker.lastgroup) or ""
    whole = marker and marker.end() == stop and group not in ("article", "demanded")
    announced = text[max(0, start - 8) : start].rstrip(_CLOSERS + "\n")[-1:] == ":"
    if marker and not whole and not _is_initial(marker, before, announced):
        kind, label = _KINDS.get(group, group), marker[group].strip("()/.-–— ")
        if group in ("article", "coded", "demanded"):
            label = re.sub(r"\D+", "", label)
        elif group == "ordinal":
            label = next(
                (str(n) for n, begun in enumerate(_ORDINALS, 1) if label.lower().startswith(begun)),
                "",
            )
        begin = marker.end()
        second = _SECOND.match(text, begin, stop) if group in ("bullet", "dash") else None
        begin = second.end() if second else begin
    else:
        title = _BOLD_TITLE.match(text, start, stop)
        begin = title.end() if title else start
        begin += len(text[begin:stop]) - len(text[begin:stop].lstrip("#>*_ \t"))
    made = Block(begin, stop, kind, label, stop - start, start, apart)
    made.asks = bool(kind) and group == "demanded"
    return made


_KINDS = {
    "ordinal": "number",
    "dotted": "number",
    "article": "number",
    "coded": "number",
    "demanded": "number",
    "named": "number",
    "roman": "letter",
}


def _is_initial(marker: re.Match[str], before: list[Block], announced: bool) -> bool:
    """Whether `D.` begins a name: it is no letter of a list unless the one before it was.

    `announced`: a colon is before it, behind which `I.` is a number.
    """
    letter = (marker["letter"] or "").removesuffix(".")
    if not letter.isupper() or len(letter) > 1 or letter in "AА" or ")" in marker[0]:
        return False
    if announced and letter == "I":
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
    apart = end in _ENDS or end == "," or text[number.end() - 2 : number.end()].isspace()
    return number if goes_on and apart else None


def _fill(block: Block, start: int, stop: int) -> None:
    """Gives a number that stood alone on its line its words."""
    block.start = block.tail = start
    block.stop, block.width = stop, stop - start


def _extend(block: Block, start: int, stop: int, cut: bool) -> None:
    if cut and not block.cut:
        block.cut, block.resumed = block.stop, start
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
    if before.kind and first.isupper() and _is_title(text, before, start, stop):
        return True
    if is_caps(text[start:stop]) and not is_caps(text[before.tail : before.stop]):
        return True
    if blank:
        apart = ended or _is_heading(text, before) or _is_bold_title(text[start:stop])
        listed = text[before.tail : before.stop].rstrip(_CLOSERS).endswith(",")
        apart = apart or (listed and _is_last_line(before, stop - start))
        apart = apart or _is_unwrapped(before, stop - start)
        return apart or not (first.islower() or _goes_on(text, before, first))
    if text[before.tail : before.stop].rstrip(_CLOSERS).endswith(":"):
        return True
    if ended and not first.islower():
        listed = text[before.tail : before.stop].rstrip(_CLOSERS).endswith(";")
        return listed or _is_last_line(before, stop - start)
    if _is_unwrapped(before, stop - start) and first.isupper():
        return True
    return _is_heading(text, before) and not is_caps(text[start:stop])


def _is_title(text: str, before: Block, start: int, stop: int) -> bool:
    """Whether a short line with a colon is the title of another list."""
    short = max(stop - start, before.stop - before.tail) < _TITLE
    return short and text[start:stop].rstrip(_CLOSERS).endswith(":")


def _is_unwrapped(before: Block, following: int) -> bool:
    """Whether a block is one line that is too short to be wrapped: the title of what follows."""
    line = before.stop - before.tail
    return before.width == line and line < _SHORT and following > _LONGER * line


def _is_item(text: str, before: Block, marker: re.Match[str], free: bool) -> bool:
    kind = marker.lastgroup or ""
    if kind in ("bullet", "article", "demanded", "ordinal"):
        return True
    if kind == "dash":
        ended = ends_sentence(text, before.stop)
        short = before.width < _SHORT and not before.kind
        return ended or before.kind == "dash" or ((free or short) and marker["dash"] != "o")
    closed = marker[0].rstrip(" \t*_\n").endswith(")")
    if before.kind == "letter" and kind in ("letter", "roman"):
        return free or closed or follows("letter", before.label, marker[kind].strip("()./"))
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
    return line.startswith("**") and (":" in line[-5:] or _BOLD_TITLE.match(line) is not None)


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
