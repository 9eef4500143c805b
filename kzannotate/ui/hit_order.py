"""Which hits are listed and in which order: filters with counts, groups by document. No Qt."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal

from kzannotate.model.found import Found
from kzannotate.model.ids import CodeId, DocumentId
from kzannotate.model.searches import Tally

Order = Literal["relevance", "place"]
Facet = Literal["language", "document", "code", "tagged"]
FACETS: tuple[Facet, ...] = ("language", "document", "code", "tagged")
Counts = Mapping[Facet, Counter[object]]
"""By facet: how many hits each of its values would leave."""

_OFFERED = 200


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
    passages: int = 0
    """In how many of its passages there are hits, where not all may be listed."""


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


def offered(tally: Tally | None) -> tuple[Counts, Mapping[DocumentId, str]]:
    """Of a list that is cut: the passages of each language and document, in the whole corpus.

    With the documents' names. Those with most passages are offered; a query can name any other.
    """
    if tally is None:
        return {}, {}
    most = dict(Counter(tally.documents).most_common(_OFFERED))
    names = {document: tally.names[document] for document in most}
    languages, documents = Counter[object](tally.languages), Counter[object]()
    documents.update(most)
    return {"language": languages, "document": documents}, names


def grouped(
    founds: Iterable[Found], order: Order, passages: Mapping[DocumentId, int] = MappingProxyType({})
) -> list[Group]:
    """The hits by document. `relevance`: as they come, the document of the first one first.

    `place`: by the documents' names, and in reading order. `passages` that have hits, if not all
    are listed.
    """
    by_document = defaultdict[DocumentId, list[Found]](list)
    for found in founds:
        by_document[found.hit.document].append(found)
    groups = [
        Group(key, own[0].hit.name, own, passages.get(key, 0)) for key, own in by_document.items()
    ]
    if order == "place":
        groups.sort(key=lambda group: (group.name.casefold(), group.name))
        for group in groups:
            group.founds.sort(key=_in_reading_order)
    return groups


def _in_reading_order(found: Found) -> tuple[bool, int, int]:
    """Those in memos come last."""
    return found.hit.annotation is not None, found.hit.start, found.hit.stop


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
