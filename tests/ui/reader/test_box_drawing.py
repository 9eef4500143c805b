"""Boxes on pages: drawn by keys and by mouse, tagged, walked to, undone."""

from pathlib import Path

import pymupdf
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kzannotate.model.boxes import Box
from kzannotate.project import tagging
from kzannotate.ui.main_window import MainWindow
from kzannotate.ui.reader.page_layout import Spot
from kzannotate.ui.workbench import Workbench
from tests.ui.driving import import_files, press, write

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def scan(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> Workbench:
    """Two pages without letters, opened as pages."""
    path = tmp_path / "scan.pdf"
    with pymupdf.open() as paper:
        for _ in range(2):
            paper.new_page(width=400, height=500).draw_rect((50, 50, 200, 90))
        paper.save(path)
    window.new(tmp_path / "project.kza")
    return import_files(qtbot, window, path)


def boxes(bench: Workbench) -> list[tuple[int | None, Box | None]]:
    return [(one.page, one.region) for one in tagging.annotations(bench.project)]


def spot(bench: Workbench, x: float, y: float, page: int = 0) -> QPoint:
    return bench.reader.page_view.point_of(Spot(page, x, y)).toPoint()


def test_a_box_is_drawn_and_tagged_by_keys_alone(scan: Workbench) -> None:
    press("B")
    before = scan.reader.box()
    assert before
    press("Right", "Shift+Down", "Ctrl+Up")
    after = scan.reader.box()
    assert after
    moved = [now - was for was, now in zip(before[1], after[1], strict=True)]
    assert moved == pytest.approx([12, -1, 12, 11])
    press("V")
    ((page, region),) = boxes(scan)
    assert page == 1
    assert region == pytest.approx(after[1], abs=0.01)
    assert scan.reader.box() is None
    assert scan.reader.active
    assert scan.reader.active.region
    press("Ctrl+Z")
    assert boxes(scan) == []


def test_the_mouse_draws_another(scan: Workbench) -> None:
    press("B")
    port = scan.reader.page_view.viewport()
    QTest.mousePress(port, LEFT, pos=spot(scan, 50, 50))
    QTest.mouseMove(port, spot(scan, 200, 90))
    QTest.mouseRelease(port, LEFT, pos=spot(scan, 200, 90))
    press("D")
    ((_, region),) = boxes(scan)
    assert region == pytest.approx((50, 50, 200, 90), abs=2)


def test_a_box_stays_on_its_page(scan: Workbench) -> None:
    press("B", *["Left"] * 50, *["Up"] * 50)
    drawn = scan.reader.box()
    assert drawn
    assert drawn[1][:2] == (0, 0)
    press(*["Shift+Right"] * 50)
    drawn = scan.reader.box()
    assert drawn
    assert drawn[1][2] == 400


def test_esc_ends_it(scan: Workbench) -> None:
    press("B", "Esc")
    assert scan.reader.box() is None
    press("B", "B")
    assert scan.reader.box() is None


def test_boxes_are_walked_to_recoded_and_deleted(scan: Workbench) -> None:
    press("B", "V", "Ctrl+PgDown", "B", "L")
    assert [page for page, _ in boxes(scan)] == [1, 2]
    press("P")
    assert scan.reader.active
    assert scan.reader.active.page == 1
    assert scan.reader.page() == 1
    press("N")
    assert scan.reader.active
    assert scan.reader.active.page == 2
    press("Shift+D")
    codes = {one.page: one.code for one in tagging.annotations(scan.project)}
    assert scan.codes[codes[2]].key == "demand"
    press("Del")
    assert [page for page, _ in boxes(scan)] == [1]


def test_a_click_chooses_a_box_and_a_click_beside_none(scan: Workbench) -> None:
    press("B", "V")
    ((_, region),) = boxes(scan)
    assert region
    port = scan.reader.page_view.viewport()
    inside = spot(scan, region[0] + 5, region[1] + 5)
    active = []
    for point in (spot(scan, 5, 5), inside, spot(scan, 5, 5)):
        QTest.mouseClick(port, LEFT, pos=point)
        active.append(scan.reader.active is not None)
    assert active == [False, True, False]
    assert "Victim" in scan.reader.page_view.told(inside)


def test_a_box_is_seen_in_its_codes_colour(scan: Workbench) -> None:
    press("B", "V")
    ((_, region),) = boxes(scan)
    assert region
    view = scan.reader.page_view
    image = view.viewport().grab().toImage()
    inside = spot(scan, region[0] + 5, region[1] + 5)
    (annotation,) = tagging.annotations(scan.project)
    assert image.pixelColor(inside).name() == view.painting.looks.behind([annotation])


def test_a_new_code_is_made_for_a_box_as_one_step(scan: Workbench) -> None:
    press("B", "C")
    write("Stamp")
    press("Return")
    ((page, _),) = boxes(scan)
    assert page == 1
    assert scan.reader.box() is None
    assert scan.reader.active
    assert scan.codes[scan.reader.active.code].name == "Stamp"
    press("Ctrl+Z")
    assert boxes(scan) == []
    assert "Stamp" not in [code.name for code in scan.codes.values()]
