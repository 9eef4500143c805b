"""From recognised pages to a new text of a document."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kzannotate.library import passages
from kzannotate.library.lines import in_order, joined
from kzannotate.library.tesseract import Tesseract, Word, lines
from kzannotate.model.boxes import pack
from kzannotate.model.document import Extraction, Page, Picture
from kzannotate.model.text import normalise

Read = tuple[str, bytes]
"""A page's canonical text and its packed boxes."""


def page_text(page: Page, picture: Picture, words: Sequence[Word]) -> Read:
    """The text of a page of which `picture` was drawn, in reading order, and its boxes."""
    found = lines(words, page.width / picture.width)
    text, boxes = joined(in_order(found, page.width, page.height))
    if normalise(text) != text:  # as for a page with letters: none rather than wrong ones
        return normalise(text), b""
    return text, pack(boxes)


def with_pages(
    text: str, pages: Sequence[Page], read: Mapping[int, Read], extractor: str
) -> Extraction:
    """The document's new text: these pages as they were recognised, the others as they were."""
    texts: list[str] = []
    made: list[Page] = []
    start = 0
    for page in pages:
        own, boxes = read.get(page.number, (text[page.start : page.stop], page.boxes))
        stop = start + len(own)
        recognised = page.recognised or page.number in read
        made.append(replace(page, start=start, stop=stop, boxes=boxes, recognised=recognised))
        texts.append(own)
        start = stop
    whole = "".join(texts)
    return Extraction(whole, passages.cut(whole, made), tuple(made), extractor)


def extractor(before: str, tesseract: Tesseract, languages: Sequence[str]) -> str:
    """Who made such a text: `pymupdf 2.0 + tesseract 5.3.0 (fra+rus)`."""
    own = f"tesseract {tesseract.version} ({'+'.join(languages)})"
    return before if own in before else f"{before} + {own}"
