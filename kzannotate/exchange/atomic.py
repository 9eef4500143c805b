"""Files that are there whole or not at all."""

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from kzannotate.model.errors import KzError


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """A file to write to that takes the place of `path` at the end, durably.

    A failure leaves what was there before. Only the owner may read it: it may endanger people.
    Raises KzError for a full disk and its like.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise _sentence(path, error) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        raise _sentence(path, error) from error
    finally:
        temporary.unlink(missing_ok=True)


def _sentence(path: Path, error: OSError) -> KzError:
    reason = (error.strerror or str(error)).lower()
    return KzError(f"{path}: it can't be written ({reason}); what was there before is unchanged")


def _sync_folder(folder: Path) -> None:
    """Make the new name durable, where a folder can be opened (not on Windows)."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
