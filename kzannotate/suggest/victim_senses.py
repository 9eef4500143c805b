"""What the words of a text mean by the rules for victims: the lists of the `[victim]` tables."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from kzannotate.suggest.rules import SHARED, Rules
from kzannotate.suggest.victim_keys import FORMS, PATRONYMIC, folded, is_given

CODE = "victim"


class Sense:
    """What a word means for a name near it: bits, plain as `IntFlag` takes four times as long."""

    HARM = 1 << 0
    SUFFERED = 1 << 1
    AUXILIARY = 1 << 2
    ACTIVE = 1 << 3
    CASE = 1 << 4
    ROLE = 1 << 5
    CAPTIVE = 1 << 6
    OFFICE = 1 << 7
    HEAD = 1 << 8
    FORMER = 1 << 9
    TITLE = 1 << 10
    SPEECH = 1 << 11
    SOURCE = 1 << 12
    AGENT = 1 << 13
    KIN = 1 << 14
    COUNSEL = 1 << 15
    OWN = 1 << 16
    SIGNED = 1 << 17
    SALUTATION = 1 << 18
    CLOSING = 1 << 19
    ORGANISATION = 1 << 20
    PLACE = 1 << 21
    PLACE_START = 1 << 22
    AND = 1 << 23
    OF = 1 << 24
    PARTICLE = 1 << 25
    ARTICLE = 1 << 26
    SMALL = 1 << 27
    NOT_NAME = 1 << 28
    ABBREVIATION = 1 << 29
    ACT = 1 << 30
    NOT = 1 << 31
    PARTING = 1 << 32
    ALIAS = 1 << 33
    WITH = 1 << 34
    FORCE = 1 << 35


LISTS: Mapping[str, int] = {
    "harm": Sense.HARM,
    "suffered": Sense.SUFFERED | Sense.HARM,
    "auxiliaries": Sense.AUXILIARY | Sense.SMALL,
    "active": Sense.ACTIVE | Sense.SMALL,
    "cases": Sense.CASE,
    "roles": Sense.ROLE,
    "captives": Sense.CAPTIVE | Sense.HARM,
    "offices": Sense.OFFICE,
    "forces": Sense.OFFICE | Sense.FORCE,
    "heads": Sense.HEAD,
    "former": Sense.FORMER,
    "titles": Sense.TITLE | Sense.ABBREVIATION,
    "speech": Sense.SPEECH,
    "acts": Sense.ACT,
    "sources": Sense.SOURCE | Sense.SMALL,
    "agents": Sense.AGENT | Sense.SMALL,
    "kin": Sense.KIN,
    "counsel": Sense.COUNSEL,
    "own": Sense.OWN | Sense.SMALL,
    "signed": Sense.SIGNED,
    "salutations": Sense.SALUTATION,
    "closings": Sense.CLOSING | Sense.SIGNED,
    "organisations": Sense.ORGANISATION,
    "places": Sense.PLACE,
    "place_starts": Sense.PLACE_START,
    "and": Sense.AND | Sense.SMALL,
    "of": Sense.OF | Sense.SMALL,
    "particles": Sense.PARTICLE,
    "parting": Sense.PARTING,
    "aliases": Sense.ALIAS | Sense.SMALL,
    "with": Sense.WITH | Sense.SMALL,
    "articles": Sense.ARTICLE | Sense.SMALL,
    "small": Sense.SMALL,
    "negations": Sense.NOT | Sense.SMALL,
    "not_names": Sense.NOT_NAME,
    "abbreviations": Sense.ABBREVIATION,
}
"""The lists of the `[victim]` tables; docs/suggestions.md tells what each is for."""
NEVER = ~(
    Sense.PARTICLE
    | Sense.PARTING
    | Sense.ARTICLE
    | Sense.ABBREVIATION
    | Sense.AND
    | Sense.AGENT
    | Sense.AUXILIARY
)
"""A capitalised word with one of these senses isn't part of a name."""

_NAMESAKES = (
    Sense.NOT_NAME
    | Sense.PLACE
    | Sense.ORGANISATION
    | Sense.SMALL
    | Sense.AUXILIARY
    | Sense.ACTIVE
    | Sense.SPEECH
    | Sense.ACT
)


_SURNAME = re.compile(r"(?:[оеё]в|[иы]н)(?:а|у|ым|е|о[йи])?\Z")


_KEPT = Sense.HARM | Sense.CAPTIVE
"""What a word has by its stem too, where it is listed by itself."""


