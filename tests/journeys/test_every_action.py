"""No dead action: each row of the table, by its key where it has one, changes something."""

import re
from collections.abc import Callable
from pathlib import Path
from shutil import copy

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from kzannotate.model.searches import Question
from kzannotate.project import (
    importing,
    own_rules,
    reading,
    searches,
    suggesting,
    tagging,
    undoing,
)
from kzannotate.project.session import create
from kzannotate.ui import codebook_dialogs, dialogs, finding
from kzannotate.ui.main_window import MainWindow
from kzannotate.ui.menus import TABLE
from kzannotate.ui.workbench import Workbench
from tests import fake_tesseract
from tests.ui.driving import press, search
from tests.ui.pictures import add_text

PDF = Path(__file__).parents[2] / "resources" / "sample" / "council-2024-motion-fr-nl.pdf"

RULE = '[[rule]]\nname = "own"\ncode = "demand"\nwords = ["Temirköl", "motion"]'
BEFORE: dict[str, tuple[str, ...]] = {
    "redo": ("Ctrl+Z",),
    "previous_annotation": ("N",),
    "memo": ("P",),
    "delete": ("P",),
    "previous_page": ("Ctrl+PgDown",),
    "remove": ("Ctrl+1",),
    **dict.fromkeys([row.id for row in TABLE if row.where == "quotations"], ("Ctrl+5",)),
    **dict.fromkeys([row.id for row in TABLE if row.where == "hits"], ("Ctrl+4",)),
    "clear_hit_filters": ("Ctrl+4", "/", "Down", "Ctrl+4"),
    "tag_and_next": ("D",),
    "clear_filters": ("Ctrl+5", "/", "M", "Ctrl+5"),
    "back": ("Ctrl+1",),
    "show_annotation": ("P",),
    "shrink": ("Space",),
    "go_back": ("P",),
    "open_beside": ("Ctrl+1",),
    "fit_width": ("F4", "Ctrl+9"),
    "fit_page": ("F4",),
    "go_forward": ("P", "Alt+Left"),
    "select_annotation": ("P",),
    "pick_other": ("P",),
    "pick_too": ("P",),
    "next_alike": ("P",),
    "previous_alike": ("N",),
    **{row.id: ("P",) for row in TABLE if row.id.startswith(("start_", "stop_"))},
    "start_word_on": ("P", "Ctrl+F7"),
    "stop_word_back": ("P", "F8"),
    **dict.fromkeys([row.id for row in TABLE if row.where == "codebook"], ("Ctrl+2", "Down")),
    "code_out": ("Ctrl+2", "Down", "Alt+Shift+Right"),
    **dict.fromkeys(("accept", "accept_as", "accept_rule", "reject", "rule_off"), ("Shift+S",)),
    "next_suggestion": ("Shift+S", "Shift+S"),
}
"""What is pressed first, so that there is something to do."""


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """The boxes that were asked for; none is answered."""
    asked: list[str] = []
    empty: dict[str, object] = {
        "new_project": None, "open_project": None, "table": None, "files": [], "folder": [],
        "coder": "", "encoding": "", "languages": [], "memo": None,
        "codebook_to": None, "codebook_from": None,
        "hits_table": None, "search_name": "",
        "name": "", "colour": "", "definition": None, "letter": None, "choose": None,
    }  # fmt: skip

    def answering(name: str) -> Callable[..., object]:
        def answer(*_: object) -> object:
            asked.append(name)
            return empty[name]

        return answer

    for name in empty:
        owner = dialogs if hasattr(dialogs, name) else codebook_dialogs
        monkeypatch.setattr(owner, name, answering(name))
    return asked


@pytest.fixture(scope="module")
def tagged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of a paper of two pages and a text, with two victims."""
    folder = tmp_path_factory.mktemp("tagged")
    with create(folder / "project.kza") as project:
        (paper,) = importing.add(project, [PDF]).added
        add_text(project, folder, "z.txt", "The council of Temirköl.")
        text = reading.text(project, paper.id)
        places = [match.start() for match in re.finditer("Temirköl", text)]
        for start in (places[0], places[-1]):
            tagging.tag(project, paper.id, start, start + 8, "victim")
        own_rules.write(project, RULE)
        suggesting.refresh(project)
    return folder / "project.kza"


@pytest.fixture
def bench(qtbot: QtBot, window: MainWindow, tagged: Path, tmp_path: Path) -> Workbench:
    """That project, searched, the caret between its annotations."""
    window.open(Path(copy(tagged, tmp_path)))
    bench = window.workbench
    assert bench
    with qtbot.waitSignals([bench.corpus.shown, bench.quotations.filled]):
        pass
    search(qtbot, bench, "motion")
    bench.search.step(1)
    last = bench.quotations.model.annotation(1)
    assert last
    with qtbot.waitSignal(bench.suggestion_desk.answering.renewed):
        bench.suggestion_desk.answering.look()
    bench.reader.place(last.start - 3)
    bench.reader.setFocus()
    return bench


def state(window: MainWindow, asked: list[str]) -> tuple[object, ...]:
    """All that an action could change."""
    bench = window.workbench
    if bench is None:
        return (window.isVisible(), window.windowTitle())
    reader = bench.reader
    return (
        reader.selection(),
        reader.on_page,
        reader.page(),
        reader.page_view.desk.zoom,
        reader.box(),
        reader.text_view.font().pointSizeF(),
        (reader.text_view.spacing, reader.text_view.measure),
        reader.shown.document.id if reader.shown else None,
        bench.quotations.model.rowCount(),
        (bench.quotations.filters.text.text(), bench.quotations.filters.scope.currentIndex()),
        (bench.search.question, bench.search.filters.wanted_order, bench.search.filters.facets),
        (bench.search.filters.wanted_extent, len(bench.search.model.ticked())),
        len(bench.search.model),
        len(searches.past(bench.project)),
        bench.labels(),
        len(undoing.steps(bench.project)),
        QApplication.focusWidget(),
        QApplication.activePopupWidget(),
        len(asked),
        len(bench.readers.all),
        sum(box.isVisible() for box in window.findChildren(QDialog)),
    )


@pytest.mark.parametrize("name", [row.id for row in TABLE])
def test_an_action_does_something(
    name: str,
    window: MainWindow,
    bench: Workbench,
    answers: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    (row,) = (row for row in TABLE if row.id == name)
    if name == "encoding":
        bench.corpus.table.selectRow(1)
    if name == "add_meant":
        search(qtbot, bench, "moton")
        qtbot.waitUntil(lambda: bool(bench.search.words.offers))
    if name == "list_more":
        monkeypatch.setattr(finding, "FIRST", 1)
        monkeypatch.setattr(finding, "MOST", 1)
        search(qtbot, bench, "de")
        qtbot.waitUntil(lambda: bench.search.is_cut)
    if name == "forget_searches":
        searches.remember(bench.project, Question("motion"))
    if name == "recognise":
        fake_tesseract.install(tmp_path, monkeypatch)
    press(*BEFORE.get(name, ()))
    before = state(window, answers)
    assert window.actions_by_id[name].isEnabled()
    for key in row.keys[:1]:
        press(key)
    if not row.keys:
        window.actions_by_id[name].trigger()
    qtbot.waitUntil(lambda: state(window, answers) != before)
