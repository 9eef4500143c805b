"""Tells letters from pictures of pages, by the Tesseract program where it is installed.

The program is run once a page and speaks through pipes: no file is written. It reads pictures that
strangers made, so its time is limited everywhere and its memory where the system can.
"""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path

from kzannotate.library.lines import Line, clean
from kzannotate.model.boxes import Box
from kzannotate.model.document import Picture
from kzannotate.model.errors import KzError

VARIABLE = "KZANNOTATE_TESSERACT"
"""Names the program where it isn't found by itself."""
DOTS = 300
"""An inch: what Tesseract was trained for."""
_NAMES = {
    "az": "aze", "be": "bel", "bg": "bul", "cs": "ces", "da": "dan", "de": "deu", "el": "ell",
    "en": "eng", "es": "spa", "et": "est", "fi": "fin", "fr": "fra", "hu": "hun", "hy": "hye",
    "it": "ita", "ka": "kat", "kk": "kaz", "ky": "kir", "lt": "lit", "lv": "lav", "nl": "nld",
    "no": "nor", "pl": "pol", "pt": "por", "ro": "ron", "ru": "rus", "sk": "slk", "sl": "slv",
    "sr": "srp", "sv": "swe", "tg": "tgk", "tr": "tur", "uk": "ukr", "uz": "uzb_cyrl",
}  # fmt: skip
"""Tesseract's names of languages by ISO 639-1."""
_NO_LANGUAGES = frozenset(["osd", "equ", "snum"])
_LANGUAGE = re.compile(r"[A-Za-z]\w*(/\w+)?")
_PLACES = {
    "win32": (
        r"%ProgramFiles%\Tesseract-OCR\tesseract.exe",
        r"%LOCALAPPDATA%\Programs\Tesseract-OCR\tesseract.exe",
    ),
    "darwin": (
        "/opt/homebrew/bin/tesseract",
        "/usr/local/bin/tesseract",
        "/opt/local/bin/tesseract",
    ),
}
"""Where installers put it without telling PATH."""
_HOW_TO_INSTALL = {
    "win32": "install it with its languages (winget install UB-Mannheim.TesseractOCR)",
    "darwin": "install it (brew install tesseract tesseract-lang)",
}
_INSTALL_PACKAGES = (
    "install the packages tesseract-ocr and, a language each, tesseract-ocr-rus and so on"
    " (Fedora: tesseract, tesseract-langpack-rus)"
)
_HEADING = b"level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight"
_WORD = 5
"""The level of a word in Tesseract's table."""
_LOOK_EVERY = 0.1
_PATIENCE = 10.0
"""Seconds for the questions which version it is and what languages it has."""


class CancelledError(Exception):
    """Nobody wants the page any more."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as Tesseract found it, in pixels of the picture."""

    block: int
    paragraph: int
    line: int
    box: tuple[int, int, int, int]
    text: str


@dataclass(frozen=True, slots=True)
class Tesseract:
    """The program as it is installed here."""

    program: str
    version: str
    languages: tuple[str, ...]
    """By its own names: `rus`, `fra`."""

    def require(self, languages: Sequence[str]) -> None:
        """Raises KzError if there is none, or one of them isn't installed."""
        known = ", ".join(self.languages) or "none at all"
        if not languages:
            raise KzError(f"choose the languages of the text; Tesseract has {known}")
        for language in languages:
            if language not in self.languages:
                raise KzError(
                    f"Tesseract lacks the language {language}: {_how_to_install()}; it has {known}"
                )

    def known(self, languages: Sequence[str]) -> list[str]:
        """Those of some languages (ISO 639-1) that are installed, by Tesseract's names."""
        names = [_NAMES.get(language, "") for language in languages]
        return [name for name in names if name in self.languages]

    def read(
        self,
        picture: Picture,
        languages: Sequence[str],
        cancelled: Callable[[], bool],
        seconds: float = 180.0,
        memory: int = 2 << 30,
    ) -> list[Word]:
        """The words of a picture drawn with `DOTS`, in the order Tesseract gives them.

        `memory` in bytes. Raises KzError (the reason only) if it fails or takes longer than
        `seconds`, CancelledError as soon as `cancelled` says so.
        """
        arguments = ["stdin", "stdout", "-l", "+".join(languages), "--dpi", str(DOTS), "tsv"]
        with _started(self.program, arguments) as process:
            _limit(process.pid, memory)
            answer, complaints = _talk(process, _ppm(picture), cancelled, seconds)
        if process.returncode:
            raise KzError(f"Tesseract gave up on it: {_last_line(complaints)}")
        return list(_words(answer))


def find() -> Tesseract:
    """The installed program. Raises KzError, saying what to install, if there is none."""
    for program in _candidates():
        try:
            version = re.match(r"tesseract v?(\d[\w.]*)", _asked(program, "--version"))
            listed = _asked(program, "--list-langs").splitlines()[1:]
        except (OSError, subprocess.SubprocessError):
            continue
        if version:
            found = (line.strip() for line in listed)
            languages = {name for name in found if _LANGUAGE.fullmatch(name)} - _NO_LANGUAGES
            return Tesseract(program, version[1], tuple(sorted(languages)))
    raise KzError(
        f"to recognise text the program Tesseract is needed: {_how_to_install()},"
        f" or set {VARIABLE} to where it is"
    )


