"""Import and export as jobs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kzannotate.library import tesseract
from kzannotate.model.errors import KzError
from kzannotate.project import reading, recognising
from kzannotate.project.session import Project, create
from kzannotate.ui.jobs import Jobs
from kzannotate.ui.main_window import MainWindow
from kzannotate.ui.progress_line import ProgressLine
from kzannotate.ui.transfer import Transfer
from tests import fake_tesseract
from tests.library.test_pdf import made
from tests.project import stale
from tests.ui.conftest import Printed
from tests.ui.driving import search
from tests.ui.pictures import add_picture, add_text


@pytest.fixture
def troubles() -> list[Exception]:
    return []


@pytest.fixture
def transfer(project: Project, troubles: list[Exception], qtbot: QtBot) -> Iterator[Transfer]:
    line = ProgressLine()
    qtbot.addWidget(line)
    jobs = Jobs(troubles.append)
    transfer = Transfer(project, jobs, line)
    transfer.setParent(line)
    yield transfer
    jobs.drain()


def files(folder: Path, *names: str) -> list[Path]:
    for name in names:
        (folder / name).write_text(f"The text of {name}.", "utf-8")
    return [folder / name for name in names]


def test_imports_wait_for_one_another(
    transfer: Transfer, project: Project, tmp_path: Path, qtbot: QtBot
) -> None:
    said: list[str] = []
    transfer.said.connect(said.append)
    with qtbot.waitSignals([transfer.ended] * 3):
        for name in ("a.txt", "b.txt", "c.txt"):
            transfer.add(files(tmp_path, name))
    assert said == ["Added 1 document"] * 3
    assert [one.name for one in reading.documents(project)] == ["a.txt", "b.txt", "c.txt"]


def test_what_was_refused_is_told_a_line_each(
    transfer: Transfer, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "empty.txt").touch()
    with qtbot.waitSignal(transfer.refused) as told:
        transfer.add([*files(tmp_path, "a.txt"), tmp_path / "gone.txt", tmp_path / "empty.txt"])
    gone, empty = told.args[0].splitlines()
    assert gone.startswith(f"{tmp_path / 'gone.txt'}: ")
    assert empty.startswith(f"{tmp_path / 'empty.txt'}: ")


def test_a_table_is_written_or_why_not_is_told(
    transfer: Transfer,
    project: Project,
    troubles: list[Exception],
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    add_picture(project, tmp_path, "a.txt", "Free [victim: Ana].")
    with qtbot.waitSignal(transfer.said) as told:
        transfer.export(tmp_path / "table.csv")
    assert told.args == [f"1 quotation written to {tmp_path / 'table.csv'}"]
    assert (tmp_path / "table.csv").read_bytes().count(b"\r\n") == 2
    with qtbot.waitSignal(transfer.ended):
        transfer.export(tmp_path / "no folder" / "table.csv")
    (trouble,) = troubles
    assert isinstance(trouble, KzError)


def test_documents_are_removed(transfer: Transfer, project: Project, tmp_path: Path) -> None:
    said: list[str] = []
    transfer.said.connect(said.append)
    document = add_text(project, tmp_path, "a.txt", "Ana")
    transfer.remove([])
    transfer.remove([document])
    assert said == ["Remove a.txt; Ctrl+Z brings back what was removed"]
    assert reading.documents(project) == []


def test_a_text_that_cannot_be_read_so_is_told(
    transfer: Transfer,
    project: Project,
    troubles: list[Exception],
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    document = add_picture(project, tmp_path, "a.txt", "Free [victim: Aïgul].")
    transfer.reread(document.name, document.id, "windows-1251")
    qtbot.waitUntil(lambda: bool(troubles))
    assert "wouldn't be found" in str(troubles[0])
    assert reading.text(project, document.id) == "Free Aïgul."


def test_scans_are_recognised(
    transfer: Transfer,
    project: Project,
    printed: Printed,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fake_tesseract.install(tmp_path, monkeypatch)
    said: list[str] = []
    transfer.said.connect(said.append)
    document = printed("Free", "").id
    with qtbot.waitSignals([transfer.ended, transfer.ended]):
        transfer.recognise([document], ["eng"])
        transfer.recognise([document], ["eng"])
    assert said == ["Recognised 1 page of 1 document", "Recognised 0 pages of 0 documents"]
    assert reading.text(project, document) == "Free\nAna Korin.\n"


def test_languages_are_told_or_what_to_install(
    transfer: Transfer,
    troubles: list[Exception],
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fake_tesseract.install(tmp_path, monkeypatch)
    choices: list[recognising.Choice] = []
    transfer.ask_languages(choices.append)
    qtbot.waitUntil(lambda: bool(choices))
    assert choices[0].proposed == ("eng",)
    monkeypatch.setenv(tesseract.VARIABLE, "nothing")
    transfer.ask_languages(choices.append)
    qtbot.waitUntil(lambda: bool(troubles))
    assert "Tesseract is needed" in str(troubles[0])


def test_an_import_tells_of_pages_without_text(
    transfer: Transfer, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "scan.pdf").write_bytes(made([]))
    said: list[str] = []
    transfer.said.connect(said.append)
    with qtbot.waitSignal(transfer.ended):
        transfer.add([tmp_path / "scan.pdf"])
    assert said == ["Added 1 document; 1 with pages that have no text"]


def test_an_old_index_is_made_anew_when_the_project_opens(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "old.kza"
    with create(path) as project:
        add_text(project, tmp_path, "a.txt", "Free Ana Korin.")
        stale.make(project)
    window.open(path)
    assert window.workbench
    with qtbot.waitSignal(window.workbench.transfer.reindexed):
        pass
    assert window.statusBar().currentMessage() == "The search index is up to date"
    search(qtbot, window.workbench, "korin")
    assert window.workbench.search.model.rowCount() == 1
