"""An end dragged by its handle: seen while it moves, one step when it is let go."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kzannotate.project import tagging, undoing
from kzannotate.ui.reader.text_view import TextView
from kzannotate.ui.workbench import Workbench
from tests.ui.conftest import Open
from tests.ui.driving import press

LEFT = Qt.MouseButton.LeftButton


def drag(view: TextView, end: str, to: int, *, let_go: bool = True) -> None:
    """Drag a handle of the annotation at the caret to before a letter."""
    place = {str(name): point for name, point in view.handles.places().items()}[end]
    port = view.viewport()
    QTest.mousePress(port, LEFT, pos=place)
    QTest.mouseMove(port, view.foot(to))
    if let_go:
        QTest.mouseRelease(port, LEFT, pos=view.foot(to))


def quotations(bench: Workbench) -> list[str]:
    return [one.quotation for one in tagging.annotations(bench.project)]


def test_an_end_is_dragged_as_one_step(bench: Open) -> None:
    opened = bench(**{"a.txt": "We 🕊 saw [victim: Ana] Petrova\nin the city."})
    view = opened.reader.text_view
    press("N")
    steps = len(undoing.steps(opened.project))
    drag(view, "stop", view.text.index("\n"))
    assert quotations(opened) == ["Ana Petrova"]
    drag(view, "start", view.text.index("saw"))
    assert quotations(opened) == ["saw Ana Petrova"]
    assert len(undoing.steps(opened.project)) == steps + 2
    press("Ctrl+Z", "Ctrl+Z")
    assert quotations(opened) == ["Ana"]


def test_an_end_crosses_lines(bench: Open) -> None:
    opened = bench(**{"a.txt": "We saw [victim: Ana] Petrova\nin the city."})
    view = opened.reader.text_view
    press("N")
    drag(view, "stop", view.text.index(" city"))
    assert quotations(opened) == ["Ana Petrova\nin the"]


def test_an_end_never_passes_the_other(bench: Open) -> None:
    opened = bench(**{"a.txt": "We saw [victim: Ana] Petrova"})
    view = opened.reader.text_view
    press("N")
    drag(view, "start", view.text.index("Petrova"))
    assert quotations(opened) == ["a"]


def test_esc_lets_it_be(bench: Open) -> None:
    opened = bench(**{"a.txt": "We saw [victim: Ana] Petrova"})
    view = opened.reader.text_view
    press("N")
    drag(view, "stop", view.text.index("Petrova"), let_go=False)
    press("Esc")
    QTest.mouseRelease(view.viewport(), LEFT, pos=view.foot(view.text.index("Petrova")))
    assert quotations(opened) == ["Ana"]
    assert view.handles.places()["stop"] == view.foot(view.text.index(" Petrova"))


def test_elsewhere_the_mouse_selects_text(bench: Open) -> None:
    opened = bench(**{"a.txt": "We saw [victim: Ana] Petrova"})
    view = opened.reader.text_view
    press("N")
    start, stop = view.text.index("Petrova"), len(view.text)
    QTest.mousePress(view.viewport(), LEFT, pos=view.foot(start) - QPoint(0, 10))
    QTest.mouseMove(view.viewport(), view.foot(stop) - QPoint(0, 10))
    QTest.mouseRelease(view.viewport(), LEFT, pos=view.foot(stop) - QPoint(0, 10))
    assert opened.reader.selection() == (start, stop)
    assert quotations(opened) == ["Ana"]


def test_without_an_annotation_there_is_no_handle(bench: Open) -> None:
    opened = bench(**{"a.txt": "We saw [victim: Ana] Petrova"})
    press("N")
    opened.reader.place(0)
    assert opened.reader.text_view.handles.places() == {}


def test_the_pointer_tells_a_handle(bench: Open) -> None:
    opened = bench(**{"a.txt": "We saw [victim: Ana] Petrova"})
    view = opened.reader.text_view
    press("N")
    QTest.mouseMove(view.viewport(), view.handles.places()["stop"])
    assert view.viewport().cursor().shape() == Qt.CursorShape.SizeHorCursor
    QTest.mouseMove(view.viewport(), view.foot(0))
    assert view.viewport().cursor().shape() == Qt.CursorShape.IBeamCursor
