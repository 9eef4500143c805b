"""ODT: its content.xml by lxml, in the original's order, notes at the end."""

from collections.abc import Callable

from lxml import etree

from kzannotate.library import archives
from kzannotate.library.markup import Element, Markup, parse, prose
from kzannotate.model.document import Extraction
from kzannotate.model.errors import KzError
from kzannotate.model.text import normalise

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_MOST_SPACES = 100


def extract(data: bytes, _encoding: str) -> Extraction:
    """Give the text of an ODT file. Raises KzError if its archive can't be trusted."""
    with archives.opened(data) as archive:
        if b"encryption-data" in archives.read(archive, "META-INF/manifest.xml"):
            raise KzError("it is protected by a password")
        body = parse(archives.read(archive, "content.xml")).find(f".//{_OFFICE}text")
    if body is None:
        raise KzError("it is damaged: there is no text part in it")
    notes: list[Element] = []

    def mark(note: Element) -> str:
        notes.append(note)
        return f"[{len(notes)}]"

    text = prose(body, _markup(mark))
    for number, note in enumerate(notes, 1):
        text += f"\n[{number}] {_note_text(note)}\n"
    return Extraction(normalise(text), (), (), f"lxml {etree.__version__}")


def _note_text(note: Element) -> str:
    body = note.find(f"{_TEXT}note-body")
    return "" if body is None else prose(body, _markup(lambda _: "")).strip()


def _spaces(element: Element) -> str:
    count = element.get(f"{_TEXT}c", "1")
    return " " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES)


def _markup(mark: Callable[[Element], str]) -> Markup:
    return Markup(
        blocks=frozenset([f"{_TEXT}p", f"{_TEXT}h"]),
        skipped=frozenset(
            [
                *(f"{_TEXT}{name}" for name in ("note", "tracked-changes", "sequence-decls")),
                *(f"{_OFFICE}{name}" for name in ("annotation", "forms")),
                *(f"{_SVG}{name}" for name in ("title", "desc")),
            ]
        ),
        rows=frozenset([f"{_TABLE}table-row"]),
        cells=frozenset([f"{_TABLE}table-cell"]),
        signs={
            f"{_TEXT}s": _spaces,
            f"{_TEXT}tab": lambda _: "\t",
            f"{_TEXT}line-break": lambda _: "\n",
            f"{_TEXT}note": mark,
        },
        collapsed=True,
    )
