"""What a search gives, in two parts, and how it is broken off."""

from pathlib import Path

import pytest

from kzannotate.model.progress import Monitor
from kzannotate.model.searches import Part, Question
from kzannotate.project import tagging
from kzannotate.project.searching import ALL
from kzannotate.project.session import Project
from kzannotate.store.store import Stopped
from kzannotate.ui import finding
from kzannotate.ui.hit_order import Facets
from kzannotate.ui.second import Second
from tests.ui.pictures import add_text

QUESTION = Question("prison")


@pytest.fixture
def second(project: Project, tmp_path: Path) -> Second:
    first = add_text(project, tmp_path, "a.txt", "A prison.\n\nThe prison, the other prison.")
    add_text(project, tmp_path, "b.txt", "No prisn here.")
    (made,) = tagging.tag(project, first.id, 0, 8, "victim").annotations
    tagging.set_memo(project, [made], "Which prison?")
    return Second(project)


def test_first_hits_then_all_that_can_be_told(
    second: Second, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "FIRST", 2)
    first = finding.first(second, QUESTION, ALL, Monitor())
    assert (len(first.founds), first.is_cut, first.is_final) == (2, True, False)
    whole = finding.rest(second, first, 5, Monitor())
    assert (len(whole.founds), whole.is_cut, whole.is_final) == (4, False, True)
    assert [found.hit.annotation is None for found in whole.founds] == [True] * 3 + [False]
    assert whole.tally is None
    assert finding.everything(second, QUESTION, ALL, 5, Monitor()).founds == whole.founds
    second.close()


def test_a_list_that_is_cut_tells_the_passages(second: Second) -> None:
    answer = finding.everything(second, QUESTION, ALL, 1, Monitor())
    assert answer.is_cut
    assert answer.tally
    (document,) = answer.tally.documents
    assert answer.tally.documents[document] == 2
    part = Part(document=document)
    question, hits = finding.within(second, QUESTION, [document], Monitor())
    assert question == QUESTION
    assert [hit.match for hit in hits] == ["prison"] * 3
    answer = finding.everything(second, QUESTION, part, 5, Monitor())
    assert [found.hit for found in answer.founds] == hits  # no memos
    second.close()


def test_nothing_more_is_looked_for_without_a_query(second: Second) -> None:
    assert finding.first(second, Question(""), ALL, Monitor()).is_final
    second.close()


class _Cancelled(Monitor):
    def cancelled(self) -> bool:
        return True


def test_a_search_that_is_overtaken_breaks_off(
    second: Second, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kzannotate.store.store._OFTEN", 1)
    with pytest.raises(Stopped):
        finding.first(second, QUESTION, ALL, _Cancelled())
    assert len(finding.first(second, QUESTION, ALL, Monitor()).founds) == 3
    second.close()


def test_what_was_known_of_a_part_stays_when_time_runs_out(
    second: Second, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = finding.everything(second, QUESTION, ALL, 2, Monitor())
    part, facets = Part(tagged=False), Facets(tagged=False)
    monkeypatch.setattr("kzannotate.project.searching.SECONDS", -1.0)
    late = finding.everything(second, QUESTION, part, 2, Monitor())
    assert late.founds == []
    known = [found for found in whole.founds if not found.tags]
    assert known
    assert finding.filled(late, whole, facets).founds == known
    assert finding.filled(whole, whole, facets) is whole
    assert finding.filled(late, None, facets) is late
    second.close()
