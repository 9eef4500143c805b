"""Lists whose items stand in the lines of a paragraph: `asks the Government: (a) …; (b) …`."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from kzannotate.suggest.demand_block import Block
from kzannotate.suggest.demand_labels import follows

_MARK = re.compile(
    r"\s\(?(?P<label>\d{1,2}|[a-zа-я])(?:(?:[.)]|°\)?)\s+(?=\S)|\.(?=[^\W\d_a-zа-я][^\W\d_A-ZА-Я]))"
)
_JOINED = re.compile(r"[;,](?:\s+\w{1,5})?$")
_SHORTEST = 12
"""Code points of an item."""
_FIRST = ("1", "a", "а")


def with_inline_items(text: str, found: Sequence[Block]) -> Iterator[Block]:
    """The blocks, those that have a list in their lines cut into its items.

    A list is `1.` or `(a)` behind a colon, or `(a)` anywhere, with the next behind a semicolon or
    comma; or `1.` anywhere if the next block is `2.`.
    """
    for block, following in zip_longest(found, found[1:]):
        marks = list(_listed(text, block))
        if not marks and not block.kind and following and following.label == "2":
            marks = [m for m in _MARK.finditer(text, block.start, block.stop) if m["label"] == "1"]
            marks = marks[-1:]
        yield from _cut(block, marks) if marks else [block]


def _listed(text: str, block: Block) -> Iterator[re.Match[str]]:
    """The marks of a list in a block, if there are two in order."""
    marks: list[re.Match[str]] = []
    last = block.label if block.kind == "number" else ""
    for mark in _MARK.finditer(text, block.start, block.stop):
        before = text[max(block.start, mark.start() - 10) : mark.start()].rstrip()
        bracketed = mark.group().strip()[0] == "(" and not before[-1:].isdigit()
        first = mark["label"] in _FIRST and (before[-1:] == ":" or bracketed)
        if marks and _follows(marks[-1], mark, before):
            marks.append(mark)
        elif last and not marks and _next(last, mark["label"]) and before.endswith((";", ".")):
            marks, last = [mark], ""
        elif first and len(marks) < 2:
            marks = [mark]
    if len(marks) > 1 or (marks and not last and block.kind == "number"):
        yield from marks


def _follows(last: re.Match[str], mark: re.Match[str], before: str) -> bool:
    """Whether a mark is the next, behind an item that ends: `; and (b)`, unlike `(a), (b)`."""
    apart = mark.start() - last.end() > _SHORTEST and _JOINED.search(before) is not None
    return apart and _next(last["label"], mark["label"])


def _next(before: str, after: str) -> bool:
    if before.isdigit() and after.isdigit():
        return int(after) == int(before) + 1
    return len(before) == len(after) == 1 and after.isalpha() and follows("letter", before, after)


def _cut(block: Block, marks: list[re.Match[str]]) -> Iterator[Block]:
    stops = [mark.start() for mark in marks[1:]] + [block.stop]
    first = marks[0].start()
    width, kind, label = first - block.start, block.kind, block.label
    yield Block(block.start, first, kind, label, width, block.start, block.apart)
    for mark, stop in zip(marks, stops, strict=True):
        kind = "number" if mark["label"].isdigit() else "letter"
        start = mark.end()
        yield Block(start, stop, kind, mark["label"], stop - start, start, apart=False)
