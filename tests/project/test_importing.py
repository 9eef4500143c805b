"""Adding, removing and reading again: what is finished stays, what isn't leaves nothing."""

import io
import os
from pathlib import Path

import docx
import pytest

from kzannotate.model.document import Document
from kzannotate.model.errors import KzError
from kzannotate.model.progress import Monitor
from kzannotate.project import reading, undoing
from kzannotate.project.checking import check
from kzannotate.project.importing import Refusal, add, encodings, remove
from kzannotate.project.searching import search
from kzannotate.project.session import Project
from kzannotate.project.tagging import annotations, tag
from kzannotate.store import texts
from tests.project.conftest import LETTER, Write, added, span

RUSSIAN = (
    "Комитет просит министерство освободить Анну Корину и расследовать, как с ней обращались.\n\n"
    "Она была осуждена по статье 174 уголовного кодекса, хотя её вина не была доказана.\n"
)


def a_docx() -> bytes:
    made = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("We demand the release of Ana Korin.")
    document.save(made)
    return made.getvalue()


def names(project: Project) -> list[str]:
    return [document.name for document in reading.documents(project)]


def tables(project: Project) -> list[int]:
    """How many rows the tables hold that no history tracks."""
    counted = ("source", "text", "passage", "page", "passage_words")
    select = [f"(SELECT count(*) FROM {table})" for table in counted]
    return list(project.store.db.execute(f"SELECT {', '.join(select)}").fetchone())


def test_report(project: Project, write: Write, tmp_path: Path) -> None:
    write("in/a.txt", "Some words.\n")
    write("in/sub/b.txt", "Other words.\n")
    write("in/empty.txt", "")
    told: list[Document | Refusal] = []
    report = add(project, [tmp_path / "in", tmp_path / "missing.txt"], told=told.append)
    assert [document.name for document in report.added] == ["a.txt", "b.txt"]
    assert [str(refusal) for refusal in report.refused] == [
        f"{tmp_path / 'in' / 'empty.txt'}: the file is empty",
        f"{tmp_path / 'missing.txt'}: it doesn't exist",
    ]
    assert not report.cancelled
    assert len(told) == 4
    assert {one for one in told if isinstance(one, Document)} == set(report.added)
    assert set(report.added) == set(reading.documents(project))


def test_the_same_text_in_two_files_of_a_batch(
    project: Project, write: Write, tmp_path: Path
) -> None:
    """The second is read while the first isn't written yet."""
    for name in ("a.txt", "b.txt", "c.txt"):
        write(f"in/{name}", "Same words.\n")
    report = add(project, [tmp_path / "in"])
    assert [document.name for document in report.added] == ["a.txt"]
    assert {refusal.reason for refusal in report.refused} == {
        "it is in the project already, as a.txt"
    }
    assert search(project, "same").passages == 1


def test_a_document_tells_what_it_is(project: Project, letter: Document) -> None:
    assert reading.document(project, "letter.txt") == letter
    assert reading.document(project, letter.id) == letter
    assert reading.text(project, letter.id) == LETTER
    assert letter.characters == len(LETTER)
    assert (letter.encoding, letter.pages, letter.coder) == ("utf-8", 0, "tester")
    passages = reading.passages(project, letter.id)
    assert "".join(LETTER[passage.start : passage.stop] for passage in passages) == LETTER
    assert reading.pages(project, letter.id) == []
    with pytest.raises(KzError, match="nowhere: there is no such document"):
        reading.document(project, "nowhere")


def test_the_same_file_twice(project: Project, letter: Document, write: Write) -> None:
    again = write("copy of letter.txt", LETTER)
    report = add(project, [again, again])
    assert [refusal.reason for refusal in report.refused] == [
        "it is in the project already, as letter.txt"
    ] * 2
    assert reading.documents(project) == [letter]


def test_two_files_of_one_name(project: Project, write: Write) -> None:
    for folder in ("1", "2", "3"):
        added(project, write(f"{folder}/letter.txt", f"Letter {folder}.\n"))
    assert names(project) == ["letter (2).txt", "letter (3).txt", "letter.txt"]
    assert undoing.next_undo(project) == "Add letter (3).txt"
    assert search(project, '"letter 3"').hits[0].name == "letter (3).txt"


@pytest.mark.skipif(os.name == "nt", reason="names are Unicode there")
def test_a_name_that_is_no_text(project: Project, tmp_path: Path) -> None:
    for name in (b"caf\xe9.txt", "cafe\u0301.txt".encode()):
        Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name))).write_bytes(name)  # noqa: PTH118
    add(project, [tmp_path])
    assert {"caf\ufffd.txt", "café.txt"} <= set(names(project))
    assert check(project) == []


def test_cancel_keeps_what_is_finished(project: Project, write: Write, tmp_path: Path) -> None:
    for number in range(5):
        write(f"in/{number}.txt", f"Text {number}.\n")

    class Cancelling(Monitor):
        reported: list[tuple[int, int, str]] = []  # noqa: RUF012 - one instance

        def report(self, done: int, total: int, what: str) -> None:
            self.reported.append((done, total, what))

        def cancelled(self) -> bool:
            return len(self.reported) == 2

    monitor = Cancelling()
    report = add(project, [tmp_path / "in"], monitor)
    assert report.cancelled
    assert names(project) == ["0.txt"]
    assert monitor.reported == [(0, 5, "0.txt"), (1, 5, "1.txt")]
    rest = add(project, [tmp_path / "in"])
    assert (len(rest.added), len(rest.refused)) == (4, 1)


