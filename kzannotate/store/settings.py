"""The table `setting`: what the project remembers of itself, outside the history."""

from kzannotate.store.store import Store


def get(store: Store, key: str) -> str | None:
    """The value of a setting."""
    row = store.db.execute("SELECT value FROM setting WHERE key = ?", [key]).fetchone()
    return row and str(row[0])


def put(store: Store, key: str, value: str) -> None:
    """Set a value, durable at once."""
    with store.transaction():
        store.db.execute(
            "INSERT INTO setting VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2",
            [key, value],
        )
