"""PDF by MuPDF: canonical text in reading order, a box for every character, pictures of pages.

For the reader process only. Boxes and sizes are points of the page as it is displayed.
"""

import math
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import chain
from typing import Any

import pymupdf

from kzannotate.library.lines import Line, clean, in_order, joined
from kzannotate.model.boxes import Box, pack
from kzannotate.model.document import Extraction, Heading, Page, Picture
from kzannotate.model.errors import KzError
from kzannotate.model.text import normalise
from kzannotate.model.wording import numbered, without_text

_ERRORS = (RuntimeError, ValueError, pymupdf.mupdf.FzErrorBase)
"""What MuPDF raises on damaged files."""
_LOSSES = re.compile("end of file|zlib error|syntax error in content stream|is not a stream")
"""What MuPDF says where it gives up on a part of a page; most else it warns of loses no text."""
_PAGE_KEYS = frozenset(["Parent", "MediaBox", "Resources", "Contents"])
_GATHERED = "its list of pages is damaged: they are in the order of the file, some may be missing"

# Ligatures are taken apart (the box stays with the first letter), as they are already in files
# whose fonts say what their ligatures mean; letters without Unicode become U+FFFD, not rubbish.
_FLAGS = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_MEDIABOX_CLIP
_A4 = (595.0, 842.0)
_MOST_PIXELS = 40_000_000
_MOST_HEADINGS = 10_000


def opened(data: bytes) -> pymupdf.Document:
    """Open a PDF as far as it can be. Raises KzError if it can't be, or needs a password."""
    return _opened(data)[0]


def _opened(data: bytes) -> tuple[pymupdf.Document, list[str]]:
    """The document, and notes on its list of pages."""
    try:
        document = pymupdf.open(stream=data, filetype="pdf")
        if not document.is_pdf:  # MuPDF goes by the content; functions for PDFs would crash on it
            raise KzError("it is no PDF, though its name or its beginning says so")
        if document.needs_pass and not document.authenticate(""):
            raise KzError("it is protected by a password")
        listed = _count(document)
        if _has_page(document):
            return document, list(_missing(document, listed))
        _gather_pages(document)
        if _has_page(document):
            return document, [_GATHERED]
    except _ERRORS as error:
        raise KzError("it can't be opened as a PDF: the file is damaged") from error
    raise KzError("it is a damaged PDF: no page can be found in it")


def _count(document: pymupdf.Document) -> int:
    """How many pages there are; until the first one is loaded, how many there should be."""
    try:
        return int(document.page_count)
    except _ERRORS:  # more than the file has room for
        return 0


def _has_page(document: pymupdf.Document) -> bool:
    """Whether the page tree leads to at least one page."""
    for index in range(_count(document)):
        with suppress(*_ERRORS):
            _loaded(document, index)
            return True
    return False


def _missing(document: pymupdf.Document, listed: int) -> Iterator[str]:
    if document.page_count < listed:
        yield f"it should have {listed} pages, but only {document.page_count} can be found"


def _loaded(document: pymupdf.Document, index: int) -> pymupdf.Page:
    """A page from its place in the page tree. Raises one of `_ERRORS` if it isn't there."""
    page = document.load_page(index)
    if not _PAGE_KEYS.intersection(document.xref_get_keys(page.xref)):
        raise ValueError("no page")  # MuPDF takes what is missing for an empty page
    return page


