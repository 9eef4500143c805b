"""The researcher's verbs on the command line; docs/command-line.md describes them.

Exit code 0: all done. 1: something was refused, each with `FILE: reason` on standard error, the
rest is done. 2: wrong usage. Each verb's room is imported when the verb runs.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import click

from kzannotate import __version__
from kzannotate.cli import annotating, corpus, recognising, suggesting, taking_in
from kzannotate.cli.output import refuse
from kzannotate.model.errors import KzError

Window = Callable[[Path | None], int]
"""Shows the window on a project until it is closed; gives the exit code."""


def run(arguments: list[str], window: Window) -> int:
    """Run one verb; gives the exit code. `window` is called by verbs that end in the window."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # files in a program
    try:
        code = kzannotate.main(arguments, "kzannotate", obj=window, standalone_mode=False)
        sys.stdout.flush()
    except KzError as error:
        refuse(error)
        return 1
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        refuse("cancelled; what was finished is kept")
        return 1
    except BrokenPipeError:  # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return int(code or 0)


@click.group(invoke_without_command=True)
@click.version_option(__version__)
@click.pass_context
def kzannotate(context: click.Context) -> int:
    """Annotate demands, victims and legal articles in human-rights texts, offline."""
    return 0 if context.invoked_subcommand else _show(context.obj, None)


@kzannotate.command("open")
@click.argument("project", required=False, type=click.Path(path_type=Path))
@click.pass_obj
def open_window(window: Window, project: Path | None) -> int:
    """Show the window."""
    return _show(window, project)


@kzannotate.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False))
@click.option("--no-window", is_flag=True, help="Only say where the results are.")
@click.pass_obj
def demo(window: Window, folder: Path | None, no_window: bool) -> int:
    """Import the sample corpus, search, tag, export; then show it, if there is a screen."""
    from kzannotate.project.demo import run as run_demo

    project = run_demo(folder, tell=click.echo)
    return 0 if no_window or not _has_screen() else _show(window, project)


for _command in (
    corpus.new,
    corpus.add,
    corpus.documents,
    corpus.search,
    corpus.reindex,
    corpus.check,
    recognising.ocr,
    annotating.tag,
    annotating.annotations,
    annotating.undo,
    annotating.redo,
    annotating.history,
    annotating.export,
    taking_in.import_file,
    suggesting.suggest,
    suggesting.accept,
    suggesting.rules,
):
    kzannotate.add_command(_command)


def _show(window: Window, project: Path | None) -> int:
    if not _has_screen() and "QT_QPA_PLATFORM" not in os.environ:
        raise KzError("there is no screen to show the window on; see kzannotate --help")
    return window(project)


def _has_screen() -> bool:
    """Whether a person can see a window: X11 or Wayland on Linux, elsewhere always."""
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return False
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
