"""Demands in lists: what announces a list, which items belong to it, and where each ends."""

from collections.abc import Iterator

from kzannotate.suggest.demand_block import Block
from kzannotate.suggest.demand_ends import trimmed
from kzannotate.suggest.demand_headings import (
    BEGINNING,
    asks_above_list,
    begins_item,
    begins_with_deed,
    is_addressing,
    is_heading,
    is_section_item,
    is_title,
    run_in_heading,
    tells_of_list,
)
from kzannotate.suggest.demand_introductions import introduced, introducing, opens_decision
from kzannotate.suggest.demand_items import begins_with_name, items_of, names_deed, title_below
from kzannotate.suggest.demand_labels import is_first
from kzannotate.suggest.demand_line_shapes import CLOSERS, ends_sentence, is_caps
from kzannotate.suggest.demand_openings import HEADED, ITEM, UNTOLD, VERBS, Opening
from kzannotate.suggest.demand_parties import addressee_of, issuer_of
from kzannotate.suggest.demand_reading import Demand, Reading
from kzannotate.suggest.demand_roles import (
    Role,
    announced,
    asking_verb,
    is_address,
    is_item,
)

_HEADING = 120
_TITLE = 60
_SHORT = 3
"""Words of a heading with a number: `6. Decision`."""
_WORDS = 8
"""Words of a heading that asks."""
_KEPT = 8
"""Lists that are open at a time: two columns of two languages, each with lists in lists."""
_SCORES = {ITEM: 0.9, HEADED: 0.75, VERBS: 0.5, UNTOLD: 0.3}


