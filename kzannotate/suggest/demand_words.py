"""The words of the rules for demands, made ready: the lists of a language."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from weakref import WeakKeyDictionary

from kzannotate.suggest.demand_phrases import Beginnings, Phrases, Tokens
from kzannotate.suggest.rules import Rules

CODE = "demand"


@dataclass(frozen=True, eq=False)
class Words:
    """The lists of a language's table `[demand]`; docs/suggestions.md tells what each means."""

    asks: Phrases
    asks_for: Phrases
    asked: Phrases
    asked_for: Phrases
    begs: Phrases
    heads: Phrases
    must: Phrases
    should: Phrases
    informs: Phrases
    recites: Phrases
    resolves: Phrases
    requests: Phrases
    headings: Phrases
    skips: Phrases
    links: Phrases
    joins: Phrases
    relatives: Phrases
    before_nouns: Phrases
    issuers: Phrases
    addressees: Phrases
    others: Phrases
    courts: Phrases
    acts: Phrases
    wished: Phrases
    small: frozenset[str]
    deeds: Phrases
    following: Phrases
    ordered: Phrases
    slogans: Phrases
    laws: Phrases
    closings: Phrases
    firsthand: Phrases
    idioms: Phrases
    imperatives: Phrases
    infinitives: Phrases
    towards: Phrases
    unfinished: Phrases
    adopts: Phrases
    lets: Phrases
    pronouns: Phrases
    ourselves: Phrases
    earlier: Phrases
    within: Phrases
    chants: Phrases
    judgments: Phrases
    could: Phrases
    finite: Phrases
    times: Phrases
    vocatives: Phrases
    opines: Phrases
    again: Phrases
    boilerplate: Phrases
    persons: Phrases
    questions: Phrases
    reported: Phrases
    myself: Phrases
    future: tuple[str, ...]
    commands: tuple[str, ...]
    datives: tuple[str, ...]
    grounds: tuple[str, ...]
    verbs: tuple[str, ...]
    anchors: Phrases
    """All phrases that can make a demand of a sentence."""
    announces: Phrases
    """All phrases of asking that can announce a list."""
    endings: tuple[str, ...]
    abbreviations: frozenset[str]
    starters: frozenset[str]
    verb_last: bool
    """Whether verbs stand behind what they ask."""
    dropped: bool
    """Whether a verb may do without its subject."""
    subject_needed: bool
    """Whether a verb can't begin a sentence within a paragraph."""

    beginnings: Beginnings
    """What may begin with a word."""
    commanding: re.Pattern[str] | None
    """What ends as verbs do that tell a reader to do something."""

    def tokens(self, low: str, start: int, stop: int) -> Tokens:
        """The words between two places of a lowered text."""
        return Tokens(self.beginnings, low, start, stop)

    def is_act(self, found: Tokens, index: int) -> bool:
        """Whether a word is a verb in the form that an item of a list begins with."""
        word = found.words[index]
        return self.acts.begins(found, index) or (len(word) > 4 and word.endswith(self.endings))


_READY: WeakKeyDictionary[Rules, dict[str, Words]] = WeakKeyDictionary()


def words_of(rules: Rules, language: str) -> Words:
    """The words of a language, with those that all languages share; made once."""
    ready: dict[str, Words] = _READY.setdefault(rules, {})
    if language not in ready:
        ready[language] = _made(rules, language)
    return ready[language]


def _made(rules: Rules, language: str) -> Words:
    lists = {name: rules.words(language, CODE, name) for name in _LISTS}
    for union, names in _UNIONS.items():
        lists[union] = tuple(phrase for name in names for phrase in lists[name])
    phrases: Mapping[str, Phrases] = {
        name: Phrases(words) for name, words in lists.items() if name not in _PLAIN
    }
    return Words(
        **phrases,
        beginnings=Beginnings(phrases.values()),
        commanding=_commanding(lists["commands"]),
        endings=lists["endings"],
        future=lists["future"],
        commands=lists["commands"],
        datives=lists["datives"],
        grounds=lists["grounds"],
        verbs=lists["verbs"],
        small=frozenset(lists["small"]),
        abbreviations=frozenset(word.lower().rstrip(".") for word in lists["abbreviations"]),
        starters=frozenset(lists["starters"]),
        verb_last=bool(rules.table(language, CODE).get("verb_last")),
        dropped=bool(rules.table(language, CODE).get("dropped")),
        subject_needed=bool(rules.table(language, CODE).get("subject_needed")),
    )


def _commanding(endings: Sequence[str]) -> re.Pattern[str] | None:
    return re.compile(rf"(?:{'|'.join(endings)})\b") if endings else None


_PLAIN = frozenset(
    {
        "endings",
        "future",
        "commands",
        "datives",
        "grounds",
        "verbs",
        "abbreviations",
        "small",
        "starters",
    }
)
_LISTS = frozenset(field.name for field in fields(Words)) - {
    "anchors",
    "announces",
    "beginnings",
    "commanding",
    "verb_last",
    "dropped",
    "subject_needed",
}
_ASKING = ("asks", "asks_for", "asked", "asked_for", "begs", "must", "should")
_UNIONS = {
    "anchors": (*_ASKING, "slogans", "imperatives", "lets"),
    "announces": (*_ASKING, "heads"),
}
