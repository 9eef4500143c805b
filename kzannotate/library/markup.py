"""XML and HTML trees to prose: paragraphs, lines, cells, in the order of the original."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

Element = Any
"""An lxml element; lxml has no types of its own."""

_LONG_ROW = 200
"""Code points from which the cells of a table's row are set below each other."""
_SPACES = re.compile(r"[ \r\n\t]+")
_AROUND_LINE_END = re.compile(r" *\n *")
_LINE_ENDS = re.compile(r"\n{2,}")
_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Markup:
    """What the tags of a format mean for its text."""

    blocks: frozenset[str]
    """They stand apart: a paragraph begins before and after them."""
    skipped: frozenset[str] = _NOTHING
    """Neither they nor what is in them is text."""
    texts: frozenset[str] = _NOTHING
    """Only they hold text; empty: all do, and between them there is text too."""
    rows: frozenset[str] = _NOTHING
    cells: frozenset[str] = _NOTHING
    signs: Mapping[str, Callable[[Element], str]] = field(default_factory=dict)
    """What stands for a tag: a line end, a tab, the mark of a note."""
    collapsed: bool = False
    """Whether a line end is only a space, but in `kept`."""
    kept: frozenset[str] = _NOTHING


def parse(data: bytes) -> Element:
    """The root of an XML document from a stranger. Raises lxml's XMLSyntaxError."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    return etree.fromstring(data, parser)


def prose(root: Element, markup: Markup) -> str:
    """Give the text of a tree: a blank line between paragraphs, a tab between short cells.

    Doesn't recurse, so that deep nesting does no harm.
    """
    writer = _Writer(markup)
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        if event == "end":
            writer.leave(element, is_root=element is root)
        elif writer.enter(element):
            walker.skip_subtree()
    return writer.text()


class _Writer:
    """Collects the pieces of a paragraph, of a row's cells, and of the whole."""

    def __init__(self, markup: Markup) -> None:
        self._markup = markup
        self._paragraphs: list[str] = []
        self._cells: list[str] = []
        self._pieces: list[str] = []
        self._depth = 0
        """How many cells we are in: in a cell, paragraphs are lines."""
        self._kept = 0

    def text(self) -> str:
        """Everything written."""
        self._end_paragraph()
        self._end_row()
        return "".join(f"{paragraph}\n\n" for paragraph in self._paragraphs)[:-1]

    def enter(self, element: Element) -> bool:
        """Take note of a start tag; gives whether to skip what is in it."""
        tag, markup = element.tag, self._markup
        if tag in markup.signs:
            self._pieces.append(markup.signs[tag](element))
        if tag in markup.skipped:
            return True
        if tag in markup.rows and not self._depth:
            self._end_paragraph()
        if tag in markup.blocks:
            self._break()
        self._depth += tag in markup.cells
        self._kept += tag in markup.kept
        if not markup.texts or tag in markup.texts:
            self._write(element.text)
        return False

    def leave(self, element: Element, *, is_root: bool) -> None:
        """Take note of an end tag."""
        tag, markup = element.tag, self._markup
        if tag not in markup.skipped:
            self._kept -= tag in markup.kept
            if tag in markup.blocks:
                self._break()
            if tag in markup.cells:
                self._depth -= 1
                self._end_cell()
            if tag in markup.rows and not self._depth:
                self._end_row()
        if not markup.texts and not is_root:
            self._write(element.tail)

    def _write(self, text: str | None) -> None:
        if text and self._markup.collapsed and not self._kept:
            text = _SPACES.sub(" ", text)
        if text:
            self._pieces.append(text)

    def _break(self) -> None:
        if self._depth:
            self._pieces.append("\n")
        else:
            self._end_paragraph()

    def _taken(self) -> str:
        text, self._pieces = "".join(self._pieces), []
        if self._markup.collapsed:
            text = re.sub(" {2,}", " ", text)
        return _LINE_ENDS.sub("\n", _AROUND_LINE_END.sub("\n", text)).strip(" \n")

    def _end_paragraph(self) -> None:
        if not self._depth and (text := self._taken()):
            self._paragraphs.append(text)

    def _end_cell(self) -> None:
        if self._depth:
            self._pieces.append("\t")
        elif text := self._taken():
            self._cells.append(text)

    def _end_row(self) -> None:
        cells, self._cells = self._cells, []
        if cells:
            separator = "\t" if sum(map(len, cells)) < _LONG_ROW else "\n"
            self._paragraphs.append(separator.join(cells))
