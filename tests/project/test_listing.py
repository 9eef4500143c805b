"""Listings of annotations hold what a plain loop over all of them would hold."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kzannotate.model.clock import now
from kzannotate.model.codebook import in_tree_order
from kzannotate.model.errors import KzError
from kzannotate.model.listing import Column, Listing
from kzannotate.model.text import fold
from kzannotate.project import codebook, listing, tagging, undoing
from kzannotate.project.session import Project, create
from tests.ui.pictures import add_picture

LETTERS = {
    "b.txt": "[demand: Libérez [victim: Aïgul]] et [victim: Ёлка], [legal_article: art. 1].",
    "Résumé.txt": "[victim: aigul] [demand: free her] [victim: Zoé]",
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    folder: Path = tmp_path_factory.mktemp("listing")
    with create(folder / "project.kza", "Ana") as project:
        for name, drawn in LETTERS.items():
            add_picture(project, folder, name, drawn)
        first, *_, last = (one.id for one in tagging.annotations(project))
        tagging.set_memo(project, [first], "Her brother, Élie")
        moment = now()
        while now() == moment:  # the second may follow within the same millisecond
            pass
        tagging.set_memo(project, [last], "aunt")
        yield project


def quotations(project: Project, wanted: Listing) -> list[str]:
    ids = listing.ids(project, wanted)
    rows = {row.annotation.id: row.annotation for row in listing.listed(project, ids)}
    return [rows[one].quotation for one in ids]


WORDS = st.sampled_from(["", "aigul", "LIBEREZ aigul", "elie", "no such", "е"])


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    wanted=st.builds(
        Listing,
        text=WORDS,
        name=st.sampled_from(["", "resume", "txt"]),
        coder=st.sampled_from(["", "Ana", "Bek"]),
        since=st.sampled_from(["", "2000", "2999-01"]),
        until=st.sampled_from(["", "2000", "2999"]),
        order=st.sampled_from(get_args(Column)),
        descending=st.booleans(),
    ),
    code=st.sampled_from([None, "victim", "demand"]),
)
def test_the_filters_let_through_what_they_say(
    project: Project, wanted: Listing, code: str | None
) -> None:
    wanted = replace(wanted, code=codebook.code(project, code).id if code else None)
    everything = listing.listed(project, listing.ids(project, Listing()))
    expected = {
        row.annotation.id
        for row in everything
        if all(
            word in fold(f"{row.annotation.quotation}\n{row.annotation.memo}")
            for word in fold(wanted.text).split()
        )
        and fold(wanted.name) in fold(row.document)
        and wanted.coder in ("", row.annotation.coder)
        and wanted.code in (None, row.annotation.code)
        and (not wanted.since or wanted.since != "2999-01")
        and wanted.until != "2000"
    }
    found = listing.ids(project, wanted)
    assert set(found) == expected
    assert len(found) == len(expected)


def test_every_order_is_what_its_column_shows(project: Project) -> None:
    def shown(order: Column, *, descending: bool = False) -> list[str]:
        return quotations(project, Listing(order=order, descending=descending))

    by_place = ["Libérez Aïgul", "Aïgul", "Ёлка", "art. 1", "aigul", "free her", "Zoé"]
    assert shown("document") == by_place
    assert shown("document", descending=True) == by_place[4:] + by_place[:4]
    assert shown("quotation") == [
        "Aïgul", "aigul", "art. 1", "free her", "Libérez Aïgul", "Zoé", "Ёлка",
    ]  # fmt: skip
    assert shown("code")[:2] == ["Libérez Aïgul", "free her"]
    assert shown("memo")[:2] == ["Zoé", "Libérez Aïgul"]
    assert shown("memo", descending=True)[:2] == ["Libérez Aïgul", "Zoé"]
    assert shown("created") == by_place
    assert shown("modified", descending=True)[0] == "Zoé"


def test_rows_of_what_is_gone_are_left_out(project: Project) -> None:
    first, *_ = ids = listing.ids(project, Listing())
    tagging.delete(project, [first])
    assert len(listing.listed(project, ids)) == len(ids) - 1 == listing.total(project)
    undoing.undo(project)
    assert listing.coders(project) == ["Ana"]


@pytest.mark.parametrize(
    ("typed", "since", "until"),
    [
        ("", "", ""),
        ("2024", "2024", "2024"),
        (" 2024-05.. ", "2024-05", ""),
        ("..2024", "", "2024"),
        ("2024 .. 2025-01-02", "2024", "2025-01-02"),
    ],
)
def test_dates_are_read(typed: str, since: str, until: str) -> None:
    assert listing.dated(Listing(), typed) == Listing(since=since, until=until)


@pytest.mark.parametrize("typed", ["May", "24", "2024-5", "2024 2025", "2024-01-02-03"])
def test_what_is_no_date_is_said(typed: str) -> None:
    with pytest.raises(KzError, match="is no date"):
        listing.dated(Listing(), typed)


def test_codes_are_listed_as_the_tree_shows_them(project: Project) -> None:
    built_in = codebook.codes(project)
    nested = [replace(built_in[2], parent=built_in[0].id), *built_in[:2]]
    assert in_tree_order(nested) == [built_in[0], nested[0], built_in[1]]
