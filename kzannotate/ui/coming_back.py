"""How a researcher left a project, and how the next session begins."""

from typing import TYPE_CHECKING

from kzannotate.model.ids import DocumentId
from kzannotate.ui import typography
from kzannotate.ui.reader.place import Place
from kzannotate.ui.settings import Settings

if TYPE_CHECKING:  # it imports what opens projects: the window shows before
    from kzannotate.ui.workbench import Workbench


def keep(settings: Settings, workbench: "Workbench") -> None:
    """Remember the places of the readers, the codes' digits, the columns, how texts are set."""
    left = {
        "places": [
            [one.document, one.caret, one.on_page, one.zoom] for one in workbench.readers.places()
        ],
        "codes": workbench.code_keys.recent.slots,
    }
    settings.keep_left(workbench.project.path.absolute(), left)
    typography.keep(settings, workbench.readers)
    settings.keep_bytes("quotations", workbench.quotations.layout_kept())


def restore(settings: Settings, workbench: "Workbench") -> None:
    """Have the workbench begin as it was left, as soon as its corpus is listed."""
    left = settings.left(workbench.project.path.absolute())
    workbench.start = [
        Place(DocumentId(document), int(caret), bool(on_page), *zoom)
        for document, caret, on_page, *zoom in left.get("places", [])
    ]
    workbench.code_keys.remember(left.get("codes", []))
    typography.restore(settings, workbench.readers)
    workbench.quotations.lay_out(settings.bytes("quotations"))
