"""A view of printed pages."""

import pytest
from pytestqt.qtbot import QtBot

from kzannotate.ui.reader.page_view import PageView
from tests.ui.reader.paper import PAGES, TEXT


@pytest.fixture
def view(qtbot: QtBot) -> PageView:
    view = PageView()
    qtbot.addWidget(view)
    view.resize(432, 400)  # the page's width and the desk around it: zoom 1, or nearly
    view.show()
    view.show_pages(PAGES, TEXT)
    return view
