"""Spellings of one name are near one another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzannotate.search.likeness import NearWords, keys

CORPUS = {
    "marenov": 4, "zhakupov": 3, "shishkin": 2, "хасенов": 5, "torture": 40, "tortues": 1,
    "дженишев": 2, "қайратов": 1, "ivo": 9, "a1b2c3": 1,
}  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "nearest"),
    [
        ("маренов", "marenov"),
        ("marenow", "marenov"),
        ("marenoff", "marenov"),
        ("жакупов", "zhakupov"),
        ("jakoupov", "zhakupov"),
        ("chichkine", "shishkin"),
        ("шишкин", "shishkin"),
        ("schischkin", "shishkin"),
        ("khassenov", "хасенов"),
        ("hasenov", "хасенов"),
        ("dzhenishev", "дженишев"),
        ("djenichev", "дженишев"),
        ("jenishiev", "дженишев"),
        ("qairatov", "қайратов"),
        ("kayratov", "қайратов"),
        ("tortrue", "torture"),
    ],
)
def test_near(asked: str, nearest: str) -> None:
    assert NearWords(CORPUS.items()).near(asked, 5)[0] == (nearest, CORPUS[nearest])


@pytest.mark.parametrize("asked", ["shishkin", "ivo", "iva", "a1b2c4", "prisonnier", "x" * 99, ""])
def test_nothing_near(asked: str) -> None:
    assert NearWords(CORPUS.items()).near(asked, 5) == []


def test_the_nearest_and_most_frequent_come_first() -> None:
    words = NearWords({"korin": 1, "korina": 2, "korine": 7, "coryn": 1}.items())
    assert words.near("korin", 9) == [("korine", 7), ("korina", 2), ("coryn", 1)]
    assert words.near("korin", 1) == [("korine", 7)]


@given(st.lists(st.text(st.sampled_from("abdzhkcsiевжшёya"), max_size=8), min_size=1))
def test_one_key_a_form_whatever_stands_beside_it(forms: list[str]) -> None:
    together = keys(forms)
    assert len(together) == len(forms)
    assert together == [keys([form])[0] for form in forms]
