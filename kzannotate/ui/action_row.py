"""What the tables of actions are made of."""

from dataclasses import dataclass
from typing import Literal

Need = Literal["", "project", "writing", "document", "coding"]
"""What must be there: nothing, an open project, one that may be written, an open document, a
document of a project that may be written."""
Where = Literal["window", "reader", "corpus", "quotations", "codebook", "hits"]
"""Where the focus must be for the shortcut to count."""


@dataclass(frozen=True, slots=True)
class Row:
    """One action as the table describes it."""

    id: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    tip: str = ""
    need: Need = ""
    where: Where = "window"
