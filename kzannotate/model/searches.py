"""Searches as a project keeps them: those that were saved, and those that were made lately."""

from dataclasses import dataclass
from typing import Literal

from kzannotate.model.ids import SearchId

Within = Literal["passage", "page", "document"]
"""Where all words of a query must occur together."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is searched, and how."""

    query: str
    """As the researcher wrote it."""
    within: Within = "passage"
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
