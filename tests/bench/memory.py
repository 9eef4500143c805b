"""What memory a long document takes."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kzannotate.project import importing, suggesting
from kzannotate.project.session import create
from tests.bench.corpus import Scale, pdf
from tests.bench.figures import Figure, Limit
from tests.bench.projects import workplace


def memory(scale: Scale) -> Iterator[Figure]:
    """A book scrolled from end to end, with the process that draws it; against an empty window.

    The rules went through it before: their process holds its memory for some seconds only.
    """
    file = pdf(replace(scale, pages=scale.book))
    with workplace() as folder:
        path = folder / "book.kza"
        with create(path, "bench") as project:
            importing.add(project, [file])
            suggesting.refresh(project)
        empty, scrolled = _megabytes(folder), _megabytes(folder, path)
    limit = Limit("<=", times=1, plus=150)
    yield Figure("memory", scrolled, "MB", "the window without a project", empty, (limit,))


def _megabytes(folder: Path, *project: Path) -> float:
    command = [sys.executable, "-m", "tests.bench.scrolled", *map(str, project)]
    own = {"QT_QPA_PLATFORM": "offscreen", "KZANNOTATE_HOME": str(folder)}
    done = subprocess.run(command, capture_output=True, env={**os.environ, **own}, check=True)
    return float(done.stdout)
