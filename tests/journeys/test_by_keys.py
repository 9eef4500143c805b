"""The whole work by keys alone, in the text and on printed pages; the CSV holds what was marked."""

import csv
from pathlib import Path

import pymupdf
import pytest
from pytestqt.qtbot import QtBot

from kzannotate.project import reading, tagging
from kzannotate.ui.main_window import MainWindow
from kzannotate.ui.workbench import Workbench
from tests.ui.driving import import_files, press, written

LETTER = "🕊🕊 We ask to free Ana Korin now.\nAnd 👩‍👧 Ivo Maren too.\n"
LEFT = ("The council asks the court", "to hear Ana Korin and to")
RIGHT = ("release Ivo Maren without", "delay, and it asks the")
NEXT = ("ministry to answer in May.",)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A sentence that goes on in the next column, and another on the next page."""
    path = tmp_path / "paper.pdf"
    with pymupdf.open() as made:
        first = made.new_page()
        for x, lines in ((60, LEFT), (330, RIGHT)):
            for row, line in enumerate(lines):
                first.insert_text((x, 90 + 16 * row), line, fontsize=11)
        made.new_page().insert_text((60, 90), NEXT[0], fontsize=11)
        made.save(path)
    return path


def opened(qtbot: QtBot, window: MainWindow, tmp_path: Path, source: Path) -> Workbench:
    window.new(tmp_path / "project.kza")
    return import_files(qtbot, window, source)


def walk(bench: Workbench, start: str, stop: str) -> str:
    """Select from before `start` to behind `stop`, by words and letters; give what is selected."""
    shown = bench.reader.shown
    assert shown
    low = shown.text.index(start)
    high = shown.text.index(stop, low) + len(stop)
    press("Ctrl+Home")
    go(bench, low, "")
    go(bench, high, "Shift+")
    assert bench.reader.selection() == (low, high)
    return shown.text[low:high]


def go(bench: Workbench, goal: int, held: str) -> None:
    while bench.reader.caret() < goal:
        before = bench.reader.caret()
        press(f"Ctrl+{held}Right")
        if bench.reader.caret() > goal:
            while bench.reader.caret() > goal:
                press(f"{held}Left")
        assert bench.reader.caret() != before


def exported(qtbot: QtBot, bench: Workbench, tmp_path: Path) -> list[tuple[str, str]]:
    """Code and quotation of each row of the CSV, read as any other program does."""
    table = tmp_path / "quotations.csv"
    with written(qtbot, bench):
        bench.transfer.export(table)
    with table.open(encoding="utf-8-sig", newline="") as file:
        return [(row["code"], row["quotation"]) for row in csv.DictReader(file)]


def undo_all(bench: Workbench) -> None:
    while tagging.annotations(bench.project):
        press("Ctrl+Z")


def test_in_the_text(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    source = tmp_path / "letter.txt"
    source.write_text(LETTER, "utf-8")
    bench = opened(qtbot, window, tmp_path, source)
    demand = walk(bench, "We ask", "Ana Korin")
    press("D")
    walk(bench, "Ana", "Korin")
    press("V")  # overlaps
    walk(bench, "Ivo", "Ivo")
    press("V", "F8")  # its end a word on
    expected = [("demand", demand), ("victim", "Ana Korin"), ("victim", "Ivo Maren")]
    assert exported(qtbot, bench, tmp_path) == expected
    text = reading.text(
        bench.project, bench.corpus.model.document(bench.corpus.model.index(0, 0)).id
    )
    assert [text[one.start : one.stop] for one in tagging.annotations(bench.project)] == [
        quotation for _, quotation in expected
    ]
    undo_all(bench)
    assert exported(qtbot, bench, tmp_path) == []
    press(*["Ctrl+Y"] * 4)
    assert exported(qtbot, bench, tmp_path) == expected


def test_on_printed_pages(qtbot: QtBot, window: MainWindow, tmp_path: Path, paper: Path) -> None:
    bench = opened(qtbot, window, tmp_path, paper)
    press("F4")
    assert bench.reader.on_page
    over_columns = walk(bench, "to hear", "Ivo Maren")
    assert LEFT[1] in over_columns
    assert over_columns.endswith("release Ivo Maren")
    press("D")
    over_pages = walk(bench, "it asks the", "answer in")
    assert NEXT[0][:8] in over_pages
    press("D")
    walk(bench, "Ana", "Ana")
    press("V", "F8")
    walk(bench, "Ivo", "Maren")
    press("V")
    expected = [
        ("demand", over_columns),
        ("victim", "Ana Korin"),
        ("victim", "Ivo Maren"),
        ("demand", over_pages),
    ]
    assert exported(qtbot, bench, tmp_path) == expected
    undo_all(bench)
    assert exported(qtbot, bench, tmp_path) == []


def test_down_goes_through_columns_and_pages(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, paper: Path
) -> None:
    bench = opened(qtbot, window, tmp_path, paper)
    press("F4", "Ctrl+Home")
    assert bench.reader.shown
    text, seen = bench.reader.shown.text, []
    for _ in range(5):
        press("Home", "Shift+End")
        seen.append(text[slice(*bench.reader.selection())])
        press("Down")
    assert seen == [*LEFT, *RIGHT, *NEXT]
    assert bench.reader.page() == 2
