"""The looks of highlights."""

import pytest
from PySide6.QtGui import QTextFormat
from pytestqt.qtbot import QtBot

from kzannotate.model.annotation import Annotation
from kzannotate.model.codebook import BUILT_IN
from kzannotate.model.ids import CodeId
from kzannotate.ui import theme
from kzannotate.ui.reader.looks import UNKNOWN, Looks
from tests.ui.pictures import annotation

CODES = {CodeId(code.key): code for code in BUILT_IN}


def on(key: str) -> Annotation:
    return annotation("Ana Korin", (0, 3, key))


@pytest.fixture(params=["light", "dark"])
def looks(request: pytest.FixtureRequest, qtbot: QtBot) -> Looks:
    return Looks.on(theme.palette(request.param == "dark"), CODES)


def test_codes_have_their_own_colours_and_names(looks: Looks) -> None:
    assert looks.colour(CodeId("victim")) == CODES[CodeId("victim")].colour
    assert looks.name(CodeId("victim")) == "Victim"
    assert (looks.colour(CodeId("gone")), looks.name(CodeId("gone"))) == (UNKNOWN, "?")
    assert list(looks.order) == ["demand", "victim", "legal_article"]


def test_each_code_and_each_overlap_looks_different(looks: Looks) -> None:
    demand, victim, article = map(on, ("demand", "victim", "legal_article"))
    sets = ([demand], [victim], [article], [demand, victim], [demand, victim, article])
    assert len({looks.behind(one) for one in sets}) == len(sets)


def test_the_order_and_the_number_of_annotations_do_not_matter(looks: Looks) -> None:
    demand, victim = on("demand"), on("victim")
    assert looks.behind([demand, victim]) == looks.behind([victim, demand, victim])
    assert looks.format([demand, victim]) is looks.format([victim, demand])


def test_the_active_one_has_a_frame_and_no_background(looks: Looks) -> None:
    frame = looks.outline(on("victim"))
    assert frame.hasProperty(QTextFormat.Property.OutlinePen)
    assert not frame.hasProperty(QTextFormat.Property.BackgroundBrush)
