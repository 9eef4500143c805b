"""Demands in lists: what announces a list, which items belong to it, and where each ends."""

from collections.abc import Iterator

from kzannotate.suggest.demand_blocks import Block, ends_sentence, is_caps
from kzannotate.suggest.demand_ends import clauses, trimmed
from kzannotate.suggest.demand_items import items_of, names_deed
from kzannotate.suggest.demand_labels import is_first
from kzannotate.suggest.demand_openings import HEADED, ITEM, UNTOLD, VERBS, Opening
from kzannotate.suggest.demand_parties import addressee_of, issuer_of
from kzannotate.suggest.demand_phrases import Tokens
from kzannotate.suggest.demand_reading import Demand, Reading, Sentence
from kzannotate.suggest.demand_roles import Role, announced, asking_verb, is_address, is_item

_HEADING = 120
_TITLE = 60
_BEGINNING = 90
"""Code points within which an item has its verb or names what is to be done."""
_CLOSERS = " \t\n*_\u00a0"
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
            elif opening and not self._is_title(index, block):
                yield from self._items(block, opening)
        yield from self._told_by_structure()

    # -- which list a block is an item of ------------------------------------------------------

    def _marked(self, index: int, block: Block) -> Opening:
        language = self._reading.language(block.start, block.stop)
        opening = next((o for o in reversed(self._open) if o.goes_on(index, block, language)), None)
        if not opening or (
            self._pending and (is_first(block.kind, block.label) or self._announces(opening))
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

    def _announces(self, instead: Opening) -> bool:
        """Whether what stands just before an item asks, unlike the list that it goes on."""
        asks = self._pending is not None and self._pending.role in (Role.ASKS, Role.RESOLVES)
        return asks and instead.role in (Role.NONE, Role.INFORMS)

    def _unmarked(self, index: int, block: Block) -> Opening | None:
        """The list of an item whose sign was lost."""
        before = self.of.get(index - 1)
        if self._pending and (self._pending.role is Role.RESOLVES or self._begins_item(block)):
            opening = self._pending
        elif before and not before.kind and self._goes_on_unmarked(index, block):
            opening = before
        else:
            return None
        opening.index = index
        return opening

    def _begins_item(self, block: Block) -> bool:
        if self._reading.text[block.start].isdigit():
            return False  # a date
        letter = next((c for c in self._reading.text[block.start : block.stop] if c.isalpha()), "A")
        text = self._reading.text[block.start : block.stop]
        listed = text.rstrip(_CLOSERS)[-1:] in (";", ",") or ";\n" in text
        return letter.islower() or listed or self._names_deed(block)

    def _names_deed(self, block: Block) -> bool:
        words = self._reading.words(block)
        stop = block.stop if words.verb_last else min(block.stop, block.start + _BEGINNING)
        first = words.tokens(self._reading.low, block.start, stop)
        return names_deed(words, first)

    def _goes_on_unmarked(self, index: int, block: Block) -> bool:
        before = self._reading.blocks[index - 1]
        text = self._reading.text
        if self.of[index - 1].role is Role.RESOLVES:
            return not is_caps(text[block.start : block.stop])
        if text[before.start : before.stop].rstrip(_CLOSERS).endswith(";"):
            return not is_caps(text[block.start : block.stop])
        return self._names_deed(block)

    # -- what announces a list -----------------------------------------------------------------

    def _announcement(self, index: int, block: Block, of: Opening | None) -> Opening | None:
        text = self._reading.text[block.start : block.stop].rstrip(_CLOSERS)
        if text.endswith(":") or self._tells_of_list(index, block):
            return self._introduction(block, of)
        if self._pending and self._is_title(index, block):
            return self._pending
        capitals = len(text) < _TITLE and text[-1:] != "!" and is_caps(text)
        ended = ends_sentence(self._reading.text, block.stop) and text[-1:] != "?" and not capitals
        if len(text) > _HEADING or ended:
            return None
        return self._heading(index, block, of)

    def _tells_of_list(self, index: int, block: Block) -> bool:
        """Whether a sentence that ends with a point asks for `the following`, and a list does."""
        following = self._reading.blocks[index + 1 : index + 2]
        if block.kind in ("dash", "bullet") or not following or not following[0].kind:
            return False
        if not is_first(following[0].kind, following[0].label):
            return False
        last = self._reading.sentences(block)[-1:]
        words = self._reading.words(block)
        if not last:
            return False
        if ends_sentence(self._reading.text, block.stop) and not words.following.find(
            last[0].tokens
        ):
            return False
        return announced(words, last[0].tokens) is Role.ASKS

    def _is_title(self, index: int, block: Block) -> bool:
        """Whether a short block is the title of items that have another kind of number, or one."""
        following = self._reading.blocks[index + 1 : index + 2]
        if block.kind in ("dash", "bullet") or block.stop - block.start > _TITLE:
            return False
        if ends_sentence(self._reading.text, block.stop) or not following:
            return False
        return following[0].kind not in ("", block.kind)

    def _introduction(self, block: Block, of: Opening | None) -> Opening:
        sentence = self._reading.sentences(block)[-1:]
        words = self._reading.words(block)
        found = sentence[0].tokens if sentence else words.tokens("", 0, 0)
        found = found.behind(clauses(found)[-1][0])
        role = announced(words, found)
        if role is Role.NONE and of and of.role in (Role.ASKS, Role.RECITES):
            role = of.role
        named = self._section.role is Role.ASKS or is_address(words, found)
        if role is Role.NONE and named and words.addressees.find(found):
            return Opening(Role.ASKS, HEADED, addressee=_text_of(self._reading, sentence))
        opening = Opening(role)
        if verb := asking_verb(words, found):
            opening.issuer = issuer_of(self._reading.text, words, found, verb.first)
            opening.addressee = addressee_of(self._reading.text, words, found, verb)
        elif of:
            opening.issuer, opening.addressee = of.issuer, of.addressee
        if role is Role.NONE and self._reading.language(block.start, block.stop) not in (
            self._reading.rules.languages
        ):
            opening.rule = UNTOLD
            opening.role = Role.ASKS
        return opening

    def _heading(self, index: int, block: Block, of: Opening | None) -> Opening | None:
        """A heading of demands announces lists until the next heading."""
        words = self._reading.words(block)
        found = words.tokens(self._reading.low, block.start, block.stop)
        if words.headings.find(found) and self._reading.text[block.stop - 1] != ",":
            self._section = Opening(Role.ASKS, HEADED)
            return Opening(Role.ASKS, HEADED)
        if not block.kind and announced(words, found) is Role.RESOLVES:
            return Opening(Role.RESOLVES)
        if not block.kind and is_caps(self._reading.text[block.start : block.stop]):
            introduced = self._introduction(block, of)
            if introduced.role in (Role.ASKS, Role.RESOLVES) and introduced.rule == ITEM:
                return introduced
        if self._asks_above_list(index, block, found):
            return Opening(Role.ASKS, HEADED)
        if block.kind in ("dash", "bullet") or not self._is_heading(index, block):
            return None
        if self._section.role is Role.ASKS and words.addressees.find(found):
            addressee = self._reading.text[block.start : block.stop].strip(_CLOSERS)
            self._section = Opening(Role.ASKS, HEADED, addressee=addressee)
            return Opening(Role.ASKS, HEADED, addressee=addressee)
        self._section = Opening(Role.NONE, HEADED)
        return None

    def _asks_above_list(self, index: int, block: Block, found: Tokens) -> bool:
        """Whether a heading without a colon asks, and a list follows: `The mission recommends`."""
        following = self._reading.blocks[index + 1 : index + 2]
        if block.kind or len(found) > _WORDS or not following or not following[0].kind:
            return False
        return announced(self._reading.words(block), found) is Role.ASKS

    def _is_heading(self, index: int, block: Block) -> bool:
        following = self._reading.blocks[index + 1 : index + 2]
        return block.apart and bool(following) and following[0].apart

    # -- the items -----------------------------------------------------------------------------

    def _items(self, block: Block, opening: Opening) -> Iterator[Demand]:
        if opening.role is Role.ASKS:
            for start, stop in items_of(self._reading, block, opening.rule == HEADED):
                demand = self._demand(block, opening, start, stop, opening.rule)
                if opening.rule == UNTOLD:
                    self._untold.setdefault(opening, []).append(demand)
                else:
                    yield demand
        elif opening.role is Role.NONE and block.kind:
            self._keep_verb(block, opening)

    def _keep_verb(self, block: Block, opening: Opening) -> None:
        """Keeps an item that nothing announced, for the case that each begins with a verb."""
        verbs = self._verbs.setdefault(opening, [])
        first = self._reading.sentences(block)[:1]
        words = self._reading.words(block)
        as_item = names_deed if opening.rule == ITEM else is_item
        if first and as_item(words, first[0].tokens):
            verbs.append(self._demand(block, opening, block.start, first[0].stop, VERBS))
            return
        verbs.append(None)

    def _demand(self, block: Block, of: Opening, start: int, stop: int, rule: str) -> Demand:
        words = self._reading.words(block)
        start, stop = trimmed(self._reading.text, start, stop, words)
        name = self._reading.name(block, rule)
        return Demand(start, stop, name, _SCORES[rule], of.issuer, of.addressee)

    def _may_be_name(self, item: Demand) -> bool:
        """Whether two words with capitals begin an item: `Grant Korin`."""
        first, second, *_ = [*self._reading.text[item.start : item.stop].split(None, 2), ""]
        return first[:1].isupper() and second[:1].isupper()

    def _told_by_structure(self) -> Iterator[Demand]:
        """Items of lists in a language without rules: two and more that end as demands do.

        And items in a language with rules that nothing announced, if each begins with a verb.
        """
        text = self._reading.text
        for same in self._untold.values():
            if len(same) > 1 and all(text[d.stop - 1] in ";," for d in same[:-1]):
                yield from same
        for items in self._verbs.values():
            told = [one for one in items if one and not self._may_be_name(one)]
            if len(items) > 1 and all(items) and told:
                yield from filter(None, items)


def _text_of(reading: Reading, sentences: list[Sentence]) -> str:
    text = "".join(reading.text[s.start : s.stop] for s in sentences)
    return " ".join(text.split()).strip(" :*_")
