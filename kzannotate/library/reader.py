"""Reads sources into text and pages, whatever their format."""

import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from kzannotate.library import kinds
from kzannotate.library.channel import Header, receive, send
from kzannotate.library.extraction import extract
from kzannotate.library.room import Room
from kzannotate.model.document import Extraction, Heading, Page, Passage, Picture, Source
from kzannotate.model.errors import KzError

_ROOT = Path(__file__).resolve().parents[2]


class Reader:
    """Extracts texts and draws pages in a process of its own; a lone plain text without one.

    The process is started when it is first needed (or by `start`) and again after it crashed, and
    killed when it takes longer than `seconds` for one request; `memory` (bytes) limits its address
    space where the system can. For one thread; close it, or use it in a `with` statement.
    """

    def __init__(self, seconds: float = 180.0, memory: int = 2 << 30) -> None:
        self._seconds = seconds
        self._memory = memory
        self._process: subprocess.Popen[bytes] | None = None
        self._room: Room | None = None
        """Where that process puts pictures."""
        self._shown = ""
        """SHA-256 of the PDF that the process drew last and has open."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def start(self) -> None:
        """Start the process now: plain texts are read in it too, while this one does other work."""
        self._started()

    def stop(self) -> None:
        """End the process from another thread; who waits for its answer gets a KzError."""
        if process := self._process:
            process.kill()

    def close(self) -> None:
        """End the process, if there is one. Another request would start it again."""
        process, self._process, self._shown = self._process, None, ""
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            _close_quietly(pipe)
        if self._room:
            self._room.close()
            self._room = None

    def extract(self, source: Source, encoding: str = "") -> Extraction:
        """Give a source's canonical text, passages and pages.

        `encoding`, one of `encoding.ENCODINGS`, overrules what is guessed for a plain text or HTML.
        Raises KzError (the reason only) if it can't be read or there is nothing in it.
        """
        kind = kinds.kind_of(source)
        if kind == "text" and self._process is None:
            extraction, _ = extract(source.data, kind, encoding)
        else:
            header: Header = {"verb": "extract", "kind": kind, "encoding": encoding}
            answer, (text, *boxes) = self._ask(header, source)
            kind = answer["kind"]
            extraction = _unpacked(answer, text, boxes)
        if not extraction.pages and not extraction.text.strip():
            raise KzError("; ".join(("there is no text in it", *extraction.notes)))
        return replace(extraction, notes=(*_surprise(source, kind), *extraction.notes))

    def draw(self, source: Source, page: int, zoom: float) -> Picture:
        """Draw page `page` (from 1) of a PDF; `zoom` 1.0 is 72 pixels an inch.

        A very large page is drawn smaller than asked: its scale is the picture's width through the
        page's. Raises KzError if it is no PDF, has no such page, or can't be drawn.
        """
        if kinds.kind_of(source) != "pdf":
            raise KzError("it has no pages to draw")
        header: Header = {"verb": "draw", "page": page, "zoom": zoom}
        answer, buffers = self._ask(header, source, is_shown=True)
        picture = Picture(answer["width"], answer["height"], *buffers)
        if min(picture.width, picture.height) < 1 or len(picture.rgb) != 3 * (
            picture.width * picture.height
        ):
            raise KzError("the reader gave no picture of it")
        return picture

    def outline(self, source: Source) -> list[Heading]:
        """The bookmarks of a PDF; none for another kind. Raises KzError if it can't be read."""
        if kinds.kind_of(source) != "pdf":
            return []
        answer, _ = self._ask({"verb": "outline"}, source, is_shown=True)
        return [Heading(*heading) for heading in answer["headings"]]

    def _ask(
        self, header: Header, source: Source, *, is_shown: bool = False
    ) -> tuple[Header, list[bytes]]:
        if self._process and self._process.poll() is not None:
            self.close()  # killed from outside, for instance for want of memory
        header |= {"memory": self._memory, "seconds": self._seconds}
        is_there = is_shown and source.sha256 == self._shown
        answer, buffers = self._exchange(header, [] if is_there else [source.data])
        if is_shown:
            self._shown = "" if "error" in answer else source.sha256
        if "error" in answer:
            raise KzError(answer["error"])
        return answer, buffers

    def _exchange(self, header: Header, buffers: list[bytes]) -> tuple[Header, list[bytes]]:
        process, room = self._started()
        assert process.stdin and process.stdout
        late = threading.Event()

        def stop() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(self._seconds, stop)
        timer.start()
        try:
            send(process.stdin, {**header, "room": room.address}, buffers)
            answer, received = receive(process.stdout)
            if "in_room" in answer:
                received = [room.read(answer["in_room"])]
            return answer, received
        except (OSError, EOFError) as error:
            self.close()
            raise KzError(_reason(late.is_set(), process.returncode)) from error
        finally:
            timer.cancel()

    def _started(self) -> tuple[subprocess.Popen[bytes], Room]:
        if self._process is None or self._room is None:
            self._room = Room()
            self._process = _start(self._room)
        return self._process, self._room


def _start(room: Room) -> subprocess.Popen[bytes]:
    frozen = getattr(sys, "frozen", False)
    arguments = ["--kzannotate-reader"] if frozen else ["-m", "kzannotate.library.worker"]
    return subprocess.Popen(  # noqa: S603  our own program, no input in its arguments
        [sys.executable, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=None if frozen else _ROOT,  # so that `-m` finds this very package
        pass_fds=room.handed_on,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _close_quietly(pipe: IO[bytes] | None) -> None:
    try:
        if pipe:
            pipe.close()
    except OSError:  # what was still to be written to a process that is gone
        return


def _reason(late: bool, returncode: int | None) -> str:
    out_of_time = -24  # SIGXCPU, as Popen gives it
    if late or returncode == out_of_time:
        return "reading it took too long"
    return "the reader crashed on it: the file may be damaged"


def _unpacked(answer: Header, text: bytes, boxes: Sequence[bytes]) -> Extraction:
    pages = tuple(Page(**page, boxes=own) for page, own in zip(answer["pages"], boxes, strict=True))
    return Extraction(
        text.decode("utf-8"),
        tuple(Passage(*passage) for passage in answer["passages"]),
        pages,
        answer["extractor"],
        answer["encoding"],
        tuple(answer["notes"]),
    )


def _surprise(source: Source, kind: str) -> tuple[str, ...]:
    promised = kinds.promised(source)
    if not promised or promised == kind:
        return ()
    return (f"it says {kinds.NAMES[promised]} but is {kinds.NAMES[kind]}",)
