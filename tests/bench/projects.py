"""Project files to measure on, and the bare database files beside them."""

import hashlib
import random
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from kzannotate import paths
from kzannotate.model.annotation import Tagging
from kzannotate.model.document import Document
from kzannotate.project import codebook, importing, reading, tagging
from kzannotate.project.session import Project, create, open_project
from kzannotate.store.connection import connect
from tests.bench.corpus import Scale, cache_folder, kept, texts

_CORE = ("model", "store", "library", "search", "project")


@contextmanager
def workplace() -> Iterator[Path]:
    """A folder on the disk of the cache, gone afterwards."""
    with tempfile.TemporaryDirectory(dir=cache_folder(), prefix="run-") as folder:
        yield Path(folder)


@contextmanager
def annotated(scale: Scale) -> Iterator[Project]:
    """A copy, to be written to, of the project of all made texts with their annotations."""
    name = f"project-{scale.documents}x{scale.size}-{scale.annotations}"
    current = f"{name}-{_fingerprint()}.kza"
    for old in cache_folder().glob(f"{name}-*.kza"):
        if old.name != current:
            old.unlink()
    made = kept(current, lambda path: _make(path, scale))
    with workplace() as folder:
        copy = Path(shutil.copy(made, folder / "project.kza"))
        with open_project(copy, "bench") as project:
            yield project


@contextmanager
def bare(project: Project) -> Iterator[Database]:
    """An empty database file with the settings and the full-text table of a project."""
    (table,) = project.store.db.execute(
        "SELECT sql FROM sqlite_schema WHERE name = 'passage_words'"
    ).fetchone()
    path = project.path.with_name("bare.db")
    path.touch()
    db = connect(path, writable=True)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute(table)
    try:
        yield db
    finally:
        db.close()
        path.unlink()


def stretch(chance: random.Random, text: str) -> tuple[int, int]:
    """Some words of a text: start and stop in code points."""
    start = text.rindex(" ", 0, chance.randint(100, len(text) - 500)) + 1
    return start, text.index(" ", start + chance.randint(5, 300))


def _make(path: Path, scale: Scale) -> None:
    each = scale.annotations // scale.documents
    with create(path, "bench") as project:
        codes = codebook.codes(project)
        for number, document in enumerate(importing.add(project, texts(scale)).added):
            chance = random.Random(number)
            text = reading.text(project, document.id)
            spans = [stretch(chance, text) for _ in range(each)]
            tagging.tag_many(
                project,
                [Tagging(document.id, *span, chance.choice(codes).id) for span in spans],
            )


def _fingerprint() -> str:
    """Changes with everything that a project file depends on."""
    package = Path(paths.__file__).parent
    digest = hashlib.sha256()
    for folder in (paths.schema(), *(package / room for room in _CORE), Path(__file__).parent):
        for file in sorted(folder.glob("*.*")):
            digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def documents_with_texts(project: Project) -> list[tuple[Document, str]]:
    """The corpus with its texts."""
    return [(one, reading.text(project, one.id)) for one in reading.documents(project)]
