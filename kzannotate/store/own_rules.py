"""The one row of the table `own_rules`: the researchers' names, words and rules, as TOML."""

from kzannotate.store.history import Writer
from kzannotate.store.store import Store

_ID = "rules"


def content(store: Store) -> str:
    """The TOML text; empty where nobody wrote any."""
    row = store.db.execute("SELECT content FROM own_rules").fetchone()
    return str(row[0]) if row else ""


def put(store: Store, step: Writer, text: str) -> None:
    """Put another text in its place, inside a step."""
    if not content(store):
        step.insert("own_rules", [{"id": _ID, "content": text}] if text else [])
    elif text:
        step.update("own_rules", [_ID], {"content": text})
    else:
        step.delete("own_rules", [_ID])
