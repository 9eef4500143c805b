"""Filters with counts, and the order of hits."""

from collections import Counter
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from kzannotate.model.found import Found, Tag
from kzannotate.model.ids import AnnotationId, CodeId, DocumentId
from kzannotate.model.query import Hit
from kzannotate.ui.hit_order import FACETS, Facets, Order, counts, grouped, passing

CODES = st.sampled_from(["demand", "victim"]).map(CodeId)
DOCUMENTS = st.sampled_from(["a", "b", "c"]).map(DocumentId)
LANGUAGES = st.sampled_from(["", "fr", "ru"])


def found(document: DocumentId, start: int, language: str, codes: list[CodeId]) -> Found:
    hit = Hit(document, f"{document}.txt".upper(), None, start, start + 1, "", "x", "", 1.0)
    return Found(
        hit, language, tuple(Tag(AnnotationId(str(n)), code) for n, code in enumerate(codes))
    )


FOUNDS = st.lists(
    st.builds(found, DOCUMENTS, st.integers(0, 9), LANGUAGES, st.lists(CODES, max_size=2)),
    max_size=12,
)
FACETING = st.builds(
    Facets,
    st.none() | LANGUAGES,
    st.none() | DOCUMENTS,
    st.none() | CODES,
    st.none() | st.booleans(),
)


def has(one: Found, facets: Facets) -> bool:
    return (
        facets.language in (None, one.language)
        and facets.document in (None, one.hit.document)
        and (facets.code is None or any(tag.code == facets.code for tag in one.tags))
        and facets.tagged in (None, bool(one.tags))
    )


@given(FOUNDS, FACETING)
def test_those_pass_that_have_all_that_is_asked(founds: list[Found], facets: Facets) -> None:
    assert list(passing(founds, facets)) == [one for one in founds if has(one, facets)]


@given(FOUNDS, FACETING)
def test_a_count_is_what_its_choice_would_leave(founds: list[Found], facets: Facets) -> None:
    counted = counts(founds, facets)
    for facet in FACETS:
        for value, count in counted[facet].items():
            chosen = {name: getattr(facets, name) for name in FACETS} | {facet: value}
            assert count == len(passing(founds, Facets(**chosen)))
    assert counts([], facets) == {facet: Counter() for facet in FACETS}


@given(FOUNDS)
def test_groups_hold_every_hit_once(founds: list[Found]) -> None:
    for order in get_args(Order):
        groups = grouped(founds, order)
        assert Counter(one for group in groups for one in group.founds) == Counter(founds)
        assert all(one.hit.document == group.document for group in groups for one in group.founds)


def test_orders() -> None:
    places = [("b", 9), ("a", 5), ("b", 1), ("a", 7)]
    founds = [found(DocumentId(document), start, "", []) for document, start in places]

    def listed(order: Order) -> list[tuple[str, int]]:
        groups = grouped(founds, order)
        return [(one.hit.document, one.hit.start) for group in groups for one in group.founds]

    assert listed("relevance") == [("b", 9), ("b", 1), ("a", 5), ("a", 7)]
    assert listed("place") == [("a", 5), ("a", 7), ("b", 1), ("b", 9)]
