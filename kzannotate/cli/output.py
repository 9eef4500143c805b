"""What every command shares: opening projects, printing records, telling refusals."""

import json
import os
import sys
from pathlib import Path

import click

from kzannotate.model.errors import KzError, PassphraseError
from kzannotate.project.session import Project, open_project

PASSPHRASE = "KZANNOTATE_PASSPHRASE"  # noqa: S105 - the variable's name, not a secret

as_json = click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
project_file = click.argument("project_file", metavar="PROJECT", type=click.Path(path_type=Path))


def opened(path: Path, *, writable: bool = True) -> Project:
    """Open a project; the passphrase of an encrypted one is taken from the variable or asked."""
    try:
        return open_project(path, writable=writable, passphrase=os.environ.get(PASSPHRASE, ""))
    except PassphraseError:
        if os.environ.get(PASSPHRASE) or not sys.stdin.isatty():
            raise
    passphrase = click.prompt("Passphrase", hide_input=True, err=True)
    return open_project(path, writable=writable, passphrase=passphrase)


def new_passphrase() -> str:
    """The passphrase of a project to be made. Raises KzError where nobody can be asked."""
    given = os.environ.get(PASSPHRASE, "")
    if given:
        return given
    if not sys.stdin.isatty():
        raise KzError(f"to encrypt, a passphrase is needed: set {PASSPHRASE} or use a terminal")
    asked: str = click.prompt("Passphrase", hide_input=True, confirmation_prompt=True, err=True)
    return asked


def show(record: dict[str, object], line: str, *, as_json: bool) -> None:
    """Print a record as JSON, or the line that says the same to a person."""
    click.echo(json.dumps(record, ensure_ascii=False) if as_json else line)


def refuse(sentence: object) -> None:
    """Tell on standard error what wasn't done and why."""
    click.echo(str(sentence), err=True)


def one_line(text: str) -> str:
    """A text with its line breaks and runs of spaces as single spaces."""
    return " ".join(text.split())
