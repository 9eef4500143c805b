"""The few questions that are asked in boxes of their own; never in the tagging path."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QInputDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from kzannotate.model.wording import counted

_PROJECTS = "Projects (*.kza)"
_TABLES = "Tables (*.csv)"
_CODEBOOKS = "Codebooks (*.toml)"
_RULES = "Rules (*.toml)"
_NONE = QFileDialog.Option(0)


def new_project(parent: QWidget, folder: Path) -> Path | None:
    """Where a new project shall be."""
    refused = QFileDialog.Option.DontConfirmOverwrite  # no project is ever replaced by a new one
    return _save(parent, "New project", folder / "project.kza", _PROJECTS, refused)


def open_project(parent: QWidget, folder: Path) -> Path | None:
    """Which project file to open."""
    return _opened(parent, "Open project", folder, _PROJECTS)


def files(parent: QWidget) -> list[Path]:
    """Which files to import."""
    names, _ = QFileDialog.getOpenFileNames(parent, "Add files to the corpus")
    return [Path(name) for name in names]


def folder(parent: QWidget) -> list[Path]:
    """Which folder to import."""
    name = QFileDialog.getExistingDirectory(parent, "Add a folder to the corpus")
    return [Path(name)] if name else []


def table(parent: QWidget, project: Path) -> Path | None:
    """Where to write the quotations."""
    return _save(parent, "Export to CSV", project.with_suffix(".csv"), _TABLES)


def hits_table(parent: QWidget, project: Path) -> Path | None:
    """Where to write the hits of a search."""
    proposed = project.with_name(f"{project.stem}-hits.csv")
    return _save(parent, "Export the hits to CSV", proposed, _TABLES)


def search_name(parent: QWidget, title: str, text: str) -> str:
    """The name of a saved search; empty: never mind."""
    typed, agreed = QInputDialog.getText(parent, title, "Name of the search:", text=text)
    return typed.strip() if agreed else ""


def codebook_to(parent: QWidget, project: Path) -> Path | None:
    """Where to write the codebook."""
    proposed = project.with_name(f"{project.stem}-codebook.toml")
    return _save(parent, "Export the codebook", proposed, _CODEBOOKS)


def codebook_from(parent: QWidget, project: Path) -> Path | None:
    """Which codebook to take in."""
    return _opened(parent, "Import a codebook", project.parent, _CODEBOOKS)


def rules_to(parent: QWidget, project: Path) -> Path | None:
    """Where to write the project's own rules."""
    proposed = project.with_name(f"{project.stem}-rules.toml")
    return _save(parent, "Export the rules", proposed, _RULES)


def rules_from(parent: QWidget, project: Path) -> Path | None:
    """Which file of rules to take in."""
    return _opened(parent, "Import rules", project.parent, _RULES)


def coder(parent: QWidget, name: str) -> str:
    """Under which name to annotate; empty: as before."""
    text, agreed = QInputDialog.getText(
        parent, "Your name", "The name that new annotations carry:", text=name
    )
    return text.strip() if agreed else ""


def encoding(parent: QWidget, document: str, names: tuple[str, ...], current: str) -> str:
    """In which encoding to read a document again; empty: as before."""
    start = names.index(current) if current in names else 0
    text, agreed = QInputDialog.getItem(
        parent, "Encoding", f"Read {document} as:", list(names), start, editable=False
    )
    return text if agreed else ""


def languages(parent: QWidget, installed: Sequence[str], proposed: Sequence[str]) -> list[str]:
    """In which languages scanned pages are written, by Tesseract's names; empty: never mind."""
    dialog = QDialog(parent)
    dialog.setWindowTitle("Recognise text")
    question = QLabel("Languages of the pages that have no text:")
    boxes = QListWidget()
    boxes.setAccessibleName(question.text())
    for name in (*proposed, *(other for other in installed if other not in proposed)):
        known = QLocale.languageToString(QLocale.codeToLanguage(name[:3]))
        item = QListWidgetItem(f"{known} ({name})", boxes)
        item.setData(Qt.ItemDataRole.UserRole, name)
        item.setCheckState(Qt.CheckState.Checked if name in proposed else Qt.CheckState.Unchecked)
    boxes.setCurrentRow(0)
    buttons = _buttons(dialog)
    column = QVBoxLayout(dialog)
    for part in (question, boxes, buttons):
        column.addWidget(part)
    boxes.setFocus(Qt.FocusReason.OtherFocusReason)
    agreed = dialog.exec() == QDialog.DialogCode.Accepted
    items = [boxes.item(row) for row in range(boxes.count())]
    chosen = [
        str(item.data(Qt.ItemDataRole.UserRole))
        for item in items
        if item.checkState() == Qt.CheckState.Checked
    ]
    dialog.deleteLater()
    return chosen if agreed else []


def memo(parent: QWidget, count: int) -> tuple[str, bool] | None:
    """A memo for several annotations, and whether it is added to theirs; None: never mind."""
    dialog = QDialog(parent)
    dialog.setWindowTitle("Memo")
    question = QLabel(f"Memo of {counted(count, 'annotation')}:")
    text = QPlainTextEdit()
    text.setAccessibleName(question.text())
    text.setTabChangesFocus(True)
    added = QCheckBox("&Add it to the memos that are there")
    added.setChecked(True)
    buttons = _buttons(dialog)
    column = QVBoxLayout(dialog)
    for part in (question, text, added, buttons):
        column.addWidget(part)
    text.setFocus(Qt.FocusReason.OtherFocusReason)
    agreed = dialog.exec() == QDialog.DialogCode.Accepted
    answer = text.toPlainText().strip(), added.isChecked()
    dialog.deleteLater()
    return answer if agreed and (answer[0] or not answer[1]) else None


def passphrase(parent: QWidget, project: str) -> str:
    """The passphrase of an encrypted project; empty: none was given."""
    text, agreed = QInputDialog.getText(
        parent,
        "Passphrase",
        f"{project} is encrypted. Its passphrase:",
        QLineEdit.EchoMode.Password,
    )
    return text if agreed else ""


def _buttons(dialog: QDialog) -> QDialogButtonBox:
    """OK and Cancel."""
    standard = QDialogButtonBox.StandardButton
    buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons


def _opened(parent: QWidget, title: str, folder: Path, kinds: str) -> Path | None:
    """The file that was chosen."""
    name, _ = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
    return Path(name) if name else None


def _save(
    parent: QWidget, title: str, proposed: Path, kinds: str, options: QFileDialog.Option = _NONE
) -> Path | None:
    """The file that was named, with the ending of the proposed one."""
    name, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), kinds, "", options)
    if not name:
        return None
    path = Path(name)
    if path.suffix.lower() == proposed.suffix:
        return path
    whole = path.with_name(path.name + proposed.suffix)
    if whole.exists():  # the box asked whether to replace another one, if any
        return _save(parent, title, whole, kinds, options)
    return whole
