"""The codebook: what a passage can be tagged as."""

from dataclasses import dataclass

from kzannotate.model.ids import CodeId


@dataclass(frozen=True, slots=True)
class Code:
    """A code of the codebook."""

    id: CodeId
    key: str
    """How scripts and exports name it: `demand`; unique in the project."""
    name: str
    """How the window names it."""
    colour: str
    """`#rrggbb`."""
    shortcut: str
    """The letter that tags with it, or empty."""
    parent: CodeId | None
    definition: str
    position: int
    """Order among its siblings."""


def code_path(code: Code, codes: dict[CodeId, Code]) -> str:
    """The names from the root of the tree to `code`, joined by `/`: `Demand/Release`."""
    names = [code.name]
    while code.parent is not None:
        code = codes[code.parent]
        names.append(code.name)
    return "/".join(reversed(names))
