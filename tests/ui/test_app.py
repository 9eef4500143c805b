"""The window shows before anything heavy is imported; what is heavy waits for its use."""

import os
import subprocess
import sys
from pathlib import Path

PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from kzannotate.ui import app, main_window

class Watched(main_window.MainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, self.close)

app.MainWindow = Watched
code = app.run()
heavy = {"sqlite_utils", "sqlcipher3", "pymupdf", "whoosh", "lxml", "docx", "chardet"}
print(code, sorted(heavy & set(sys.modules)))
"""


def test_showing_the_window_imports_nothing_heavy() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, env=environment, timeout=60
    )
    assert done.stdout.strip() == "0 []", done.stderr


READING = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from kzannotate.project import importing, session
from kzannotate.ui.main_window import MainWindow
from kzannotate.ui.settings import Settings

app = QApplication([])
path, text = map(Path, sys.argv[1:])
with session.create(path, "K.") as project:
    importing.add(project, [text])
window = MainWindow(Settings())
window.open(path)
window.workbench.close()
print(sorted({"whoosh", "kzannotate.suggest.suggesting"} & set(sys.modules)))
"""


def test_what_only_searches_and_rules_need_waits_for_them(tmp_path: Path) -> None:
    text = tmp_path / "long.txt"
    text.write_text("They ask for the release of Ana Korin. " * 10_000)
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "KZANNOTATE_HOME": str(tmp_path),
    }
    done = subprocess.run(
        [sys.executable, "-c", READING, str(tmp_path / "a.kza"), str(text)],
        capture_output=True,
        text=True,
        env=environment,
        timeout=120,
    )
    assert done.stdout.strip() == "[]", done.stderr
