"""The looks of highlights."""

from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kzannotate.model.annotation import Annotation
from kzannotate.model.codebook import BUILT_IN, COLOURS, Code
from kzannotate.model.ids import CodeId
from kzannotate.ui import colours, theme
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
    assert looks.tagged([demand, victim]) is looks.tagged([victim, demand])


def test_the_active_one_has_a_frame_and_nothing_behind(looks: Looks) -> None:
    frame = looks.framed(on("victim"))
    assert frame.outline
    assert frame.behind is None


def test_suggestions_are_dashed_and_annotations_and_hits_are_not(looks: Looks) -> None:
    dashes = looks.suggested(on("victim"))
    assert dashes.outline
    assert dashes.outline.style() == Qt.PenStyle.DashLine
    assert dashes.behind is None
    for other in (looks.framed(on("victim")), looks.hit):
        assert other.outline
        assert other.outline.style() == Qt.PenStyle.SolidLine
    assert looks.tagged([on("victim")]).outline is None


PAPERS = {"light": theme.palette(False), "dark": theme.palette(True)}
PLAIN = {name: (p.base().color().name(), p.text().color().name()) for name, p in PAPERS.items()}
PLAIN["page"] = "#ffffff", "#000000"
PALETTE = {
    CodeId(str(place)): Code(CodeId(str(place)), "", "", colour, "", None, "", place)
    for place, colour in enumerate(COLOURS)
}


@pytest.mark.parametrize("paper", PLAIN)
def test_text_is_legible_on_every_code_every_overlap_and_every_hit(paper: str) -> None:
    base, text = PLAIN[paper]
    looks = Looks(PALETTE, base, text)
    behind = {
        looks.behind([on(key) for key in keys])
        for count in range(1, 5)
        for keys in combinations(PALETTE, count)
    }
    assert looks.hit.behind
    behind.add(looks.hit.behind.name())
    assert min(colours.contrast(one, text) for one in behind) >= colours.LEGIBLE


@pytest.mark.parametrize("paper", PLAIN)
def test_frames_and_dashes_are_seen_on_paper_and_on_their_code(paper: str) -> None:
    base, text = PLAIN[paper]
    looks = Looks(PALETTE, base, text)
    for key in PALETTE:
        for line in (looks.frame(on(key)), looks.dashes(on(key)).color().name()):
            for behind in (base, looks.behind([on(key)])):
                assert colours.contrast(line, behind) >= colours.VISIBLE, key
