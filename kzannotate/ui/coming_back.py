"""Where a researcher left a project, and where the next session begins."""

from typing import TYPE_CHECKING

from kzannotate.ui.settings import Settings

if TYPE_CHECKING:  # it imports what opens projects: the window shows before
    from kzannotate.ui.workbench import Workbench


def keep(settings: Settings, workbench: "Workbench") -> None:
    """Remember the places and the size of the text."""
    settings.keep_places(workbench.project.path.absolute(), workbench.readers.places())
    settings.text_size = workbench.reader.text_view.font().pointSizeF()


def restore(settings: Settings, workbench: "Workbench") -> None:
    """Have the workbench begin where it was left, as soon as its corpus is listed."""
    workbench.start = settings.places(workbench.project.path.absolute())
    view = workbench.reader.text_view
    if settings.text_size:
        view.zoom(settings.text_size - view.font().pointSizeF())
