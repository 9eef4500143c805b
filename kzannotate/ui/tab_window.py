"""A window whose every control is reached by Tab.

Qt's own Tab goes from outside a panel straight to its focus proxy and passes by what lies before
it (the filter above a list); it also stops in panels that are hidden behind another's tab.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget


class TabWindow(QMainWindow):
    """Walks through the controls that are on the screen, in the order of Qt's focus chain."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        focus = QApplication.focusWidget()
        if focus is None or focus.window() is not self:
            return super().focusNextPrevChild(forward)
        there = _step(focus, forward)
        while there and there is not focus and not _takes(there):
            there = _step(there, forward)
        if not there:
            return False
        reason = Qt.FocusReason
        there.setFocus(reason.TabFocusReason if forward else reason.BacktabFocusReason)
        self.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # styles show the focus then
        there.update()
        return True


def _step(control: QWidget, forward: bool) -> QWidget | None:
    return control.nextInFocusChain() if forward else control.previousInFocusChain()


def _takes(control: QWidget) -> bool:
    """Whether Tab may stop there; one with a proxy is passed, for the proxy is in the chain too."""
    by_tab = control.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(
        by_tab
        and control.focusProxy() is None
        and control.isEnabled()
        and not control.visibleRegion().isEmpty()
    )
