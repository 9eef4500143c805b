"""The box of a project's own rules."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kzannotate.project import own_rules
from kzannotate.project.session import Project
from kzannotate.ui.own_rules_dialog import OwnRulesDialog

NAMES = '[shared.victim]\nnames = ["Ana Korin"]'


@pytest.fixture
def dialog(project: Project, qtbot: QtBot) -> Iterator[OwnRulesDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    dialog = OwnRulesDialog(project, parent)
    dialog.open()
    yield dialog


def test_kept_as_one_step(dialog: OwnRulesDialog, project: Project, qtbot: QtBot) -> None:
    dialog.text.setPlainText(NAMES)
    with qtbot.waitSignal(dialog.accepted):
        dialog.keep()
    assert own_rules.content(project) == NAMES


def test_what_is_wrong_is_said_and_not_kept(dialog: OwnRulesDialog, project: Project) -> None:
    dialog.text.setPlainText("off = [")
    dialog.keep()
    assert dialog.isVisible()
    assert "no TOML" in dialog.wrong.text()
    assert own_rules.content(project) == ""


def test_out_and_in(dialog: OwnRulesDialog, project: Project, tmp_path: Path) -> None:
    own_rules.write(project, NAMES)
    dialog.export(tmp_path / "rules.toml")
    own_rules.write(project, "")
    dialog.take_in(tmp_path / "rules.toml")
    assert dialog.text.toPlainText() == NAMES
    dialog.take_in(tmp_path / "none.toml")
    assert "it can't be read" in dialog.wrong.text()
    dialog.take_in(None)
    dialog.export(None)
