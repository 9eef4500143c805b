"""Functions of ours that SQL can call: how texts are compared without case and accents."""

from sqlcipher3 import dbapi2

from kzannotate.model.text import fold


def add(connection: dbapi2.Connection) -> None:
    """Give `folded(text)` and `holds(text, words)` to a new connection.

    Once: each time SQLite throws away all statements that it has prepared.
    """
    connection.create_function("folded", 1, fold, deterministic=True)
    connection.create_function("holds", 2, holds, deterministic=True)


def holds(text: str, words: str) -> bool:
    """Whether a text holds all of some folded words."""
    folded = fold(text)
    return all(word in folded for word in words.split())
