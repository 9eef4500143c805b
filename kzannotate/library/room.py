"""Memory that the program shares with its reader process: large pictures pass through it.

Through a pipe a picture of 3 MB takes some fifty turns of both processes. The memory is on no disk,
only the two processes can reach it, and the system takes it back when the last of them ends, killed
or not. Where a system has no such memory there is no room, and pictures go through the pipe.
"""

import mmap
import os
import secrets
import sys

SIZE = 48 << 20
"""Bytes; only those that were written take memory. Larger pictures go through the pipe."""


class Room:
    """The program's side: makes the memory before the reader process is started."""

    def __init__(self) -> None:
        self.address: int | str | None = None
        """What `entered` takes in the reader process; None: there is no room."""
        self.handed_on: tuple[int, ...] = ()
        """File descriptors that the reader process must inherit."""
        self._memory: mmap.mmap | None = None
        if sys.platform == "linux":
            self._make_nameless()
        elif sys.platform == "win32":
            self.address = f"kzannotate-{secrets.token_hex(16)}"
            self._memory = mmap.mmap(-1, SIZE, tagname=self.address)

    def read(self, size: int) -> bytes:
        """The first bytes of the room. Raises EOFError if it hasn't so many."""
        if self._memory is None or not 0 <= size <= SIZE:
            raise EOFError("not a message")
        return self._memory[:size]

    def close(self) -> None:
        """Let go of the memory."""
        if self._memory is not None:
            self._memory.close()
            self._memory = None
        while self.handed_on:
            os.close(self.handed_on[0])
            self.handed_on = self.handed_on[1:]

    def _make_nameless(self) -> None:
        if sys.platform != "linux":
            return
        import fcntl

        try:
            descriptor = os.memfd_create("kzannotate", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
        except OSError:  # an old kernel, or one that forbids it
            return
        self.handed_on = (descriptor,)
        try:
            os.ftruncate(descriptor, SIZE)
            # Sealed: if the reader process shrank it, reading here would kill the program.
            fcntl.fcntl(
                descriptor,
                fcntl.F_ADD_SEALS,
                fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW | fcntl.F_SEAL_SEAL,
            )
            self._memory = mmap.mmap(descriptor, SIZE)
            self.address = descriptor
        except OSError:
            self.close()


def entered(address: int | str | None) -> mmap.mmap | None:
    """The reader process's side of a room; None where there is none."""
    if isinstance(address, int):
        return mmap.mmap(address, SIZE)
    if isinstance(address, str) and sys.platform == "win32":
        return mmap.mmap(-1, SIZE, tagname=address)
    return None
