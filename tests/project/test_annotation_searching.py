"""Search in quotations and memos."""

import pytest

from kzannotate.model.document import Document
from kzannotate.project import annotation_searching, tagging
from kzannotate.project.annotation_searching import search_annotations
from kzannotate.project.searching import STOPPED
from kzannotate.project.session import Project
from tests.project.conftest import span


@pytest.fixture
def tagged(project: Project, letter: Document) -> Project:
    """Two annotations, of which the shorter lies in the longer; the shorter has a memo."""
    start, stop = span("We demand the release of Ana Korin")
    tagging.tag(project, letter.id, start, stop, "demand")
    (name,) = tagging.tag(project, letter.id, *span("Ana Korin"), "victim").annotations
    tagging.set_memo(project, [name], "Wrote to the Ministry: release in May?")
    return project


def found(project: Project, query: str) -> list[tuple[str, str]]:
    return [(one.field, one.hit.match) for one in search_annotations(project, query).hits]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("korin", [("quotation", "Korin"), ("quotation", "Korin")]),
        ("release", [("quotation", "release"), ("memo", "release")]),
        ("ministry", [("memo", "Ministry")]),
        ("hearing", []),
        ('"ministry release"~1 OR =May', [("memo", "Ministry: release"), ("memo", "May")]),
        ("min*", [("memo", "Ministry")]),
        ("release NOT may", [("quotation", "release")]),
        ("release code:demand", [("quotation", "release")]),
        ("release code:victim", [("memo", "release")]),
        ("may lang:en", [("memo", "May")]),
        ("may lang:fr", []),
        ("may memo:wrote page:1", []),
        ("/re.ease/", [("quotation", "release"), ("memo", "release")]),
        ("", []),
    ],
)
def test_found(tagged: Project, query: str, expected: list[tuple[str, str]]) -> None:
    assert found(tagged, query) == expected


def test_at_most_so_many_and_not_too_long(tagged: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(search_annotations(tagged, "korin", 1).hits) == 1
    monkeypatch.setattr(annotation_searching, "SECONDS", -1.0)
    assert search_annotations(tagged, "korin").remarks == (STOPPED,)
