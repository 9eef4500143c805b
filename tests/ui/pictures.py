"""Tagged texts as small pictures: `We [demand: demand the release] of [victim: A. K.].`"""

import re
from collections.abc import Iterable
from pathlib import Path

from kzannotate.model.annotation import Annotation
from kzannotate.model.document import Document
from kzannotate.model.ids import AnnotationId, CodeId, DocumentId
from kzannotate.model.selectors import select
from kzannotate.project import codebook, importing, reading, tagging
from kzannotate.project.session import Project
from kzannotate.ui.reader.open_document import OpenDocument

_MARK = re.compile(r"\[(\w+): |\]")
Mark = tuple[int, int, str]


def marked(picture: str) -> tuple[str, list[Mark]]:
    """The text of a picture, and what is tagged in it: start, stop, code."""
    text, marks, begun, seen = "", [], [], 0
    for match in _MARK.finditer(picture):
        text += picture[seen : match.start()]
        seen = match.end()
        if match[1]:
            begun.append((len(text), match[1]))
        else:
            start, code = begun.pop()
            marks.append((start, len(text), code))
    return text + picture[seen:], sorted(marks)


def picture(text: str, marks: Iterable[Mark]) -> str:
    """The picture of a tagged text; tags must nest."""
    edges = []
    for start, stop, code in marks:
        edges.append((start, 1, -stop, f"[{code}: "))
        edges.append((stop, 0, -start, "]"))
    drawn, seen = "", 0
    for position, _, _, sign in sorted(edges):
        drawn += text[seen:position] + sign
        seen = position
    return drawn + text[seen:]


def add_text(project: Project, folder: Path, name: str, text: str) -> Document:
    """Import a text as a file."""
    path = folder / name
    path.write_text(text, "utf-8")
    return importing.add(project, [path]).added[0]


def add_picture(project: Project, folder: Path, name: str, drawn: str) -> Document:
    """Import the text of a picture and tag it."""
    text, marks = marked(drawn)
    document = add_text(project, folder, name, text)
    for start, stop, code in marks:
        tagging.tag(project, document.id, start, stop, code)
    return document


def picture_of(project: Project, document: DocumentId) -> str:
    """The picture of a document of a project."""
    keys = {code.id: code.key for code in codebook.codes(project)}
    marks = [(a.start, a.stop, keys[a.code]) for a in tagging.annotations(project, document)]
    return picture(reading.text(project, document), marks)


def lit(shown: OpenDocument | None) -> list[str]:
    """The passages that a reader lights, in reading order."""
    if shown is None:
        return []
    marks = shown.annotations.over(0, len(shown.text))
    return [shown.text[mark.start : mark.stop] for mark in marks]


def annotation(text: str, mark: Mark) -> Annotation:
    """An annotation out of the blue; its code's id is its key."""
    start, stop, code = mark
    return Annotation(
        id=AnnotationId(f"{code}-{start}-{stop}"),
        document=DocumentId("d"),
        code=CodeId(code),
        selector=select(text, start, stop),
        page=None,
        memo="",
        coder="tester",
        created="2026-01-01T00:00:00.000Z",
        modified="2026-01-01T00:00:00.000Z",
    )
