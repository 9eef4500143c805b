"""Searches as a project keeps them: those that were saved, and those that were made lately."""

from collections.abc import Mapping
from dataclasses import dataclass

from kzannotate.model.ids import DocumentId, SearchId
from kzannotate.model.query import Unit


@dataclass(frozen=True, slots=True)
class Question:
    """What is searched, and how."""

    query: str
    """As the researcher wrote it."""
    within: Unit = "passage"
    """Where all words must stand together."""
    exact: bool = False
    """Words as they are written, without their other inflected forms."""


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A question that was given a name."""

    id: SearchId
    name: str
    """Unique in the project."""
    question: Question
    coder: str
    created: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the corpus, to search in that alone; None: whatever."""

    language: str | None = None
    """ISO 639-1; empty counts as whatever."""
    document: DocumentId | None = None
    tagged: bool | None = None
    """Inside annotations, or where none is."""


@dataclass(frozen=True, slots=True)
class Tally:
    """In how many passages something is found."""

    languages: Mapping[str, int]
    documents: Mapping[DocumentId, int]
    names: Mapping[DocumentId, str]
    """Of these documents."""
