"""A text as blocks, which are paragraphs and items, made of lines that have lost their layout."""

import re

from kzannotate.suggest.demand_block import (
    Block,
    goes_on,
    is_alone,
    is_heading_line,
    is_last_line,
    is_title_line,
    is_unwrapped,
    stops_short,
    titles_another_list,
)
from kzannotate.suggest.demand_labels import follows
from kzannotate.suggest.demand_line_shapes import (
    CLOSERS,
    ENDS,
    SHORT,
    ends_in_capitals,
    ends_sentence,
    is_bold_title,
    is_caps,
    is_short,
)
from kzannotate.suggest.demand_markers import (
    BARE,
    BOLD_TITLE,
    MARKER,
    SIGNED,
    end_of,
    kind_of,
    label_of,
)
from kzannotate.suggest.demand_page_lines import is_furniture, running_heads, segments

_INITIAL = re.compile(r"[^\W\d_a-zа-я]\.\s?[^\W\d_]")
"""What follows the first of two initials."""
_SECOND_BARE = re.compile(r"\n\s*2(?![\d,])")
_LIST = 2000
"""Code points in which a list has its second number."""
_DASH = re.compile(r"\n[-–—] ")
_NEAR = 600
"""Code points of an item at the most."""
_ACRONYM = 5
"""Capitals of a line that may be a word of a sentence: `ОБСЕ`."""


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
        elif not found or beside or column or _begins(text, found[-1], start, stop, blank, cut):
            found.append(_made(text, start, stop, blank, found))
        else:
            _extend(found[-1], start, stop, cut)
        blank, cut, beside = False, False, column
    return found


def _made(text: str, start: int, stop: int, apart: bool, before: list[Block]) -> Block:
    marker = MARKER.match(text, start, stop)
    kind, label, begin = "", "", start
    group = (marker and marker.lastgroup) or ""
    whole = marker and marker.end() == stop and group not in ("article", "demanded")
    announced = text[max(0, start - 8) : start].rstrip(CLOSERS + "\n")[-1:] == ":"
    announced = announced or (
        bool(before) and ends_in_capitals(text[before[-1].tail : before[-1].stop])
    )
    if marker and not whole and not _is_initial(text, marker, before, announced):
        kind, label, begin = kind_of(marker), label_of(marker), end_of(marker, text, stop)
    else:
        title = BOLD_TITLE.match(text, start, stop)
        begin = title.end() if title else start
        begin += len(text[begin:stop]) - len(text[begin:stop].lstrip("#>*_ \t"))
    made = Block(begin, stop, kind, label, stop - start, start, apart)
    made.asks = bool(kind) and group == "demanded"
    if not kind and before and text[begin : begin + 1].islower():
        made.listed = announced or (apart and _is_above_list(text, before[-1], stop - start))
    return made


def _is_initial(text: str, marker: re.Match[str], before: list[Block], announced: bool) -> bool:
    """Whether `D.` begins a name: it is no letter of a list unless the one before it was.

    `announced`: a colon is before it, behind which `I.` is a number, as it is below a title.
    """
    letter = (marker["letter"] or "").removesuffix(".")
    if letter.isupper() and _INITIAL.match(text, marker.end()):
        return True
    if not letter.isupper() or len(letter) > 1 or letter in "AА" or ")" in marker[0]:
        return False
    if letter == "I" and (announced or (before and is_title_line(text, before[-1]))):
        return False
    return not any(
        ord(letter) - ord(each.label) in (0, 1) for each in before[-60:] if each.lettered
    )


def _bare_number(text: str, found: list[Block], start: int, stop: int) -> re.Match[str] | None:
    """A number without a point, or alone on its line, if it is the next of a list."""
    number = BARE.match(text, start, stop) if text[start].isdigit() else None
    if not number or not found:
        return None
    before = found[-1]
    end = text[before.tail : before.stop].rstrip(CLOSERS)[-1:]
    if number[1] == "1":
        return number if end == ":" and _SECOND_BARE.search(text, stop, stop + _LIST) else None
    goes_on = before.kind == "number" and before.label == str(int(number[1]) - 1)
    apart = end in ENDS or end == "," or text[number.end() - 2 : number.end()].isspace()
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


