"""Commands on suggestions: list, accept, and the project's own rules."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kzannotate.cli.output import as_json, one_line, opened, project_file, refuse, show
from kzannotate.model.errors import KzError
from kzannotate.model.wording import counted

if TYPE_CHECKING:
    from kzannotate.model.document import Document
    from kzannotate.model.suggestion import Proposal
    from kzannotate.project.session import Project

only_documents = click.argument("documents", metavar="[DOCUMENT]…", nargs=-1)
only_code = click.option("--code", default="", help="Only suggestions of this code (its key).")
least_score = click.option(
    "--min-score", "least", type=click.FloatRange(0, 1), default=0.0, help="Only these and better."
)


@click.command()
@project_file
@only_documents
@only_code
@least_score
@as_json
def suggest(
    project_file: Path, documents: Sequence[str], code: str, least: float, as_json: bool
) -> int:
    """List what the rules propose for DOCUMENTs, or for all: by document, in reading order."""
    refusals: list[str] = []
    with opened(project_file) as project:
        for proposal in _proposals(project, documents, code, least, refusals):
            _show(proposal, as_json=as_json)
    return _told(refusals)


@click.command()
@project_file
@only_documents
@only_code
@least_score
def accept(project_file: Path, documents: Sequence[str], code: str, least: float) -> int:
    """Make annotations of the suggestions for DOCUMENTs, or for all, as one undoable step."""
    from kzannotate.project import suggesting

    refusals: list[str] = []
    with opened(project_file) as project:
        proposals = list(_proposals(project, documents, code, least, refusals))
        changes = suggesting.accept(project, proposals)
    click.echo(f"Accepted {counted(len(changes.annotations), 'suggestion')}")
    return _told(refusals)


@click.command()
@project_file
@click.argument("file", required=False, type=click.Path(path_type=Path))
def rules(project_file: Path, file: Path | None) -> int:
    """Print the project's own rules; or put those of FILE (TOML) in their place."""
    from kzannotate.project import own_rules

    with opened(project_file, writable=file is not None) as project:
        if file is None:
            click.echo(own_rules.content(project))
        else:
            own_rules.take_in(project, file)
    return 0


def _proposals(
    project: "Project", names: Sequence[str], code: str, least: float, refusals: list[str]
) -> Iterator["Proposal"]:
    from kzannotate.project import suggesting

    for document in _documents(project, names, refusals):
        for proposal in suggesting.in_document(project, document.id):
            one = proposal.suggestion
            if one.score >= least and code in ("", one.code):
                yield proposal


def _documents(
    project: "Project", names: Sequence[str], refusals: list[str]
) -> Iterator["Document"]:
    from kzannotate.project import reading

    if not names:
        yield from reading.documents(project)
    for name in names:
        try:
            yield reading.document(project, name)
        except KzError as error:
            refusals.append(str(error))


def _show(proposal: "Proposal", *, as_json: bool) -> None:
    one = proposal.suggestion
    record: dict[str, object] = {
        "document": proposal.name,
        "code": one.code,
        "start": one.start,
        "end": one.stop,
        "quote": proposal.quotation,
        "rule": one.rule,
        "score": round(one.score, 3),
    }
    if one.cited:
        record["cited"] = [[each.instrument, each.number] for each in one.cited]
    if one.issuer or one.addressee:
        record |= {"issuer": one.issuer, "addressee": one.addressee}
    quote = one_line(proposal.quotation)
    line = f"{proposal.name} {one.start}-{one.stop} {one.code} {one.score:.2f} {one.rule}: {quote}"
    show(record, line, as_json=as_json)


def _told(refusals: Sequence[str]) -> int:
    for refusal in refusals:
        refuse(refusal)
    return 1 if refusals else 0
