"""The reader process: parses what strangers wrote, so that a crash or a hang hurts nobody.

Requests come on standard input, answers go to standard output (see `channel`). The process ends
when its input does.
"""

import gc
import mmap
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, astuple
from functools import cache
from typing import IO, Any

from kzannotate.library import room
from kzannotate.library.channel import Header, receive, send
from kzannotate.library.extraction import extract
from kzannotate.model.document import Extraction
from kzannotate.model.errors import KzError

Answer = tuple[Header, list[bytes]]

_shown: list[Any] = []
"""The PDF whose pages were drawn last, if any."""

_GARBAGE = 10_000
"""Objects left over from files, from which on it is worth to look through all of them."""
_TOO_MUCH_MEMORY = "it needs more memory than the reader may use"


def main() -> None:
    """Serve requests until the input ends."""
    gc.disable()  # it took a quarter of the time on pages' many small objects, and found nothing
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program that started us
    requests, answers = _take_channel()
    while True:
        try:
            header, buffers = receive(requests)
        except EOFError:
            return
        send(answers, *_answer(header, buffers))


def _take_channel() -> tuple[IO[bytes], IO[bytes]]:
    """The pipes; from now on what libraries print goes nowhere."""
    requests, answers = os.dup(0), os.dup(1)
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    return os.fdopen(requests, "rb"), os.fdopen(answers, "wb")


def _answer(header: Header, buffers: list[bytes]) -> Answer:
    try:
        _limit(header["memory"], header["seconds"])
        return _VERBS[header["verb"]](header, buffers)
    except KzError as error:
        return {"error": str(error)}, []
    # Whatever a damaged file makes a library raise is the refusal of that file.
    except Exception as error:  # noqa: BLE001
        if _is_want_of_memory(error):
            return {"error": _TOO_MUCH_MEMORY}, []
        reason = f"it can't be read: the file may be damaged ({type(error).__name__})"
        return {"error": reason}, []
    finally:
        _lift_memory_limit()  # what is sent and received isn't the file's fault


def _is_want_of_memory(error: Exception) -> bool:
    """Python, MuPDF, the loader and libxml2 (number 2) each have their own way to say it."""
    return (
        isinstance(error, MemoryError)
        or "malloc" in str(error)
        or "failed to map segment" in str(error)
        or (type(error).__name__ == "XMLSyntaxError" and getattr(error, "code", None) == 2)
    )


def _limit(memory: int, seconds: float) -> None:
    """Limit memory (bytes), and the processor's time from now on; only POSIX systems can."""
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    until = int(used.ru_utime + used.ru_stime + seconds) + 1
    for what, limit in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, until),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(what)[1]
        with suppress(ValueError, OSError):  # some systems know a limit and don't set it
            resource.setrlimit(what, (limit if hard < 0 else min(limit, hard), hard))


def _lift_memory_limit() -> None:
    if sys.platform == "win32":
        return
    import resource

    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (hard, hard))


def _extract(header: Header, buffers: list[bytes]) -> Answer:
    extraction, kind = extract(buffers[0], header["kind"], header["encoding"])
    if gc.get_count()[0] > _GARBAGE:
        gc.collect()
    return _packed(extraction, kind)


def _packed(extraction: Extraction, kind: str) -> Answer:
    pages = [asdict(page) for page in extraction.pages]
    boxes = [page.pop("boxes") for page in pages]
    header = {
        "kind": kind,
        "passages": [astuple(passage) for passage in extraction.passages],
        "pages": pages,
        "extractor": extraction.extractor,
        "encoding": extraction.encoding,
        "notes": extraction.notes,
    }
    return header, [extraction.text.encode("utf-8"), *boxes]


def _outline(_header: Header, buffers: list[bytes]) -> Answer:
    from kzannotate.library import pdf

    if buffers:
        _shown[:] = [pdf.opened(buffers[0])]
    return {"headings": [astuple(heading) for heading in pdf.outline(_shown[0])]}, []


def _draw(header: Header, buffers: list[bytes]) -> Answer:
    from kzannotate.library import pdf

    if buffers:
        _shown[:] = [pdf.opened(buffers[0])]
    drawn = pdf.pixels(_shown[0], header["page"], header["zoom"])
    answer = {"width": drawn.width, "height": drawn.height}
    size = len(drawn.samples_mv)
    if (memory := _room(header["room"])) is None or size > len(memory):
        return answer, [drawn.samples]
    memory[:size] = drawn.samples_mv
    return {**answer, "in_room": size}, []


@cache
def _room(address: int | str | None) -> mmap.mmap | None:
    return room.entered(address)


_VERBS: dict[str, Callable[[Header, list[bytes]], Answer]] = {
    "extract": _extract,
    "draw": _draw,
    "outline": _outline,
}

if __name__ == "__main__":
    main()