def lines(words: Sequence[Word], scale: float) -> list[Line]:
    """The lines of a page; `scale` is points a pixel. A word's box is shared by its letters."""
    found = []
    blocks: dict[tuple[int, int], int] = {}
    for (block, paragraph, _), group in groupby(
        words, key=lambda word: (word.block, word.paragraph, word.line)
    ):
        number = blocks.setdefault((block, paragraph), len(blocks))
        text, boxes = clean(*_spelled(list(group), scale))
        if text:
            left, right = min(b[0] for b in boxes), max(b[2] for b in boxes)
            area = left, min(b[1] for b in boxes), right, max(b[3] for b in boxes)
            found.append(Line(text, boxes, area, number, upright=True))
    return found


def _candidates() -> Iterator[str]:
    if named := os.environ.get(VARIABLE):
        yield named
        return
    if on_path := shutil.which("tesseract"):
        yield on_path
    for place in _PLACES.get(sys.platform, ()):
        if Path(os.path.expandvars(place)).is_file():
            yield os.path.expandvars(place)


def _how_to_install() -> str:
    return _HOW_TO_INSTALL.get(sys.platform, _INSTALL_PACKAGES)


def _asked(program: str, question: str) -> str:
    """Raises OSError or SubprocessError."""
    answer = subprocess.run(  # noqa: S603  the researcher's own program, a fixed argument
        [program, question],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=_PATIENCE,
        check=False,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    return answer.stdout.decode("utf-8", "replace")


def _started(program: str, arguments: list[str]) -> "subprocess.Popen[bytes]":
    try:
        return subprocess.Popen(  # noqa: S603  the researcher's own program, checked languages
            [program, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},  # its threads cost more than they gain
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise KzError(f"Tesseract can't be started ({error.strerror})") from error


def _limit(process: int, memory: int) -> None:
    if sys.platform != "linux":
        return
    import resource

    try:
        resource.prlimit(process, resource.RLIMIT_AS, (memory, memory))
    except OSError:  # it has ended already, or the system forbids it
        return


def _talk(
    process: "subprocess.Popen[bytes]",
    picture: bytes,
    cancelled: Callable[[], bool],
    seconds: float,
) -> tuple[bytes, bytes]:
    """What the program answers and complains of. In a thread: a pipe can't be waited for so."""
    late = time.monotonic() + seconds
    with ThreadPoolExecutor(1) as thread:
        talk = thread.submit(process.communicate, picture)
        try:
            while not wait([talk], _LOOK_EVERY).done:
                if cancelled():
                    raise CancelledError
                if time.monotonic() > late:
                    raise KzError("recognising its text took too long")
        finally:
            process.kill()
        return talk.result()


def _ppm(picture: Picture) -> bytes:
    return b"P6\n%d %d\n255\n%b" % (picture.width, picture.height, picture.rgb)


def _last_line(complaints: bytes) -> str:
    said = complaints.decode("utf-8", "replace").split("\n")
    lines = [line.strip() for line in said if line.strip()]
    return lines[-1][:200] if lines else "it didn't say why"


def _words(table: bytes) -> Iterator[Word]:
    """The words in Tesseract's table. Raises KzError if it is none."""
    if not table.startswith(_HEADING):
        raise KzError("Tesseract's answer can't be understood")
    try:
        for row in table.decode("utf-8", "replace").split("\n")[1:]:
            cells = row.rstrip("\r").split("\t")
            if cells[0] == str(_WORD) and cells[11].strip():
                _, _, block, paragraph, line, _, left, top, width, height = map(int, cells[:10])
                box = left, top, left + max(0, width), top + max(0, height)
                yield Word(block, paragraph, line, box, cells[11].strip())
    except (ValueError, IndexError) as error:
        raise KzError("Tesseract's answer can't be understood") from error


def _spelled(words: Sequence[Word], scale: float) -> tuple[str, list[Box]]:
    """The words of a line with spaces between, and a box a letter."""
    boxes = list(_letters(words[0], scale))
    for word, following in pairwise(words):
        before, after = word.box, following.box
        left, right = sorted((before[2], after[0]))
        top, bottom = min(before[1], after[1]), max(before[3], after[3])
        boxes.append((left * scale, top * scale, right * scale, bottom * scale))
        boxes += _letters(following, scale)
    return " ".join(word.text for word in words), boxes


def _letters(word: Word, scale: float) -> Iterator[Box]:
    x0, y0, x1, y1 = (edge * scale for edge in word.box)
    width = (x1 - x0) / len(word.text)
    for number in range(len(word.text)):
        yield x0 + number * width, y0, x0 + (number + 1) * width, y1
