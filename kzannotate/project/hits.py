"""What a researcher does with the hits of a search: see which are tagged, and tag them."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Literal

from kzannotate.model.annotation import Tagging
from kzannotate.model.changes import Changes
from kzannotate.model.errors import KzError
from kzannotate.model.found import Found, Tag, Tags
from kzannotate.model.ids import AnnotationId, CodeId, DocumentId
from kzannotate.model.query import Hit
from kzannotate.model.sentences import Span, sentences
from kzannotate.project.codebook import code as find_code
from kzannotate.project.session import Project
from kzannotate.project.tagging import tag_many
from kzannotate.store import tagged, texts
from kzannotate.store.tagged import Covered

Extent = Literal["match", "sentence", "passage"]
"""How much around a hit is tagged."""


def known(project: Project, hits: Sequence[Hit]) -> list[Found]:
    """The hits, each with its language and tags, in their order."""
    languages = tagged.languages(project.store, [(hit.document, hit.start) for hit in hits])
    spoken = ["" if hit.annotation else one for hit, one in zip(hits, languages, strict=True)]
    return list(map(Found, hits, spoken, tags(project, hits)))


def tags(project: Project, hits: Sequence[Hit]) -> list[Tags]:
    """The annotations that each hit shares letters with; of one in a memo, that annotation."""
    covers = _covers(project, {hit.document for hit in hits if hit.annotation is None})
    codes = tagged.codes_of(project.store, {hit.annotation for hit in hits if hit.annotation})

    def of(hit: Hit) -> Tags:
        if hit.annotation is None:
            over = covers[hit.document].over(hit)
            return tuple(Tag(one.annotation, one.code) for one in over)
        return (Tag(hit.annotation, codes[hit.annotation]),) if hit.annotation in codes else ()

    return [of(hit) for hit in hits]


def documents_of(project: Project, annotations: Collection[AnnotationId]) -> set[DocumentId]:
    """The documents in which annotations stand; those that are gone are left out."""
    return tagged.documents_of(project.store, annotations)


def tag(project: Project, hits: Iterable[Hit], code: str, extent: Extent = "match") -> Changes:
    """Tag hits, or the sentences or passages they stand in, with a code (key or id), as one step.

    Those in memos and those that share letters with an annotation of that code already are left
    out, and what several hits share is tagged once. Raises KzError, and tags nothing, when a text
    isn't any more what was searched.
    """
    wanted = find_code(project, code)
    in_texts = [hit for hit in hits if hit.annotation is None]
    with project.store.transaction():
        spans = list(_fresh(project, sorted(in_texts, key=_place), wanted.id, extent))
        wishes = [Tagging(document, *span, wanted.id) for document, span in spans]
        label = f"Tag {len(wishes)} hits as {wanted.name}" if len(wishes) > 1 else ""
        return tag_many(project, wishes, label=label)


def _fresh(
    project: Project, hits: Sequence[Hit], code: CodeId, extent: Extent
) -> Iterator[tuple[DocumentId, Span]]:
    """What is to be tagged, in reading order; no two overlap."""
    last: tuple[DocumentId | None, int] = None, 0
    for hit, there in zip(hits, tags(project, hits), strict=True):
        if any(one.code == code for one in there):
            continue
        if last[0] == hit.document and hit.start < last[1]:
            continue
        start, stop = _extended(project, hit, extent)
        if last[0] == hit.document:
            start = max(start, last[1])  # the sentence before may end in the middle of this one
        yield hit.document, (start, stop)
        last = hit.document, stop


def _extended(project: Project, hit: Hit, extent: Extent) -> Span:
    """The hit, or from the beginning of its first sentence or passage to the end of its last."""
    first, text = _passage(project, hit, hit.start)
    shown = text[hit.start - first :][: hit.stop - hit.start]
    if not " ".join(shown.split()) or not hit.match.startswith(" ".join(shown.split())):
        raise KzError(f"{hit.name}: its text isn't what was searched; search again")
    if extent == "match":
        return hit.start, hit.stop
    last, ending = _passage(project, hit, hit.stop - 1)
    start, _ = _unit(text, hit.start - first, extent)
    _, stop = _unit(ending, hit.stop - 1 - last, extent)
    return first + start, last + stop


def _unit(passage: str, at: int, extent: Extent) -> Span:
    """The sentence or all of a passage, without white space at its ends."""
    start, stop = 0, len(passage)
    if extent == "sentence":
        start, stop = next(span for span in sentences(passage) if at < span[1])
    piece = passage[start:stop]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _passage(project: Project, hit: Hit, at: int) -> tuple[int, str]:
    """Where the passage at a place of a hit's document begins, and its text."""
    return texts.stretch(project.store, hit.document, at, at + 1)


def _place(hit: Hit) -> tuple[DocumentId, int, int]:
    return hit.document, hit.start, -hit.stop


class _Cover:
    """The annotated stretches of one document, in the order of their starts."""

    def __init__(self, stretches: list[Covered]) -> None:
        self._stretches = stretches
        self._starts = [one.start for one in stretches]
        self._reach = list(accumulate((one.stop for one in stretches), max))

    def over(self, hit: Hit) -> list[Covered]:
        """Those that share at least one code point with the hit."""
        first = bisect_left(self._reach, hit.start + 1)
        last = bisect_left(self._starts, hit.stop)
        return [one for one in self._stretches[first:last] if one.stop > hit.start]


def _covers(project: Project, documents: Collection[DocumentId]) -> dict[DocumentId, _Cover]:
    stretches = defaultdict[DocumentId, list[Covered]](list)
    for one in tagged.covered(project.store, documents):
        stretches[one.document].append(one)
    return {document: _Cover(stretches[document]) for document in documents}
