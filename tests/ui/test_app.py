"""The window is on the screen before anything heavy is imported."""

import os
import subprocess
import sys

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
