"""The pictures of pages that are kept: so many bytes, those not seen for longest go first."""

from collections import OrderedDict

from PySide6.QtGui import QImage

from kzannotate.model.document import Picture

_MOST = 32 << 20
"""Bytes: some seven pages of a large screen."""


class Pictures:
    """Pictures by the numbers of their pages, and why others have none."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._kept: OrderedDict[int, QImage] = OrderedDict()
        self._zooms: dict[int, float] = {}
        self.troubles: dict[int, str] = {}
        """Why a page can't be drawn."""

    def clear(self) -> None:
        """Forget all."""
        self._kept.clear()
        self.troubles.clear()

    def get(self, number: int) -> QImage | None:
        """The picture of a page, at whatever zoom it was drawn last."""
        if number in self._kept:
            self._kept.move_to_end(number)
        return self._kept.get(number)

    def keep(self, number: int, picture: Picture, zoom: float) -> None:
        """Keep a picture that was drawn for a zoom, instead of another of its page."""
        rgb = QImage.Format.Format_RGB888
        image = QImage(picture.rgb, picture.width, picture.height, 3 * picture.width, rgb)
        self._zooms[number] = zoom
        self._kept[number] = image.copy()  # the bytes belong to Python
        self._kept.move_to_end(number)
        self.troubles.pop(number, None)
        while len(self._kept) > 1 and self.bytes > self._most:
            self._kept.popitem(last=False)

    @property
    def bytes(self) -> int:
        """What all pictures take."""
        return sum(image.sizeInBytes() for image in self._kept.values())

    def is_done(self, number: int, zoom: float) -> bool:
        """Whether a page is there as drawn for this zoom, or can't be drawn."""
        return number in self.troubles or (number in self._kept and self._zooms[number] == zoom)