def _gather_pages(document: pymupdf.Document) -> None:
    """Give a document without a page tree one of all page objects that are left in it."""
    pages = [
        number
        for number in range(1, document.xref_length())
        if document.xref_get_key(number, "Type")[1] == "/Page"
    ]
    tree = document.get_new_xref()
    kids = " ".join(f"{number} 0 R" for number in pages)
    document.update_object(tree, f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>")
    for number in pages:
        document.xref_set_key(number, "Parent", f"{tree} 0 R")
    document.xref_set_key(document.pdf_catalog(), "Pages", f"{tree} 0 R")


def extract(data: bytes) -> Extraction:
    """Give the text and pages of a PDF, with notes on what couldn't be read. Raises as `opened`.

    Annotations are no text of the page.
    """
    document, notes = _opened(data)
    pages: list[Page] = []
    texts: list[str] = []
    unread: list[int] = []
    partly: list[int] = []
    start = 0
    size = _A4  # for a page that doesn't even say its size
    for number in range(1, document.page_count + 1):
        lines, size, complaints = _read(document, number, size)
        text, boxes = _arranged(lines, *size)
        if complaints and not text:
            unread.append(number)
        elif _LOSSES.search(complaints):
            partly.append(number)
        pages.append(Page(number, start, start + len(text), *size, boxes))
        texts.append(text)
        start += len(text)
    text = "".join(texts)
    notes = [*_told(unread, partly), *_notes(text, pages, unread), *notes]
    if document.is_repaired:
        notes.append("it is damaged and was read as far as possible: pages may be missing")
    return Extraction(
        text, (), tuple(pages), f"pymupdf {pymupdf.pymupdf_version}", "", tuple(notes)
    )


def _read(
    document: pymupdf.Document, number: int, size: tuple[float, float]
) -> tuple[list[Line], tuple[float, float], str]:
    """A page's lines, its width and height (or `size`), and what MuPDF complained of."""
    lines: list[Line] = []
    try:
        page = _loaded(document, number - 1)
        size = page.rect.width, page.rect.height
        pymupdf.TOOLS.mupdf_warnings()  # takes away those before, which are of the page tree
        lines = _lines(page)
    except _ERRORS as error:
        if "malloc" in str(error):  # want of memory is no fault of the page
            raise
        return [], size, str(error) or "no reason given"
    return lines, size, pymupdf.TOOLS.mupdf_warnings()


def _told(unread: Sequence[int], partly: Sequence[int]) -> Iterator[str]:
    if unread:
        yield f"{numbered(unread)} can't be read"
    if partly:
        verb = "is" if len(partly) == 1 else "are"
        yield f"{numbered(partly)} {verb} damaged: some text may be missing"


def _notes(text: str, pages: Sequence[Page], unread: Sequence[int]) -> Iterator[str]:
    empty = sum(page.start == page.stop for page in pages) - len(unread)
    if empty:
        yield without_text(empty, len(pages))
    if text.count("\ufffd") * 50 > len(text):
        yield "many of its letters can't be told: its fonts don't say which they are"


def outline(document: pymupdf.Document) -> list[Heading]:
    """The bookmarks that lead to a page, in their order; at most `_MOST_HEADINGS`."""
    entries = document.get_toc(simple=True)[:_MOST_HEADINGS]
    named = ((level, " ".join(normalise(title).split()), page) for level, title, page in entries)
    return [
        Heading(level, title, page)
        for level, title, page in named
        if title and 1 <= page <= document.page_count
    ]


def draw(document: pymupdf.Document, number: int, zoom: float) -> Picture:
    """Draw a page (from 1); smaller than asked where it would be too large a picture."""
    drawn = pixels(document, number, zoom)
    return Picture(drawn.width, drawn.height, drawn.samples)


def pixels(document: pymupdf.Document, number: int, zoom: float) -> pymupdf.Pixmap:
    """The page as `draw` draws it, in MuPDF's own memory."""
    if not 1 <= number <= document.page_count:
        raise KzError(f"it has no page {number}")
    page = document.load_page(number - 1)
    zoom = min(zoom, math.sqrt(_MOST_PIXELS / max(1.0, page.rect.width * page.rect.height)))
    matrix = pymupdf.Matrix(zoom, zoom)
    return page.get_pixmap(matrix=matrix, colorspace=pymupdf.csRGB, alpha=False)


def _arranged(lines: Sequence[Line], width: float, height: float) -> tuple[str, bytes]:
    """The canonical text of a page and its boxes, packed."""
    text, boxes = joined(in_order(lines, width, height))
    if normalise(text) != text:  # can't be; but boxes of the wrong letters would be worse than none
        return normalise(text), b""
    return text, pack(boxes)


def _lines(page: pymupdf.Page) -> list[Line]:
    """The lines of a page that have text, where they are displayed. Raises one of `_ERRORS`."""
    for annotation in list(page.annots()):
        page.delete_annot(annotation)
    matrix = page.rotation_matrix if page.rotation else None
    blocks = page.get_text("rawdict", flags=_FLAGS)["blocks"]
    lines = [
        _line(line, number, matrix)
        for number, block in enumerate(blocks)
        for line in block["lines"]
    ]
    return [line for line in lines if line.text]


def _line(line: dict[str, Any], block: int, matrix: "pymupdf.Matrix | None") -> Line:
    letters = list(chain.from_iterable([span["chars"] for span in line["spans"]]))
    boxes: list[Box] = [letter["bbox"] for letter in letters]
    area, (x, y) = line["bbox"], line["dir"]
    if matrix is not None:
        boxes = [_turned(box, matrix) for box in boxes]
        area = _turned(area, matrix)
        x, y = x * matrix.a + y * matrix.c, x * matrix.b + y * matrix.d
    text, boxes = clean("".join([letter["c"] for letter in letters]), boxes)
    return Line(text, boxes, area, block, upright=x > abs(y))


def _turned(box: Box, matrix: "pymupdf.Matrix") -> Box:
    x0, y0, x1, y1 = box
    one = x0 * matrix.a + y0 * matrix.c + matrix.e, x0 * matrix.b + y0 * matrix.d + matrix.f
    two = x1 * matrix.a + y1 * matrix.c + matrix.e, x1 * matrix.b + y1 * matrix.d + matrix.f
    return min(one[0], two[0]), min(one[1], two[1]), max(one[0], two[0]), max(one[1], two[1])
