"""How fast the reader shows: texts, highlights, pages."""

import os
import random
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median

import pymupdf
from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from kzannotate.model.annotation import Tagging
from kzannotate.model.document import Document
from kzannotate.project import codebook, importing, reading, tagging
from kzannotate.project.session import Project, create
from kzannotate.ui.jobs import Jobs
from kzannotate.ui.main_window import MainWindow
from kzannotate.ui.offsets import to_qt
from kzannotate.ui.reader.reader import Reader
from kzannotate.ui.settings import Settings
from tests.bench.annotating import durable_insert
from tests.bench.corpus import Scale, paragraphs, pdf
from tests.bench.figures import Figure, Limit, medians, percentile, seconds
from tests.bench.projects import annotated, bare, documents_with_texts, workplace

_SIZE = 900, 800
_MARKED = 25
"""Code points from the start of one annotation to the next: 120 and more are in view."""


def open_text(scale: Scale) -> Iterator[Figure]:
    """A document with its annotations to the first paint, against the bare text in a widget."""
    with _shown_texts(scale) as (project, reader, documents):
        for megabytes, document in documents.items():
            text = to_qt(reading.text(project, document.id))
            ours, baseline = medians(
                scale.runs, partial(_opened, reader, document), partial(_bare, text)
            )
            limit = Limit("<=", times=1.5, plus=30)
            yield Figure(
                f"open.{megabytes:g}MB",
                ours * 1000,
                "ms",
                "QPlainTextEdit.setPlainText of the text",
                baseline * 1000,
                (limit,),
            )


def scroll_text(scale: Scale) -> Iterator[Figure]:
    """Scrolling by some lines until they are painted, many highlights in view: 99th percentile.

    `whole`: where the whole view is painted anew, of which scrolling moves most instead. Each run
    goes on where the one before stopped, through lines not seen before.
    """
    with _shown_texts(scale) as (project, reader, documents):
        for megabytes, document in documents.items():
            _opened(reader, document)
            plain = QPlainTextEdit()
            plain.resize(*_SIZE)
            plain.setPlainText(to_qt(reading.text(project, document.id)))
            _expose(plain)
            for name, paint, limits in (
                ("", lambda _: QApplication.processEvents(), (Limit("<=", plus=16),)),
                (".whole", lambda view: view.viewport().repaint(), ()),
            ):
                ours, baseline = medians(
                    scale.runs,
                    partial(_scrolled, reader.text_view, scale, paint),
                    partial(_scrolled, plain, scale, paint),
                )
                yield Figure(
                    f"scroll.{megabytes:g}MB{name}",
                    ours * 1000,
                    "ms",
                    "the same text in a bare QPlainTextEdit",
                    baseline * 1000,
                    limits,
                )
            plain.close()


def key(scale: Scale) -> Iterator[Figure]:
    """The key `D` to a committed step and its painted highlight, in a project of many."""
    many = replace(scale, documents=scale.many, size=2_500)
    chance = random.Random("key")
    with annotated(many) as project:
        with bare(project) as db:
            db.execute("CREATE TABLE one (id INTEGER PRIMARY KEY, content TEXT) STRICT")
            baseline = median(durable_insert(db, "a name") for _ in range(scale.tags))
        (document, text), *_ = documents_with_texts(project)
        path = Path(shutil.copy(project.path, project.path.with_name("window.kza")))
        with opened_window(path) as window:
            assert window.workbench
            reader = window.workbench.reader
            reader.open(document.id)
            taken = [_tagged(reader, chance.randrange(len(text) - 50)) for _ in range(scale.tags)]
    yield Figure(
        "key",
        median(taken) * 1000,
        "ms",
        "one durable INSERT",
        baseline * 1000,
        (Limit("<=", plus=30),),
    )


def page(scale: Scale) -> Iterator[Figure]:
    """A jump to a page never shown, to its first picture and to its sharp one; beside PyMuPDF.

    The first is the page's thumbnail, drawn ahead as those of some thirty pages on both sides are;
    `page.far`: of a page without one, where the first picture is the sharp one.
    """
    file = pdf(replace(scale, pages=scale.book))
    with workplace() as folder, create(folder / "book.kza", "bench") as project:
        (document,) = importing.add(project, [file]).added
        with _reader(project) as reader:
            reader.open(document.id)
            reader.toggle_page()
            _until(lambda: reader.page_view.pictures.get(1) is not None)
            numbers = list(range(3, scale.book, 3)) or [scale.book]
            zoom = reader.page_view.desk.zoom * reader.devicePixelRatioF()
            with pymupdf.open(file) as book:
                near = [(*_jumped(reader, n), _drawn(book, n, zoom)) for n in numbers]
                far = [(_jumped(reader, n, far=True)[0], _drawn(book, n, zoom)) for n in numbers]
    first, sharp, baseline = (median(each) * 1000 for each in zip(*near, strict=True))
    limit, beside = Limit("<=", times=1.2), "PyMuPDF draws the page"
    yield Figure("page", first, "ms", beside, baseline, (limit,))
    yield Figure("page.sharp", sharp, "ms", beside, baseline)
    first, baseline = (median(each) * 1000 for each in zip(*far, strict=True))
    yield Figure("page.far", first, "ms", beside, baseline)


