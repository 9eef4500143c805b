"""The main job on the sample corpus: import, tag, search, suggest, accept, export."""

import json
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from kzannotate import paths
from kzannotate.model.annotation import Tagging
from kzannotate.model.errors import KzError
from kzannotate.model.wording import counted
from kzannotate.project import suggesting
from kzannotate.project.checking import check
from kzannotate.project.codebook import code
from kzannotate.project.exporting import export
from kzannotate.project.importing import add
from kzannotate.project.reading import documents, text
from kzannotate.project.searching import search
from kzannotate.project.session import Project, create
from kzannotate.project.tagging import tag_many

QUERIES = ("libération", '"code pénal"', "осужден", "tort*")
"""Searches that the sample corpus answers, typed without accents and with."""
SURE = 0.9
"""Score of the suggestions that are accepted; the others wait for the reader of the sample."""
_NO_SOURCES = (".py", ".jsonl")


def run(folder: Path | None, tell: Callable[[str], object]) -> Path:
    """Do the main job in a folder (None: a new temporary one), telling each step.

    Gives the project it made. Raises KzError if the folder has one already.
    """
    folder = _made(folder)
    project_file = folder / "sample.kza"
    with create(project_file) as project:
        tell(f"Project: {project_file}")
        fill(project, tell)
        for query in QUERIES:
            found = search(project, query)
            hits, passages = counted(len(found.hits), "hit"), counted(found.passages, "passage")
            tell(f"Search {query}: {hits} in {passages}")
        suggesting.refresh(project)
        proposed = suggesting.of(project)
        sure = [one for one in proposed if one.suggestion.score >= SURE]
        suggesting.accept(project, sure)
        tell(f"Suggest: {suggesting.told(proposed)}, of which {len(sure)} are accepted")
        table = folder / "annotations.csv"
        count = export(project, table)
        tell(f"CSV: {table} ({counted(count, 'annotation')})")
        problems = check(project)
        if problems:
            raise KzError(f"{project_file}: {problems[0]}")
        tell("Check: sound")
    return project_file


def fill(project: Project, tell: Callable[[str], object]) -> None:
    """Import the sample corpus and tag what its makers tagged."""
    sample = paths.resources() / "sample"
    files = sorted(file for file in sample.iterdir() if file.suffix not in _NO_SOURCES)
    report = add(project, files)
    for document in report.added:
        tell(f"Added {document.name} ({', '.join(document.languages)})")
    if report.refused:
        raise KzError(str(report.refused[0]))
    changes = tag_many(project, _wishes(project, sample / "annotations.jsonl"))
    tell(f"Tagged {counted(len(changes.annotations), 'passage')}")


def _wishes(project: Project, file: Path) -> Iterator[Tagging]:
    """The tags of the sample corpus: each quotation stands once in its document."""
    corpus = {document.name: document.id for document in documents(project)}
    texts = {name: text(project, document) for name, document in corpus.items()}
    for line in file.read_text("utf-8").splitlines():
        tag = json.loads(line)
        start = texts[tag["document"]].index(tag["quote"])
        stop = start + len(tag["quote"])
        yield Tagging(corpus[tag["document"]], start, stop, code(project, tag["code"]).id)


def _made(folder: Path | None) -> Path:
    if folder is None:
        return Path(tempfile.mkdtemp(prefix="kzannotate-demo-"))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KzError(f"{folder}: it can't be made ({error.strerror})") from error
    return folder
