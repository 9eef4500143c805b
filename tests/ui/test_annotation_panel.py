"""The annotation at the caret and its memo."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from kzannotate.ui.annotation_panel import AnnotationPanel
from tests.ui.pictures import annotation

TEXT = "Ana <b> Korin"
ANA = annotation(TEXT, (0, 3, "victim"))
KORIN = annotation(TEXT, (4, 13, "victim"))


@pytest.fixture
def panel(qtbot: QtBot) -> AnnotationPanel:
    panel = AnnotationPanel()
    qtbot.addWidget(panel)
    panel.show()
    return panel


def test_it_shows_the_quotation_as_it_stands(panel: AnnotationPanel) -> None:
    panel.show_annotation(KORIN, "Victim", "#ff0000")
    assert "&lt;b&gt; Korin" in panel.about.text()
    panel.show_annotation(None, "", "")
    assert "No annotation" in panel.about.text()
    assert not panel.memo.isVisible()


def test_a_memo_is_saved_once_when_another_annotation_comes(
    panel: AnnotationPanel, qtbot: QtBot
) -> None:
    written: list[tuple[object, ...]] = []
    panel.memo_written.connect(lambda *args: written.append(args))
    panel.show_annotation(ANA, "Victim", "#ff0000")
    qtbot.keyClicks(panel.memo, "seen")
    panel.show_annotation(KORIN, "Victim", "#ff0000")
    assert written == [(ANA.id, "seen")]
    assert panel.memo.toPlainText() == ""
    panel.save()
    assert len(written) == 1


def test_a_memo_is_saved_when_its_writer_pauses(panel: AnnotationPanel, qtbot: QtBot) -> None:
    panel.show_annotation(ANA, "Victim", "#ff0000")
    qtbot.keyClicks(panel.memo, "seen")
    with qtbot.waitSignal(panel.memo_written) as written:
        pass
    assert written.args == [ANA.id, "seen"]


def test_a_memo_is_saved_when_the_focus_leaves(panel: AnnotationPanel, qtbot: QtBot) -> None:
    panel.show_annotation(ANA, "Victim", "#ff0000")
    panel.memo.setFocus()
    qtbot.keyClicks(panel.memo, "seen")
    with qtbot.waitSignal(panel.memo_written, timeout=1000):
        panel.memo.clearFocus()


def test_the_echo_of_a_memo_changes_nothing(panel: AnnotationPanel, qtbot: QtBot) -> None:
    panel.show_annotation(ANA, "Victim", "#ff0000")
    qtbot.keyClicks(panel.memo, "seen")
    panel.save()
    place = panel.memo.textCursor().position()
    panel.show_annotation(replace(ANA, memo="seen"), "Victim", "#ff0000")
    assert panel.memo.textCursor().position() == place
    panel.show_annotation(ANA, "Victim", "#ff0000")  # an undo
    assert panel.memo.toPlainText() == ""


def test_read_only_it_writes_nothing(panel: AnnotationPanel, qtbot: QtBot) -> None:
    written: list[object] = []
    panel.memo_written.connect(lambda *args: written.append(args))
    panel.set_writable(False)
    panel.show_annotation(ANA, "Victim", "#ff0000")
    qtbot.keyClicks(panel.memo, "seen")
    panel.save()
    assert written == []


def test_a_move_of_the_caret_leaves_the_pause_running(panel: AnnotationPanel, qtbot: QtBot) -> None:
    panel.show_annotation(ANA, "Victim", "#ff0000")
    assert not panel.idle.isActive()
    qtbot.keyClicks(panel.memo, "seen")
    panel.show_annotation(ANA, "Victim", "#ff0000")
    assert panel.idle.isActive()
    assert panel.memo.toPlainText() == "seen"


def test_a_memo_that_was_not_kept_is_handed_over_again(panel: AnnotationPanel) -> None:
    written: list[tuple[object, ...]] = []
    panel.memo_written.connect(lambda *args: written.append(args))
    panel.show_annotation(ANA, "Victim", "#ff0000")
    panel.memo.setPlainText("seen")
    panel.save()
    panel.take_back()  # the disk is full
    panel.show_annotation(ANA, "Victim", "#ff0000")
    assert panel.memo.toPlainText() == "seen"
    panel.save()
    assert written == [(ANA.id, "seen"), (ANA.id, "seen")]


def test_an_endless_word_does_not_widen_the_window(panel: AnnotationPanel) -> None:
    narrow = panel.minimumSizeHint().width()
    address = "example.org/" + "a" * 300
    panel.show_annotation(annotation(address, (0, len(address), "victim")), "Victim", "#ff0000")
    assert panel.minimumSizeHint().width() <= narrow + 200
