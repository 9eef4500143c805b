"""DOCX: the package by python-docx, its text in the original's order, notes at the end."""

import io
from collections.abc import Callable

import docx
from docx.opc.constants import RELATIONSHIP_TYPE

from kzannotate.library import archives
from kzannotate.library.markup import Element, Markup, parse, prose
from kzannotate.model.document import Extraction
from kzannotate.model.text import normalise

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# Text boxes are stored twice (the fallback is for old programs); `del` and `moveFrom` hold what a
# tracked change took away, the others only properties.
_GONE = ("del", "moveFrom", "pPr", "rPr", "tblPr", "sectPr")
_SKIPPED = frozenset([f"{_MC}Fallback", *(f"{_W}{name}" for name in _GONE)])


def extract(data: bytes, _encoding: str) -> Extraction:
    """Give the text of a DOCX file. Raises KzError if its archive can't be trusted."""
    archives.opened(data).close()
    main = docx.Document(io.BytesIO(data)).part
    notes = _Notes()
    text = prose(main.element, _markup(notes.mark))
    for kind, relationship in (
        ("footnote", RELATIONSHIP_TYPE.FOOTNOTES),
        ("endnote", RELATIONSHIP_TYPE.ENDNOTES),
    ):
        for other in main.rels.values():
            if other.reltype == relationship and not other.is_external:
                text += notes.texts(kind, parse(other.target_part.blob))
    return Extraction(normalise(text), (), (), f"python-docx {docx.__version__}")


class _Notes:
    """Numbers the notes in the order in which the text refers to them."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str], int] = {}

    def mark(self, reference: Element) -> str:
        """What stands in the text for a reference: `[1]`."""
        kind = reference.tag.removeprefix(_W).removesuffix("Reference")
        key = kind, reference.get(f"{_W}id", "")
        return f"[{self._numbers.setdefault(key, len(self._numbers) + 1)}]"

    def texts(self, kind: str, root: Element) -> str:
        """The notes of a kind that the text refers to, each a paragraph that begins as its mark."""
        found = []
        for note in root.iter(f"{_W}{kind}"):
            number = self._numbers.get((kind, note.get(f"{_W}id", "")))
            if number is not None:
                found.append((number, prose(note, _markup(lambda _: "")).strip()))
        return "".join(f"\n[{number}] {text}\n" for number, text in sorted(found))


def _markup(mark: Callable[[Element], str]) -> Markup:
    signs: dict[str, Callable[[Element], str]] = {
        "tab": lambda _: "\t",
        "br": lambda _: "\n",
        "cr": lambda _: "\n",
        "noBreakHyphen": lambda _: "\u2011",
        "softHyphen": lambda _: "\u00ad",
        "footnoteReference": mark,
        "endnoteReference": mark,
    }
    return Markup(
        blocks=frozenset([f"{_W}p"]),
        skipped=_SKIPPED,
        texts=frozenset([f"{_W}t"]),
        rows=frozenset([f"{_W}tr"]),
        cells=frozenset([f"{_W}tc"]),
        signs={f"{_W}{name}": sign for name, sign in signs.items()},
    )
