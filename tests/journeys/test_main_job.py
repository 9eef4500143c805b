"""The main job, by keys: import, read, tag, search, undo, export, close, come back."""

import csv
from pathlib import Path

from pytestqt.qtbot import QtBot

from kzannotate.ui.main_window import MainWindow
from kzannotate.ui.settings import Settings
from tests.ui.driving import import_files, press, search, select, write, written
from tests.ui.pictures import picture_of


def test_from_a_folder_to_a_table_and_back(
    qtbot: QtBot, window: MainWindow, project_file: Path, letters: list[Path], tmp_path: Path
) -> None:
    bench = import_files(qtbot, window, *letters)
    assert bench.reader.shown
    letter = bench.reader.shown.document
    select(bench, "demand the release of Ana Korin")
    press("D")
    select(bench, "Ana Korin")
    press("V")
    bench.reader.place(bench.reader.shown.text.index("174"))
    press("L")
    assert picture_of(bench.project, letter.id) == (
        "🕊 To the Ministry of Justice of Norlandia.\n\n"
        "We [demand: demand the release of [victim: Ana Korin]], held under "
        "art. [legal_article: 174] of the Criminal Code.\n"
    )

    press("M")
    write("an article, not a number")
    press("Esc", "P")
    assert bench.reader.active
    assert bench.reader.active.quotation == "Ana Korin"
    press("N")
    assert bench.reader.active.memo == "an article, not a number"

    search(qtbot, bench, "marche")
    press("Return")
    assert bench.reader.shown.document.name == "b-lettre.txt"
    press("D", "Ctrl+Z")
    assert window.actions_by_id["redo"].text() == "&Redo Tag as Demand"
    press("Ctrl+Shift+Z")
    assert window.actions_by_id["undo"].text() == "&Undo Tag as Demand"

    table = tmp_path / "quotations.csv"
    with written(qtbot, bench):
        bench.transfer.export(table)
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = [(row["code"], row["quotation"], row["memo"]) for row in csv.DictReader(file)]
    assert rows == [
        ("demand", "demand the release of Ana Korin", ""),
        ("victim", "Ana Korin", ""),
        ("legal_article", "174", "an article, not a number"),
        ("demand", "marché", ""),
    ]

    window.close()
    assert not project_file.with_name(project_file.name + "-lock").exists()
    come_back(qtbot, project_file)


def come_back(qtbot: QtBot, project_file: Path) -> None:
    """Another window, another day: everything is there, undo too."""
    window = MainWindow(Settings())
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.start.recent.hasFocus)
    assert window.start.recent.count() == 1
    press("Return")
    bench = window.workbench
    assert bench
    qtbot.waitUntil(lambda: bench.reader.shown is not None)
    qtbot.waitUntil(lambda: bench.quotations.model.rowCount() == 4)
    bench.reader.setFocus()
    press("Ctrl+Z")
    qtbot.waitUntil(lambda: bench.quotations.model.rowCount() == 3)
    assert bench.reader.shown
    assert bench.reader.shown.document.name == "b-lettre.txt"
    press("Ctrl+5", "Del")
    qtbot.waitUntil(lambda: bench.quotations.model.rowCount() == 2)
    with qtbot.waitSignal(bench.quotations.filled):
        press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert bench.quotations.model.rowCount() == 2
    window.close()
