"""From a file's bytes to text, pages and passages: picks the format's own module.

Formats are imported when the first file of their kind comes, and spelled out, so that a frozen
build finds them.
"""

from collections.abc import Callable
from dataclasses import replace

from kzannotate.library import archives, passages
from kzannotate.model.document import Extraction


def extract(data: bytes, kind: str, encoding: str) -> tuple[Extraction, str]:
    """Give what is in a file, and its kind, which for a `zip` shows only inside.

    `encoding` overrules the guess for plain text and HTML. Raises KzError with the reason, or
    whatever a format's library makes of a damaged file.
    """
    if kind == "zip":
        kind = archives.kind_of_zip(data)
    extraction = _format(kind)(data, encoding)
    cut = passages.cut(extraction.text, extraction.pages)
    return replace(extraction, passages=cut), kind


def _format(kind: str) -> Callable[[bytes, str], Extraction]:
    """The function that reads a kind."""
    if kind == "pdf":
        from kzannotate.library import pdf

        return lambda data, _: pdf.extract(data)
    if kind == "docx":
        from kzannotate.library import docx

        return docx.extract
    if kind == "odt":
        from kzannotate.library import odt

        return odt.extract
    if kind == "epub":
        from kzannotate.library import epub

        return epub.extract
    if kind == "rtf":
        from kzannotate.library import rtf

        return rtf.extract
    if kind == "html":
        from kzannotate.library import html

        return html.extract
    from kzannotate.library import plain

    return plain.extract
