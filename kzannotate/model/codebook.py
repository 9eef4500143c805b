"""The codebook: what a passage can be tagged as."""

import uuid
from collections import defaultdict
from collections.abc import Iterable
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


def below(code: CodeId, codes: Iterable[Code]) -> set[CodeId]:
    """The code itself and all that hang from it."""
    found: set[CodeId] = set()
    children = defaultdict(list)
    for one in codes:
        children[one.parent].append(one.id)
    ahead = [code]
    while ahead:
        found.add(ahead[-1])
        ahead += children[ahead.pop()]
    return found


def in_tree_order(codes: Iterable[Code]) -> list[Code]:
    """The codes as the codebook shows them: each followed by those under it, siblings as given."""
    children = defaultdict(list)
    for code in codes:
        children[code.parent].append(code)
    ordered: list[Code] = []
    waiting = children[None][::-1]
    while waiting:
        ordered.append(waiting.pop())
        waiting += children[ordered[-1].id][::-1]
    return ordered


def code_path(code: Code, codes: dict[CodeId, Code]) -> str:
    """The names from the root of the tree to `code`, joined by `/`: `Demand/Release`."""
    names = [code.name]
    while code.parent is not None:
        code = codes[code.parent]
        names.append(code.name)
    return "/".join(reversed(names))


def shared_id(key: str) -> CodeId:
    """The same id in every project, so that the files of two researchers can be merged."""
    return CodeId(str(uuid.uuid5(uuid.NAMESPACE_URL, f"urn:kzannotate:code:{key}")))


def _built_in(position: int, key: str, name: str, colour: str, definition: str) -> Code:
    return Code(shared_id(key), key, name, colour, name[0], None, definition, position)


BUILT_IN = (
    _built_in(0, "demand", "Demand", "#2f7ed8", "What a text asks, and of whom."),
    _built_in(
        1, "victim", "Victim", "#d9483b", "A named person whose rights are said to be violated."
    ),
    _built_in(
        2, "legal_article", "Legal article", "#3c9d4e", "A provision of a law or of a treaty."
    ),
)
"""The codes of every new project."""

COLOURS = (
    *(code.colour for code in BUILT_IN),
    "#8e5bc0",
    "#e08a1e",
    "#1fa3a3",
    "#c94f9b",
    "#8a6d3b",
    "#5a6acf",
    "#7a9a1f",
    "#b0564a",
    "#4f7f94",
)
"""What new codes are coloured with, one after the other."""
