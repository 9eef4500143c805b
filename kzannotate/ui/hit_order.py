"""Which hits are listed and in which order: filters with counts, groups by document. No Qt."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from kzannotate.model.found import Found
from kzannotate.model.ids import CodeId, DocumentId

Order = Literal["relevance", "place"]
Facet = Literal["language", "document", "code", "tagged"]
FACETS: tuple[Facet, ...] = ("language", "document", "code", "tagged")
Counts = Mapping[Facet, Counter[object]]
"""By facet: how many hits each of its values would leave."""


@dataclass(frozen=True, slots=True)
class Facets:
    """What a hit must have to be listed; None: whatever."""

    language: str | None = None
    document: DocumentId | None = None
    code: CodeId | None = None
    tagged: bool | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """The hits of one document."""

    document: DocumentId
    name: str
    founds: list[Found]


def passing(founds: Sequence[Found], facets: Facets) -> Sequence[Found]:
    """The hits that have what the facets ask."""
    left = founds
    if facets.language is not None:
        left = [found for found in left if found.language == facets.language]
    if facets.document is not None:
        left = [found for found in left if found.hit.document == facets.document]
    if facets.code is not None:
        left = [found for found in left if facets.code in _codes(found)]
    if facets.tagged is not None:
        left = [found for found in left if bool(found.tags) == facets.tagged]
    return left


def counts(founds: Sequence[Found], facets: Facets) -> Counts:
    """Of each facet's values, how many hits have it among those that the other facets let pass."""
    return {
        facet: Counter(_values(passing(founds, replace(facets, **{facet: None})), facet))
        for facet in FACETS
    }


def grouped(founds: Iterable[Found], order: Order) -> list[Group]:
    """The hits by document. `relevance`: as they come, the document of the first one first.

    `place`: by the documents' names, and in reading order.
    """
    by_document = defaultdict[DocumentId, list[Found]](list)
    for found in founds:
        by_document[found.hit.document].append(found)
    groups = [Group(key, own[0].hit.name, own) for key, own in by_document.items()]
    if order == "place":
        groups.sort(key=lambda group: (group.name.casefold(), group.name))
        for group in groups:
            group.founds.sort(key=lambda found: (found.hit.start, found.hit.stop))
    return groups


def _values(founds: Iterable[Found], facet: Facet) -> Iterable[object]:
    """What each hit has; of codes it may have several."""
    match facet:
        case "language":
            return [found.language for found in founds]
        case "document":
            return [found.hit.document for found in founds]
        case "code":
            return [code for found in founds if found.tags for code in _codes(found)]
    return [bool(found.tags) for found in founds]


def _codes(found: Found) -> set[CodeId]:
    return {tag.code for tag in found.tags}
