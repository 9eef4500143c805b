"""How the window looks: Fusion in two palettes of ours, icons in the palette's colours.

The palettes follow the system's light or dark scheme. (Qt's own setColorScheme does nothing on
offscreen and bare xcb, so the palettes are ours.)
"""

from functools import cache

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QStyleFactory

from kzannotate import paths
from kzannotate.ui import colours

_LIGHT = {
    QPalette.ColorRole.Window: "#f4f4f2",
    QPalette.ColorRole.WindowText: "#1d2125",
    QPalette.ColorRole.Base: "#ffffff",
    QPalette.ColorRole.AlternateBase: "#f7f7f5",
    QPalette.ColorRole.Text: "#1d2125",
    QPalette.ColorRole.Button: "#ecece9",
    QPalette.ColorRole.ButtonText: "#1d2125",
    QPalette.ColorRole.BrightText: "#ffffff",
    QPalette.ColorRole.Highlight: "#2b6cb0",
    QPalette.ColorRole.HighlightedText: "#ffffff",
    QPalette.ColorRole.ToolTipBase: "#2a2f35",
    QPalette.ColorRole.ToolTipText: "#f4f4f2",
    QPalette.ColorRole.PlaceholderText: "#6b7177",
    QPalette.ColorRole.Link: "#1f5d9c",
    QPalette.ColorRole.LinkVisited: "#6b4a9c",
    QPalette.ColorRole.Accent: "#2b6cb0",
}
_DARK = {
    QPalette.ColorRole.Window: "#22262a",
    QPalette.ColorRole.WindowText: "#e4e6e8",
    QPalette.ColorRole.Base: "#1a1d20",
    QPalette.ColorRole.AlternateBase: "#202428",
    QPalette.ColorRole.Text: "#e4e6e8",
    QPalette.ColorRole.Button: "#2e3338",
    QPalette.ColorRole.ButtonText: "#e4e6e8",
    QPalette.ColorRole.BrightText: "#ffffff",
    QPalette.ColorRole.Highlight: "#2f6fb2",
    QPalette.ColorRole.HighlightedText: "#ffffff",
    QPalette.ColorRole.ToolTipBase: "#3a4047",
    QPalette.ColorRole.ToolTipText: "#f1f2f3",
    QPalette.ColorRole.PlaceholderText: "#949aa1",
    QPalette.ColorRole.Link: "#7db4ea",
    QPalette.ColorRole.LinkVisited: "#b79bea",
    QPalette.ColorRole.Accent: "#4d8fd1",
}
_ICON_SIZES = (16, 24, 32, 48, 64)


def apply(app: QApplication, dark: bool | None = None) -> None:
    """Dress the application; `dark` None follows the system, now and when it changes."""
    app.setStyle(QStyleFactory.create("Fusion"))
    hints = app.styleHints()
    if dark is None:
        hints.colorSchemeChanged.connect(lambda scheme: _paint(app, _is_dark(scheme)))
        dark = _is_dark(hints.colorScheme())
    _paint(app, dark)


def palette(dark: bool) -> QPalette:
    """The light or the dark palette."""
    made = QPalette()
    roles = _DARK if dark else _LIGHT
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    faint = colours.mix(
        roles[QPalette.ColorRole.Window], roles[QPalette.ColorRole.WindowText], 0.45
    )
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(faint))
    _unfocused = colours.mix(
        roles[QPalette.ColorRole.Base], roles[QPalette.ColorRole.Highlight], 0.35
    )
    made.setColor(QPalette.ColorGroup.Inactive, QPalette.ColorRole.Highlight, QColor(_unfocused))
    made.setColor(
        QPalette.ColorGroup.Inactive,
        QPalette.ColorRole.HighlightedText,
        QColor(roles[QPalette.ColorRole.Text]),
    )
    return made


def icon(name: str) -> QIcon:
    """The icon `resources/icons/NAME.svg` in the text's colour; an empty one if it is missing."""
    source = _svg(name)
    if not source:
        return QIcon()
    shown = QIcon()
    current = QApplication.palette()
    for group, mode in (
        (QPalette.ColorGroup.Active, QIcon.Mode.Normal),
        (QPalette.ColorGroup.Disabled, QIcon.Mode.Disabled),
    ):
        colour = current.color(group, QPalette.ColorRole.ButtonText).name()
        renderer = QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))
        for size in _ICON_SIZES:
            shown.addPixmap(_draw(renderer, size), mode)
    return shown


def chip(colour: str, size: int = 16) -> QIcon:
    """A filled disc: the mark of a code; in a selected row with a ring that sets it off."""
    fill = QColor(colour)
    shown = QIcon(_disc(fill, fill.darker(130), size))
    ring = QApplication.palette().color(QPalette.ColorRole.HighlightedText)
    shown.addPixmap(_disc(fill, ring, size), QIcon.Mode.Selected)
    return shown


def _disc(fill: QColor, edge: QColor, size: int) -> QPixmap:
    picture = QPixmap(size * 2, size * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(edge)
        painter.setBrush(fill)
        painter.drawEllipse(2, 2, size - 4, size - 4)
    return picture


def _is_dark(scheme: Qt.ColorScheme) -> bool:
    return scheme == Qt.ColorScheme.Dark


def _paint(app: QApplication, dark: bool) -> None:
    app.setPalette(palette(dark))


@cache
def _svg(name: str) -> str:
    file = paths.resources() / "icons" / f"{name}.svg"
    return file.read_text("utf-8") if file.is_file() else ""


def _draw(renderer: QSvgRenderer, size: int) -> QPixmap:
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        renderer.render(painter)
    return picture
