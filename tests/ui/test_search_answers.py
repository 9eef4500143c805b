"""What the list makes of an answer: long lists, memos, other words, and a corpus that grows."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kzannotate.model.changes import Changes
from kzannotate.project import reading, tagging
from kzannotate.project.session import Project
from kzannotate.ui.jobs import Jobs
from kzannotate.ui.meaning import Meaning
from kzannotate.ui.search_panel import SearchPanel
from kzannotate.ui.second import Second
from tests.ui.driving import found
from tests.ui.pictures import add_text


def cut_at(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    monkeypatch.setattr("kzannotate.ui.finding.FIRST", 1)
    monkeypatch.setattr("kzannotate.ui.finding.MOST", most)


def idle(qtbot: QtBot, panel: SearchPanel) -> None:
    qtbot.waitUntil(lambda: not panel.busy)


def test_filters_of_a_list_that_is_cut_look_into_the_corpus(
    panel: SearchPanel,
    qtbot: QtBot,
    project: Project,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cut_at(monkeypatch, 2)
    text = "The prison of the town is not the prison of the king, nor any prison."
    other = add_text(project, tmp_path, "b.txt", text).id
    found(qtbot, panel, "prison")
    idle(qtbot, panel)
    assert panel.is_cut
    assert len(panel.model) == 2
    box = panel.filters.document
    assert box.itemText(box.findData(other)) == "b.txt (1)"
    shown = {group.name: group.passages for group in panel.model.groups}
    assert shown.items() <= {"a.txt": 3, "b.txt": 1}.items()
    monkeypatch.setattr("kzannotate.ui.finding.FIRST", 10)
    box.setCurrentIndex(box.findData(other))
    idle(qtbot, panel)
    assert [hit.document for hit in panel.model.hits] == [other] * 3
    assert panel.is_cut
    panel.filters.clear()
    idle(qtbot, panel)
    assert len(panel.model) == 6


def test_more_can_be_listed(
    panel: SearchPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut_at(monkeypatch, 1)
    found(qtbot, panel, "prison*")
    idle(qtbot, panel)
    panel.step(1)
    kept = panel.tree.current_hit
    assert panel.list_more()
    idle(qtbot, panel)
    assert len(panel.model) == 3
    assert panel.tree.current_hit == kept
    assert not panel.list_more()


def test_memos_are_listed_under_their_documents(
    panel: SearchPanel, qtbot: QtBot, project: Project
) -> None:
    document = reading.documents(project)[0].id
    (made,) = tagging.tag(project, document, 0, 3, "victim").annotations
    tagging.set_memo(project, [made], "Again the prisons.")
    found(qtbot, panel, "prison*")
    idle(qtbot, panel)
    assert [hit.annotation for hit in panel.model.hits] == [None, None, None, made]
    assert "3 hits for prison* in 3 passages of 1 document, and 1 in memos" in panel.told.text()
    assert all(hit.annotation is None for hit in panel.listed_hits)


def test_where_words_stand_together_and_forms(
    panel: SearchPanel, qtbot: QtBot, project: Project, tmp_path: Path
) -> None:
    text = "Those who are in the prison of the town have been there for a year."
    add_text(project, tmp_path, "b.txt", text)  # long enough to be taken for English
    assert found(qtbot, panel, "one two") == []
    with qtbot.waitSignal(panel.found):
        panel.filters.ask("document", exact=False)
    assert [hit.match for hit in panel.model.hits] == ["One", "Two"]
    assert len(found(qtbot, panel, "prison")) == 4
    assert "prison: prison, prisons" in panel.words.forms.text()
    with qtbot.waitSignal(panel.found):
        panel.filters.ask("passage", exact=True)
    assert len(panel.model) == 3


def test_a_word_that_was_meant_is_added(
    panel: SearchPanel, qtbot: QtBot, project: Project, jobs: Jobs
) -> None:
    aside = Second(project)
    Meaning(panel, aside, jobs, panel)
    assert found(qtbot, panel, "prisom") == []
    qtbot.waitUntil(lambda: bool(panel.words.offers))
    with qtbot.waitSignals([panel.found, panel.answered]):
        assert panel.words.add_first()
    assert panel.field.text() == "(prisom OR prison)"
    assert len(panel.model) >= 2
    qtbot.waitUntil(lambda: "prison" not in [one.text().split()[0] for one in panel.words.offers])
    aside.close()


def test_documents_that_keep_coming_let_a_search_finish(
    panel: SearchPanel, qtbot: QtBot, project: Project, tmp_path: Path
) -> None:
    found(qtbot, panel, "prison")
    for number in range(3):
        added = add_text(project, tmp_path, f"{number}.txt", f"Prison {number}.").id
        panel.refresh(Changes(documents=frozenset([added])))
    idle(qtbot, panel)
    assert len(panel.model) == 5
