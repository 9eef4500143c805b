"""A project without a window, and a window that is closed after the test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pymupdf
import pytest
from pytestqt.qtbot import QtBot

from kzannotate.model.document import Document
from kzannotate.project import importing
from kzannotate.project.session import Project, create
from kzannotate.ui.jobs import Jobs
from kzannotate.ui.main_window import MainWindow
from kzannotate.ui.search_field import SearchField
from kzannotate.ui.search_panel import SearchPanel
from kzannotate.ui.second import Second
from kzannotate.ui.settings import Settings
from kzannotate.ui.workbench import Workbench
from tests.ui.pictures import add_picture, add_text


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with create(tmp_path / "project.kza", "tester") as project:
        yield project


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    """Errors of jobs without a handler fail the test."""
    errors: list[Exception] = []
    jobs = Jobs(errors.append)
    yield jobs
    jobs.drain()
    assert errors == []


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(Settings())
    window.show()
    yield window
    window.close()
    window.deleteLater()


Open = Callable[..., Workbench]


@pytest.fixture
def bench(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> Open:
    """Opens a project in the window, made of pictures: `bench(**{"a.txt": "[victim: Ana]"})`."""

    def opened(**pictures: str) -> Workbench:
        path = tmp_path / "project.kza"
        with create(path, "tester") as project:
            for name, drawn in pictures.items():
                add_picture(project, tmp_path, name, drawn)
        window.open(path)
        workbench = window.workbench
        assert workbench
        with qtbot.waitSignals([workbench.corpus.shown, workbench.quotations.filled]):
            pass
        workbench.reader.setFocus()
        return workbench

    return opened


Printed = Callable[..., Document]


@pytest.fixture
def printed(project: Project, tmp_path: Path) -> Printed:
    """Imports a PDF with these words, a page each; no words: an empty page."""

    def add(*words: str) -> Document:
        path = tmp_path / "paper.pdf"
        with pymupdf.open() as paper:
            for page in words:
                paper.new_page().insert_text((72, 72), page)
            paper.save(path)
        return importing.add(project, [path]).added[0]

    return add


@pytest.fixture
def panel(project: Project, jobs: Jobs, qtbot: QtBot, tmp_path: Path) -> Iterator[SearchPanel]:
    """The hits of what is typed into its field, in one text with three prisons."""
    add_text(project, tmp_path, "a.txt", "One prison.\n\nTwo prisons.\n\nA prison, again.")
    second = Second(project)
    field = SearchField()
    panel = SearchPanel(field, second, jobs)
    panel.show()
    yield panel
    qtbot.waitUntil(lambda: not panel.busy)
    second.close()
    for widget in (field, panel):
        widget.close()
        widget.deleteLater()
