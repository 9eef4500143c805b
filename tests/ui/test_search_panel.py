"""The hits: found off the GUI thread, walked by keys, kept."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kzannotate.model.changes import Changes
from kzannotate.model.query import Hit
from kzannotate.project import codebook, hits, reading, tagging, undoing
from kzannotate.project.session import Project
from kzannotate.ui.hit_model import CODES, key
from kzannotate.ui.search_panel import SearchPanel
from tests.ui.driving import found
from tests.ui.pictures import add_text


def test_it_searches_as_one_types(panel: SearchPanel, qtbot: QtBot) -> None:
    assert found(qtbot, panel, "prison*") == ["prison", "prisons", "prison"]
    assert "3 hits for prison* in 3 passages" in panel.told.text()
    assert found(qtbot, panel, "dragon") == []
    assert panel.told.text().startswith("No hits for dragon · ")
    assert found(qtbot, panel, "") == []
    assert panel.told.text() == ""


def test_return_goes_to_the_first_hit_then_to_the_next(panel: SearchPanel, qtbot: QtBot) -> None:
    gone: list[Hit] = []
    panel.hit_chosen.connect(gone.append)
    panel.field.setText("prison*")
    with qtbot.waitSignal(panel.hit_chosen):
        qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    panel.step(1)
    panel.step(1)
    panel.step(-1)
    rows = [panel.model.hits.index(hit) for hit in gone]
    assert rows == [0, 1, 2, 0, 2]


def test_arrows_in_the_list_show_hits(panel: SearchPanel, qtbot: QtBot) -> None:
    shown: list[Hit] = []
    panel.hit_shown.connect(shown.append)
    found(qtbot, panel, "prison*")
    panel.tree.setFocus()
    qtbot.keyClick(panel.tree, Qt.Key.Key_Down)
    qtbot.keyClick(panel.tree, Qt.Key.Key_Down)
    assert shown == panel.model.hits[1:]
    assert panel.tree.current_hit == shown[-1]
    with qtbot.waitSignal(panel.hit_chosen) as chosen:
        qtbot.keyClick(panel.tree, Qt.Key.Key_Return)
    assert chosen.args == [shown[-1]]


def test_searching_again_keeps_the_selected_hit(
    panel: SearchPanel, qtbot: QtBot, project: Project, tmp_path: Path
) -> None:
    found(qtbot, panel, "prison*")
    panel.step(1)
    panel.step(1)
    kept = panel.tree.current_hit
    assert kept
    changes = add_text(project, tmp_path, "0.txt", "A prison before all others.")
    with qtbot.waitSignal(panel.found):
        panel.refresh(Changes(documents=frozenset([changes.id])))
    assert len(panel.model) == 4
    now = panel.tree.current_hit
    assert now
    assert key(now) == key(kept)


def test_searching_again_moves_nobody(panel: SearchPanel, qtbot: QtBot) -> None:
    found(qtbot, panel, "prison*")
    panel.tree.setFocus()
    qtbot.keyClick(panel.tree, Qt.Key.Key_Down)
    shown: list[Hit] = []
    panel.hit_shown.connect(shown.append)
    with qtbot.waitSignal(panel.found):
        panel.search_again()
    assert panel.tree.hasFocus()
    assert panel.tree.current == 1
    assert shown == []


def test_return_waits_for_what_is_being_searched(panel: SearchPanel, qtbot: QtBot) -> None:
    found(qtbot, panel, "prisons")
    gone: list[Hit] = []
    panel.hit_chosen.connect(gone.append)
    panel.field.setText("again")
    panel.search()
    panel.go()
    assert gone == []
    qtbot.waitUntil(lambda: bool(gone))
    assert [hit.match for hit in gone] == ["again"]


def test_return_counts_for_the_words_it_was_pressed_at(panel: SearchPanel, qtbot: QtBot) -> None:
    gone: list[Hit] = []
    panel.hit_chosen.connect(gone.append)
    panel.field.setText("prisons")
    panel.go()
    panel.field.setText("prison")
    with qtbot.waitSignal(panel.found):
        panel.search()
    assert gone == []


def test_a_long_query_does_not_widen_the_window(panel: SearchPanel, qtbot: QtBot) -> None:
    narrow = panel.minimumSizeHint().width()
    found(qtbot, panel, "prison " * 100)
    assert panel.minimumSizeHint().width() <= narrow


def test_a_query_is_no_markup(panel: SearchPanel, qtbot: QtBot) -> None:
    assert panel.told.textFormat() == Qt.TextFormat.PlainText


def test_return_goes_to_the_first_hit_of_new_words(panel: SearchPanel, qtbot: QtBot) -> None:
    found(qtbot, panel, "prison")
    panel.step(-1)
    panel.field.setText("prison*")
    with qtbot.waitSignal(panel.hit_chosen) as gone:
        panel.go()
    assert gone.args == [panel.model.hits[0]]


def tags_of(panel: SearchPanel) -> list[list[str]]:
    """The codes of each hit, as the list shows them."""
    model = panel.model
    return [
        list(filter(None, model.at(n).siblingAtColumn(CODES).data().split(", ")))
        for n in range(len(model))
    ]


def test_marks_follow_what_is_tagged_and_no_row_comes_or_goes(
    panel: SearchPanel, qtbot: QtBot, project: Project
) -> None:
    panel.show_codes({code.id: code for code in codebook.codes(project)})
    found(qtbot, panel, "prison*")
    panel.step(-1)
    kept = panel.tree.currentIndex()
    resets: list[None] = []
    panel.model.modelReset.connect(lambda: resets.append(None))
    hit = panel.model.hit(1)
    with qtbot.waitSignal(panel.retagged):
        panel.refresh(tagging.tag(project, hit.document, hit.start - 4, hit.stop, "victim"))
    assert tags_of(panel) == [[], ["Victim"], []]
    with qtbot.waitSignal(panel.retagged):
        panel.refresh(hits.tag(project, panel.model.hits, "demand"))
    assert tags_of(panel) == [["Demand"], ["Victim", "Demand"], ["Demand"]]
    for left in (["Victim"], []):
        with qtbot.waitSignal(panel.retagged):
            panel.refresh(undoing.undo(project))
        assert tags_of(panel) == [[], left, []]
    assert resets == []
    assert panel.tree.currentIndex() == kept


def test_what_is_tagged_while_a_search_runs_is_marked(
    panel: SearchPanel, qtbot: QtBot, project: Project
) -> None:
    panel.show_codes({code.id: code for code in codebook.codes(project)})
    found(qtbot, panel, "prison*")
    hit = panel.model.hit(0)
    panel.field.setText("prison* OR one")
    panel.search()
    panel.refresh(tagging.tag(project, hit.document, hit.start, hit.stop, "victim"))
    qtbot.waitUntil(lambda: not panel.busy)
    marked = dict(zip(panel.model.hits, tags_of(panel), strict=True))
    assert [tags for one, tags in marked.items() if key(one) == key(hit)] == [["Victim"]]


def test_a_change_without_hits_asks_nothing(panel: SearchPanel, project: Project) -> None:
    document = reading.documents(project)[0].id
    panel.refresh(tagging.tag(project, document, 0, 3, "victim"))
    assert not panel.busy


def test_filters_and_orders(
    panel: SearchPanel, qtbot: QtBot, project: Project, tmp_path: Path
) -> None:
    text = "Two prisons and one prison. The prison of the town is the oldest one."
    other = add_text(project, tmp_path, "B.txt", text).id
    found(qtbot, panel, "prison*")
    filters = panel.filters
    assert filters.document.itemText(filters.document.findData(other)) == "B.txt (3)"
    own = [hit for hit in panel.model.hits if hit.document == other]
    with qtbot.waitSignal(panel.retagged):
        panel.refresh(hits.tag(project, own, "victim"))
    assert [filters.tagged.itemText(row) for row in range(3)] == [
        "Tagged or not",
        "Tagged (3)",
        "Not tagged (3)",
    ]
    filters.tagged.setCurrentIndex(2)
    assert {hit.name for hit in panel.model.hits} == {"a.txt"}
    assert filters.document.findData(other) == -1
    filters.clear()
    assert len(panel.model) == 6
    filters.order.setCurrentIndex(1)
    places = [(hit.name.lower(), hit.start) for hit in panel.model.hits]
    assert places == sorted(places)


def test_first_hits_then_all_of_them(
    panel: SearchPanel,
    qtbot: QtBot,
    project: Project,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("kzannotate.ui.finding.FIRST", 2)
    monkeypatch.setattr("kzannotate.ui.finding.MOST", 3)
    add_text(project, tmp_path, "b.txt", "No prison any more.")
    seen: list[tuple[int, str]] = []
    panel.found.connect(lambda _: seen.append((len(panel.model), panel.told.text()[:12])))
    panel.field.setText("prison*")
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == [(2, "The first 2 "), (3, "The first 3 ")]


def test_the_field_offers_earlier_searches(panel: SearchPanel, qtbot: QtBot) -> None:
    asked: list[str] = []
    panel.field.past.connect(lambda: asked.append(panel.field.text()))
    qtbot.keyClick(panel.field, Qt.Key.Key_Down)
    found(qtbot, panel, "prison")
    qtbot.keyClick(panel.field, Qt.Key.Key_Down)
    qtbot.keyClick(panel.field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert asked == ["", "prison"]
