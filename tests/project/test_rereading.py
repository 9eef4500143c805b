"""Reading a plain text again in another encoding."""

import pytest

from kzannotate.model.errors import KzError
from kzannotate.model.ids import DocumentId
from kzannotate.project import reading, undoing
from kzannotate.project.checking import check
from kzannotate.project.importing import add
from kzannotate.project.rereading import reread
from kzannotate.project.searching import search
from kzannotate.project.session import Project
from kzannotate.project.tagging import annotations, tag
from tests.project.conftest import Write, added
from tests.project.test_importing import a_docx

RUSSIAN = (
    "Комитет просит министерство освободить Анну Корину и расследовать, как с ней обращались.\n\n"
    "Она была осуждена по статье 174 уголовного кодекса, хотя её вина не была доказана.\n"
)


def test_reread(project: Project, write: Write) -> None:
    data = RUSSIAN.encode("koi8-r")
    (document,) = add(project, [write("a.txt", data)], encoding="windows-1251").added
    wrong = reading.text(project, document.id)
    start = RUSSIAN.index("174")
    tag(project, document.id, start, start + 3, "legal_article")
    changes = reread(project, document.id, "koi8-r")
    assert changes.label == "Read a.txt as koi8-r"
    assert changes.documents == {document.id}
    new = reading.document(project, document.id)
    assert (new.id, new.name, new.created) == (document.id, document.name, document.created)
    assert (new.encoding, new.languages) == ("koi8-r", ("ru",))
    assert reading.text(project, document.id) == RUSSIAN
    assert [one.quotation for one in annotations(project)] == ["174"]
    assert len(search(project, "корину").hits) == 1
    undoing.undo(project)
    assert reading.text(project, document.id) == wrong
    assert reading.document(project, document.id) == document
    assert search(project, "корину").hits == ()
    undoing.redo(project)
    assert len(search(project, "корину").hits) == 1
    assert check(project) == []


def test_reread_moves_every_annotation_once(project: Project, write: Write) -> None:
    """UTF-8 read as Windows-1252 has more letters, so that everything after é moves."""
    text = "é " * 20 + " ".join(f"word{number} é" for number in range(20)) + "\n"
    (document,) = add(project, [write("a.txt", text)], encoding="windows-1252").added
    wrong = reading.text(project, document.id)
    for number in range(20):
        start = wrong.index(f"word{number} ")
        tag(project, document.id, start, start + len(f"word{number}"), "victim")
    changes = reread(project, document.id, "utf-8")
    marked = annotations(project)
    assert [one.quotation for one in marked] == [f"word{number}" for number in range(20)]
    assert changes.annotations == {one.id for one in marked}
    assert all(text[one.start : one.stop] == one.quotation for one in marked)
    assert check(project) == []


def test_reread_refuses_to_lose_an_annotation(project: Project, write: Write) -> None:
    document = added(project, write("a.txt", RUSSIAN.encode("koi8-r")))
    start = RUSSIAN.index("Анну")
    tag(project, document.id, start, start + 4, "victim")
    with pytest.raises(KzError, match="the annotation “Анну” wouldn't be found again"):
        reread(project, document.id, "windows-1251")
    assert reading.text(project, document.id) == RUSSIAN
    assert reading.document(project, document.id) == document
    assert undoing.next_undo(project) == "Tag as Victim"


def test_reread_in_an_encoding_that_changes_nothing(project: Project, write: Write) -> None:
    document = added(project, write("a.txt", "Plain letters.\n"))
    assert not reread(project, document.id, document.encoding)
    assert reread(project, document.id, "koi8-r").label == "Read a.txt as koi8-r"
    assert reading.document(project, document.id).encoding == "koi8-r"
    assert len(search(project, "letters").hits) == 1
    undoing.undo(project)
    assert len(search(project, "letters").hits) == 1
    assert check(project) == []


def test_reread_refusals_name_the_file(project: Project, write: Write) -> None:
    page = added(project, write("b.docx", a_docx()))
    with pytest.raises(KzError, match=r"b\.docx: it isn't a plain text"):
        reread(project, page.id, "utf-8")
    document = added(project, write("a.txt", RUSSIAN.encode("koi8-r")))
    for encoding in ("utf-8", "latin-99"):
        with pytest.raises(KzError, match=r"^a\.txt: "):
            reread(project, document.id, encoding)
    with pytest.raises(KzError, match="there is no such document"):
        reread(project, DocumentId("nowhere"), "utf-8")
    assert reading.document(project, document.id) == document
