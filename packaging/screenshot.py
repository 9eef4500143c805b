"""Takes a picture of the main window on the sample corpus: `make screenshot`.

Without arguments the one of the README; `--dark`, `--page` and `--file` (some of it is tagged and
suggested) show what else there is to look at,
and the environment variable QT_SCALE_FACTOR a larger screen.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from kzannotate.project import codebook, importing, reading, tagging
from kzannotate.project.demo import fill
from kzannotate.project.session import Project, create
from kzannotate.ui import theme
from kzannotate.ui.main_window import MainWindow
from kzannotate.ui.settings import Settings
from kzannotate.ui.workbench import Workbench

PICTURE = Path(__file__).resolve().parents[1] / "docs" / "images" / "main-window.png"
TEXT, PAGED = "assembly-2024-resolution-fr.txt", "council-2024-motion-fr-nl.pdf"
QUERY = "liberation"


def main() -> None:
    """Make the picture that the arguments ask for."""
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["KZANNOTATE_HOME"] = folder
        app = QApplication(sys.argv[:1])
        theme.apply(app, options.dark)
        path = Path(folder) / "Rivers.kza"
        with create(path, "Nadia") as project:
            fill(project, lambda _: None)
        window = MainWindow(Settings())
        window.set_coder("Nadia")
        window.resize(*options.size)
        window.show()
        window.open(path)
        assert window.workbench
        _arrange(window.workbench, options)
        options.to.parent.mkdir(parents=True, exist_ok=True)
        window.grab().save(str(options.to))
        window.close()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("to", nargs="?", type=Path, default=PICTURE, help="the PNG to write")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--page", action="store_true", help="show the printed page")
    parser.add_argument("--file", type=Path, help="another file, shown instead of the sample's")
    parser.add_argument("--panel", default="", help="bring a panel to the front: pages, hits …")
    parser.add_argument("--size", type=int, nargs=2, default=(1440, 900), help="of the window")
    return parser.parse_args()


def _add_tagged(project: Project, file: Path) -> None:
    """Tag two stretches that overlap in each of the first passages."""
    (document,) = importing.add(project, [file]).added
    codes = [code.id for code in codebook.codes(project)]
    for number, passage in enumerate(reading.passages(project, document.id)[:200]):
        length = (passage.stop - passage.start) // 3
        if length < 20:
            continue
        for shift in range(2):
            start = passage.start + shift * length // 2
            code = codes[(number + shift) % len(codes)]
            tagging.tag(project, document.id, start, start + length, code)


def _arrange(bench: Workbench, options: argparse.Namespace) -> None:
    """A search with its hits, a document, the caret in one of its annotations."""
    if options.file:
        _add_tagged(bench.project, options.file)
    _let_run()
    bench.search.field.setText(QUERY)
    _let_run()
    model = bench.corpus.model
    documents = [model.document(model.index(row, 0)) for row in range(model.rowCount())]
    name = options.file.name if options.file else PAGED if options.page else TEXT
    bench.reader.open(next(one.id for one in documents if one.name == name))
    bench.reader.setFocus()
    if options.page:
        bench.reader.toggle_page()
    assert bench.reader.shown
    annotations = tagging.annotations(bench.project, bench.reader.shown.document.id)
    if annotations:
        bench.reader.reveal_annotation(annotations[len(annotations) // 2])
    if options.panel:
        bench.show(options.panel)
    _let_run()


def _let_run(milliseconds: int = 4000) -> None:
    """Give the jobs time to end and to be shown; nobody waits for this script."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
