"""A search as a plan: what `search` compiles from the researcher's words and `store` runs.

Forms are folded words, as the index holds them.
"""

from dataclasses import dataclass

from kzannotate.model.ids import DocumentId


@dataclass(frozen=True, slots=True)
class Word:
    """Any of some forms of one word; of none, nothing."""

    forms: tuple[str, ...]


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


Plan = Word | Prefix | Wildcard | Fuzzy | Phrase | All | AnyOf | Without


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

    @property
    def snippet(self) -> str:
        """The match in its context, on one line."""
        return f"{self.before}{self.match}{self.after}"
