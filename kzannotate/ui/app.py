"""The window's program: from a path on the command line to the exit code."""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from kzannotate.ui import crash, theme
from kzannotate.ui.main_window import MainWindow
from kzannotate.ui.settings import Settings


def run(path: Path | None = None) -> int:
    """Show the window, with the project at `path` if there is one; gives the exit code.

    The window is on the screen before anything is opened: what opens projects takes longer to
    import than the window to appear.
    """
    app = QApplication(sys.argv[:1])
    app.setApplicationName("kzannotate")
    app.setDesktopFileName("kzannotate")
    theme.apply(app)
    app.setWindowIcon(theme.icon("kzannotate"))
    crash.install()
    window = MainWindow(Settings())
    window.show()
    if path is not None:
        QTimer.singleShot(0, window, lambda: window.open(path))
    return app.exec()
