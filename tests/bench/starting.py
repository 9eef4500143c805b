"""How long the window takes to show itself."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.corpus import Scale
from tests.bench.figures import Figure, medians
from tests.bench.projects import workplace


def start(scale: Scale) -> Iterator[Figure]:
    """A new process to the first paint of its main window, against an empty window's."""
    with workplace() as folder:
        _first_paint("main", folder)  # once before: compiled modules and the disk's cache
        ours, baseline = medians(
            scale.runs,
            lambda: _first_paint("main", folder),
            lambda: _first_paint("empty", folder),
        )
    yield Figure("start", ours * 1000, "ms", "an empty QMainWindow in a process", baseline * 1000)


def _first_paint(window: str, home: Path) -> float:
    command = [sys.executable, "-m", "tests.bench.first_paint", window]
    own = {"QT_QPA_PLATFORM": "offscreen", "KZANNOTATE_HOME": str(home)}
    pipe = subprocess.PIPE
    begin = time.perf_counter()
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, env={**os.environ, **own}) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        taken = time.perf_counter() - begin
        _, errors = process.communicate()
    if said.strip() != b"painted" or process.returncode:
        raise RuntimeError(errors.decode())
    return taken
