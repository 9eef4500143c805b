"""Plain text."""

from kzannotate.library.encoding import decode
from kzannotate.model.document import Extraction
from kzannotate.model.text import normalise

EXTRACTOR = "text 1"


def extract(data: bytes, encoding: str) -> Extraction:
    """Read a text in `encoding`, or in the one it seems to be in. Raises KzError."""
    decoded = decode(data, encoding)
    notes = (decoded.note,) if decoded.note else ()
    return Extraction(normalise(decoded.text), (), (), EXTRACTOR, decoded.encoding, notes)
