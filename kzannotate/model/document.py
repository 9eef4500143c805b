"""Documents: sources, the text extracted from them, pages and passages."""

from dataclasses import dataclass

from kzannotate.model.ids import DocumentId

RECOGNISER = "tesseract"
"""Stands in the extractor's name where letters were told from pictures."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was read, once: its bytes are what is hashed, extracted and kept."""

    name: str
    data: bytes
    sha256: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text that search indexes and lists, in one language, on one page.

    Passages partition the text: the first starts at 0, each starts where the one before stops,
    the last stops at the text's end (white space after a paragraph belongs to it).
    """

    start: int
    """Code points."""
    stop: int
    """Code points, exclusive."""
    page: int | None
    """From 1; None where the document has no pages."""
    language: str
    """ISO 639-1; empty where it can't be told."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a paged document. Pages partition the text as passages do."""

    number: int
    """From 1."""
    start: int
    stop: int
    width: float
    """Points, as displayed (after the page's own rotation)."""
    height: float
    boxes: bytes = b""
    """One box a code point from `start` to `stop`, packed by `model.boxes`; empty: no boxes."""
    recognised: bool = False
    """Whether its letters were told from its picture (OCR), so that some may be wrong."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """What the library makes of a source: canonical text, pages, passages."""

    text: str
    """As `model.text.normalise` gives it."""
    passages: tuple[Passage, ...]
    pages: tuple[Page, ...]
    """Empty for a document without pages."""
    extractor: str
    """The extractor's name and version, for instance `pymupdf 2.0`."""
    encoding: str = ""
    """Of a plain text: Python's name of the encoding it was read in."""
    notes: tuple[str, ...] = ()
    """Sentences the researcher should read: what couldn't be read, what was guessed."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document of the corpus, without its text."""

    id: DocumentId
    name: str
    """As shown; unique in the project."""
    sha256: str
    """Of the original file's bytes."""
    text_sha256: str
    """Of the canonical text in UTF-8."""
    extractor: str
    encoding: str
    languages: tuple[str, ...]
    """ISO 639-1, the most frequent first."""
    pages: int
    """0 for a document without pages."""
    characters: int
    """Code points of the canonical text."""
    note: str
    """What the extraction had to say, or empty."""
    coder: str
    """Who added it."""
    created: str

    @property
    def recognised(self) -> bool:
        """Whether letters of some pages were told from their pictures (OCR)."""
        return RECOGNISER in self.extractor


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of a PDF's outline, its bookmarks."""

    level: int
    """From 1; one more than that of the entry it is under."""
    title: str
    page: int
    """From 1."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page drawn: 8-bit RGB, rows from the top without padding."""

    width: int
    height: int
    rgb: bytes
