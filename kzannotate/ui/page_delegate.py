"""Paints a page's thumbnail with its number below."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kzannotate.ui.reader.thumbnails import SIZE

_AROUND = 6
"""Pixels around a thumbnail."""


def paper_in(room: QRect, picture: QSize) -> QRect:
    """Where a thumbnail lies in its room: on the floor, so that a low one is near its number."""
    paper = QRect(room.topLeft(), picture.scaled(SIZE, Qt.AspectRatioMode.KeepAspectRatio))
    paper.moveCenter(room.center())
    paper.moveBottom(room.bottom())
    return paper


class PageDelegate(QStyledItemDelegate):
    """Every row is as large as the largest thumbnail, so that a thousand are laid out at once."""

    def sizeHint(
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        below = option.fontMetrics.height()
        return QSize(SIZE.width() + 2 * _AROUND, SIZE.height() + below + 2 * _AROUND)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        style = QApplication.style()
        behind = QStyle.PrimitiveElement.PE_PanelItemViewItem
        style.drawPrimitive(behind, option, painter, option.widget)
        room = option.rect.adjusted(_AROUND, _AROUND, -_AROUND, -_AROUND)
        room.setBottom(room.bottom() - option.fontMetrics.height())
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(picture, QImage):
            paper = paper_in(room, picture.size())
            painter.drawImage(paper, picture)
            painter.setPen(option.palette.mid().color())
            painter.drawRect(paper.adjusted(-1, -1, 0, 0))
        selected = option.state & QStyle.StateFlag.State_Selected
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        painter.setPen(option.palette.color(role))
        bottom = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
        painter.drawText(option.rect.adjusted(0, 0, 0, -_AROUND // 2), bottom, index.data())
