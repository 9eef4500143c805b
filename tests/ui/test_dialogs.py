"""Names of files as they are typed into the boxes."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from kzannotate.ui import dialogs


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is typed into boxes for saving, one after the other; then nothing."""
    names: list[str] = []

    def answer(*_: object, **__: object) -> tuple[str, str]:
        return (names.pop(0) if names else ""), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return names


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("table.csv", "table.csv"),
        ("table.CSV", "table.CSV"),
        ("table", "table.csv"),
        ("report v1.2", "report v1.2.csv"),
        ("table.", "table..csv"),
    ],
)
def test_the_ending_is_added_where_it_is_missing(
    parent: QWidget, typed: list[str], tmp_path: Path, name: str, wanted: str
) -> None:
    typed[:] = [str(tmp_path / name)]
    assert dialogs.table(parent, tmp_path / "project.kza") == tmp_path / wanted


def test_a_file_whose_ending_was_left_out_is_not_overwritten_unasked(
    parent: QWidget, typed: list[str], tmp_path: Path
) -> None:
    (tmp_path / "table.csv").touch()
    typed[:] = [str(tmp_path / "table")]
    assert dialogs.table(parent, tmp_path / "project.kza") is None
    typed[:] = [str(tmp_path / "table"), str(tmp_path / "table.csv")]
    assert dialogs.table(parent, tmp_path / "project.kza") == tmp_path / "table.csv"


def test_a_new_project_ends_as_projects_do(
    parent: QWidget, typed: list[str], tmp_path: Path
) -> None:
    typed[:] = [str(tmp_path / "Norlandia 2.0")]
    assert dialogs.new_project(parent, tmp_path) == tmp_path / "Norlandia 2.0.kza"
    assert dialogs.new_project(parent, tmp_path) is None


def test_boxes_that_are_left_answer_nothing(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("typed", False))
    monkeypatch.setattr(QInputDialog, "getItem", lambda *_, **__: ("utf-8", False))
    assert dialogs.coder(parent, "Mara") == ""
    assert dialogs.passphrase(parent, "secret.kza") == ""
    assert dialogs.encoding(parent, "a.txt", ("utf-8", "koi8-r"), "koi8-r") == ""


def test_a_passphrase_is_taken_as_it_was_typed(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: (" se same ", True))
    assert dialogs.passphrase(parent, "secret.kza") == " se same "


def test_languages_are_ticked(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []

    def agree(dialog: QDialog) -> int:
        boxes = dialog.findChild(QListWidget)
        assert boxes
        items = [boxes.item(row) for row in range(boxes.count())]
        shown.extend(item.text() for item in items)
        items[1].setCheckState(Qt.CheckState.Checked)
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(QDialog, "exec", agree)
    assert dialogs.languages(parent, ["eng", "fra", "rus"], ["rus"]) == ["rus", "eng"]
    assert shown == ["Russian (rus)", "English (eng)", "French (fra)"]
    monkeypatch.setattr(QDialog, "exec", lambda _: int(QDialog.DialogCode.Rejected))
    assert dialogs.languages(parent, ["eng"], ["eng"]) == []
