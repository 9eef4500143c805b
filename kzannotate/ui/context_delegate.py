"""Paints a hit in its context with the matches below one another, as concordances do."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kzannotate.model.query import Hit
from kzannotate.ui.hit_model import HIT

_BEFORE = 0.4
"""The share of the width that stands before the match."""


class ContextDelegate(QStyledItemDelegate):
    """For the context column alone; what is no hit is painted as ever."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        hit = index.data(HIT)
        self.initStyleOption(option, index)
        area = _part(option, QStyle.SubElement.SE_ItemViewItemText)
        if isinstance(hit, Hit):
            option.text = ""
        style = QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        _outline(painter, option)
        if isinstance(hit, Hit):
            _write(painter, option, area.adjusted(2, 0, -6, 0), hit)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As high as the rows of the window's tables."""
        return QSize(super().sizeHint(option, index).width(), option.fontMetrics.height() + 8)


def _part(option: QStyleOptionViewItem, part: QStyle.SubElement) -> QRect:
    return QApplication.style().subElementRect(part, option, option.widget)


def _outline(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """The edge of the box to tick, which the style draws too faintly on dark ground."""
    painter.save()
    painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
    box = _part(option, QStyle.SubElement.SE_ItemViewItemCheckIndicator)
    painter.drawRect(box.adjusted(0, 0, -1, -1))
    painter.restore()


def _write(painter: QPainter, option: QStyleOptionViewItem, area: QRect, hit: Hit) -> None:
    state = option.state
    selected = bool(state & QStyle.StateFlag.State_Selected)
    role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
    focused = state & QStyle.StateFlag.State_Active
    group = QPalette.ColorGroup.Active if focused else QPalette.ColorGroup.Inactive
    painter.save()
    painter.setPen(option.palette.color(group, role))
    bold = QFont(painter.font())
    bold.setBold(True)
    plain, heavy = QFontMetrics(painter.font()), QFontMetrics(bold)
    middle = area.left() + int(area.width() * _BEFORE)
    match = heavy.elidedText(
        hit.match, Qt.TextElideMode.ElideRight, int(area.width() * (1 - _BEFORE))
    )
    after = middle + heavy.horizontalAdvance(match)
    vertical = Qt.AlignmentFlag.AlignVCenter
    room = QRect(area.left(), area.top(), middle - area.left(), area.height())
    before = plain.elidedText(hit.before, Qt.TextElideMode.ElideLeft, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignRight | vertical, before)
    room = QRect(after, area.top(), max(0, area.right() - after), area.height())
    following = plain.elidedText(hit.after, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | vertical, following)
    painter.setFont(bold)
    room = QRect(middle, area.top(), after - middle + 2, area.height())
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | vertical, match)
    painter.restore()
