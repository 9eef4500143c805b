"""Searching before anything is searched."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from kzannotate.store import vocabulary
from kzannotate.store.store import Store
from kzannotate.ui.workbench import Workbench
from tests.ui.driving import search

Open = Callable[..., Workbench]


def test_the_words_are_read_ahead(
    bench: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads: list[object] = []
    counted = vocabulary.counted

    def told(store: Store) -> list[tuple[str, int, int]]:
        reads.append(store)
        return counted(store)

    monkeypatch.setattr(vocabulary, "counted", told)
    workbench = bench(**{"a.txt": "[victim: Ana] and a zebra"})
    qtbot.waitUntil(lambda: len(reads) == 1)
    search(qtbot, workbench, "zebr?")
    assert [hit.match for hit in workbench.search.model.hits] == ["zebra"]
    assert len(reads) == 1
