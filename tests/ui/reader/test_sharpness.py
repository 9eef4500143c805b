"""Pages on a screen with more pixels than a point of the window has."""

import json
import os
import subprocess
import sys

import pytest

PROGRAM = """
import json, math
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from kzannotate.model.document import Page, Picture
from kzannotate.ui.reader.page_view import PageView

app = QApplication([])
view = PageView()
view.resize(500, 400)
view.show()
wishes = []
view.wanted.connect(lambda number, zoom: wishes.append(zoom))
view.show_pages([Page(1, 0, 0, 400, 500)])
(zoom,) = wishes
width, height = math.ceil(400 * zoom), math.ceil(500 * zoom) + 1
stripes = b"".join(bytes([255 * (row % 2)] * 3 * width) for row in range(height))
view.show_picture(1, Picture(width, height, stripes))
ratio = view.devicePixelRatioF()
shown = view.viewport().grab().toImage()
top, left = round(view.paper(0).top() * ratio), round((view.paper(0).left() + 4) * ratio)
column = [QColor(shown.pixel(left, top + row)).red() for row in range(int(300 * ratio))]
small = view.thumbnails.next(1)[1] * 500 / view.thumbnails.size(1).height()
print(json.dumps([ratio, zoom / view.desk.zoom, small, column]))
"""


@pytest.mark.parametrize("ratio", [1.5, 2])
def test_a_page_is_drawn_for_the_pixels_of_the_screen(ratio: float) -> None:
    """In a window of its own, because Qt reads the factor once."""
    scaled = {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(ratio)}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        capture_output=True,
        text=True,
        env={**os.environ, **scaled},
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    screen, drawn, small, column = json.loads(done.stdout)
    assert screen == drawn == ratio
    assert abs(small - ratio) < 0.02  # thumbnails, too; their sizes are rounded
    assert column == [255 * (row % 2) for row in range(int(300 * ratio))]  # no pixel is blurred
