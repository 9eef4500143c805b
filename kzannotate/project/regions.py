"""Where a region stands: a box of a page, held against the page."""

import math

from kzannotate.model.boxes import Box
from kzannotate.model.errors import KzError
from kzannotate.model.ids import DocumentId
from kzannotate.model.selectors import Selector
from kzannotate.project.reading import document as find_document
from kzannotate.project.session import Project
from kzannotate.store import texts

LEAST = 4.0
"""Points of a region's shorter side: less is a slip of the hand."""


def placed(
    project: Project, document: DocumentId, number: int, box: Box
) -> tuple[Selector, int, Box]:
    """The selector, page and box of a region; corners in any order, what is off the page cut away.

    The selector is empty and stands where the page's text begins: that orders regions among other
    annotations, and holds however the page is read. Raises KzError for an unknown document or page,
    for a box off the page or too small.
    """
    page = texts.page(project.store, document, number)
    if page is None:
        name = find_document(project, document).name
        raise KzError(f"{name}: it has no page {number}; nothing was tagged")
    clipped = _clipped(box, page.width, page.height)
    if clipped is None:
        name = find_document(project, document).name
        raise KzError(
            f"{name}: the box is too small or off page {number}, which is {page.width:g} x "
            f"{page.height:g} points; draw a larger one"
        )
    return Selector(page.start, page.start, "", "", ""), number, clipped


def _clipped(box: Box, width: float, height: float) -> Box | None:
    """The box on the page to 1/100 point, or None if too little of it is left."""
    if not all(map(math.isfinite, box)):
        return None
    (left, right), (top, bottom) = sorted(box[0::2]), sorted(box[1::2])
    x0, x1 = max(0.0, left), min(width, right)
    y0, y1 = max(0.0, top), min(height, bottom)
    if x1 - x0 < LEAST or y1 - y0 < LEAST:
        return None
    return _hundredths(x0), _hundredths(y0), _hundredths(x1), _hundredths(y1)


def _hundredths(points: float) -> float:
    """Rounded down, so that it stays on the page."""
    return math.floor(points * 100) / 100
