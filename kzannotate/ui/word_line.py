"""The line below the search field's answer: the forms that were searched, the words meant."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from kzannotate.model.query import Alternative, SearchedWord
from kzannotate.ui.elided_label import ElidedLabel

_MOST = 5
"""Words offered at once; when one is added the next are."""
_FORMS = 40
"""Forms of a word that are told."""


class WordLine(QWidget):
    """Hidden while there is nothing to tell."""

    meant = Signal(object)
    """An `Alternative` to be added to the query."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.forms = ElidedLabel()
        self.forms.setAccessibleName("Forms that were searched")
        self.question = QLabel("Did you mean")
        self.offers: list[QPushButton] = []
        self._alternatives: Sequence[Alternative] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 0, 8, 0)
        self._row.setSpacing(6)
        self._row.addWidget(self.question)
        self._row.addWidget(self.forms, 1)
        self.hide()

    def show_words(
        self, words: Sequence[SearchedWord], alternatives: Sequence[Alternative]
    ) -> None:
        """Tell the forms of words that have several, and offer words that may have been meant."""
        self.forms.setText(described(words))
        self._alternatives = alternatives[:_MOST]
        for old in self.offers:
            self._row.removeWidget(old)
            old.deleteLater()
        self.offers = [self._offer(one) for one in self._alternatives]
        for place, button in enumerate(self.offers, start=1):
            self._row.insertWidget(place, button)
        self.question.setVisible(bool(alternatives))
        self.setVisible(bool(alternatives) or bool(self.forms.text()))

    def add_first(self) -> bool:
        """Add the word that is offered first; False if none is."""
        if self._alternatives:
            self.meant.emit(self._alternatives[0])
        return bool(self._alternatives)

    def _offer(self, one: Alternative) -> QPushButton:
        button = QPushButton(f"{one.form} ({one.passages})")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(f"Search {one.form} too, instead of {one.typed} alone")
        button.setToolTip(f"Search it beside {one.typed}: it is in {one.passages} passages")
        button.clicked.connect(lambda: self.meant.emit(one))
        return button


def described(words: Sequence[SearchedWord]) -> str:
    """The words with their forms, of those that have others than what was typed."""
    return " · ".join(
        f"{word.typed}: {_listed(word.forms)}" for word in words if word.forms != (word.typed,)
    )


def _listed(forms: Sequence[str]) -> str:
    if not forms:
        return "not in the corpus"
    more = f" and {len(forms) - _FORMS} more" if len(forms) > _FORMS else ""
    return ", ".join(forms[:_FORMS]) + more
