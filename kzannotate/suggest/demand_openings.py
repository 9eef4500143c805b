"""What opens a list: what it announces, of whom, and how far its items were read."""

from dataclasses import dataclass

from kzannotate.suggest.demand_block import Block
from kzannotate.suggest.demand_labels import follows
from kzannotate.suggest.demand_roles import Role

ITEM, HEADED, VERBS, UNTOLD = "item", "headed", "verbs", "list"


@dataclass(slots=True, eq=False)
class Opening:
    """What announced a list, and the last item that was read of it."""

    role: Role
    rule: str = ITEM
    issuer: str = ""
    addressee: str = ""
    kind: str = ""
    label: str = ""
    language: str = ""
    run_in: bool = False
    """Whether it's a heading that lost its line."""
    index: int = -1
    """Of the last block that belongs to it."""

    def goes_on(self, index: int, block: Block, language: str) -> bool:
        """Whether a block is the next item."""
        if self.kind != block.kind or self.language != language:
            return False
        near = block.kind in ("number", "letter") or index - self.index <= 2
        return near and follows(block.kind, self.label, block.label)
