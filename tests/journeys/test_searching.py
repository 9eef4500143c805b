"""Search as one types, by folded words, over all documents, round and round."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kzannotate.project.session import create
from kzannotate.ui.main_window import MainWindow
from kzannotate.ui.workbench import Workbench
from tests.ui.driving import import_files, press, search, write
from tests.ui.pictures import add_text

TEXTS = {
    "a.txt": "🕊 Nous demandons la libération d'Ana Korin.\n\nLa Libération, enfin.",
    "b.txt": "Her liberation was promised.",
    "c.txt": "Nothing of the kind.",
}


@pytest.fixture
def bench(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> Workbench:
    path = tmp_path / "project.kza"
    with create(path) as project:
        for name, text in TEXTS.items():
            add_text(project, tmp_path, name, text)
    window.open(path)
    bench = window.workbench
    assert bench
    qtbot.waitUntil(lambda: bench.reader.shown is not None)
    bench.reader.setFocus()
    return bench


def here(bench: Workbench) -> tuple[str, str]:
    """The open document and what is selected in it."""
    shown = bench.reader.shown
    assert shown
    return shown.document.name, shown.text[slice(*bench.reader.selection())]


def test_a_folded_word_is_found_and_f3_goes_round(qtbot: QtBot, bench: Workbench) -> None:
    search(qtbot, bench, "liberation")
    press("Return")
    assert bench.reader.text_view.hasFocus()
    seen = [here(bench)]
    for _ in range(3):
        press("F3")
        seen.append(here(bench))
    assert set(seen) == {
        ("a.txt", "libération"),
        ("a.txt", "Libération"),
        ("b.txt", "liberation"),
    }
    assert seen[3] == seen[0]
    press("Shift+F3")
    assert here(bench) == seen[2]
    press("D")
    assert bench.reader.active
    assert bench.reader.active.quotation == seen[2][1]


def test_the_list_is_walked_by_arrows(qtbot: QtBot, bench: Workbench) -> None:
    search(qtbot, bench, "liberation")
    press("Down", "Down", "Down")
    assert bench.search.tree.hasFocus()
    last = bench.search.tree.current_hit
    assert last == bench.search.model.hits[2]
    assert here(bench)[0] == last.name
    assert bench.reader.selection() == (last.start, last.stop)
    press("Return")
    assert bench.reader.text_view.hasFocus()


def test_the_first_hit_is_shown_by_the_first_arrow(qtbot: QtBot, bench: Workbench) -> None:
    search(qtbot, bench, "promised")
    press("Down")
    assert bench.search.tree.current == 0
    assert here(bench) == ("b.txt", "promised")


def test_return_at_once_goes_to_the_hit(qtbot: QtBot, bench: Workbench) -> None:
    press("Ctrl+F")
    write("promised")
    with qtbot.waitSignal(bench.search.hit_chosen):
        press("Return")
    assert here(bench) == ("b.txt", "promised")


def test_what_is_imported_is_found_too_and_nobody_is_moved(
    qtbot: QtBot, window: MainWindow, bench: Workbench, tmp_path: Path
) -> None:
    search(qtbot, bench, "liberation")
    press("Return")
    before = here(bench)
    (tmp_path / "d.txt").write_text("LIBÉRATION!", "utf-8")
    import_files(qtbot, window, tmp_path / "d.txt")
    qtbot.waitUntil(lambda: len(bench.search.model) == 4)
    assert here(bench) == before


def test_an_odd_query_is_explained_and_no_hit_is_no_place_to_go(
    qtbot: QtBot, window: MainWindow, bench: Workbench
) -> None:
    before = here(bench)
    for query in ('"', "(", "*", "a AND", "x" * 3000):
        press("Ctrl+F")
        with qtbot.waitSignal(bench.search.found):
            window.field.setText(query)
        press("F3", "Return")
    assert here(bench) == before
    press("Esc")
    assert bench.reader.text_view.hasFocus()
