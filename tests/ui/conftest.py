"""A project without a window, and a window that is closed after the test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kzannotate.project.session import Project, create
from kzannotate.ui.jobs import Jobs
from kzannotate.ui.main_window import MainWindow
from kzannotate.ui.settings import Settings
from kzannotate.ui.workbench import Workbench


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


Open = Callable[[Project], Workbench]


@pytest.fixture
def bench(window: MainWindow, qtbot: QtBot) -> Open:
    """Closes a prepared project and opens it in the window, its first document in the reader."""

    def opened(project: Project) -> Workbench:
        project.close()
        window.open(project.path)
        assert window.workbench
        workbench = window.workbench
        qtbot.waitUntil(lambda: workbench.reader.shown is not None)
        return workbench

    return opened
