"""The command that gives scanned pages a text."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kzannotate.cli.output import as_json, opened, project_file, refuse, show
from kzannotate.model.wording import counted, numbered

if TYPE_CHECKING:
    from kzannotate.project.recognising import Recognised


@click.command()
@project_file
@click.argument("documents", nargs=-1)
@click.option("--languages", default="", help="By Tesseract's names: rus+fra. Else the corpus'.")
@as_json
def ocr(project_file: Path, documents: tuple[str, ...], languages: str, as_json: bool) -> int:
    """Recognise the text of pages that have none, in DOCUMENTS or everywhere, by Tesseract."""
    from kzannotate.project.reading import document
    from kzannotate.project.recognising import recognise

    def told(result: "Recognised | str") -> None:
        if isinstance(result, str):
            refuse(result)
        else:
            _show(result, as_json=as_json)

    with opened(project_file) as project:
        wanted = [document(project, name).id for name in documents]
        report = recognise(project, wanted, languages.split("+") if languages else (), told=told)
    if not as_json and not report.done and not report.refused:
        click.echo("There is no page without text.")
    return 1 if report.refused else 0


def _show(result: "Recognised", *, as_json: bool) -> None:
    document = result.document
    record: dict[str, object] = {
        "document": document.name,
        "id": document.id,
        "pages": list(result.pages),
        "characters": document.characters,
        "extractor": document.extractor,
    }
    length = counted(document.characters, "character")
    show(record, f"{document.name}: {numbered(result.pages)}; {length} in all", as_json=as_json)
