"""From a word to tagged hits, by keys alone."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kzannotate.project import searches, tagging
from kzannotate.project.session import create
from kzannotate.ui import dialogs
from kzannotate.ui.main_window import MainWindow
from kzannotate.ui.workbench import Workbench
from tests.ui.driving import press, search, write
from tests.ui.pictures import add_text

TEXTS = {
    "a.txt": "They want the release of Ana Korin. Release her!\n\nThe prison has no release date.",
    "b.txt": "Nobody was released. No release was promised.",
    "c.txt": "La prison de la ville.",
}


@pytest.fixture
def bench(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> Workbench:
    path = tmp_path / "project.kza"
    with create(path, "tester") as project:
        for name, text in TEXTS.items():
            add_text(project, tmp_path, name, text)
    window.open(path)
    bench = window.workbench
    assert bench
    with qtbot.waitSignals([bench.corpus.shown, bench.quotations.filled]):
        pass
    bench.reader.setFocus()
    return bench


def idle(qtbot: QtBot, bench: Workbench) -> None:
    qtbot.waitUntil(lambda: not bench.search.busy)


def tagged(bench: Workbench) -> list[tuple[str, str]]:
    names = {code.id: code.name for code in bench.codes.values()}
    return [(names[one.code], one.quotation) for one in tagging.annotations(bench.project)]


def test_all_hits_but_one_as_one_step(qtbot: QtBot, bench: Workbench) -> None:
    search(qtbot, bench, "release")
    press("Down", "Alt+O", "Ctrl+A", "Space")
    shown = list(bench.search.model.hits)
    rest = [hit.match for hit in shown if hit != bench.search.tree.current_hit]
    assert len(rest) == 4
    press("D")
    idle(qtbot, bench)
    assert sorted(quotation for _, quotation in tagged(bench)) == sorted(rest)
    press("Ctrl+Z")
    assert tagged(bench) == []
    idle(qtbot, bench)
    assert bench.search.model.hits == shown


def test_tag_and_go_on_over_documents_leaves_tagged_ones_out(
    qtbot: QtBot, bench: Workbench
) -> None:
    search(qtbot, bench, "release")
    press("Down", "Alt+O", "V", "Esc")
    hits = bench.search.model.hits
    for _ in hits[1:]:
        press("F5")
    assert len(tagged(bench)) == len(hits)
    press("F5")
    assert len(tagged(bench)) == len(hits)
    assert {name for name, _ in tagged(bench)} == {"Victim"}


def test_filters_are_reached_and_left_by_keys(qtbot: QtBot, bench: Workbench) -> None:
    search(qtbot, bench, "release OR prison")
    press("Down", "V")
    idle(qtbot, bench)
    whole = len(bench.search.model)
    press("/", "Tab", "Tab", "Tab", "Down")
    assert bench.search.filters.tagged.currentText().startswith("Tagged (")
    assert len(bench.search.model) == 1
    press("Ctrl+4", "Backspace")
    assert len(bench.search.model) == whole


def test_the_list_keeps_its_place_while_one_reads_and_tags(qtbot: QtBot, bench: Workbench) -> None:
    search(qtbot, bench, "release")
    press("Down", "Down", "Down", "Return")
    kept = bench.search.tree.current_hit
    press("D", "Ctrl+Z", "N", "Ctrl+1", "Down", "Return", "F4", "Ctrl+Shift+Z")
    idle(qtbot, bench)
    assert bench.search.tree.current_hit == kept
    press("F3")
    after = bench.search.tree.current
    assert after is not None
    assert bench.search.model.hits[after - 1] == kept


def test_a_misspelt_name_is_offered_and_added(qtbot: QtBot, bench: Workbench) -> None:
    search(qtbot, bench, "Korrin")
    qtbot.waitUntil(lambda: bool(bench.search.words.offers))
    with qtbot.waitSignal(bench.search.found):
        press("Alt+M")
    assert bench.search.field.text() == "(Korrin OR korin)"
    press("Return")
    assert bench.search.tree.current_hit
    assert bench.search.tree.current_hit.match == "Korin"


def test_words_of_a_whole_document(qtbot: QtBot, bench: Workbench) -> None:
    search(qtbot, bench, "korin prison")
    assert len(bench.search.model) == 0
    with qtbot.waitSignal(bench.search.found):
        press("Alt+W", "Alt+W")
    assert sorted(hit.match for hit in bench.search.model.hits) == ["Korin", "prison"]


def test_a_hit_in_a_memo_leads_to_its_annotation(qtbot: QtBot, bench: Workbench) -> None:
    search(qtbot, bench, "korin")
    press("Return", "V")
    bench.reader.setFocus()
    press("M")
    write("see the telegram")
    press("Esc")
    search(qtbot, bench, "telegram")
    idle(qtbot, bench)
    press("Down")
    assert bench.search.told.text().startswith("No hits for telegram in the texts, and 1 in memos")
    press("Return")
    assert bench.reader.active
    assert bench.reader.active.quotation == "Korin"
    press("Ctrl+4", "D")
    assert [name for name, _ in tagged(bench)] == ["Victim"]


def test_a_search_is_saved_found_again_and_undone(
    qtbot: QtBot, bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "search_name", lambda *_: "Releases")
    search(qtbot, bench, "release*")
    press("Ctrl+S")
    search(qtbot, bench, "prison")
    press("Ctrl+Shift+F")
    write("rel")
    with qtbot.waitSignal(bench.search.found):
        press("Return")
    assert bench.search.field.text() == "release*"
    press("Esc", "Ctrl+Z")
    assert searches.saved(bench.project) == []
