"""Every action of the window in one table; from it come menus, shortcuts, tooltips and the sheet.

The codes' own actions (`D`, `V`, `L`) come from the codebook: see `codebook_panel`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from kzannotate.ui import theme

Need = Literal["", "project", "writing", "document", "coding"]
"""What must be there: nothing, an open project, one that may be written, an open document, a
document of a project that may be written."""
Where = Literal["window", "reader", "corpus", "quotations"]
"""Where the focus must be for the shortcut to count."""


@dataclass(frozen=True, slots=True)
class Row:
    """One action as the table describes it."""

    id: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    tip: str = ""
    need: Need = ""
    where: Where = "window"


MENUS: tuple[tuple[str, tuple[Row | None, ...]], ...] = (
    (
        "&File",
        (
            Row("new", "&New project…", ("Ctrl+N",), "file-plus", "Make an empty project"),
            Row("open", "&Open project…", ("Ctrl+O",), "folder-open", "Open a project file"),
            Row("close", "&Close project", ("Ctrl+W",), "", "Back to the start page", "project"),
            None,
            Row(
                "add_files",
                "&Add files…",
                ("Ctrl+I",),
                "file-import",
                "Import texts and PDFs into the corpus",
                "writing",
            ),
            Row(
                "add_folder",
                "Add a &folder…",
                ("Ctrl+Shift+I",),
                "folder-plus",
                "Import a folder and all it holds",
                "writing",
            ),
            Row(
                "export",
                "&Export to CSV…",
                ("Ctrl+E",),
                "table-export",
                "Write every quotation of the corpus into a table",
                "project",
            ),
            None,
            Row("coder", "Your &name…", (), "user", "The name new annotations carry"),
            Row("quit", "&Quit", ("Ctrl+Q",), "", "Close the window; everything is saved"),
        ),
    ),
    (
        "&Edit",
        (
            Row(
                "undo", "&Undo", ("Ctrl+Z",), "arrow-back-up", "Take back the last step", "writing"
            ),
            Row(
                "redo",
                "&Redo",
                ("Ctrl+Shift+Z", "Ctrl+Y"),
                "arrow-forward-up",
                "Do again what was taken back",
                "writing",
            ),
            None,
            Row("find", "&Search", ("Ctrl+F",), "search", "Search all documents", "project"),
            Row(
                "next_hit", "N&ext hit", ("F3",), "chevron-down", "Jump to the next hit", "project"
            ),
            Row(
                "previous_hit",
                "Pre&vious hit",
                ("Shift+F3",),
                "chevron-up",
                "Jump to the hit before",
                "project",
            ),
        ),
    ),
    (
        "&Annotate",
        (
            Row(
                "memo",
                "Write a &memo",
                ("M", "Return", "Enter"),
                "note",
                "Write a memo on the annotation at the caret",
                "coding",
                "reader",
            ),
            Row(
                "delete",
                "&Delete annotation",
                ("Del",),
                "trash",
                "Delete the annotation at the caret",
                "coding",
                "reader",
            ),
            None,
            Row(
                "next_annotation",
                "&Next annotation",
                ("N",),
                "arrow-down",
                "Go to the next annotation of this document",
                "document",
                "reader",
            ),
            Row(
                "previous_annotation",
                "&Previous annotation",
                ("P",),
                "arrow-up",
                "Go to the annotation before",
                "document",
                "reader",
            ),
            None,
            Row(
                "delete_quotations",
                "Delete the selected &quotations",
                ("Del",),
                "trash",
                "Delete the selected annotations, as one step",
                "writing",
                "quotations",
            ),
        ),
    ),
    (
        "&Corpus",
        (
            Row(
                "remove",
                "&Remove from the corpus",
                ("Del",),
                "trash",
                "Remove the selected documents and their annotations; can be undone",
                "writing",
                "corpus",
            ),
            Row(
                "encoding",
                "Read in another &encoding…",
                (),
                "language",
                "Choose the encoding of a plain text when the guess is wrong",
                "writing",
            ),
        ),
    ),
    (
        "&View",
        (
            Row(
                "toggle_page",
                "Text or &page",
                ("F4",),
                "file-text",
                "Change between the text and the printed page",
                "document",
            ),
            Row("next_page", "Ne&xt page", ("Ctrl+PgDown",), "", "Go to the next page", "document"),
            Row(
                "previous_page",
                "P&revious page",
                ("Ctrl+PgUp",),
                "",
                "Go to the page before",
                "document",
            ),
            Row(
                "zoom_in",
                "&Larger",
                ("Ctrl++", "Ctrl+="),
                "zoom-in",
                "Larger text or page",
                "document",
            ),
            Row(
                "zoom_out",
                "&Smaller",
                ("Ctrl+-",),
                "zoom-out",
                "Smaller text or page",
                "document",
            ),
            None,
            Row("show_corpus", "C&orpus", ("Ctrl+1",), "", "Go to the corpus", "project"),
            Row("show_codebook", "&Codebook", ("Ctrl+2",), "", "Go to the codebook", "project"),
            Row(
                "show_annotation",
                "&Annotation",
                ("Ctrl+3",),
                "",
                "Go to the annotation at the caret",
                "project",
            ),
            Row("show_hits", "Search &hits", ("Ctrl+4",), "", "Go to the search hits", "project"),
            Row(
                "show_quotations",
                "&Quotations",
                ("Ctrl+5",),
                "",
                "Go to the table of quotations",
                "project",
            ),
            Row("back", "&Back to the text", ("Esc",), "", "Go back to the caret in the text"),
        ),
    ),
    (
        "&Help",
        (Row("keys", "&Keys", ("F1", "?"), "keyboard", "Show every key"),),
    ),
)

TABLE: tuple[Row, ...] = tuple(row for _, rows in MENUS for row in rows if row is not None)


class Actions:
    """The table's rows as QActions, by id."""

    def __init__(self, parent: QObject) -> None:
        self._made = {row.id: _make(row, parent) for row in TABLE}
        self.recolour()
        self.enable(set())

    def __getitem__(self, name: str) -> QAction:
        return self._made[name]

    def of(self, where: Where) -> Iterator[QAction]:
        """The actions whose shortcuts count only there; add them to that widget."""
        return (self._made[row.id] for row in TABLE if row.where == where)

    def enable(self, present: set[Need]) -> None:
        """Enable what needs nothing beyond `present`."""
        for row in TABLE:
            self._made[row.id].setEnabled(row.need == "" or row.need in present)

    def recolour(self) -> None:
        """Make the icons anew, after the palette changed."""
        for row in TABLE:
            if row.icon:
                self._made[row.id].setIcon(theme.icon(row.icon))


def plain(text: str) -> str:
    """A menu text without its mnemonic and dots."""
    return text.replace("&", "").removesuffix("…")


def shown_keys(row: Row) -> str:
    """A row's keys as the sheet and the tooltip show them."""
    texts = (QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in row.keys)
    return ", ".join(texts)


def _make(row: Row, parent: QObject) -> QAction:
    action = QAction(row.text, parent)
    action.setObjectName(row.id)
    action.setShortcuts([QKeySequence(key) for key in row.keys])
    action.setIconText(plain(row.text))
    action.setToolTip(f"{row.tip} ({shown_keys(row)})" if row.keys else row.tip)
    action.setStatusTip(row.tip)
    if row.where != "window":
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    return action
