"""The actions of the menu Codebook; their keys count in the codebook alone."""

from kzannotate.ui.action_row import Row


def _row(name: str, text: str, keys: tuple[str, ...], icon: str, tip: str) -> Row:
    return Row(name, text, keys, icon, tip, "writing", "codebook")


CODEBOOK: tuple[Row | None, ...] = (
    _row("new_code", "&New code…", ("Ins",), "tag", "Add a code beside the current one"),
    _row("rename_code", "&Rename code…", ("F2",), "", "Give the current code another name"),
    _row("recolour_code", "Change &colour…", ("Ctrl+L",), "", "Give it another colour"),
    _row("describe_code", "&Describe code…", ("Ctrl+D",), "", "Say what the code stands for"),
    _row("code_key", "Change &key…", ("Ctrl+K",), "", "Choose the letter that tags with it"),
    None,
    _row("code_up", "Move &up", ("Alt+Shift+Up",), "", "Before the code above"),
    _row("code_down", "Move do&wn", ("Alt+Shift+Down",), "", "Behind the code below"),
    _row("code_in", "Move &in", ("Alt+Shift+Right",), "", "Hang the code from the one above"),
    _row("code_out", "Move &out", ("Alt+Shift+Left",), "", "Hang it one level higher"),
    None,
    _row("merge_code", "&Merge into…", ("Ctrl+M",), "", "Recode its annotations and remove it"),
    _row("delete_code", "Delete code", ("Del",), "trash", "Remove the current code"),
    None,
    Row(
        "export_codebook",
        "E&xport the codebook…",
        ("Ctrl+Shift+S",),
        "table-export",
        "Write all codes into a TOML file",
        "project",
        "codebook",
    ),
    _row(
        "import_codebook",
        "&Import a codebook…",
        ("Ctrl+Shift+O",),
        "file-import",
        "Take in codes from a TOML file: known ones are updated, none is deleted",
    ),
)
