"""Hits are tagged as one step, each place once, and it is told how they are tagged."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kzannotate.model.annotation import Tagging
from kzannotate.model.errors import KzError
from kzannotate.model.ids import DocumentId
from kzannotate.model.query import Hit
from kzannotate.project import codebook, hits, importing, reading, searching, tagging, undoing
from kzannotate.project.annotation_searching import search_memos
from kzannotate.project.hits import Extent
from kzannotate.project.session import Project
from tests.ui.pictures import add_picture, add_text, picture_of

LETTER = (
    "🕊 Ana sat in prison. The prison\nof Norlandia, art. 174! Free her.\n\n"
    "No word of it here.\n\n"
    "La [demand: prison est] loin. Prison ou non ?"
)


@pytest.fixture
def letter(project: Project, tmp_path: Path) -> DocumentId:
    return add_picture(project, tmp_path, "a.txt", LETTER).id


def found(project: Project, words: str) -> Sequence[Hit]:
    return searching.search(project, words).hits


@pytest.mark.parametrize(
    ("extent", "picture"),
    [
        (
            "match",
            "🕊 Ana sat in [victim: prison]. The [victim: prison]\nof Norlandia, art. 174!"
            " Free her.\n\nNo word of it here.\n\n"
            "La [demand: [victim: prison] est] loin. [victim: Prison] ou non ?",
        ),
        (
            "sentence",
            "[victim: 🕊 Ana sat in prison.] [victim: The prison\nof Norlandia, art. 174!]"
            " Free her.\n\nNo word of it here.\n\n"
            "[victim: La [demand: prison est] loin.] [victim: Prison ou non ?]",
        ),
        (
            "passage",
            "[victim: 🕊 Ana sat in prison. The prison\nof Norlandia, art. 174! Free her.]"
            "\n\nNo word of it here.\n\n"
            "[victim: La [demand: prison est] loin. Prison ou non ?]",
        ),
    ],
)
def test_hits_are_tagged_as_one_step(
    project: Project, letter: DocumentId, extent: Extent, picture: str
) -> None:
    before = picture_of(project, letter)
    changes = hits.tag(project, found(project, '"prison"'), "victim", extent)
    assert picture_of(project, letter) == picture
    assert changes.label == f"Tag {len(changes.annotations)} hits as Victim"
    undoing.undo(project)
    assert picture_of(project, letter) == before


def test_those_that_have_the_code_are_left_out(project: Project, letter: DocumentId) -> None:
    changes = hits.tag(project, found(project, '"prison"'), "demand")
    assert len(changes.annotations) == 3
    assert not hits.tag(project, found(project, '"prison"'), "demand", "sentence")
    assert not hits.tag(project, [], "demand")
    assert undoing.next_undo(project) == "Tag 3 hits as Demand"


def test_one_hit_reads_as_any_tag(project: Project, letter: DocumentId) -> None:
    first, *_ = found(project, "prison")
    assert hits.tag(project, [first, first], "victim").label == "Tag as Victim"


def test_what_is_there_no_more_is_not_tagged(project: Project, letter: DocumentId) -> None:
    stale = found(project, "prison")
    importing.remove(project, [letter])
    with pytest.raises(KzError, match=r"a\.txt: its text isn't what was searched; search again"):
        hits.tag(project, stale, "victim")


def test_tags_and_languages_of_hits(project: Project, tmp_path: Path) -> None:
    add_picture(project, tmp_path, "a.txt", LETTER)
    french = "Nous demandons la libération de la personne qui est en prison depuis un an."
    add_text(project, tmp_path, "b.txt", french)
    victim = codebook.code(project, "victim").id
    hits.tag(project, found(project, "prison"), "victim", "passage")
    listed = hits.known(project, found(project, "prison"))
    assert [one.hit for one in listed] == list(found(project, "prison"))
    assert {one.language for one in listed if one.hit.name == "b.txt"} == {"fr"}
    assert all(victim in {tag.code for tag in one.tags} for one in listed)
    assert sorted(len(one.tags) for one in listed) == [1, 1, 1, 1, 2]
    made = {tag.annotation for one in listed for tag in one.tags}
    assert hits.documents_of(project, made) == {one.hit.document for one in listed}
    assert hits.documents_of(project, ()) == set()


SPAN = st.tuples(st.integers(0, 18), st.integers(1, 6))


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tagged=st.lists(SPAN, max_size=8), hit=SPAN)
def test_tags_are_those_that_share_a_letter(
    project: Project, tmp_path: Path, tagged: list[tuple[int, int]], hit: tuple[int, int]
) -> None:
    corpus = reading.documents(project)
    text = "🕊 abcdefghijklmnopqrstuvwxyz"
    document = corpus[0] if corpus else add_text(project, tmp_path, "a.txt", text)
    code = codebook.code(project, "victim").id
    spans = [(start, start + length) for start, length in tagged]
    tagging.delete(project, [one.id for one in tagging.annotations(project)])
    tagging.tag_many(project, [Tagging(document.id, *span, code) for span in spans])
    start, stop = hit[0], sum(hit)
    place = Hit(document.id, "a.txt", None, start, stop, "", "", "", 1.0)
    (tags,) = hits.tags(project, [place])
    expected = {
        one.id
        for one in tagging.annotations(project)
        if set(range(one.start, one.stop)) & set(range(start, stop))
    }
    assert {tag.annotation for tag in tags} == expected


def test_a_hit_in_a_memo_has_its_annotations_code_and_is_not_tagged(
    project: Project, letter: DocumentId
) -> None:
    (made,) = tagging.tag(project, letter, 0, 3, "victim").annotations
    tagging.set_memo(project, [made], "Is this prison the old one?")
    (found,) = hits.known(project, [one.hit for one in search_memos(project, "prison").hits])
    assert found.hit.annotation == made
    assert [tag.annotation for tag in found.tags] == [made]
    assert found.language == ""
    assert not hits.tag(project, [found.hit], "demand").annotations
    tagging.delete(project, [made])
    assert hits.tags(project, [found.hit]) == [()]
