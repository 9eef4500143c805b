"""Spans and runs, against the slow and obvious."""

from hypothesis import example, given
from hypothesis import strategies as st

from kzannotate.model.annotation import Annotation
from kzannotate.ui.reader.highlights import Spans, runs
from tests.ui.pictures import annotation, marked

TEXT = "x" * 40
PLACES = st.integers(0, 39)


@st.composite
def annotations(draw: st.DrawFn) -> list[Annotation]:
    ends = draw(st.lists(st.tuples(PLACES, PLACES, st.sampled_from("abc")), max_size=12))
    marks = {(min(one, two), max(one, two) + 1, code) for one, two, code in ends}
    return [annotation(TEXT, mark) for mark in marks]


@given(annotations(), PLACES, PLACES)
def test_over_finds_all_that_share_a_letter(items: list[Annotation], one: int, two: int) -> None:
    start, stop = min(one, two), max(one, two)
    found = Spans(items).over(start, stop)
    assert {item.id for item in found} == {
        item.id for item in items if set(range(item.start, item.stop)) & set(range(start, stop))
    }


@given(annotations(), PLACES)
def test_at_finds_what_a_caret_touches_the_shortest_first(
    items: list[Annotation], caret: int
) -> None:
    found = Spans(items).at(caret)
    assert {item.id for item in found} == {i.id for i in items if i.start <= caret <= i.stop}
    lengths = [item.stop - item.start for item in found]
    assert lengths == sorted(lengths)


@given(annotations(), PLACES)
def test_neighbours_are_the_nearest_starts(items: list[Annotation], caret: int) -> None:
    spans = Spans(items)
    after, before = spans.after(caret), spans.before(caret)
    later = [item.start for item in items if item.start > caret]
    earlier = [item.start for item in items if item.start < caret]
    assert (after and after.start) == min(later, default=None)
    assert (before and before.start) == max(earlier, default=None)


@given(annotations(), PLACES, PLACES)
@example([annotation(TEXT, (0, 2, "a"))], 1, 1)
def test_runs_say_of_each_letter_what_lies_over_it(
    items: list[Annotation], one: int, two: int
) -> None:
    start, stop = min(one, two), max(one, two)
    over: dict[int, set[str]] = {}
    before = start
    for run in runs(items, start, stop):
        assert before <= run.start < run.stop <= stop, "disjoint and in order"
        before = run.stop
        over |= {at: {item.id for item in run.items} for at in range(run.start, run.stop)}
    assert over == {
        at: ids
        for at in range(start, stop)
        if (ids := {item.id for item in items if item.start <= at < item.stop})
    }


def test_overlaps_are_cut_into_runs() -> None:
    text, marks = marked("We [demand: demand that [victim: A. K.] be freed]. [victim: B.] too.")
    found = runs([annotation(text, mark) for mark in marks], 0, len(text))
    assert [(text[r.start : r.stop], sorted(i.code for i in r.items)) for r in found] == [
        ("demand that ", ["demand"]),
        ("A. K.", ["demand", "victim"]),
        (" be freed", ["demand"]),
        ("B.", ["victim"]),
    ]
