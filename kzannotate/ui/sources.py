"""What is done to the documents that are selected in the corpus."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kzannotate.model.document import Document
from kzannotate.project import importing, recognising
from kzannotate.ui import dialogs
from kzannotate.ui.corpus_panel import CorpusPanel
from kzannotate.ui.transfer import Transfer


class Sources(QObject):
    """Remove documents, read one anew, recognise scans, open one beside the other."""

    said = Signal(str)

    def __init__(
        self, corpus: CorpusPanel, transfer: Transfer, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._corpus = corpus
        self._transfer = transfer

    def verbs(self) -> dict[str, Callable[[], None]]:
        """By the ids of the table of actions."""
        return {
            "open_beside": self._corpus.choose_beside,
            "remove": self._remove,
            "encoding": self._read_in_another_encoding,
            "recognise": self._recognise,
        }

    def _remove(self) -> None:
        self._transfer.remove(self._selected())

    def _read_in_another_encoding(self) -> None:
        for document in self._selected()[:1]:
            if not document.encoding:
                self.said.emit(f"{document.name} is no plain text: its encoding is certain")
                continue
            name, known = document.name, importing.encodings()
            chosen = dialogs.encoding(self._corpus.window(), name, known, document.encoding)
            if chosen:
                self._transfer.reread(name, document.id, chosen)

    def _recognise(self) -> None:
        documents = [one.id for one in self._selected() if one.pages]

        def ask(choice: recognising.Choice) -> None:
            window = self._corpus.window()
            chosen = dialogs.languages(window, choice.installed, choice.proposed)
            if chosen:
                self._transfer.recognise(documents, chosen)

        if documents:
            self._transfer.ask_languages(ask)
        elif self._corpus.selected():
            self.said.emit("Only documents with pages can be recognised")

    def _selected(self) -> list[Document]:
        documents = self._corpus.selected()
        if not documents:
            self.said.emit("Select a document in the corpus first")
        return documents
