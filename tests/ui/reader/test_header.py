"""The line above the reader."""

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSpinBox, QToolButton
from pytestqt.qtbot import QtBot

from kzannotate.ui.elided_label import ElidedLabel
from kzannotate.ui.reader.header import Header
from tests.ui.test_corpus_model import PDF, PLAIN


@pytest.fixture
def toggle(qtbot: QtBot) -> QAction:
    return QAction("Text or &page")


@pytest.fixture
def header(toggle: QAction, qtbot: QtBot) -> Header:
    header = Header(toggle)
    qtbot.addWidget(header)
    header.resize(500, 40)
    header.show()
    return header


def texts(header: Header) -> list[str]:
    return [label.text() for label in header.findChildren(ElidedLabel)]


def test_it_names_the_document_and_its_languages(header: Header) -> None:
    header.show_document(PLAIN)
    assert texts(header) == ["a.txt", "fr · nl"]
    header.show_document(None)
    assert texts(header) == ["", ""]


def test_pages_are_chosen_where_there_are_some(header: Header, qtbot: QtBot) -> None:
    field = header.findChild(QSpinBox)
    assert field
    header.show_document(PLAIN)
    assert not field.isVisible()
    header.show_document(PDF)
    assert field.isVisible()
    assert field.text() == "page 1 of 3"
    with qtbot.assertNotEmitted(header.page_chosen):
        header.show_page(2)
        qtbot.waitUntil(lambda: field.value() == 2)
    with qtbot.waitSignal(header.page_chosen) as chosen:
        field.stepUp()
    assert chosen.args == [3]


def test_the_button_says_where_it_leads(header: Header, toggle: QAction, qtbot: QtBot) -> None:
    button = header.findChild(QToolButton)
    assert button
    for page, said in ((False, "Page"), (True, "Text"), (False, "Page")):
        header.show_view(page)
        toggle.setEnabled(False)
        toggle.setEnabled(True)
        assert button.text() == said
    with qtbot.waitSignal(header.view_toggled):
        button.click()


def test_the_line_of_the_current_reader_is_marked(header: Header) -> None:
    bare = header.grab().toImage()
    header.show_current(True)
    assert header.grab().toImage() != bare
    header.show_current(False)
    assert header.grab().toImage() == bare


def test_a_long_name_is_shortened_and_told_whole(header: Header) -> None:
    (name, _) = header.findChildren(ElidedLabel)
    header.show_document(PLAIN)
    name.grab()
    assert name.shown() == "a.txt"
    assert name.toolTip() == ""
    name.setText("n" * 300)
    name.grab()
    assert name.shown().endswith("…")
    assert name.toolTip() == "n" * 300
