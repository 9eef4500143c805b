"""Paints a hit in its context with the matches below one another, as concordances do."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kzannotate.model.query import Hit
from kzannotate.ui.hit_model import HIT

_BEFORE = 0.4
"""The share of the width that stands before the match."""


class ContextDelegate(QStyledItemDelegate):
    """For the context column alone."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        self.initStyleOption(option, index)
        option.text = ""
        style = QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        hit = index.data(HIT)
        if isinstance(hit, Hit):
            _write(painter, option, hit)


def _write(painter: QPainter, option: QStyleOptionViewItem, hit: Hit) -> None:
    area: QRect = option.rect.adjusted(6, 0, -6, 0)
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
