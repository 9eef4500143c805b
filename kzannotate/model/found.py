"""What is known of the place where a hit stands."""

from dataclasses import dataclass

from kzannotate.model.ids import AnnotationId, CodeId
from kzannotate.model.query import Hit


@dataclass(frozen=True, slots=True)
class Tag:
    """An annotation that shares at least one code point with a hit."""

    annotation: AnnotationId
    code: CodeId


Tags = tuple[Tag, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A hit, its passage's language, and how it is tagged."""

    hit: Hit
    language: str
    """ISO 639-1; empty where it can't be told."""
    tags: Tags = ()
