"""A search as a plan: what `search` compiles from the researcher's words and `store` runs.

Forms are folded words, as the index holds them.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from kzannotate.model.ids import AnnotationId, CodeId, DocumentId

JOINT = "\U0010fffd"
"""Before a form in the index: it stands on the next page, for phrases that go on there.

A private sign, which is in no word and sorts behind all letters.
"""
Unit = Literal["passage", "page", "document"]
"""Where all words of a search must stand together. A document without pages is one page."""


@dataclass(frozen=True, slots=True)
class Word:
    """Any of some forms of one word; of none, nothing."""

    forms: tuple[str, ...]
    typed: str = field(default="", compare=False)
    """The word or the pattern that the forms are of, folded, where they were looked up."""


@dataclass(frozen=True, slots=True)
class Prefix:
    """Every word that starts with these letters."""

    start: str


@dataclass(frozen=True, slots=True)
class Wildcard:
    """Every word of a pattern: `?` stands for one letter, `*` for any number of them."""

    pattern: str


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Every word that at most so many letters added, left out, changed or swapped make this."""

    form: str
    letters: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """Forms that follow one another."""

    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Near:
    """Different forms in any order, with at most so many other words among them."""

    forms: tuple[str, ...]
    distance: int


@dataclass(frozen=True, slots=True)
class Exact:
    """Words that follow one another, letter by letter as they were typed."""

    words: tuple[str, ...]
    """With their case and accents; without soft hyphens and the like."""
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matches:
    """What a regular expression finds within a passage."""

    expression: str


@dataclass(frozen=True, slots=True)
class Anything:
    """Whatever there is: the whole passage."""


@dataclass(frozen=True, slots=True)
class Place:
    """Passages of a language, of some documents, of some pages; what is empty is free."""

    language: str = ""
    document: str = ""
    """Words of the document's name, folded, all of which it holds."""
    first: int | None = None
    last: int | None = None
    """Pages, from 1, both included."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """Stretches with one annotation of which all of this is true; what is empty is free."""

    code: str = ""
    """Key or name, as it was typed."""
    codes: tuple[CodeId, ...] | None = None
    """The codes of that name, and those below them, once they are looked up."""
    memo: str = ""
    """Words, folded, all of which the memo holds."""
    coder: str = ""
    """Words, folded, all of which the coder's name holds."""
    since: str = ""
    until: str = ""
    """When it was made, as far as it is given, both included: `2024`, `2024-05`."""


Where = Place | Annotated


@dataclass(frozen=True, slots=True)
class Inside:
    """`wanted`, looked for only in places of one of these kinds."""

    wanted: "Plan"
    where: tuple[Where, ...]


@dataclass(frozen=True, slots=True)
class Outside:
    """`wanted`, where it doesn't touch a place of one of these kinds."""

    wanted: "Plan"
    where: tuple[Where, ...]


@dataclass(frozen=True, slots=True)
class All:
    """Each part occurs in the passage."""

    parts: tuple["Plan", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part occurs in the passage."""

    parts: tuple["Plan", ...]


@dataclass(frozen=True, slots=True)
class Without:
    """`wanted` occurs in the passage and `unwanted` doesn't."""

    wanted: "Plan"
    unwanted: "Plan"


Leaf = Word | Prefix | Wildcard | Fuzzy | Phrase | Near | Exact | Matches | Anything
Plan = Leaf | Inside | Outside | All | AnyOf | Without


def parts(plan: Plan) -> tuple[Plan, ...]:
    """The plans that a plan is made of; none for a leaf."""
    match plan:
        case All(several) | AnyOf(several):
            return several
        case Without(wanted, unwanted):
            return (wanted, unwanted)
        case Inside(wanted, _) | Outside(wanted, _):
            return (wanted,)
        case _:
            return ()


def depth(plan: Plan) -> int:
    """How many plans lie within one another; 1 for a leaf. Raises RecursionError for hundreds."""
    return 1 + max(map(depth, parts(plan)), default=0)


def rebuilt(plan: Plan, change: Callable[[Plan], Plan]) -> Plan:
    """The plan with each of its parts changed; a leaf as it is."""
    match plan:
        case All(several):
            return All(tuple(map(change, several)))
        case AnyOf(several):
            return AnyOf(tuple(map(change, several)))
        case Without(wanted, unwanted):
            return Without(change(wanted), change(unwanted))
        case Inside(wanted, where):
            return Inside(change(wanted), where)
        case Outside(wanted, where):
            return Outside(change(wanted), where)
        case _:
            return plan


def everywhere(plan: Plan) -> Iterator[Plan]:
    """The plan and all that it is made of, from the left."""
    yield plan
    for part in parts(plan):
        yield from everywhere(part)


@dataclass(frozen=True, slots=True)
class Reading:
    """How a query was read."""

    plan: Plan | None
    """None: nothing to search for."""
    remarks: tuple[str, ...] = ()
    """Sentences on what was read differently from how it was written."""


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage that a plan matches."""

    document: DocumentId
    name: str
    page: int | None
    start: int
    text: str
    score: float
    """Relevance: greater is better."""
    language: str = ""
    after: str = ""
    """What follows in the document, where the passage ends with its page; not all of it."""
    annotated: Mapping[Annotated, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    """Where annotations that the plan asks for stand, in code points of the document's text."""

    @property
    def stop(self) -> int:
        """The code point after its last."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class SearchedWord:
    """A word of a query, and what was searched for it."""

    typed: str
    """Folded; or the pattern that was typed."""
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alternative:
    """A word of the corpus that may have been meant."""

    typed: str
    """The word of the query, folded."""
    form: str
    passages: int
    """In how many it stands."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One occurrence of what was searched."""

    document: DocumentId
    name: str
    page: int | None
    start: int
    """Code points in the document's text."""
    stop: int
    before: str
    """The words before the match, for a keyword-in-context line."""
    match: str
    after: str
    score: float
    annotation: AnnotationId | None = None
    """In the memo of which annotation it stands, with its offsets; None: in the document's text."""

    @property
    def snippet(self) -> str:
        """The match in its context, on one line."""
        return f"{self.before}{self.match}{self.after}"