class Senses:
    """The senses of words in one language: exact words, and stems that end in `*`, endings that
    start with it.

    An entry with a capital counts only for words with a capital.
    """

    def __init__(self, rules: Rules, languages: Iterable[str], given: frozenset[str]) -> None:
        self._given = given
        lines = rules.words(SHARED, CODE, "given_names")
        self._spelled = frozenset(folded(name) for line in lines for name in line.split())
        self._words: dict[str, int] = {}
        self._stems: dict[str, int] = {}
        self._endings: dict[str, int] = {}
        self._longest = 0
        for name, sense in LISTS.items():
            for language in languages:
                for word in rules.words(language, CODE, name):
                    self._add(word, sense)
        self._spread_force()
        self.of = lru_cache(maxsize=FORMS)(self._of)
        """The senses of a word as it stands."""

    def _add(self, word: str, sense: int) -> None:
        bare = word.strip("*").removesuffix(".")
        key = bare[0].isupper() * "^" + folded(bare)
        table = self._stems if word.endswith("*") else self._words
        table = self._endings if word.startswith("*") else table
        table[key] = table.get(key, 0) | sense
        self._longest = max(self._longest, len(key))

    def _spread_force(self) -> None:
        """Each office that begins as one of the forces does is one: `colonel*`, `colonels`."""
        forces = tuple(key for key, sense in self._stems.items() if sense & Sense.FORCE)
        for table in (self._words, self._stems):
            for key, sense in table.items():
                if sense & Sense.OFFICE and key.startswith(forces):
                    table[key] = sense | Sense.FORCE

    def _of(self, word: str) -> int:
        return self._capital(word) if word[0].isupper() else self._sense(word)

    def _capital(self, word: str) -> int:
        """Of a word with a capital, which may be a given name before all."""
        sense = self._specific(word)
        named = is_given(word, self._given) or PATRONYMIC.search(folded(word))
        if sense & Sense.SMALL and len(word) < 4:
            return sense
        plain = not (sense | self._sense(word)) & ~_NAMESAKES
        own = folded(word)
        listed = own in self._words or "^" + own in self._words  # March sounds like Marc
        if named and (not listed or (plain and self._spelled_so(own, sense))):
            return 0
        return 0 if not listed and not sense & Sense.HARM and self._surname(own) else sense

    def _surname(self, form: str) -> bool:
        """Whether a word only begins as one of the lists does: Акимов, Boersma."""
        length = max(self._stem("^" + form)[1] - 1, self._stem(form)[1])
        rest = len(form) - length
        if form[0] >= "а":
            return length > 0 and rest > 1 and _SURNAME.search(form) is not None
        return 0 < length < 5 and rest > 2

    def _spelled_so(self, form: str, sense: int) -> bool:
        """Whether a word of the lists is a given name too, letter by letter or in Cyrillic."""
        return form in self._spelled or (form[0] >= "а" and not sense & Sense.SMALL)

    def _specific(self, word: str) -> int:
        """Of the entries with a capital, else of the others; of these where they fit it better."""
        form = folded(word)
        capital, other = self._stem("^" + form), self._stem(form)
        if 0 < capital[1] <= other[1] and "^" + form not in self._words:
            return other[0]
        if own := self._sense(word, "^"):
            return own | self._words.get(form, 0) & ~Sense.HARM
        return self._sense(word)

    def _sense(self, word: str, mark: str = "") -> int:
        """The word's own, else those of the longest stem; an own sense doesn't hide harm."""
        key = mark + folded(word)
        if key in self._words:
            return self._words[key] | (0 if mark else self._stem(key)[0] & _KEPT)
        if stem := self._stem(key)[0]:
            return stem
        _, hyphen, last = word.rpartition("-")
        if hyphen and last:
            return self._sense(last, mark)
        for length in range(min(len(key) - 3, self._longest) * bool(self._endings), 2, -1):
            if key[-length:] in self._endings:
                return self._endings[key[-length:]]
        return 0

    def _stem(self, key: str) -> tuple[int, int]:
        """The senses of the longest stem, and its length."""
        for length in range(min(len(key), self._longest), 2, -1):
            if key[:length] in self._stems:
                return self._stems[key[:length]], length
        return 0, 0


def senses(rules: Rules, language: str, given: frozenset[str]) -> Senses:
    """The senses of a language's words; of all languages' where it has no rules.

    `given` holds the keys of given names, which a list's stems may take for other words.
    """
    if language in rules.languages:
        return Senses(rules, (language,), given)
    return Senses(rules, rules.languages or (SHARED,), given)
