"""What an open search costs while somebody tags."""

import random
import re
import shutil
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kzannotate.ui.reader.reader import Reader
from kzannotate.ui.workbench import Workbench
from tests.bench.corpus import Scale
from tests.bench.figures import Figure, Limit
from tests.bench.projects import annotated, documents_with_texts
from tests.bench.reading import key, opened_window

_BLOCK = 10
"""Tags in a row with, and then without, the search."""


def keys(scale: Scale) -> Iterator[Figure]:
    """A tagging key, and the same while a search is open."""
    yield from key(scale)
    yield from key_searching(scale)


def key_searching(scale: Scale) -> Iterator[Figure]:
    """The key `D` to its committed step, the most frequent word's hits listed; and without them."""
    many = replace(scale, documents=scale.many, size=2_500)
    chance = random.Random("key.searching")
    taken: dict[str, list[float]] = {"": [], "searching": []}
    with annotated(many) as project:
        (document, text), *_ = documents_with_texts(project)
        ((word, _),) = Counter(text.lower().split()).most_common(1)
        starts = [word.start() for word in re.finditer(r"\w{3,}", text)]
        words = cycle(chance.sample(starts, len(starts)))  # none is tagged twice, which is refused
        path = Path(shutil.copy(project.path, project.path.with_name("window.kza")))
        with opened_window(path) as shown:
            bench = shown.workbench
            assert bench
            bench.reader.open(document.id)
            bench.show("hits")  # in both states: the table of quotations behind it costs its own
            bench.reader.setFocus()
            for _ in range(max(1, scale.tags // (2 * _BLOCK))):
                for state, query in (("", ""), ("searching", word)):
                    _search(bench, query)
                    taken[state] += [_committed(bench.reader, next(words)) for _ in range(_BLOCK)]
    yield Figure(
        "key.searching",
        median(taken["searching"]) * 1000,
        "ms",
        "the same key with no search open",
        median(taken[""]) * 1000,
        (Limit("<=", times=1, plus=1),),
    )


def _committed(reader: Reader, position: int) -> float:
    reader.place(position)
    QApplication.processEvents()
    begin = time.perf_counter()
    QTest.keyClick(reader.text_view, Qt.Key.Key_D)
    taken = time.perf_counter() - begin
    assert reader.active
    QApplication.processEvents()
    return taken


def _search(bench: Workbench, query: str) -> None:
    """Have it listed, all of it."""
    bench.search.field.setText(query)
    bench.search.search()
    while bench.search_desk.busy:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
