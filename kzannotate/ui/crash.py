"""What happens on a bug: a report in a file, without any text of a document, and one dialog."""

import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication, QMessageBox

from kzannotate import __version__
from kzannotate.ui import settings


def install() -> None:
    """Handle what nobody caught, from now on."""
    sys.excepthook = _report


def write(kind: type[BaseException], trace: TracebackType | None) -> Path:
    """Write a report: the kind of error and where it happened, not its message, which might
    quote a document. Gives the file."""
    moment = datetime.now(UTC)
    file = settings.logs() / f"crash-{moment:%Y%m%d-%H%M%S-%f}.txt"
    file.parent.mkdir(parents=True, exist_ok=True)
    frames = "".join(traceback.format_tb(trace))
    python = sys.version.split()[0]
    text = f"kzannotate {__version__}, Python {python}, {sys.platform}\n{kind.__name__}\n{frames}"
    file.write_text(text, "utf-8")
    return file


_telling = False


def _report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    global _telling
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    try:
        where = f"A report without any text of your documents is in\n{write(kind, trace)}"
    except OSError as failure:
        where = f"The report of it couldn't be written ({failure.strerror})."
    if QApplication.instance() is None or _telling:
        return
    _telling = True  # a second error while the dialog is open only gets its file
    try:
        QMessageBox.critical(
            QApplication.activeWindow(),
            "kzannotate",
            f"Something in the program went wrong. What you did before is saved.\n{where}",
        )
    finally:
        _telling = False
