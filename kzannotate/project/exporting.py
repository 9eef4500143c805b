"""Annotations on their way out: one verb, the format by the file's ending."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from kzannotate.exchange import csv_table
from kzannotate.exchange.hit_rows import HitRow
from kzannotate.exchange.quotations import Quotation
from kzannotate.model.annotation import Annotation
from kzannotate.model.codebook import code_path
from kzannotate.model.document import Passage
from kzannotate.model.errors import KzError
from kzannotate.model.query import Hit
from kzannotate.project.hits import known
from kzannotate.project.session import Project
from kzannotate.store import annotations, codes, documents, texts

FORMATS = ("csv",)
"""The endings of files that can be written."""


def export(project: Project, path: Path, *, kind: str = "", bom: bool = True) -> int:
    """Write all annotations to a file, which is there whole or not at all; gives their number.

    `kind`: one of `FORMATS`, instead of the one the file's ending names. `bom`: begin a CSV with
    the mark by which Excel knows UTF-8. Raises KzError.
    """
    if (kind or path.suffix.lower().lstrip(".")) not in FORMATS:
        raise KzError(f"{path}: that format is not available yet; use a name that ends in .csv")
    return csv_table.write(path, Quotation, quotations(project), bom=bom)


def export_hits(
    project: Project, query: str, hits: Sequence[Hit], path: Path, *, bom: bool = True
) -> int:
    """Write what a query found to a CSV, in the order given; gives the number of rows.

    The file is there whole or not at all. Raises KzError.
    """
    return csv_table.write(path, HitRow, _hit_rows(project, query, hits), bom=bom)


def quotations(project: Project) -> Iterator[Quotation]:
    """Every annotation as a row: by document's name, then in reading order."""
    store = project.store
    codebook = {code.id: code for code in codes.all_codes(store)}
    corpus = {document.id: document for document in documents.all_documents(store)}
    for document_id, group in groupby(annotations.all_annotations(store), attrgetter("document")):
        document = corpus[document_id]
        passages = texts.passages(store, document_id)
        starts = [passage.start for passage in passages]
        recognised = texts.recognised(store, document_id)
        for annotation in group:
            code = codebook[annotation.code]
            x0, y0, x1, y1 = annotation.region or (None,) * 4
            yield Quotation(
                annotation_id=annotation.id,
                document_id=document.id,
                document=document.name,
                sha256=document.sha256,
                language=_language(passages, starts, annotation),
                page=annotation.page,
                start=annotation.start,
                end=annotation.stop,
                code=code.key,
                code_path=code_path(code, codebook),
                quotation=annotation.quotation,
                prefix=annotation.selector.prefix,
                suffix=annotation.selector.suffix,
                memo=annotation.memo,
                coder=annotation.coder,
                created=annotation.created,
                modified=annotation.modified,
                x0=x0,
                y0=y0,
                x1=x1,
                y1=y1,
                ocr=_touches(annotation, recognised),
            )


def _hit_rows(project: Project, query: str, hits: Sequence[Hit]) -> Iterator[HitRow]:
    keys = {code.id: code.key for code in codes.all_codes(project.store)}
    corpus = {document.id: document for document in documents.all_documents(project.store)}
    for found in known(project, hits):
        hit = found.hit
        yield HitRow(
            query=query,
            document_id=hit.document,
            document=hit.name,
            sha256=corpus[hit.document].sha256,
            language=found.language,
            page=hit.page,
            start=hit.start,
            end=hit.stop,
            before=hit.before,
            match=hit.match,
            after=hit.after,
            codes=";".join(sorted({keys[tag.code] for tag in found.tags})),
            memo_of=hit.annotation or "",
        )


def _touches(annotation: Annotation, pages: Sequence[tuple[int, int, int]]) -> bool:
    return any(annotation.start < stop and start < annotation.stop for _, start, stop in pages)


def _language(passages: Sequence[Passage], starts: Sequence[int], annotation: Annotation) -> str:
    """That of the passage in which an annotation starts; a page without text has none."""
    index = bisect_right(starts, annotation.start) - 1
    if index < 0 or passages[index].page != annotation.page:
        return ""
    return passages[index].language
