"""Files as they lie on the disk: found in folders, and read once.

The messages of the errors are the reason alone; the caller puts the file's name before it.
"""

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from kzannotate.model.document import Source
from kzannotate.model.errors import KzError

LARGEST = 512 * 1024 * 1024
"""Bytes of the largest file that is read."""

# O_NONBLOCK: opening a pipe that nobody writes to must not wait for a writer.
_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)


def read_source(path: Path) -> Source:
    """Read a file's bytes once and hash them.

    Raises KzError (the reason only) if it is missing, unreadable, no ordinary file, empty, larger
    than `LARGEST`, or written to while it was being read.
    """
    try:
        _refuse_folder(path)
        data = _read(path)
    except OSError as error:
        raise KzError(_reason(error)) from error
    return Source(path.name, data, hashlib.sha256(data).hexdigest())


def find_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Give the files that `paths` name, those in folders recursively and in the order of names.

    Hidden files and folders inside a folder are skipped, and each folder is visited once, so that
    links in a circle do no harm. A path that is missing, or a folder that can't be listed, is
    given as it is: `read_source` says why it can't be read.
    """
    seen: set[tuple[int, int]] = set()
    for path in paths:
        yield from _files(path, seen)


def _files(path: Path, seen: set[tuple[int, int]]) -> Iterator[Path]:
    waiting = [path]
    while waiting:
        path = waiting.pop()
        try:
            inside = _inside(path, seen) if path.is_dir() else None
        except OSError:
            inside = None
        if inside is None:
            yield path
        else:
            waiting += reversed(inside)


def _inside(folder: Path, seen: set[tuple[int, int]]) -> list[Path]:
    """What a folder holds, sorted; nothing at the second visit. Raises OSError."""
    state = folder.stat()
    identity = state.st_dev, state.st_ino
    inside = [] if identity in seen else sorted(folder.iterdir())
    seen.add(identity)
    # A `~$` file is the lock that an office program leaves beside an open document.
    return [path for path in inside if not path.name.startswith((".", "~$"))]


def _refuse_folder(path: Path) -> None:
    """Raise KzError for a folder, or OSError where it can't even be listed."""
    if path.is_dir():
        list(path.iterdir())
        raise KzError("it is a folder")


def _read(path: Path) -> bytes:
    _require_file(path.stat())
    with os.fdopen(os.open(path, _FLAGS), "rb") as file:
        before = os.fstat(file.fileno())
        _require_file(before)
        data = file.read(before.st_size + 1)
        after = os.fstat(file.fileno())
    if len(data) != before.st_size or _state(before) != _state(after):
        raise KzError("it changed while it was being read; add it again when nothing writes to it")
    return data


def _require_file(state: os.stat_result) -> None:
    if not stat.S_ISREG(state.st_mode):
        raise KzError("it is not an ordinary file")
    if state.st_size == 0:
        raise KzError("the file is empty")
    if state.st_size > LARGEST:
        raise KzError(f"it is larger than {LARGEST >> 20} MB")


def _state(state: os.stat_result) -> tuple[int, int]:
    return state.st_size, state.st_mtime_ns


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return "it doesn't exist"
    return f"it can't be read: {(error.strerror or str(error)).lower()}"
