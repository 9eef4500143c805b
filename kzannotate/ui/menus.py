"""Every action of the window; from here come menus, shortcuts, tooltips and the key sheet."""

from kzannotate.ui.action_row import Row
from kzannotate.ui.annotate_menu import ANNOTATE
from kzannotate.ui.codebook_menu import CODEBOOK
from kzannotate.ui.quotations_menu import QUOTATIONS
from kzannotate.ui.search_menu import SEARCH
from kzannotate.ui.select_menu import SELECT
from kzannotate.ui.suggest_menu import SUGGEST

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
        ),
    ),
    ("&Select", SELECT),
    ("&Annotate", ANNOTATE),
    ("Sea&rch", SEARCH),
    ("Su&ggestions", SUGGEST),
    ("&Quotations", QUOTATIONS),
    ("Code&book", CODEBOOK),
    (
        "&Corpus",
        (
            Row(
                "open_beside",
                "&Open beside",
                ("Shift+Return", "Shift+Enter"),
                "",
                "Open the document in the other reader",
                "project",
                "corpus",
            ),
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
            Row(
                "recognise",
                "Recognise &text…",
                (),
                "",
                "Give the selected documents' pages without text one, by OCR",
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
            Row("go_back", "Go bac&k", ("Alt+Left",), "", "Back to before the jump", "document"),
            Row("go_forward", "Go &forward", ("Alt+Right",), "", "Forward again", "document"),
            None,
            Row(
                "split",
                "&Two readers side by side",
                ("F9",),
                "",
                "A second reader, with a document of its own; or one again",
                "document",
            ),
            Row("other_reader", "The &other reader", ("F6",), "", "Go to it", "document"),
            None,
            Row("go_to_page", "Go to pa&ge…", ("Ctrl+G",), "", "Type a page's number", "document"),
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
            Row(
                "fit_width",
                "Fit the &width",
                ("Ctrl+0",),
                "",
                "Page as wide as the view",
                "document",
            ),
            Row("fit_page", "Fit the pa&ge", ("Ctrl+9",), "", "See the whole page", "document"),
            Row("line_spacing", "Line &spacing", ("F11",), "", "Close, wide, wider", "document"),
            Row(
                "line_length",
                "Length of &lines",
                ("F12",),
                "",
                "Short, longer, longest lines of the text",
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
            Row("show_pages", "Pa&ges", ("Ctrl+6",), "", "Go to the document's pages", "project"),
            Row(
                "show_suggestions",
                "Su&ggestions",
                ("Ctrl+7",),
                "",
                "Go to the list of suggestions",
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
