"""The box in which a project's own names, words and rules are seen and changed."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from kzannotate.model.errors import KzError
from kzannotate.project import own_rules
from kzannotate.project.session import Project
from kzannotate.ui import dialogs

_EXAMPLE = """off = ["fr.demand.prose"]   # rules that count no more

[shared.victim]             # or [fr.victim] …: lists that the rules have
names = ["Ana Korin"]

[[rule]]                    # words that are proposed wherever they stand
name = "own.strike"
code = "demand"             # the key of a code
words = ["hunger strike"]
score = 0.8"""


class OwnRulesDialog(QDialog):
    """A text in TOML; what is wrong in it is said below, and it isn't kept then."""

    def __init__(self, project: Project, parent: QWidget) -> None:
        super().__init__(parent)
        self._project = project
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Names, words and rules of this project")
        self.text = QPlainTextEdit()
        self.text.setAccessibleName("Rules, as TOML")
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setPlaceholderText(_EXAMPLE)
        self.text.setTabChangesFocus(True)
        self.text.setPlainText(own_rules.content(project))
        self.text.setReadOnly(not project.writable)
        self.wrong = QLabel()
        self.wrong.setWordWrap(True)
        self.wrong.setAccessibleName("What is wrong in the rules")
        column = QVBoxLayout(self)
        for part in (self.text, self.wrong, self._buttons()):
            column.addWidget(part)
        self.resize(720, 480)

    def keep(self) -> None:
        """Keep the rules as one step, and close; or say what is wrong."""
        if self._tried(lambda: own_rules.write(self._project, self.text.toPlainText())):
            self.accept()

    def take_in(self, path: Path | None) -> None:
        """Put a file's rules in the place of those that are there, as one step."""
        if path and self._tried(lambda: own_rules.take_in(self._project, path)):
            self.text.setPlainText(own_rules.content(self._project))

    def export(self, path: Path | None) -> None:
        """Write the rules that are kept to a file."""
        if path:
            self._tried(lambda: own_rules.export(self._project, path))

    # Inside

    def _buttons(self) -> QDialogButtonBox:
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Save | standard.Cancel)
        taken_in = buttons.addButton("&Import…", QDialogButtonBox.ButtonRole.ActionRole)
        written = buttons.addButton("&Export…", QDialogButtonBox.ButtonRole.ActionRole)
        for button in (buttons.button(standard.Save), taken_in):
            button.setEnabled(self._project.writable)
        taken_in.clicked.connect(lambda: self.take_in(dialogs.rules_from(self, self._project.path)))
        written.clicked.connect(lambda: self.export(dialogs.rules_to(self, self._project.path)))
        buttons.accepted.connect(self.keep)
        buttons.rejected.connect(self.reject)
        return buttons

    def _tried(self, verb: Callable[[], object]) -> bool:
        """Whether it went well; if not, why not is said."""
        try:
            verb()
        except KzError as error:
            self.wrong.setText(str(error))
            return False
        self.wrong.clear()
        return True
