"""A bug leaves a report, and no text of a document in it."""

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from kzannotate.ui import crash, settings

SECRET = "the text of a document"


def fail() -> None:
    raise ValueError(SECRET)


def report() -> None:
    try:
        fail()
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)


def reports() -> list[Path]:
    return list(settings.logs().glob("crash-*.txt"))


def test_it_is_written_and_told_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []

    def tell(_parent: object, _title: str, text: str) -> None:
        told.append(text)
        report()  # another one while the dialog is open

    monkeypatch.setattr(QMessageBox, "critical", tell)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    crash.install()
    report()
    assert len(told) == 1
    assert len(reports()) == 2
    for file in reports():
        written = file.read_text("utf-8")
        assert "ValueError" in written
        assert "in fail" in written
        assert SECRET not in written


def test_a_box_that_fails_does_not_silence_the_next(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def tell(_parent: object, _title: str, text: str) -> None:
        told.append(text)
        raise RuntimeError("no screen")

    monkeypatch.setattr(QMessageBox, "critical", tell)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    crash.install()
    for _ in range(2):
        with pytest.raises(RuntimeError):
            report()
    assert len(told) == 2


def test_without_a_place_for_reports_it_is_told_all_the_same(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "critical", lambda *args: told.append(args[2]))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    (tmp_path / "home").write_text("no folder")
    crash.install()
    report()
    assert "couldn't be written" in told[0]
    assert SECRET not in told[0]
