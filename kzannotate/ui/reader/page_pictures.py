"""The pictures of pages that are kept: so many bytes, those not seen for longest go first."""

from collections import OrderedDict

from PySide6.QtGui import QImage

from kzannotate.model.document import Picture

_MOST, _LEAST = 12 << 20, 3
"""Bytes, some four pages of a large screen; and pages that are kept however large they are."""


def image_of(picture: Picture) -> QImage:
    """An image that points into the picture's bytes: keep them as long as it."""
    rgb = QImage.Format.Format_RGB888
    return QImage(picture.rgb, picture.width, picture.height, 3 * picture.width, rgb)


class Pictures:
    """Pictures by the numbers of their pages, and why others have none."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._kept: OrderedDict[int, QImage] = OrderedDict()
        self._bytes: dict[int, bytes] = {}
        """What the images are made of: Qt points into it."""
        self._zooms: dict[int, float] = {}
        self.troubles: dict[int, str] = {}
        """Why a page can't be drawn."""

    def clear(self) -> None:
        """Forget all."""
        self._kept.clear()
        self._bytes.clear()
        self.troubles.clear()

    def get(self, number: int) -> QImage | None:
        """The picture of a page, at whatever zoom it was drawn last."""
        if number in self._kept:
            self._kept.move_to_end(number)
        return self._kept.get(number)

    def keep(self, number: int, picture: Picture, zoom: float) -> None:
        """Keep a picture that was drawn for a zoom, instead of another of its page."""
        self._zooms[number] = zoom
        self._bytes[number] = picture.rgb
        self._kept[number] = image_of(picture)
        self._kept.move_to_end(number)
        self.troubles.pop(number, None)
        while len(self._kept) > _LEAST and self.bytes > self._most:
            gone, _ = self._kept.popitem(last=False)
            del self._bytes[gone]

    @property
    def bytes(self) -> int:
        """What all pictures take."""
        return sum(image.sizeInBytes() for image in self._kept.values())

    def has(self, number: int) -> bool:
        """Whether there is a picture of a page, or a reason for having none."""
        return number in self._kept or number in self.troubles

    def is_done(self, number: int, zoom: float) -> bool:
        """Whether a page is there as drawn for this zoom, or can't be drawn."""
        return number in self.troubles or (number in self._kept and self._zooms[number] == zoom)