def _begins(text: str, before: Block, start: int, stop: int, blank: bool, cut: bool) -> bool:
    """Whether a line begins a new block."""
    ended = ends_sentence(text, before.stop)
    first = text[start:stop].lstrip("\"'«“„(*_#¿¡ ")[:1]
    if _is_marked(text, before, start, stop, blank or ended):
        return True
    if blank and not cut and (is_alone(text, before) or (before.listed and first.islower())):
        return True
    if blank:
        return ended or _begins_apart(text, before, start, stop, first)
    if text[before.tail : before.stop].rstrip(CLOSERS).endswith(":"):
        return True
    if ended:
        return _begins_behind_end(text, before, start, stop, first)
    if is_unwrapped(before, stop - start) and first.isupper():
        return True
    return is_heading_line(text, before) and not is_caps(text[start:stop])


def _is_marked(text: str, before: Block, start: int, stop: int, free: bool) -> bool:
    """Whether a line begins with a marker, is in capitals, or titles another list.

    `free`: it is behind a blank line or the end of a sentence.
    """
    marker = MARKER.match(text, start, stop)
    line = text[start:stop]
    if marker and not free and before.kind and text[before.tail : before.stop].endswith(","):
        free = True
    if marker and not free and label_of(marker) == "1":
        free = _SECOND_BARE.search(text, stop, stop + _LIST) is not None
    dashed = marker and marker["dash"] and (line[-1] in ";," or _is_first_dash(text, before, stop))
    if dashed or (marker and marker.lastgroup and _is_item(text, before, marker, free)):
        return True
    first = line.lstrip("\"'«“„(*_#¿¡ ")[:1]
    if before.kind and first.isupper() and titles_another_list(text, before, start, stop):
        return True
    apart = free or sum(map(str.isupper, line)) > _ACRONYM
    return apart and is_caps(line) and not is_caps(text[before.tail : before.stop])


def _is_first_dash(text: str, before: Block, stop: int) -> bool:
    """Whether a dash behind a comma begins items: another dash begins a line soon."""
    listed = text[before.tail : before.stop].endswith(",")
    return listed and _DASH.search(text, stop, stop + _NEAR) is not None


def _begins_behind_end(text: str, before: Block, start: int, stop: int, first: str) -> bool:
    """Whether a line behind one that ends a sentence begins a new block."""
    if before.kind and SIGNED.match(text, start, stop):
        return True
    listed = text[before.tail : before.stop].rstrip(CLOSERS).endswith(";")
    short = is_short(text, start, stop) or (stop - start < SHORT and text[stop - 1] == ":")
    apart = listed or short or is_last_line(before, stop - start)
    return apart and not first.islower()


def _begins_apart(text: str, before: Block, start: int, stop: int, first: str) -> bool:
    """Whether a line behind a blank one, before which no sentence ends, begins a new block."""
    if is_heading_line(text, before) or is_bold_title(text[start:stop]):
        return True
    ends_item = text[before.tail : before.stop].rstrip(CLOSERS).endswith(",")
    if ends_item and is_last_line(before, stop - start):
        return True
    one_line = before.start >= before.tail
    if first.islower() and (
        ends_in_capitals(text[before.tail : before.stop]) or stops_short(text, before)
    ):
        return True
    if is_unwrapped(before, stop - start) or (before.listed and one_line):
        return True
    if first.islower():
        return False
    titled = first.isalnum() and is_short(text, start, stop)
    listed = first.isupper() and bool(before.kind) and one_line and not before.apart
    return titled or listed or not goes_on(text, before, first)


def _is_above_list(text: str, before: Block, following: int) -> bool:
    """Whether a paragraph that begins small is an item as the one before, or what it announces."""
    announces = is_unwrapped(before, following) and not ends_sentence(text, before.stop)
    alone = is_alone(text, before) or stops_short(text, before)
    return before.listed or announces or alone


def _is_item(text: str, before: Block, marker: re.Match[str], free: bool) -> bool:
    kind = kind_of(marker)
    if (marker.lastgroup or "") in ("bullet", "article", "demanded", "ordinal"):
        return True
    if kind == "dash":
        ended = ends_sentence(text, before.stop)
        short = before.width < SHORT and not before.kind
        return ended or before.kind == "dash" or ((free or short) and not marker["dash"].isalpha())
    closed = marker[0].rstrip(" \t*_\n").endswith(")")
    if before.kind == "letter" and kind in ("letter", "roman"):
        return free or closed or follows("letter", before.label, label_of(marker))
    free = free or (before.width < SHORT and not before.kind and before.start >= before.tail)
    counted = before.kind == kind == "number" and marker.lastgroup != "named"
    return free or (closed and kind != "number") or counted
