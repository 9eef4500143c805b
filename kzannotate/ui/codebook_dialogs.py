"""What is asked about codes. Each answers None, or nothing, when it is left."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QColorDialog,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QInputDialog,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from kzannotate.model.codebook import Code, code_path
from kzannotate.ui import theme

Choice = tuple[str, str, str]
"""A colour or nothing, what is shown, what is answered."""


def name(parent: QWidget, title: str, text: str = "") -> str:
    """The name of a code; empty: none."""
    typed, agreed = QInputDialog.getText(parent, title, "Name of the code:", text=text)
    return typed.strip() if agreed else ""


def colour(parent: QWidget, code: Code) -> str:
    """Another colour, `#rrggbb`; empty: as before."""
    chosen = QColorDialog.getColor(QColor(code.colour), parent, f"Colour of {code.name}")
    return chosen.name() if chosen.isValid() else ""


def definition(parent: QWidget, code: Code) -> str | None:
    """What the code stands for."""
    typed, agreed = QInputDialog.getMultiLineText(
        parent, f"Describe {code.name}", "What the code stands for:", code.definition
    )
    return typed if agreed else None


def letter(parent: QWidget, code: Code) -> str | None:
    """The letter that tags with the code; empty: none does."""
    typed, agreed = QInputDialog.getText(
        parent, f"Key of {code.name}", "A letter, or nothing for no key:", text=code.shortcut
    )
    return typed.strip() if agreed else None


def choose(parent: QWidget, title: str, question: str, choices: Sequence[Choice]) -> str | None:
    """One of these; letters typed go to the choice that begins with them."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    label = QLabel(question)
    label.setWordWrap(True)
    box = QComboBox()
    box.setAccessibleName(question)
    for colour, text, answer in choices:
        if colour:
            box.addItem(theme.chip(colour), text, answer)
        else:
            box.addItem(text, answer)
    buttons = QDialogButtonBox(
        QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
    )
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    for part in (label, box, buttons):
        column.addWidget(part)
    dialog.setMinimumWidth(dialog.fontMetrics().averageCharWidth() * 60)
    box.setFocus(Qt.FocusReason.OtherFocusReason)
    agreed = dialog.exec() == QDialog.DialogCode.Accepted
    chosen = box.currentData()
    dialog.deleteLater()
    return str(chosen) if agreed else None


def code_choices(codes: Sequence[Code], besides: str = "") -> list[Choice]:
    """Codes by their paths in the tree, sorted; one may be left out."""
    by_id = {one.id: one for one in codes}
    shown = [(one.colour, code_path(one, by_id), one.id) for one in codes if one.id != besides]
    return sorted(shown, key=lambda choice: choice[1].casefold())
