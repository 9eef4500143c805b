"""What the table of quotations asks: which annotations in which order, and what stands in a row."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kzannotate.model.codebook import in_tree_order
from kzannotate.model.errors import KzError
from kzannotate.model.ids import AnnotationId
from kzannotate.model.listing import Listed, Listing
from kzannotate.project.session import Project
from kzannotate.store import annotations, codes, documents
from kzannotate.store import listing as rows

_DATES = re.compile(r"(\d{4}(?:-\d\d){0,2})?\s*(\.\.)?\s*(\d{4}(?:-\d\d){0,2})?")


def ids(project: Project, listing: Listing) -> list[AnnotationId]:
    """The annotations that a listing lets through, in its order. Any thread's project."""
    codebook = [code.id for code in in_tree_order(codes.all_codes(project.store))]
    return rows.ids(project.store, listing, codebook)


def listed(project: Project, wanted: Sequence[AnnotationId]) -> list[Listed]:
    """The rows of these annotations, in any order; those that are gone are left out."""
    found = annotations.some(project.store, wanted)
    names = documents.names(project.store, {one.document for one in found})
    return [Listed(one, names.get(one.document, "")) for one in found]


def total(project: Project) -> int:
    """How many annotations there are."""
    return sum(annotations.counts(project.store).values())


def coders(project: Project) -> list[str]:
    """Everyone who annotated, by name."""
    return annotations.coders(project.store)


def dated(listing: Listing, typed: str) -> Listing:
    """The listing with a filter by date: `2024`, `2024-05..`, `2024-05-03..2024-06`.

    Empty: no such filter. Raises KzError for what isn't a date.
    """
    match = _DATES.fullmatch(typed.strip())
    if match is None or (match[1] and match[3] and not match[2]):
        raise KzError(f"“{typed}” is no date; write 2024, 2024-05-03 or 2024-05..2024-06")
    since, until = match[1] or "", match[3] or ""
    return replace(listing, since=since, until=until if match[2] else since)
