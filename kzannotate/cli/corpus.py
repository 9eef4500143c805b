"""Commands on the corpus: make a project, add documents, list, search and check them."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kzannotate.cli.output import (
    PASSPHRASE,
    as_json,
    new_passphrase,
    one_line,
    opened,
    project_file,
    refuse,
    show,
)
from kzannotate.cli.searching import search_each, show_result, tell_remarks
from kzannotate.model.document import Document
from kzannotate.model.wording import counted

if TYPE_CHECKING:
    from kzannotate.model.query import Unit
    from kzannotate.project.importing import Refusal
    from kzannotate.project.searching import Result
    from kzannotate.project.session import Project

_SOME = 100
_ALL = 10**9
"""Hits that are listed, or written, at most."""


@click.command()
@project_file
@click.option(
    "--encrypt", is_flag=True, help=f"Ask for a passphrase, or take it from {PASSPHRASE}."
)
def new(project_file: Path, encrypt: bool) -> int:
    """Make an empty project."""
    from kzannotate.project.session import create

    create(project_file, passphrase=new_passphrase() if encrypt else "").close()
    return 0


@click.command()
@project_file
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--encoding", default="", help="Of plain texts, instead of the guess.")
def add(project_file: Path, files: tuple[Path, ...], encoding: str) -> int:
    """Add files, and those in folders, to the corpus."""
    from kzannotate.project import importing

    with opened(project_file) as project:
        report = importing.add(project, files, told=_tell_added, encoding=encoding)
    return 1 if report.refused else 0


@click.command()
@project_file
@as_json
def documents(project_file: Path, as_json: bool) -> int:
    """List the corpus."""
    from kzannotate.project import reading

    with opened(project_file, writable=False) as project:
        for document in reading.documents(project):
            record = _document_record(document)
            record["ocr"] = reading.recognised(project, document.id)
            show(record, _document_line(document), as_json=as_json)
    return 0


@click.command()
@project_file
@click.argument("query")
@as_json
@click.option("--limit", type=click.IntRange(1), help="Hits at most: 100, and all into a CSV.")
@click.option(
    "--within",
    default="passage",
    show_default=True,
    type=click.Choice(["passage", "page", "document"]),
    help="Where all words must stand together.",
)
@click.option("--as-written", is_flag=True, help="No inflected forms of the words.")
@click.option("--csv", "table", type=click.Path(path_type=Path), help="Write the hits to a file.")
def search(
    project_file: Path,
    query: str,
    as_json: bool,
    limit: int | None,
    within: "Unit",
    as_written: bool,
    table: Path | None,
) -> int:
    """Search the whole corpus; QUERY - takes one query a line from standard input."""
    from kzannotate.project import exporting, searching

    if table and query == "-":
        raise click.UsageError("a CSV holds the hits of one query")
    most = limit or (_ALL if table else _SOME)

    def asked(project: "Project", query: str) -> "Result":
        return searching.search(project, query, most, within=within, stemmed=not as_written)

    with opened(project_file, writable=False) as project:
        if query == "-":
            return search_each(project, sys.stdin, asked)
        result = asked(project, query)
        if table:
            written = exporting.export_hits(project, query, result.hits, table)
            click.echo(f"{table}: {counted(written, 'hit')}")
            tell_remarks(project, result)
        else:
            show_result(project, result, as_json=as_json)
    return 0


@click.command()
@project_file
def check(project_file: Path) -> int:
    """Hold sources, texts, quotations, index and history against each other."""
    from kzannotate.project import checking

    with opened(project_file, writable=False) as project:
        problems = checking.check(project)
    for problem in problems:
        refuse(f"{project_file}: {problem}")
    if not problems:
        click.echo(f"{project_file}: sound")
    return 1 if problems else 0


@click.command()
@project_file
@click.option("--whole", is_flag=True, help="Whatever version made it.")
def reindex(project_file: Path, whole: bool) -> int:
    """Make the search index anew, where another version of the program made it."""
    from kzannotate.project import reindexing

    with opened(project_file) as project:
        if whole:
            reindexing.want_anew(project)
        was_due = reindexing.is_due(project)
        reindexing.reindex(project)
    click.echo(f"{project_file}: {'its index is made anew' if was_due else 'nothing to renew'}")
    return 0


def _tell_added(result: "Document | Refusal") -> None:
    if isinstance(result, Document):
        click.echo(_document_line(result))
    else:
        refuse(result)


def _document_record(document: Document) -> dict[str, object]:
    return {
        "document": document.name,
        "id": document.id,
        "language": ",".join(document.languages),
        "pages": document.pages,
        "characters": document.characters,
        "sha256": document.sha256,
        "encoding": document.encoding,
        "note": document.note,
    }


def _document_line(document: Document) -> str:
    facts = [",".join(document.languages), counted(document.characters, "character")]
    if document.pages:
        facts.append(counted(document.pages, "page"))
    facts += map(one_line, document.note.splitlines())
    return f"{document.name}: {'; '.join(filter(None, facts))}"
