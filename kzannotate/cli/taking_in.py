"""Commands that take in what other projects and people made."""

from pathlib import Path

import click

from kzannotate.cli.output import opened, project_file, refuse
from kzannotate.model.wording import counted


@click.command("import")
@project_file
@click.argument("file", type=click.Path(path_type=Path))
def import_file(project_file: Path, file: Path) -> int:
    """Take in a codebook (.toml): known keys are updated, others added, none is deleted."""
    from kzannotate.project.codebook_files import import_codebook

    kind = file.suffix.lower().lstrip(".")
    if kind != "toml":
        refuse(f"import of {kind or 'a file without an ending'}: not available yet")
        return 2
    with opened(project_file) as project:
        done = import_codebook(project, file)
    click.echo(f"{file}: {counted(len(done.changes.codes), 'code')} added or changed")
    for name in done.without_key:
        click.echo(f"{name} has no key any more: its letter is another code's")
    return 0
