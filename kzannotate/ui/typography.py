"""How texts are set: size, spacing, length of lines; kept between sessions."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kzannotate.ui.settings import Settings

if TYPE_CHECKING:  # it imports what opens projects: the window shows before
    from kzannotate.ui.reader.readers import Readers

SPACINGS = (1.0, 1.3, 1.6)
MEASURES = (72, 92, 130)


def change_spacing(readers: "Readers") -> str:
    """Set the lines of all readers wider apart, after the widest close; what to say of it."""
    wanted = _next(SPACINGS, readers.current.text_view.spacing)
    for reader in readers.all:
        reader.text_view.spacing = wanted
    return f"Line spacing {wanted:g}"


def change_measure(readers: "Readers") -> str:
    """Set the lines of all readers longer, after the longest short; what to say of it."""
    wanted = int(_next(MEASURES, readers.current.text_view.measure))
    for reader in readers.all:
        reader.text_view.measure = wanted
    return f"Lines of at most {wanted} characters"


def keep(settings: Settings, readers: "Readers") -> None:
    """Remember how the current reader sets its text."""
    view = readers.current.text_view
    settings.text = {
        "size": view.font().pointSizeF(),
        "spacing": view.spacing,
        "measure": view.measure,
    }


def restore(settings: Settings, readers: "Readers") -> None:
    """Set texts as they were set before."""
    kept = settings.text
    for reader in readers.all:
        view = reader.text_view
        view.zoom(kept.get("size", view.font().pointSizeF()) - view.font().pointSizeF())
        view.spacing = min(max(SPACINGS), max(min(SPACINGS), kept.get("spacing", view.spacing)))
        view.measure = int(kept.get("measure", view.measure))


def _next(choices: Sequence[float], now: float) -> float:
    """The smallest choice above `now`, the smallest of all behind the greatest."""
    return next((choice for choice in choices if choice > now), choices[0])
