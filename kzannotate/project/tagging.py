"""Annotating: tag, move, recode, delete, memo. Each verb is one undoable step."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from kzannotate.model.annotation import Annotation, Mark, RegionTagging, Tagging
from kzannotate.model.boxes import Box
from kzannotate.model.changes import Changes
from kzannotate.model.clock import now
from kzannotate.model.codebook import Code
from kzannotate.model.errors import KzError
from kzannotate.model.ids import AnnotationId, CodeId, DocumentId, new_id
from kzannotate.model.selectors import CONTEXT, Selector
from kzannotate.model.text import normalise
from kzannotate.project.codebook import code as find_code
from kzannotate.project.codebook import new_code
from kzannotate.project.regions import placed
from kzannotate.project.session import Project
from kzannotate.store import annotations as rows
from kzannotate.store import documents, history, texts
from kzannotate.store.codes import row as code_row

Wish = Tagging | RegionTagging


def annotations(project: Project, document: DocumentId | None = None) -> list[Annotation]:
    """Those of one document or, by document, of all; in reading order."""
    found = (
        rows.all_annotations(project.store)
        if document is None
        else rows.of_document(project.store, document)
    )
    return list(found)


def marks(project: Project, document: DocumentId) -> list[Mark]:
    """Those of one document, in reading order; quicker than whole annotations."""
    return rows.marks(project.store, document)


def marks_over(project: Project, document: DocumentId, start: int, stop: int) -> list[Mark]:
    """Those on a document's text that share a code point with `start` to `stop`."""
    return rows.marks_over(project.store, document, start, stop)


def regions(project: Project, document: DocumentId) -> list[Annotation]:
    """Those on regions of a document's pages, in reading order."""
    return rows.regions(project.store, document)


def codes_on_text(project: Project, document: DocumentId) -> set[CodeId]:
    """The codes of the annotations on a document's text."""
    return rows.codes_on_text(project.store, document)


def some(project: Project, ids: Iterable[AnnotationId]) -> list[Annotation]:
    """Those of these ids that there are, in any order."""
    return rows.some(project.store, ids)


def annotation(project: Project, annotation_id: AnnotationId) -> Annotation:
    """The annotation of that id. Raises KzError when there is none."""
    found = rows.find(project.store, annotation_id)
    if found is None:
        raise KzError("that annotation is no longer in the project")
    return found


def tag(project: Project, document: DocumentId, start: int, stop: int, code: str) -> Changes:
    """Tag what a researcher selected: white space at its ends is left out.

    `code` is a key or an id. Raises KzError when nothing but white space is selected, or what is
    outside the text.
    """
    wish = Tagging(document, *_trimmed(project, document, start, stop), find_code(project, code).id)
    return tag_many(project, [wish])


def tag_region(project: Project, document: DocumentId, page: int, box: Box, code: str) -> Changes:
    """Tag a box of a page (from 1; points from its top left); what is off the page is cut away.

    `code` is a key or an id. Raises KzError for a box too small to see, or off the page.
    """
    return tag_many(project, [RegionTagging(document, page, box, find_code(project, code).id)])


def tag_as_new(project: Project, document: DocumentId, start: int, stop: int, name: str) -> Changes:
    """Add a code on the top level and tag a selection with it, as one step.

    Raises KzError as `tag` and `codebook.add` do.
    """
    code = new_code(project, name)
    span = _trimmed(project, document, start, stop)
    return _with_new_code(project, code, Tagging(document, *span, code.id))


def tag_region_as_new(
    project: Project, document: DocumentId, page: int, box: Box, name: str
) -> Changes:
    """Add a code on the top level and tag a box of a page with it, as one step.

    Raises KzError as `tag_region` and `codebook.add` do.
    """
    code = new_code(project, name)
    return _with_new_code(project, code, RegionTagging(document, page, box, code.id))


def duplicate(project: Project, annotation_id: AnnotationId, code: str) -> Changes:
    """Tag what an annotation covers with another code too (key or id); its memo comes along."""
    wanted = find_code(project, code)
    moment = now()
    copy = replace(
        annotation(project, annotation_id),
        id=AnnotationId(new_id()),
        code=wanted.id,
        coder=project.coder,
        created=moment,
        modified=moment,
    )
    label = f"Tag as {wanted.name} too"
    with history.step(project.store, label, project.coder) as step:
        step.insert("annotation", [rows.row(copy)])
    return project.publish(history.touched(label, step.changes))


def tag_many(
    project: Project,
    wishes: Iterable[Wish],
    refused: Callable[[Wish, KzError], None] | None = None,
    label: str = "",
) -> Changes:
    """Tag stretches exactly as given, and regions, as one step; `label` instead of its own.

    A stretch outside its document, an empty one, an unknown document or code raises KzError and
    nothing is tagged; or, where `refused` is given, that is told and the rest is tagged.
    """
    with project.store.transaction():
        made = list(_all_made(project, wishes, refused))
        codes = {find_code(project, one.code).name for one in made}
        own = f"Tag as {codes.pop()}" if len(codes) == 1 else f"Tag {len(made)} passages"
        label = label or own
        with history.step(project.store, label, project.coder) as step:
            step.insert("annotation", map(rows.row, made))
    return project.publish(history.touched(label, step.changes))