@contextmanager
def _reader(project: Project) -> Iterator[Reader]:
    _application()
    jobs = Jobs(_fail)
    reader = Reader(project, jobs, QAction())
    reader.resize(*_SIZE)
    reader.show_codes({code.id: code for code in codebook.codes(project)})
    _expose(reader)
    try:
        yield reader
    finally:
        jobs.drain()
        reader.close_drawing()
        reader.close()


@contextmanager
def _shown_texts(scale: Scale) -> Iterator[tuple[Project, Reader, dict[float, Document]]]:
    with workplace() as folder, create(folder / "long.kza", "bench") as project:
        documents = {size: _annotated(project, folder, size, scale) for size in scale.long_texts}
        with _reader(project) as reader:
            yield project, reader, documents


def _annotated(project: Project, folder: Path, megabytes: float, scale: Scale) -> Document:
    """A text of that size, its annotations side by side from its start."""
    file, made, size = folder / f"{megabytes}.txt", [], 0
    for paragraph in paragraphs(int(megabytes * 10)):
        made.append(paragraph)
        size += len(paragraph.encode()) + 2
        if size > megabytes * 1e6:
            break
    file.write_text("\n\n".join(made), "utf-8")
    (document,) = importing.add(project, [file]).added
    code = codebook.code(project, "victim").id
    count = min(scale.annotations // 10, len("".join(made)) // _MARKED - 1)
    starts = range(0, count * _MARKED, _MARKED)
    text = reading.text(project, document.id)
    wishes = [(start, start + 9) for start in starts if text[start : start + 9].strip()]
    tagging.tag_many(project, [Tagging(document.id, *span, code) for span in wishes])
    return document


def _opened(reader: Reader, document: Document) -> float:
    reader._show(None)

    def work() -> None:
        reader.open(document.id)
        reader.text_view.viewport().repaint()

    return seconds(work)


def _bare(text: str) -> float:
    plain = QPlainTextEdit()
    plain.resize(*_SIZE)
    _expose(plain)

    def work() -> None:
        plain.setPlainText(text)
        plain.viewport().repaint()

    return seconds(work)


def _expose(widget: QWidget) -> None:
    """Show it and wait until it is on the screen: before, nothing is painted."""
    widget.show()
    QTest.qWaitForWindowExposed(widget)
    QApplication.processEvents()


def _scrolled(view: QPlainTextEdit, scale: Scale, paint: Callable[[QPlainTextEdit], None]) -> float:
    bar, taken = view.verticalScrollBar(), []
    QApplication.processEvents()
    for _ in range(scale.tags):
        begin = time.perf_counter()
        bar.setValue(bar.value() + 3)
        paint(view)
        taken.append(time.perf_counter() - begin)
    return percentile(taken, 0.99)


def _tagged(reader: Reader, position: int) -> float:
    reader.place(position)
    QApplication.processEvents()
    begin = time.perf_counter()
    QTest.keyClick(reader.text_view, Qt.Key.Key_D)
    reader.text_view.viewport().repaint()
    taken = time.perf_counter() - begin
    QApplication.processEvents()
    return taken


def _until(is_so: Callable[[], bool]) -> None:
    while not is_so():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _jumped(reader: Reader, number: int, *, far: bool = False) -> tuple[float, float]:
    """Seconds to the first picture, painted, and to the sharp one; `far`: without thumbnails."""
    view = reader.page_view
    near = range(max(1, number - 3), min(len(view.letters.pages), number + 3) + 1)
    small = view.thumbnails
    _until(lambda: far or not small.ahead or all(map(small.get, near)))
    _until(lambda: not view.is_waiting)
    if far:
        small.show(small.pages, view.devicePixelRatioF())
    begin = time.perf_counter()
    reader.turn_to(number)
    if view.pictures.get(number) is None:
        _until(lambda: bool(view.thumbnails.get(number) or view.pictures.get(number)))
    view.viewport().repaint()
    first = time.perf_counter() - begin
    _until(lambda: view.pictures.get(number) is not None)
    view.viewport().repaint()
    sharp = time.perf_counter() - begin
    _until(lambda: not view.is_waiting)  # its neighbours are drawn
    return first, sharp


def _drawn(book: pymupdf.Document, number: int, zoom: float) -> float:
    matrix = pymupdf.Matrix(zoom, zoom)
    return seconds(lambda: book.load_page(number - 1).get_pixmap(matrix=matrix))


@contextmanager
def opened_window(path: Path) -> Iterator[MainWindow]:
    """The main window with a project."""
    _application()
    window = MainWindow(Settings())
    window.show()
    window.open(path)
    try:
        yield window
    finally:
        window.close()


def _application() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _KEPT.append(QApplication.instance() or QApplication([]))


def _fail(error: Exception) -> None:
    raise error


_KEPT: list[object] = []