class Lists:
    """Goes through the blocks of a text, and keeps what it learns of each."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._open: list[Opening] = []
        self._pending: Opening | None = None
        self._twin: Opening | None = None
        """What announced a list in another language, just before `_pending` did."""
        self._section = Opening(Role.NONE, HEADED)
        self._untold: dict[Opening, list[Demand]] = {}
        self.judged = -1
        """Index of the block that opens what a court decides; -1 without one."""
        self._verbs: dict[Opening, list[Demand | None]] = {}
        self.of: dict[int, Opening] = {}
        """Index of a block to the list that it is an item of."""
        self.announcing: set[int] = set()
        """Blocks whose last sentence, or heading, announces a list."""

    def read(self) -> Iterator[Demand]:
        """The demands that are items of a list that asks."""
        for index, block in enumerate(self._reading.blocks):
            opening = self._marked(index, block) if block.kind else self._unmarked(index, block)
            if opening:
                self.of[index] = opening
            announced = self._announcement(index, block, opening)
            if self._pending and announced and announced is not self._pending:
                self._twin = self._pending
            self._pending = announced
            if self._pending:
                self.announcing.add(index)
            elif opening and not is_title(self._reading, index):
                yield from self._items(block, opening)
        yield from self._told_by_structure()

    # -- which list a block is an item of ------------------------------------------------------

    def _marked(self, index: int, block: Block) -> Opening:
        language = self._reading.language(block.start, block.stop)
        opening = next((o for o in reversed(self._open) if o.goes_on(index, block, language)), None)
        if not opening or (
            self._pending and (is_first(block.kind, block.label) or self._announces(index, opening))
        ):
            opening = self._pending or self._second(block, language) or self._unannounced(block)
            self._open = [*self._open[1 - _KEPT :], opening]
        opening.kind, opening.label = block.kind, block.label
        opening.language, opening.index = language, index
        return opening

    def _second(self, block: Block, language: str) -> Opening | None:
        """The second of two lists in two languages that were announced side by side."""
        first = self._open[-1].language if self._open else language
        twin = self._twin if is_first(block.kind, block.label) and first != language else None
        self._twin = None if twin else self._twin
        return twin

    def _unannounced(self, block: Block) -> Opening:
        if block.asks:
            return Opening(Role.ASKS)
        return Opening(self._section.role, HEADED, addressee=self._section.addressee)

    def _announces(self, index: int, instead: Opening) -> bool:
        """Whether what stands just before an item asks, unlike the list that it goes on."""
        role = self._pending.role if self._pending else Role.NONE
        if instead.role is Role.RESOLVES:  # a verb alone: `DECIDES 1. … 2. … ASKS 3. …`
            return role is Role.ASKS and not self._reading.blocks[index - 1].kind
        return role in (Role.ASKS, Role.RESOLVES) and instead.role in (Role.NONE, Role.INFORMS)

    def _unmarked(self, index: int, block: Block) -> Opening | None:
        """The list of an item whose sign was lost."""
        before = self.of.get(index - 1)
        if self._decides(index, block):
            return Opening(Role.RESOLVES, index=index)
        if self._pending and self._begins_pending(block):
            opening = self._pending
        elif before and not before.kind and self._goes_on_unmarked(index, block):
            opening = before
        elif block.apart and is_section_item(self._reading, block, self._section):
            opening = Opening(Role.ASKS, HEADED)
        else:
            return None
        opening.index = index
        return opening

    def _begins_pending(self, block: Block) -> bool:
        """Whether a paragraph without a sign is the first item of what was announced."""
        resolves = self._pending is not None and self._pending.role is Role.RESOLVES
        return resolves or begins_item(self._reading, block)

    def _decides(self, index: int, block: Block) -> bool:
        """Whether a paragraph tells what a court decides: `For these reasons, the appeal …`."""
        if not self._reading.low.startswith(self._reading.grounds, block.start):
            return False
        words = self._reading.words(block)
        first = words.tokens(self._reading.low, block.start, block.start + BEGINNING)
        ended = ends_sentence(self._reading.text, block.stop)
        if not ended or words.ourselves.find(first) or words.firsthand.find(first):
            return False
        self.judged = index if self.judged < 0 else self.judged
        return True

    def _judge(self, index: int, block: Block) -> None:
        """Keeps where a court begins to decide, if it's here."""
        if self.judged < 0 and self._reading.low.startswith(self._reading.grounds, block.start):
            self.judged = index

    def _goes_on_unmarked(self, index: int, block: Block) -> bool:
        before = self._reading.blocks[index - 1]
        if block.listed and before.listed:
            return True
        text = self._reading.text
        if self.of[index - 1].role is Role.RESOLVES:
            return not is_caps(text[block.start : block.stop])
        if text[before.start : before.stop].rstrip(CLOSERS).endswith(";"):
            return not is_caps(text[block.start : block.stop])
        return begins_with_deed(self._reading, block)

    # -- what announces a list -----------------------------------------------------------------

    def _announcement(self, index: int, block: Block, of: Opening | None) -> Opening | None:
        text = self._reading.text[block.start : block.stop].rstrip(CLOSERS)
        if text.endswith(":") or tells_of_list(self._reading, index, of):
            return self._introduction(index, block, of)
        if opens_decision(self._reading, block):
            self._judge(index, block)
            return Opening(Role.RESOLVES)
        if self._pending and is_title(self._reading, index):
            return self._pending
        if not block.kind and (heading := run_in_heading(self._reading, block)):
            self._section = heading
        capitals = len(text) < _TITLE and text[-1:] != "!" and is_caps(text)
        ended = ends_sentence(self._reading.text, block.stop) and text[-1:] != "?" and not capitals
        if len(text) > _HEADING or ended:
            return None
        return self._heading(index, block, of)

    def _introduction(self, index: int, block: Block, of: Opening | None) -> Opening:
        words, found = self._reading.words(block), introducing(self._reading, block)
        role = self._role(index, block, of, introduced(self._reading, block, found))
        if len(found) <= _WORDS and words.headings.find(found):
            self._section = Opening(Role.ASKS, HEADED)
        named = self._section.role is Role.ASKS or is_address(words, found)
        if role is Role.NONE and named and words.addressees.find(found):
            return Opening(Role.ASKS, HEADED, addressee=self._reading.title_of(block))
        if role is Role.RESOLVES and self.judged < 0 and words.judgments.find(found):
            self.judged = index
        opening = Opening(role)
        if verb := asking_verb(words, found):
            opening.issuer = issuer_of(self._reading.text, words, found, verb.first)
            opening.addressee = addressee_of(self._reading.text, words, found, verb)
        elif of:
            opening.issuer, opening.addressee = of.issuer, of.addressee
        language = self._reading.language(block.start, block.stop)
        if role is Role.NONE and language not in self._reading.rules.languages:
            opening.rule, opening.role = UNTOLD, Role.ASKS
        return opening

    def _role(self, index: int, block: Block, of: Opening | None, role: Role) -> Role:
        """What a sentence with a colon does, by itself or as a part of what goes on.

        One that explains an item doesn't go on with its list.
        """
        if role is not Role.NONE:
            return role
        explains = len(self._reading.sentences(block)) > 1
        if of and not explains and of.role in (Role.ASKS, Role.RECITES):
            return of.role
        return Role.RESOLVES if self._is_title_within(index, block) else role

    def _is_title_within(self, index: int, block: Block) -> bool:
        """Whether a line in capitals parts what is resolved: `ON THE COSTS:`."""
        before = self.of.get(index - 1)
        text = self._reading.text[block.start : block.stop].rstrip(CLOSERS)
        title = len(text) < _TITLE and text.endswith(":") and not block.kind
        resolves = before is not None and before.role is Role.RESOLVES
        return title and resolves and is_caps(text)

    def _heading(self, index: int, block: Block, of: Opening | None) -> Opening | None:
        """A heading of demands announces lists until the next heading."""
        words = self._reading.words(block)
        found = words.tokens(self._reading.low, block.start, block.stop)
        if words.headings.find(found) and self._reading.text[block.stop - 1] != ",":
            self._section = Opening(Role.ASKS, HEADED)
            return Opening(Role.ASKS, HEADED)
        if (not block.kind or len(found) <= _SHORT) and announced(words, found) is Role.RESOLVES:
            self._judge(index, block)
            return Opening(Role.RESOLVES)
        if not block.kind and is_caps(self._reading.text[block.start : block.stop]):
            introduced = self._introduction(index, block, of)
            if introduced.role in (Role.ASKS, Role.RESOLVES) and introduced.rule == ITEM:
                return introduced
        if asks_above_list(self._reading, index, found):
            return Opening(Role.ASKS, HEADED)
        before = self.of.get(index - 1, self._section)
        asked = Role.ASKS in (self._section.role, before.role) and is_addressing(
            self._reading, index
        )
        if block.kind in ("dash", "bullet") or not (asked or is_heading(self._reading, index)):
            return None
        if asked or (self._section.role is Role.ASKS and words.addressees.find(found)):
            addressee = self._reading.title_of(block)
            self._section = Opening(Role.ASKS, HEADED, addressee=addressee)
            return Opening(Role.ASKS, HEADED, addressee=addressee)
        self._section = Opening(Role.NONE, HEADED)
        self._open = [each for each in self._open if each.kind not in ("dash", "bullet")]
        return None

    # -- the items -----------------------------------------------------------------------------

    def _items(self, block: Block, opening: Opening) -> Iterator[Demand]:
        if opening.role is Role.ASKS:
            for start, stop in items_of(self._reading, block, opening.rule == HEADED):
                demand = self._demand(block, opening, start, stop, opening.rule)
                if opening.rule == UNTOLD:
                    self._untold.setdefault(opening, []).append(demand)
                else:
                    yield demand
        elif opening.role is Role.NONE and (block.kind or block.listed):
            self._keep_verb(block, opening)

    def _keep_verb(self, block: Block, opening: Opening) -> None:
        """Keeps an item that nothing announced, for the case that each begins with a verb."""
        verbs = self._verbs.setdefault(opening, [])
        first = self._reading.sentences(block)[:1]
        words = self._reading.words(block)
        as_item = names_deed if opening.rule == ITEM else is_item
        if first and as_item(words, first[0].tokens):
            stop = title_below(self._reading, block) or first[0].stop
            verbs.append(self._demand(block, opening, block.start, stop, VERBS))
            return
        verbs.append(None)

    def _demand(self, block: Block, of: Opening, start: int, stop: int, rule: str) -> Demand:
        words = self._reading.words(block)
        start, stop = trimmed(self._reading.text, start, stop, words)
        name = self._reading.name(block, rule)
        return Demand(start, stop, name, _SCORES[rule], of.issuer, of.addressee)

    def _told_by_structure(self) -> Iterator[Demand]:
        """Items of lists in a language without rules: two and more that end as demands do.

        And items in a language with rules that nothing announced, if each begins with a verb.
        """
        text = self._reading.text
        for same in self._untold.values():
            if len(same) > 1 and all(text[d.stop - 1] in ";," for d in same[:-1]):
                yield from same
        for items in self._verbs.values():
            told = [
                one for one in items if one and not begins_with_name(text[one.start : one.stop])
            ]
            if len(items) > 1 and all(items) and told:
                yield from filter(None, items)
