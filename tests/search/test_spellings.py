"""Words that may be one name share a key."""

import pytest

from kzannotate.search.spellings import spellings


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("мареновои", "marenova"),
        ("маренову", "marenov"),
        ("ане", "ana"),
        ("кориннің", "korin"),
        ("жанибек", "zhanibek"),
        ("жанибек", "dzhanibek"),
        ("жанибек", "janibek"),
        ("мареновым", "маренову"),
        ("ivo", "iwo"),
    ],
)
def test_one_name(one: str, other: str) -> None:
    assert spellings(one) & spellings(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ana", "anna-maria"),
        ("korin", "korina"),
        ("марен", "марат"),
        ("174", "175"),
        ("иво", "ива"),
    ],
)
def test_not_one_name(one: str, other: str) -> None:
    assert not spellings(one) & spellings(other)
