"""Texts that nobody would write: opened, walked, tagged and lit without a letter's drift."""

import pytest
from pytestqt.qtbot import QtBot

from kzannotate.project import reading, tagging
from kzannotate.ui.workbench import Workbench
from tests.ui.conftest import Open
from tests.ui.driving import press

NAME = "Ana Korin"
ODD = {
    "zero width": "\u200b\u200c\u200d\u2060a\u200bb\u00ad\u202e" * 40,
    "combining": "e\u0301\u0323\u0302" + "Z\u0335\u0321\u0348\u0352" * 60,
    "emoji": "👩\u200d👧\u200d👦🏳\ufe0f\u200d🌈🇧🇪👍🏽" * 30,
    "surrogate pairs": "𝔄𝔫𝔞 𐐷𐐀 𠮷野 " * 30,
    "NUL": "one\0 letter of a long line to read" + " and to read" * 30,
    "controls": "\x0b\x0c\x1c\x7f\x85\u2028\u2029\ufdd0\ufffe\uffff and words" + " to read" * 30,
    "right to left": "שלום עולם \u200fالعدل " * 30,
}


def tagged(bench: Workbench) -> list[str]:
    """What is lit in the view's own text; it must be what is in the store."""
    view = bench.reader.text_view
    assert bench.reader.shown
    text = reading.text(bench.project, bench.reader.shown.document.id)
    for one in tagging.annotations(bench.project):
        assert text[one.start : one.stop] == one.quotation
    lit = view.lighting.lit(*view.visible())
    return [view.cursor_over(one.start, one.stop).selectedText() for one in lit]


def tag(bench: Workbench) -> None:
    assert bench.reader.shown
    shown = bench.reader.shown
    start = shown.text.index(NAME)
    bench.reader.reveal(shown.document.id, start, start + len(NAME))
    press("V")


@pytest.mark.parametrize("kind", ODD)
def test_what_is_tagged_among_odd_letters_is_what_is_lit(bench: Open, kind: str) -> None:
    workbench = bench(**{"a.txt": f"{ODD[kind]}\n{ODD[kind]}{NAME} {ODD[kind]}"})
    tag(workbench)
    assert NAME in tagged(workbench)
    (one,) = tagging.annotations(workbench.project)
    assert one.quotation == NAME
    press("Ctrl+Home", *["Right"] * 9, "Shift+End", "D")  # by the view's own steps
    assert NAME in tagged(workbench)
    press("Ctrl+End", "Ctrl+Shift+Left", "Space", "Space", "D", "P", "P", "Del", "Ctrl+Z")
    assert NAME in [one.quotation for one in tagging.annotations(workbench.project)]
    tagged(workbench)


def test_a_line_of_10_megabytes(bench: Open, qtbot: QtBot) -> None:
    half = "and 🕊 then " * 400_000
    workbench = bench(**{"a.txt": f"{half}{NAME} {half}"})
    tag(workbench)
    assert set(tagged(workbench)) == {NAME}
    assert workbench.reader.text_view.margin.stripes()
    press("Ctrl+End", "Ctrl+Left", "V")
    assert [one.quotation for one in tagging.annotations(workbench.project)] == [NAME, "then"]
