"""Commands on the annotations: tag, list, undo, redo, history, export."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from kzannotate.cli.output import as_json, one_line, opened, project_file, refuse, show
from kzannotate.model.annotation import RegionTagging, Tagging
from kzannotate.model.boxes import Box
from kzannotate.model.errors import KzError
from kzannotate.model.ids import CodeId, DocumentId
from kzannotate.model.wording import counted

if TYPE_CHECKING:
    from kzannotate.exchange.quotations import Quotation
    from kzannotate.project.session import Project


class Wish(NamedTuple):
    """What to tag, as written by a person or a script."""

    document: str
    code: str
    make: Callable[[DocumentId, CodeId], Tagging | RegionTagging]
    """Gives the wish with names replaced by identities."""


def _stretch(name: str, start: int, stop: int, code: str) -> Wish:
    return Wish(name, code, lambda document, code: Tagging(document, start, stop, code))


def _region(name: str, page: int, box: Box, code: str) -> Wish:
    return Wish(name, code, lambda document, code: RegionTagging(document, page, box, code))


@click.command()
@project_file
@click.argument("document")
@click.argument("start", type=int, required=False)
@click.argument("stop", type=int, required=False, metavar="END")
@click.argument("code", required=False)
def tag(
    project_file: Path, document: str, start: int | None, stop: int | None, code: str | None
) -> int:
    """Tag code points START to END (exclusive) of DOCUMENT, a name or an id, with CODE.

    DOCUMENT - takes JSON lines {"document","start","end","code"} from standard input, one step;
    {"document","page","box":[x0,y0,x1,y1],"code"} tags a box of a page, in points from its top
    left.
    """
    refusals: list[str] = []
    if document == "-":
        wishes = list(_read_wishes(sys.stdin, refusals))
    elif start is None or stop is None or code is None:
        raise click.UsageError("tag needs DOCUMENT START END CODE, or -")
    else:
        wishes = [_stretch(document, start, stop, code)]
    with opened(project_file) as project:
        _tag(project, wishes, refusals)
    for refusal in refusals:
        refuse(refusal)
    return 1 if refusals else 0


@click.command()
@project_file
@as_json
def annotations(project_file: Path, as_json: bool) -> int:
    """List the annotations, by document and in reading order."""
    from kzannotate.project.exporting import quotations

    with opened(project_file, writable=False) as project:
        for row in quotations(project):
            record: dict[str, object] = {
                "id": row.annotation_id,
                "document": row.document,
                "code": row.code,
                "start": row.start,
                "end": row.end,
                "quote": row.quotation,
                "page": row.page,
                "coder": row.coder,
                "memo": row.memo,
                "created": row.created,
            }
            line = f"{row.document} {row.start}-{row.end} {row.code}: {one_line(row.quotation)}"
            if box := _box(row):
                record["box"] = box
                line = f"{row.document} page {row.page} {row.code}: {box}"
            show(record, line, as_json=as_json)
    return 0


@click.command()
@project_file
def undo(project_file: Path) -> int:
    """Take back the newest step."""
    from kzannotate.project.undoing import undo as verb

    with opened(project_file) as project:
        changes = verb(project)
    click.echo(f"Undone: {changes.label}" if changes.label else "There is nothing to undo.")
    return 0


@click.command()
@project_file
def redo(project_file: Path) -> int:
    """Do again what was undone last."""
    from kzannotate.project.undoing import redo as verb

    with opened(project_file) as project:
        changes = verb(project)
    click.echo(f"Redone: {changes.label}" if changes.label else "There is nothing to redo.")
    return 0


@click.command()
@project_file
@as_json
def history(project_file: Path, as_json: bool) -> int:
    """List every step, oldest first."""
    from kzannotate.project.undoing import steps

    with opened(project_file, writable=False) as project:
        for step in steps(project):
            record = {
                "step": step.number,
                "kind": step.kind,
                "label": step.label,
                "coder": step.coder,
                "created": step.created,
                "target": step.target,
                "hash": step.hash,
            }
            kind = "" if step.kind == "do" else f"{step.kind} of step {step.target}: "
            line = f"{step.number} {step.created} {step.coder}: {kind}{step.label}"
            show(record, line, as_json=as_json)
    return 0


@click.command()
@project_file
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--format", "kind", default="", help="Instead of the format by the file's ending.")
@click.option("--no-bom", is_flag=True, help="CSV without the mark by which Excel knows UTF-8.")
def export(project_file: Path, file: Path, kind: str, no_bom: bool) -> int:
    """Write the annotations to a file; or, as .toml, the codebook."""
    from kzannotate.project import codebook_files, exporting

    kind = (kind or file.suffix).lower().lstrip(".")
    if kind == "toml":
        with opened(project_file, writable=False) as project:
            written = codebook_files.export_codebook(project, file)
            click.echo(f"{file}: {counted(written, 'code')}")
        return 0
    if kind not in exporting.FORMATS:
        refuse(f"export to {kind or 'a file without an ending'}: not available yet")
        return 2
    with opened(project_file, writable=False) as project:
        count = exporting.export(project, file, kind=kind, bom=not no_bom)
    click.echo(f"{file}: {count} annotations")
    return 0


def _read_wishes(lines: Iterable[str], refusals: list[str]) -> Iterator[Wish]:
    """The wishes on JSON lines; what isn't one is refused with its line's number."""
    for number, line in enumerate(lines, 1):
        try:
            yield _read_wish(json.loads(line))
        except (ValueError, KeyError, TypeError, OverflowError) as error:
            reason = f"no {error}" if isinstance(error, KeyError) else "not such a JSON object"
            refusals.append(f"standard input: line {number}: {reason}; not tagged")


def _read_wish(wish: dict[str, Any]) -> Wish:
    """Raises KeyError, TypeError or ValueError when it is none."""
    document, code = str(wish["document"]), str(wish["code"])
    if "box" not in wish:
        return _stretch(document, int(wish["start"]), int(wish["end"]), code)
    x0, y0, x1, y1 = map(float, wish["box"])
    return _region(document, int(wish["page"]), (x0, y0, x1, y1), code)


def _box(row: "Quotation") -> list[float] | None:
    box = [value for value in (row.x0, row.y0, row.x1, row.y1) if value is not None]
    return box or None


def _tag(project: "Project", wishes: Iterable[Wish], refusals: list[str]) -> None:
    """Tag what can be tagged, as one step; the reasons of the rest are added to `refusals`."""
    from kzannotate.project.tagging import tag_many

    def refused(_: Tagging | RegionTagging, error: KzError) -> None:
        refusals.append(str(error))

    tag_many(project, _found(project, wishes, refusals), refused)


def _found(
    project: "Project", wishes: Iterable[Wish], refusals: list[str]
) -> Iterator[Tagging | RegionTagging]:
    """The wishes with names replaced by identities."""
    from kzannotate.project.codebook import code
    from kzannotate.project.reading import document

    documents: dict[str, DocumentId] = {}
    for wish in wishes:
        try:
            if wish.document not in documents:
                documents[wish.document] = document(project, wish.document).id
            yield wish.make(documents[wish.document], code(project, wish.code).id)
        except KzError as error:
            refusals.append(str(error))