def test_cancel_does_not_wait_for_the_file_in_hand(
    project: Project, write: Write, tmp_path: Path
) -> None:
    write("in/1.txt", "Text.\n")
    write("in/2.html", "<p>word</p>" * 500_000)

    class Cancelling(Monitor):
        reported = (0, 0, "")

        def report(self, done: int, total: int, what: str) -> None:
            self.reported = (done, total, what)

        def cancelled(self) -> bool:
            return self.reported == (1, 2, "2.html")

    report = add(project, [tmp_path / "in"], Cancelling())
    assert report.cancelled
    assert names(project) == ["1.txt"]
    assert check(project) == []


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_folder_that_holds_itself(project: Project, write: Write, tmp_path: Path) -> None:
    write("in/a.txt", "Some words.\n")
    (tmp_path / "in" / "again").symlink_to(tmp_path / "in")
    assert [document.name for document in add(project, [tmp_path / "in"]).added] == ["a.txt"]


def test_a_file_that_changes_while_it_is_read(
    project: Project, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write("a.txt", "Some words.\n")
    look = os.fstat

    def grows_after_a_look(handle: int) -> os.stat_result:
        state = look(handle)
        with path.open("ab") as file:
            file.write(b"More words.\n")
        return state

    with monkeypatch.context() as patch:
        patch.setattr(os, "fstat", grows_after_a_look)
        report = add(project, [path])
    (refusal,) = report.refused
    assert refusal.reason.startswith("it changed while it was being read")
    assert tables(project) == [0] * 5
    assert len(add(project, [path]).added) == 1


def test_what_is_refused_late_leaves_nothing_to_be_found(
    project: Project, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The document comes back by an undo while a long text is being written."""
    monkeypatch.setattr(texts, "SLICE", 20)
    path = write("letter.txt", LETTER)
    remove(project, [added(project, path).id])
    write_early = texts.TextWriter.write_early

    def undone_meanwhile(writer: texts.TextWriter) -> None:
        write_early(writer)
        undoing.undo(project)

    monkeypatch.setattr(texts.TextWriter, "write_early", undone_meanwhile)
    report = add(project, [path])
    assert [refusal.reason for refusal in report.refused] == [
        "it is in the project already, as letter.txt"
    ]
    assert len(search(project, "korin").hits) == 1
    assert check(project) == []


def test_add_clears_what_an_import_left_unfinished(
    project: Project, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(texts, "SLICE", 20)
    with monkeypatch.context() as killed:
        killed.setattr(texts.TextWriter, "write_rest", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            add(project, [write("letter.txt", LETTER)])
    assert tables(project)[2] > 0
    assert search(project, "norlandia").hits == ()
    assert search(project, "norlandia").passages == 0
    assert check(project) == []
    add(project, [])
    assert tables(project) == [0] * 5
    assert len(add(project, [write("letter.txt", LETTER)]).added) == 1
    assert check(project) == []


def test_remove(project: Project, letter: Document, write: Write) -> None:
    other = added(project, write("other.txt", "Other words.\n"))
    tag(project, letter.id, *span("Ana Korin"), "victim")
    assert remove(project, [letter.id]).label == "Remove letter.txt"
    assert names(project) == ["other.txt"]
    assert annotations(project) == []
    undoing.undo(project)
    assert [one.quotation for one in annotations(project)] == ["Ana Korin"]
    assert remove(project, [letter.id, other.id]).label == "Remove 2 documents"
    with pytest.raises(KzError, match="there is no such document"):
        remove(project, [letter.id])
    assert check(project) == []


def test_a_removed_document_is_added_again(
    project: Project, letter: Document, tmp_path: Path
) -> None:
    before = tables(project)
    remove(project, [letter.id])
    again = added(project, tmp_path / "letter.txt")
    assert again.id != letter.id
    assert tables(project) == before
    assert len(search(project, "korin").hits) == 1
    assert check(project) == []


def test_encoding_overruled_at_once(project: Project, write: Write) -> None:
    path = write("a.txt", RUSSIAN.encode("koi8-r"))
    (document,) = add(project, [path], encoding="windows-1251").added
    assert document.encoding == "windows-1251"
    assert reading.text(project, document.id) == RUSSIAN.encode("koi8-r").decode("windows-1251")


def test_encodings(project: Project, write: Write) -> None:
    for encoding in ("windows-1251", "kz1048", "koi8-r"):
        assert encoding in encodings()
    document = added(project, write("a.txt", RUSSIAN))
    assert document.encoding in encodings()


def pieces(project: Project) -> int:
    (number,) = project.store.db.execute(
        "SELECT count(DISTINCT segid) FROM passage_words_idx"
    ).fetchone()
    return int(number)


def test_many_documents_leave_an_index_in_few_pieces(project: Project, write: Write) -> None:
    for number in range(7):
        added(project, write(f"a{number}.txt", f"A zebra and {number} okapis.\n"))
    assert pieces(project) == 7
    files = [write(f"b{number}.txt", f"Zebra {number} of a herd.\n") for number in range(20)]
    add(project, files)
    assert pieces(project) <= 3
    assert search(project, "zebra").passages == 27
    assert search(project, "okapis").passages == 7
    assert check(project) == []
