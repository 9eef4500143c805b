"""A project as a version of the program left it that cut and folded words in another way."""

from kzannotate.project.session import Project
from kzannotate.store import settings


def make(project: Project) -> None:
    """Have the index hold one form for every passage, and none that is searched."""
    db = project.store.db
    numbers = db.execute("SELECT rowid FROM passage_words").fetchall()
    db.conn.executemany("DELETE FROM passage_words WHERE rowid = ?", numbers)
    db.conn.executemany("INSERT INTO passage_words (rowid, forms) VALUES (?, 'another')", numbers)
    settings.put(project.store, "analysis", "0")
