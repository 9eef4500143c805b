"""The annotation at the caret: its code, its quotation, and its memo to be written."""

import re
from html import escape

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from kzannotate.model.annotation import Annotation
from kzannotate.model.ids import AnnotationId

_IDLE_MS = 1500
"""A memo is saved when its writer pauses this long, or leaves it."""
_SHOWN = 400
"""Characters of a quotation shown at most."""
_ENDLESS = re.compile(r"\S{24}")
"""So much of a word (an address) can be followed by a new line."""


class AnnotationPanel(QWidget):
    """Shows one annotation or none."""

    memo_written = Signal(object, str)
    """An annotation's id and its new memo."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id: AnnotationId | None = None
        self._kept = self._before = ""
        self._writable = True
        self.about = QLabel()
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.RichText)
        self.about.setAccessibleName("Annotation at the caret")
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.memo = QPlainTextEdit()
        self.memo.setAccessibleName("Memo")
        self.memo.setPlaceholderText("Memo")
        self.memo.setAcceptDrops(False)  # files are for the window
        self.memo.setTabChangesFocus(True)
        self.memo.installEventFilter(self)
        self.idle = QTimer(self)
        self.idle.setSingleShot(True)
        self.idle.setInterval(_IDLE_MS)
        self.idle.timeout.connect(self.save)
        self.memo.textChanged.connect(self.idle.start)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.addWidget(self.about)
        column.addWidget(self.memo, 1)
        self.setFocusProxy(self.memo)
        self.show_annotation(None, "", "")

    def set_writable(self, writable: bool) -> None:
        """Whether memos can be written."""
        self._writable = writable
        self.memo.setReadOnly(not writable)

    def show_annotation(self, annotation: Annotation | None, code: str, colour: str) -> None:
        """Show another annotation, or none; what was written of the one before is saved."""
        shown = annotation.id if annotation else None
        if shown != self._id:
            self.save()
        self._id = shown
        self.about.setText(_about(annotation, code, colour))
        self.memo.setVisible(annotation is not None)
        memo = annotation.memo if annotation else ""
        if memo != self._kept or not annotation:
            self._kept = memo
            if memo != self.memo.toPlainText():
                self.memo.setPlainText(memo)
                self.idle.stop()

    def save(self) -> None:
        """Hand over what was written, if anything was."""
        self.idle.stop()
        written = self.memo.toPlainText()
        if self._id is not None and self._writable and written != self._kept:
            self._before, self._kept = self._kept, written
            self.memo_written.emit(self._id, written)

    def take_back(self) -> None:
        """What was handed over last couldn't be kept: it will be handed over again."""
        self._kept = self._before

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.save()
        return super().eventFilter(watched, event)


def _about(annotation: Annotation | None, code: str, colour: str) -> str:
    if annotation is None:
        return "<p>No annotation at the caret.</p>"
    quotation = annotation.shown
    shown = quotation if len(quotation) <= _SHOWN else quotation[:_SHOWN] + "…"
    shown = _ENDLESS.sub("\\g<0>\u200b", shown)
    place = f"page {annotation.page} · " if annotation.page else ""
    who = escape(f"{place}{annotation.coder} · {annotation.created[:10]}")
    return (
        f'<p><span style="color:{colour}">●</span> <b>{escape(code)}</b> '
        f"<small>{who}</small></p><p>“{escape(shown)}”</p>"
    )
