"""A real main window on a new project, and a second one to come back with."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kzannotate.ui.main_window import MainWindow
from kzannotate.ui.settings import Settings


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(Settings())
    window.show()
    window.activateWindow()
    yield window
    window.close()
    window.deleteLater()


@pytest.fixture
def project_file(tmp_path: Path, window: MainWindow) -> Path:
    """A new project, open in the window."""
    path = tmp_path / "project.kza"
    window.new(path)
    return path


@pytest.fixture
def letters(tmp_path: Path) -> list[Path]:
    """Two letters, one begins with an emoji."""
    folder = tmp_path / "letters"
    folder.mkdir()
    texts = {
        "a-letter.txt": (
            "🕊 To the Ministry of Justice of Norlandia.\n\n"
            "We demand the release of Ana Korin, held under art. 174 of the Criminal Code.\n"
        ),
        "b-lettre.txt": "Le marché et la prison : nous demandons la libération d'Ana Korin.\n",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    return [folder]
