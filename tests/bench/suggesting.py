"""How much time of the processor the rules take."""

import re
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import accumulate, cycle
from pathlib import Path
from statistics import median

from kzannotate.library.extraction import extract
from kzannotate.model.document import Passage
from kzannotate.suggest.rules import load
from kzannotate.suggest.running import run
from tests.bench.corpus import Scale
from tests.bench.figures import Figure, Limit

_GOLD = Path(__file__).parents[1] / "gold"
_WORD = re.compile(r"\w+")
_SIZES = {"40KB": (40_000, 0.1), "1MB": (1_000_000, 2.0)}
"""Bytes, and the seconds they may take."""


def propose(scale: Scale) -> Iterator[Figure]:
    """All rules over one text, dense with what they look for, in every language that has rules."""
    for name, (size, most) in _SIZES.items():
        text, passages = _text(int(size * scale.suggested))
        proposing, finding = partial(run, text, passages, load()), partial(_WORD.findall, text)
        proposing()  # the patterns are compiled once a session
        yield Figure(
            f"suggest.{name}",
            median(_spent(proposing) for _ in range(scale.runs)),
            "s CPU",
            "finding the words by one regular expression",
            median(_spent(finding) for _ in range(scale.runs)),
            (Limit("<=", plus=most),),
        )


def _text(size: int) -> tuple[str, list[Passage]]:
    """Marked documents of all languages, again and again, until it is so long."""
    files = sorted(file for file in _GOLD.glob("*/*.txt") if file.parent.name != "held_back")
    parts: list[tuple[str, list[Passage]]] = []
    bytes_left = size
    for file in cycle(files):
        extraction, _ = extract(file.read_bytes(), "text", "")
        parts.append((extraction.text, list(extraction.passages)))
        bytes_left -= file.stat().st_size
        if bytes_left <= 0:
            break
    starts = accumulate((len(text) for text, _ in parts), initial=0)
    passages = [
        Passage(start + one.start, start + one.stop, one.page, one.language)
        for start, (_, of_it) in zip(starts, parts, strict=False)
        for one in of_it
    ]
    return "".join(text for text, _ in parts), passages


def _spent(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin
