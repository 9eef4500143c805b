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
