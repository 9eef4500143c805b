"""Codes are added, changed, hung, merged and deleted; what can't be is refused."""

from collections.abc import Callable

import pytest

from kzannotate.model.changes import Changes
from kzannotate.model.codebook import code_path
from kzannotate.model.document import Document
from kzannotate.model.errors import KzError
from kzannotate.project import codebook, tagging, undoing
from kzannotate.project.session import Project
from tests.project.conftest import span


def paths(project: Project) -> list[str]:
    """The tree, siblings in their order."""
    codes = {one.id: one for one in codebook.codes(project)}
    return [code_path(one, codes) for one in codes.values()]


def keys_of_annotations(project: Project) -> list[str]:
    codes = {one.id: one.key for one in codebook.codes(project)}
    return [codes[one.code] for one in tagging.annotations(project)]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("  Release\n from  custody ", "release_from_custody"),
        ("État d’urgence", "etat_d_urgence"),
        ("Статья", "code"),
        ("demand!", "demand_2"),
    ],
)
def test_a_key_is_made_of_the_name(project: Project, name: str, key: str) -> None:
    codebook.add(project, name)
    made = codebook.codes(project)[-1]
    assert (made.key, made.name) == (key, " ".join(name.split()))


def test_new_codes_take_colours_not_used_yet(project: Project) -> None:
    for name in "abc":
        codebook.add(project, name)
    colours = [one.colour for one in codebook.codes(project)]
    assert len(set(colours)) == len(colours)


def test_what_is_said_of_a_code_can_be_changed(project: Project) -> None:
    codebook.rename(project, "demand", "Request")
    codebook.recolour(project, "demand", "#ABCDEF")
    codebook.describe(project, "demand", "What is\r\nasked.")
    codebook.set_shortcut(project, "demand", "q")
    one = codebook.code(project, "demand")
    assert (one.name, one.colour, one.shortcut) == ("Request", "#abcdef", "Q")
    assert one.definition == "What is\nasked."
    assert undoing.next_undo(project) == "Change the key of Request"


def test_codes_hang_from_one_another(project: Project) -> None:
    codebook.add(project, "Release", "demand")
    codebook.add(project, "At once", "release")
    codebook.nest(project, "victim", "demand", 0)
    codebook.shift(project, "legal_article", -1)
    assert sorted(paths(project)) == [
        "Demand",
        "Demand/Release",
        "Demand/Release/At once",
        "Demand/Victim",
        "Legal article",
    ]
    order = [[one.key for one in codebook.children(project, parent)] for parent in
             (None, codebook.code(project, "demand").id)]  # fmt: skip
    assert order == [["legal_article", "demand"], ["victim", "release"]]


def test_a_move_beyond_the_end_is_none(project: Project) -> None:
    assert not codebook.shift(project, "demand", -1)
    assert not codebook.shift(project, "legal_article", 1)


def test_merging_moves_annotations_and_children(project: Project, letter: Document) -> None:
    tagging.tag(project, letter.id, *span("Ministry"), "demand")
    tagging.tag(project, letter.id, *span("Ana Korin"), "victim")
    codebook.add(project, "Release", "demand")
    changes = codebook.merge(project, "demand", "victim")
    assert len(changes.annotations) == 1
    assert keys_of_annotations(project) == ["victim", "victim"]
    assert sorted(paths(project)) == ["Legal article", "Victim", "Victim/Release"]


def test_deleting_takes_the_annotations_along_or_recodes_them(
    project: Project, letter: Document
) -> None:
    tagging.tag(project, letter.id, *span("Ministry"), "demand")
    codebook.add(project, "Release", "demand")
    codebook.delete(project, "demand", "release")
    assert keys_of_annotations(project) == ["release"]
    assert paths(project) == ["Victim", "Legal article", "Release"]
    codebook.delete(project, "release")
    assert keys_of_annotations(project) == []
    undoing.undo(project)
    undoing.undo(project)
    assert keys_of_annotations(project) == ["demand"]


def add_below_both(project: Project) -> None:
    codebook.add(project, "Release", "demand")
    codebook.add(project, "RELEASE", "victim")


REFUSED: list[tuple[Callable[[Project], Changes], str]] = [
    (lambda p: codebook.add(p, " "), "a code needs a name"),
    (lambda p: codebook.add(p, "VICTIM"), "there is a code “Victim” already"),
    (lambda p: codebook.add(p, "New", "nowhere"), "there is no code “nowhere”"),
    (lambda p: codebook.add(p, "New", colour="red"), "“red” is no colour"),
    (lambda p: codebook.rename(p, "demand", "victim"), "there is a code “Victim” already"),
    (lambda p: codebook.recolour(p, "demand", "#12345"), "“#12345” is no colour"),
    (lambda p: codebook.set_shortcut(p, "demand", "v"), "V is the key of Victim"),
    (lambda p: codebook.set_shortcut(p, "demand", "7"), "“7” can't be a key"),
    (lambda p: codebook.set_shortcut(p, "demand", "n", "MNP"), "N does something else"),
    (lambda p: codebook.nest(p, "demand", "demand"), "hangs from it"),
    (lambda p: codebook.nest(p, "demand", "release"), "hangs from it"),
    (lambda p: codebook.nest(p, "release_2", "demand"), "there is a code “Release” already"),
    (lambda p: codebook.merge(p, "demand", "demand"), "can't be merged with itself"),
    (lambda p: codebook.merge(p, "demand", "release"), "move it out before"),
    (lambda p: codebook.merge(p, "demand", "victim"), "there is a code “RELEASE” already"),
    (lambda p: codebook.delete(p, "victim", "victim"), "choose another code"),
]


@pytest.mark.parametrize(("verb", "sentence"), REFUSED)
def test_what_cant_be_is_refused(
    project: Project, verb: Callable[[Project], Changes], sentence: str
) -> None:
    add_below_both(project)
    before = codebook.codes(project)
    with pytest.raises(KzError, match=sentence):
        verb(project)
    assert codebook.codes(project) == before


def test_the_last_code_stays(project: Project) -> None:
    codebook.delete(project, "demand")
    codebook.merge(project, "victim", "legal_article")
    with pytest.raises(KzError, match="the last code"):
        codebook.delete(project, "legal_article")
