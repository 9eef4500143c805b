"""A project file without the rooms above it: documents are made of a string."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kzannotate.model.codebook import BUILT_IN
from kzannotate.model.document import Document, Extraction, Page, Passage, Source
from kzannotate.model.ids import DocumentId, new_id
from kzannotate.store import codes, documents, history, texts
from kzannotate.store.store import Store, create

Add = Callable[..., Document]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "project.kza"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with create(path) as store:
        with history.step(store, "New project", "tester") as step:
            step.insert("code", map(codes.row, BUILT_IN))
        yield store


def cut(text: str) -> tuple[Passage, ...]:
    """A passage a line, all on one page, languages in turn."""
    found = []
    start = 0
    for number, line in enumerate(text.splitlines(keepends=True)):
        language = ("fr", "nl", "")[number % 3]
        found.append(Passage(start, start + len(line), 1, language))
        start += len(line)
    return tuple(found)


def extract(text: str) -> Extraction:
    page = Page(1, 0, len(text), 595.0, 842.0, b"boxes")
    return Extraction(text, cut(text), (page,), "lines 1")


def describe(source: Source, extraction: Extraction) -> Document:
    return Document(
        id=DocumentId(new_id()),
        name=source.name,
        sha256=source.sha256,
        text_sha256=hashlib.sha256(extraction.text.encode()).hexdigest(),
        extractor=extraction.extractor,
        encoding="utf-8",
        languages=("fr", "nl"),
        pages=1,
        characters=len(extraction.text),
        note="",
        coder="tester",
        created="2026-01-31T23:59:59.123Z",
    )


def add(store: Store, name: str, text: str) -> Document:
    """What an import does, in one go."""
    writer, document = prepare(store, name, text)
    writer.write_early()
    finish(store, writer, document)
    return document


def prepare(store: Store, name: str, text: str) -> tuple[texts.TextWriter, Document]:
    data = text.encode()
    source = Source(name, data, hashlib.sha256(data).hexdigest())
    extraction = extract(text)
    document = describe(source, extraction)
    return texts.TextWriter(store, source, document, extraction, fold), document


def fold(text: str, after: str) -> str:
    """Words as they are, for what only the real analysis cuts and folds."""
    return text.lower()


def finish(store: Store, writer: texts.TextWriter, document: Document) -> None:
    with store.transaction():
        writer.write_rest()
        with history.step(store, f"Add {document.name}", "tester") as step:
            step.insert("document", [documents.row(document)])


def remove(store: Store, document: Document) -> None:
    with store.transaction():
        with history.step(store, f"Remove {document.name}", "tester") as step:
            step.delete("document", [document.id])
        texts.follow_documents(store, fold)
