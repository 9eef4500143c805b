"""Who may write: one program at a time, held by the operating system, so that a crash frees it."""

import contextlib
import getpass
import json
import os
import platform
import sys
from io import FileIO
from pathlib import Path

from kzannotate.model.clock import now
from kzannotate.model.errors import KzError

_LOCKED_BYTE = 1 << 20
"""Far behind the content, which others must be able to read while Windows guards this byte."""


class WriterLock:
    """The right to write a project, from `take` to `release`. Others are told who holds it."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self.path = project.with_name(project.name + "-lock")
        self._file: FileIO | None = None

    def take(self) -> None:
        """Hold the lock. Raises KzError naming the holder, or why the folder can't be written."""
        while self._file is None:
            try:
                file = self.path.open("a+b", buffering=0)
            except OSError as error:
                raise KzError(
                    f"{self.project}: it can't be written here ({error.strerror}); "
                    "open it read-only or copy it to another folder"
                ) from error
            try:
                _lock(file)
            except OSError as error:
                file.close()
                raise KzError(f"{self.project}: {self._holder()}") from error
            if _is_at(file, self.path):
                self._file = file
            else:
                file.close()  # its last holder removed it between our opening and locking it
        with contextlib.suppress(OSError):  # the disk is full: others aren't told who, only that
            self._file.truncate(0)
            self._file.write(_introduction())

    def release(self) -> None:
        """Let others write."""
        if self._file is None:
            return
        if os.name == "nt":  # an open file can't be removed there
            self._file.close()
            with contextlib.suppress(OSError):  # another program has it already
                self.path.unlink()
        else:
            self.path.unlink(missing_ok=True)
            self._file.close()
        self._file = None

    def _holder(self) -> str:
        try:
            who = json.loads(self.path.read_bytes())
            return (
                f"it is open for writing by {who['user']} on {who['computer']} "
                f"(process {who['process']}, since {who['since']}); close it there first"
            )
        except (OSError, ValueError, KeyError):
            return "it is open for writing elsewhere; close it there first"


def _introduction() -> bytes:
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        user = "somebody"
    who = {"user": user, "computer": platform.node(), "process": os.getpid(), "since": now()}
    return json.dumps(who).encode()


def _is_at(file: FileIO, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except OSError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _lock(file: FileIO) -> None:
        file.seek(_LOCKED_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        file.seek(0)

else:
    import fcntl

    def _lock(file: FileIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
