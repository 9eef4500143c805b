"""The actions of the menu Annotate.

The codes' own actions (`D`, `V`, `L`) come from the codebook: see `codebook_panel`.
"""

from kzannotate.ui.action_row import Row

ANNOTATE: tuple[Row | None, ...] = (
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
)
