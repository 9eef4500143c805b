"""How fast documents come into a project."""

from collections.abc import Iterator
from pathlib import Path

import pymupdf
from sqlite_utils import Database

from kzannotate.project import importing, reading
from kzannotate.project.session import Project, create
from tests.bench.corpus import Scale, pdf, texts
from tests.bench.figures import Figure, Limit, medians, seconds
from tests.bench.projects import bare, workplace


def import_texts(scale: Scale) -> Iterator[Figure]:
    """Files to committed documents, against nothing but the full-text index of their passages."""
    files = texts(scale)
    size = sum(file.stat().st_size for file in files) / 1e6
    with workplace() as folder, create(folder / "reference.kza", "bench") as reference:
        importing.add(reference, files)
        corpus = _passages(reference)
        ours, baseline = medians(
            scale.runs, lambda: _add(folder, files), lambda: _index(reference, corpus)
        )
    yield Figure(
        "import",
        size / ours,
        "MB/s",
        "contentless FTS5 insert of the same passages, one transaction",
        size / baseline,
        (Limit(">=", times=0.2),),
    )


def import_pdf(scale: Scale) -> Iterator[Figure]:
    """A PDF to committed text and boxes, against the same text out of PyMuPDF."""
    file = pdf(scale)
    with workplace() as folder:
        ours, baseline = medians(
            scale.runs,
            lambda: _add(folder, [file]),
            lambda: seconds(lambda: _bare_text(file)),
        )
    pages = scale.pages
    yield Figure(
        "pdf", pages / ours, "pages/s", "PyMuPDF's get_text of the same pages", pages / baseline
    )


def _add(folder: Path, files: list[Path]) -> float:
    path = folder / "import.kza"
    with create(path, "bench") as project:
        taken = seconds(lambda: importing.add(project, files))
        assert len(reading.documents(project)) == len(files)
    path.unlink()
    return taken


def _passages(project: Project) -> list[str]:
    rows = project.store.db.execute("SELECT content FROM passage ORDER BY id")
    return [content for (content,) in rows]


def _index(project: Project, passages: list[str]) -> float:
    with bare(project) as db:
        return seconds(lambda: _insert(db, passages))


def _insert(db: Database, passages: list[str]) -> None:
    db.execute("BEGIN IMMEDIATE")
    db.conn.executemany(
        "INSERT INTO passage_words (rowid, forms) VALUES (?, ?)", enumerate(passages, 1)
    )
    db.execute("COMMIT")


def _bare_text(file: Path) -> int:
    with pymupdf.open(file) as document:
        return sum(len(page.get_text()) for page in document)
