"""The main job on the researchers' own texts, where they lie beside the checkout."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kzannotate.model.annotation import Tagging
from kzannotate.project import checking, importing, reading, searching, tagging
from kzannotate.project.codebook import code
from kzannotate.project.exporting import export
from kzannotate.project.session import Project, create

pytestmark = pytest.mark.corpus


@pytest.fixture(scope="module")
def project(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """A project with all seeds, PDFs, and a document full of emoji."""
    folder = tmp_path_factory.mktemp("corpus")
    emoji = folder / "emoji.txt"
    emoji.write_text(
        "\U0001f54a\ufe0f\U0001f468\u200d\U0001f469\u200d\U0001f467 Ana Korin", "utf-8"
    )
    with create(folder / "all.kza", coder="tester") as project:
        corpus = shared / "corpus"
        report = importing.add(project, [emoji, corpus / "seeds", corpus / "pdf"])
        assert not report.refused
        assert len(report.added) == 1 + len(list((corpus / "seeds").iterdir())) + len(
            list((corpus / "pdf").iterdir())
        )
        yield project


def gold(shared: Path) -> list[tuple[str, dict[str, Any]]]:
    """The marked passages, each with its document's name."""
    return [
        (f"{file.stem}.txt", json.loads(line))
        for file in sorted((shared / "corpus" / "gold").glob("*.jsonl"))
        for line in file.read_text("utf-8").splitlines()
    ]


def test_every_marked_passage_comes_back_letter_by_letter(
    project: Project, shared: Path, tmp_path: Path
) -> None:
    ids = {document.name: document.id for document in reading.documents(project)}
    wanted = gold(shared)
    wishes = [
        Tagging(ids[name], mark["start"], mark["end"], code(project, mark["code"]).id)
        for name, mark in wanted
    ]
    wishes.append(Tagging(ids["emoji.txt"], 8, 17, code(project, "victim").id))
    tagging.tag_many(project, wishes)
    export(project, tmp_path / "all.csv")
    with (tmp_path / "all.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [(row["document"], row["code"], row["quotation"]) for row in csv.DictReader(file)]
    expected = [(name, mark["code"], mark["quote"]) for name, mark in wanted]
    assert sorted(rows) == sorted([*expected, ("emoji.txt", "victim", "Ana Korin")])


@pytest.mark.parametrize("query", ["torture", '"droits de l\'homme"', "Bokayev", "prison*"])
def test_search_finds(project: Project, query: str) -> None:
    hits = searching.search(project, query).hits
    assert hits
    for hit in hits[:20]:
        text = reading.text(project, hit.document)
        assert " ".join(text[hit.start : hit.stop].split()) == hit.match


def test_is_sound(project: Project) -> None:
    assert checking.check(project) == []


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("damaged-body.pdf", "picture"),
        ("empty-file.pdf", "empty"),
        ("not-a-pdf.pdf", "says PDF but is plain text"),
        ("password-protected.pdf", "password"),
        ("truncated.pdf", "says PDF but is plain text"),
        ("unreadable-metadata.pdf", "letters can't be told"),
    ],
)
def test_bad_files_are_told(shared: Path, tmp_path: Path, name: str, told: str) -> None:
    with create(tmp_path / "bad.kza") as project:
        report = importing.add(project, [shared / "corpus" / "bad" / name])
        notes = [document.note for document in report.added]
        assert told in " ".join([*notes, *map(str, report.refused)])
        assert checking.check(project) == []
