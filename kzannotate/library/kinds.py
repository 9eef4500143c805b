"""What a file is: told by its first bytes, and only then by its name."""

import re
from pathlib import PurePath

from kzannotate.model.document import Source
from kzannotate.model.errors import KzError

NAMES = {
    "pdf": "PDF",
    "docx": "DOCX",
    "odt": "ODT",
    "epub": "EPUB",
    "rtf": "RTF",
    "html": "HTML",
    "text": "plain text",
    "zip": "a zip archive",
}
"""A kind's name for the researcher. `zip` is what may be a DOCX, ODT or EPUB."""

_ENDINGS = {"xhtml": "html", "htm": "html"}
_HEAD = 1024
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S
)
_MARKS = re.compile(rb"^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)")
_REFUSED = (
    (b"\xff\xd8\xff", "it is a picture, not a text"),
    (b"\x89PNG\r\n", "it is a picture, not a text"),
    (b"GIF8", "it is a picture, not a text"),
    (b"II*\0", "it is a picture, not a text"),
    (b"MM\0*", "it is a picture, not a text"),
    (b"\xd0\xcf\x11\xe0", "it is in an old Office format: save it as DOCX or PDF first"),
    (b"SQLite format 3\0", "it is a database, not a text"),
)


def kind_of(source: Source) -> str:
    """Give the key in `NAMES` of what `source` is; anything without a known mark is `text`.

    Raises KzError for what is known and can't be read.
    """
    for mark, reason in _REFUSED:
        if source.data.startswith(mark):
            raise KzError(reason)
    head = source.data[:_HEAD]
    if _is_pdf(head, _ending(source)):
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if head.lstrip().startswith(b"{\\rtf"):
        return "rtf"
    return "html" if _is_html(head, _ending(source)) else "text"


def promised(source: Source) -> str:
    """The kind that the ending of the name promises, or empty."""
    ending = _ending(source)
    return ending if ending in NAMES else ""


def _ending(source: Source) -> str:
    ending = PurePath(source.name).suffix.lower().removeprefix(".")
    return _ENDINGS.get(ending, ending)


def _is_pdf(head: bytes, ending: str) -> bool:
    """PDF readers take leading rubbish; a text may speak of `%PDF-`, so there the name decides."""
    return head.lstrip().startswith(b"%PDF-") or (ending == "pdf" and b"%PDF-" in head)


def _is_html(head: bytes, ending: str) -> bool:
    narrow = _MARKS.sub(b"", head).replace(b"\0", b"")
    return bool(_HTML.match(narrow)) or (ending == "html" and b"<" in narrow)
