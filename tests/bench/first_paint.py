"""A process that says `painted` when its window was painted first, and ends: main or empty."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


def _say() -> None:
    sys.stdout.write("painted\n")
    sys.stdout.flush()
    QApplication.quit()


def _main() -> int:
    from kzannotate.__main__ import main
    from kzannotate.ui import app
    from kzannotate.ui.main_window import MainWindow

    class Watched(MainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            QTimer.singleShot(0, _say)  # after its children

    setattr(app, "MainWindow", Watched)  # noqa: B010 - mypy forbids to assign to a class
    sys.argv[1:] = ["open"]
    return main()


def _empty() -> int:
    class Watched(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            QTimer.singleShot(0, _say)

    app = QApplication([])
    window = Watched()
    window.resize(1280, 860)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(_main() if sys.argv[1] == "main" else _empty())
