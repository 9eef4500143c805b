"""A project with a few small documents, through the verbs alone."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kzannotate.model.document import Document
from kzannotate.project.importing import add
from kzannotate.project.session import Project, create

LETTER = (
    "\U0001f54a To the Ministry of Justice of Norlandia.\n\n"
    "We demand the release of Ana Korin, held under art. 174 of the Criminal Code.\n\n"
    "Café, ёлка, l’homme: the hearing is on 5 May.\n\n"
    "\U0001f468\u200d\U0001f469 Ivo Maren is missing.\n"
)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with create(tmp_path / "project.kza") as project:
        yield project


Write = Callable[[str, str | bytes], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a file into the test's folder."""

    def written(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return written


@pytest.fixture
def letter(project: Project, write: Write) -> Document:
    return added(project, write("letter.txt", LETTER))


def added(project: Project, path: Path) -> Document:
    (document,) = add(project, [path]).added
    return document


def span(words: str) -> tuple[int, int]:
    """Where words stand in the letter."""
    start = LETTER.index(words)
    return start, start + len(words)
