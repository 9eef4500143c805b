"""What a search found, as lines for a reader or for a script."""

import json
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import click

from kzannotate.cli.output import refuse, show
from kzannotate.model.errors import KzError
from kzannotate.model.query import Hit

if TYPE_CHECKING:
    from kzannotate.project.searching import Result
    from kzannotate.project.session import Project


def show_result(project: "Project", result: "Result", *, as_json: bool) -> None:
    """The hits on standard output; remarks, and words that may have been meant, beside them."""
    tell_remarks(project, result)
    for hit in result.hits:
        show(_record(hit), _line(hit), as_json=as_json)


def tell_remarks(project: "Project", result: "Result") -> None:
    """What was read differently, and words that may have been meant."""
    from kzannotate.project.did_you_mean import suggest_words

    for remark in result.remarks:
        click.echo(remark, err=True)
    for one in suggest_words(project, result):
        click.echo(f"{one.typed}: did you mean {one.form} ({one.passages})?", err=True)


def search_each(
    project: "Project", queries: Iterable[str], asked: Callable[["Project", str], "Result"]
) -> int:
    """One JSON object a query; a query that can't be run is told and has no hits."""
    code = 0
    for line in queries:
        query = line.rstrip("\r\n")
        hits: list[dict[str, object]] = []
        milliseconds = 0.0
        try:
            result = asked(project, query)
            hits, milliseconds = list(map(_record, result.hits)), result.milliseconds
        except KzError as error:
            refuse(error)
            code = 1
        record = {"query": query, "milliseconds": round(milliseconds, 3), "hits": hits}
        click.echo(json.dumps(record, ensure_ascii=False))
    return code


def _record(hit: Hit) -> dict[str, object]:
    return {
        "document": hit.name,
        "page": hit.page,
        "start": hit.start,
        "end": hit.stop,
        "snippet": hit.snippet,
        "score": round(hit.score, 6),
    }


def _line(hit: Hit) -> str:
    place = f"page {hit.page}, " if hit.page else ""
    return f"{hit.name} {place}{hit.start}-{hit.stop}: {hit.before}[{hit.match}]{hit.after}"