def delete(project: Project, ids: Sequence[AnnotationId]) -> Changes:
    """Delete annotations."""
    label = "Delete annotation" if len(ids) == 1 else f"Delete {len(ids)} annotations"
    with history.step(project.store, label, project.coder) as step:
        step.delete("annotation", ids)
    return project.publish(history.touched(label, step.changes))


def set_memo(project: Project, ids: Sequence[AnnotationId], memo: str) -> Changes:
    """Give annotations a memo; an empty one takes it away."""
    return _update(project, "Edit memo", ids, {"memo": normalise(memo)})


def add_to_memos(project: Project, ids: Sequence[AnnotationId], more: str) -> Changes:
    """Write more under what the memos of annotations say already."""
    added = normalise(more)

    def longer(row: history.Row) -> history.Row:
        return {"memo": f"{row['memo']}\n{added}" if row["memo"] else added}

    label = "Add to memo" if len(ids) == 1 else f"Add to {len(ids)} memos"
    with history.step(project.store, label, project.coder) as step:
        step.rewrite("annotation", ids, longer, {"modified": now()})
    return project.publish(history.touched(label, step.changes))


def recode(project: Project, ids: Sequence[AnnotationId], code: str) -> Changes:
    """Give annotations another code (key or id) where they stand."""
    wanted: Code = find_code(project, code)
    return _update(project, f"Recode as {wanted.name}", ids, {"code": wanted.id})


def move(project: Project, annotation_id: AnnotationId, start: int, stop: int) -> Changes:
    """Move an annotation's ends. Raises KzError for a stretch outside the document.

    A region has no ends: that is a KzError too.
    """
    found = annotation(project, annotation_id)
    if found.region:
        raise KzError("it is a box of a page, without first and last letter; move the box instead")
    place = rows.place(*_place(project, found.document, start, stop))
    return _update(project, "Move annotation", [annotation_id], place)


def move_region(project: Project, annotation_id: AnnotationId, box: Box) -> Changes:
    """Give a region another box of its page. Raises KzError as `tag_region` does."""
    found = annotation(project, annotation_id)
    if found.region is None:
        raise KzError("it stands on letters, not on a box of a page; move its ends instead")
    place = rows.place(*placed(project, found.document, found.page or 0, box))
    return _update(project, "Move box", [annotation_id], place)


def _with_new_code(project: Project, code: Code, wish: Wish) -> Changes:
    made = _made(project, wish)
    label = f"Add code {code.name} and tag"
    with history.step(project.store, label, project.coder) as step:
        step.insert("code", [code_row(code)])
        step.insert("annotation", [rows.row(made)])
    return project.publish(history.touched(label, step.changes))


def _update(
    project: Project, label: str, ids: Sequence[AnnotationId], values: history.Row
) -> Changes:
    with history.step(project.store, label, project.coder) as step:
        step.update("annotation", ids, values, {"modified": now()})
    return project.publish(history.touched(label, step.changes))


def _all_made(
    project: Project,
    wishes: Iterable[Wish],
    refused: Callable[[Wish, KzError], None] | None,
) -> Iterator[Annotation]:
    for wish in wishes:
        try:
            yield _made(project, replace(wish, code=find_code(project, wish.code).id))
        except KzError as error:
            if refused is None:
                raise
            refused(wish, error)


def _made(project: Project, wish: Wish) -> Annotation:
    place: tuple[Selector, int | None, Box | None]
    if isinstance(wish, RegionTagging):
        place = placed(project, wish.document, wish.page, wish.box)
    else:
        place = *_place(project, wish.document, wish.start, wish.stop), None
    selector, page, region = place
    moment = now()
    return Annotation(
        AnnotationId(new_id()),
        wish.document,
        wish.code,
        selector,
        page,
        memo="",
        coder=project.coder,
        created=moment,
        modified=moment,
        region=region,
    )


def _trimmed(project: Project, document: DocumentId, start: int, stop: int) -> tuple[int, int]:
    """A selection without the white space at its ends."""
    offset, text = texts.stretch(project.store, document, start, stop)
    selected = text[max(0, start - offset) : max(0, stop - offset)]
    if len(selected) < stop - start:
        raise _outside(project, document, start, stop)
    if not selected.strip():
        raise KzError("there is nothing to tag: select some text first")
    start += len(selected) - len(selected.lstrip())
    return start, start + len(selected.strip())


def _place(
    project: Project, document: DocumentId, start: int, stop: int
) -> tuple[Selector, int | None]:
    """The selector and the page of a stretch, from the passages around it alone."""
    offset, around = texts.stretch(project.store, document, start - CONTEXT, stop + CONTEXT)
    low, high = start - offset, stop - offset
    if not 0 <= low < high <= len(around):
        raise _outside(project, document, start, stop)
    selector = Selector(
        start,
        stop,
        around[low:high],
        around[max(0, low - CONTEXT) : low],
        around[high : high + CONTEXT],
    )
    passage = texts.passage_at(project.store, document, start)
    return selector, passage.page if passage else None


def _outside(project: Project, document: DocumentId, start: int, stop: int) -> KzError:
    found = documents.find(project.store, document)
    if found is None:
        return KzError(f"{document}: there is no such document in the project")
    return KzError(
        f"{found.name}: {start}-{stop} is no stretch of its text,"
        f" which has {found.characters} characters; nothing was tagged"
    )
