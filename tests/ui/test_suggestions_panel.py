"""The panel of suggestions: what is listed, and that its place is kept."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from kzannotate.project import codebook, own_rules, reading, suggesting, tagging
from kzannotate.project.session import Project
from kzannotate.ui.jobs import Jobs
from kzannotate.ui.second import Second
from kzannotate.ui.suggestions_panel import SuggestionsPanel
from tests.ui.pictures import add_text

RULES = """
[[rule]]
name = "own.name"
code = "victim"
words = ["zeta", "eta"]
score = 0.6

[[rule]]
name = "own.sure"
code = "victim"
words = ["theta"]
score = 0.95
"""
After = Callable[[Callable[[], object]], list[str]]


@pytest.fixture
def panel(project: Project, jobs: Jobs, qtbot: QtBot, tmp_path: Path) -> Iterator[SuggestionsPanel]:
    add_text(project, tmp_path, "a.txt", "eta, zeta and theta; iota")
    add_text(project, tmp_path, "b.txt", "eta; iota")
    own_rules.write(project, RULES)
    suggesting.refresh(project)
    second = Second(project)
    panel = SuggestionsPanel(project, second, jobs)
    qtbot.addWidget(panel)
    panel.show()
    panel.activateWindow()
    with qtbot.waitSignal(panel.filled):
        panel.show_codes({code.id: code for code in codebook.codes(project)})
    yield panel
    jobs.drain()
    second.close()


@pytest.fixture
def after(panel: SuggestionsPanel, qtbot: QtBot) -> After:
    """What is listed after a change, every group opened."""

    def listed(change: Callable[[], object]) -> list[str]:
        with qtbot.waitSignal(panel.filled):
            change()
        panel.tree.expandAll()
        return [index.data() for index in rows(panel, QModelIndex())]

    return listed


def rows(panel: SuggestionsPanel, parent: QModelIndex) -> Iterator[QModelIndex]:
    for row in range(panel.model.rowCount(parent)):
        index = panel.model.index(row, 0, parent)
        yield index
        yield from rows(panel, index)


def row(panel: SuggestionsPanel, quotation: str) -> QModelIndex:
    return next(one for one in rows(panel, QModelIndex()) if one.data() == quotation)


def test_the_surest_first(panel: SuggestionsPanel, after: After) -> None:
    assert after(panel.fill) == [
        "Victim (4)", "a.txt (3)", "theta", "eta", "zeta", "b.txt (1)", "eta",
    ]  # fmt: skip
    assert panel.count.text() == "4 suggestions"


def test_how_sure_and_of_which_document(
    panel: SuggestionsPanel, after: After, project: Project
) -> None:
    assert after(lambda: panel.least.setCurrentIndex(3)) == ["Victim (1)", "a.txt (1)", "theta"]
    after(lambda: panel.least.setCurrentIndex(0))
    b = reading.document(project, "b.txt").id
    panel.show_document(b)
    assert after(lambda: panel.scope.setCurrentIndex(1)) == ["Victim (1)", "b.txt (1)", "eta"]
    a = reading.document(project, "a.txt").id
    assert after(lambda: panel.show_document(a))[1] == "a.txt (3)"


def test_tagged_elsewhere_and_not_here(
    panel: SuggestionsPanel, after: After, project: Project
) -> None:
    a = reading.document(project, "a.txt").id
    tagging.tag(project, a, 21, 25, "demand")
    listed = after(lambda: panel.source.setCurrentIndex(1))
    assert listed == ["Demand (1)", "b.txt (1)", "iota"]
    assert row(panel, "iota").siblingAtColumn(2).data() == "known.demand"


def test_an_answer_leaves_the_place(
    panel: SuggestionsPanel, after: After, project: Project
) -> None:
    after(panel.fill)
    panel.tree.setCurrentIndex(row(panel, "eta"))
    accepted = panel.selected()
    assert [one.quotation for one in accepted] == ["eta"]
    changes = suggesting.accept(project, accepted)
    listed = after(lambda: panel.refresh(changes))
    assert listed == ["Victim (3)", "a.txt (2)", "theta", "zeta", "b.txt (1)", "eta"]
    assert panel.tree.currentIndex().data() == "zeta"
    assert [one.quotation for one in panel.selected()] == ["zeta"]


def test_a_group_is_all_that_is_in_it(panel: SuggestionsPanel, after: After) -> None:
    after(panel.fill)
    panel.tree.setCurrentIndex(panel.model.index(0, 0))
    assert len(panel.selected()) == 4


def test_arrows_show_and_return_goes(panel: SuggestionsPanel, after: After, qtbot: QtBot) -> None:
    after(panel.fill)
    panel.tree.setCurrentIndex(row(panel, "theta"))
    panel.tree.setFocus()
    with qtbot.waitSignal(panel.shown_one) as one:
        qtbot.keyClick(panel.tree, Qt.Key.Key_Down)
    assert one.args[0].quotation == "eta"
    with qtbot.waitSignal(panel.chosen) as chosen:
        qtbot.keyClick(panel.tree, Qt.Key.Key_Return)
    assert chosen.args == one.args
