"""The CSV: read back it is what it was, and no spreadsheet runs any of it."""

import csv
from dataclasses import astuple, fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzannotate.exchange.csv_table import neutralised, original, write
from kzannotate.exchange.quotations import Quotation

FIELDS = tuple(field.name for field in fields(Quotation))
CELL = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")),
    st.text(st.sampled_from("'=+-@\t\r\n\",;a é\U0001f54a")),
)
NUMBERS = {
    "page": 1,
    "start": 0,
    "end": 1,
    "x0": None,
    "y0": None,
    "x1": 9.5,
    "y1": None,
    "ocr": False,
}
FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def row(**cells: str | int | None) -> Quotation:
    """A quotation, plain but for these cells."""
    plain: dict[str, str | int | None] = dict.fromkeys(FIELDS, "x")
    return Quotation(**(plain | NUMBERS | cells))  # type: ignore[arg-type]


def read(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, strict=True))


@given(CELL)
def test_neutralised_cells_are_no_formulas_and_lead_back(cell: str) -> None:
    safe = neutralised(cell)
    assert isinstance(safe, str)
    assert not safe.startswith(FORMULAS)
    assert original(safe) == cell


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("=SUM(A1)", "'=SUM(A1)"),
        ("- libérer les détenus", "'- libérer les détenus"),
        ("'=1", "''=1"),
        ("'quoted'", "'quoted'"),
        ("a=1", "a=1"),
        ("", ""),
        (-5, -5),
        (None, None),
    ],
)
def test_neutralised(cell: str | int | None, safe: str | int | None) -> None:
    assert neutralised(cell) == safe


@given(cells=st.lists(st.tuples(CELL, CELL, st.none() | st.integers(1, 999)), max_size=5))
def test_what_is_written_is_read_back(
    cells: list[tuple[str, str, int | None]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("csv") / "a.csv"
    rows = [row(quotation=words, memo=memo, page=page) for words, memo, page in cells]
    assert write(path, Quotation, rows, bom=True) == len(rows)
    heading, *lines = read(path)
    assert tuple(heading) == FIELDS
    assert [[original(cell) for cell in line] for line in lines] == [
        ["" if value is None else str(value) for value in astuple(each)[:-1]] + ["false"]
        for each in rows
    ]


def test_bytes_are_those_of_rfc_4180(tmp_path: Path) -> None:
    """CRLF after each record, quotes doubled, cells with breaks in quotes, UTF-8."""
    path = tmp_path / "a.csv"
    write(path, Quotation, [row(quotation='say "été"\nnow', memo="a,b")], bom=False)
    lines = path.read_bytes().decode().split("\r\n")
    assert lines == [
        ",".join(FIELDS),
        'x,x,x,x,x,1,0,1,x,x,"say ""été""\nnow",x,x,"a,b",x,x,x,,,9.5,,false',
        "",
    ]


def test_the_mark_is_a_switch(tmp_path: Path) -> None:
    for bom in (True, False):
        write(tmp_path / "a.csv", Quotation, [], bom=bom)
        assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf") is bom


def test_line_ends_inside_a_cell_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write(path, Quotation, [row(quotation="one\r\ntwo\rthree\n")], bom=False)
    (heading, line) = read(path)
    assert line[heading.index("quotation")] == "one\r\ntwo\rthree\n"
