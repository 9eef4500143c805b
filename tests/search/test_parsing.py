"""What a query means; and that none is too odd to be read."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzannotate.model.query import All, AnyOf, Fuzzy, Phrase, Plan, Prefix, Wildcard, Without, Word
from kzannotate.search.parsing import LONGEST, read

TOO_LONG = f"Only the first {LONGEST} characters were read."
ODD = st.lists(
    st.sampled_from(["a", "é", "_", "AND ", "OR ", "NOT ", "~2", "\0", *" ()\"*?'^:[]"])
).map("".join)


def word(form: str) -> Word:
    return Word((form,))


@pytest.mark.parametrize(
    ("query", "plan"),
    [
        ("torture", word("torture")),
        ("Torture", word("torture")),
        ("torture prison", All((word("torture"), word("prison")))),
        ("torture AND prison", All((word("torture"), word("prison")))),
        ("torture OR prison", AnyOf((word("torture"), word("prison")))),
        ("torture or prison", All((word("torture"), word("or"), word("prison")))),
        ("torture NOT prison", Without(word("torture"), word("prison"))),
        ("NOT prison torture", Without(word("torture"), word("prison"))),
        ("a NOT b NOT c", Without(word("a"), AnyOf((word("b"), word("c"))))),
        ("a (b OR c)", All((word("a"), AnyOf((word("b"), word("c")))))),
        ("a OR b c", All((AnyOf((word("a"), word("b"))), word("c")))),
        ("a OR b AND c", AnyOf((word("a"), All((word("b"), word("c")))))),
        ("prison*", Prefix("prison")),
        ("Libér*", Prefix("liber")),
        ('"Libéré"', Phrase(("libere",))),
        ('free "Libéré"', All((Word(("free",)), Phrase(("libere",))))),
        ('"droits de l\'homme"', Phrase(("droits", "de", "l", "homme"))),
        ("l’homme", Phrase(("l", "homme"))),
        ("l'hom*", All((word("l"), Prefix("hom")))),
        ("pris?n", Wildcard("pris?n")),
        ("Korín~", Fuzzy("korin", 1)),
        ("korin~2", Fuzzy("korin", 2)),
        ("korin~0", word("korin")),
        ("(d'Utеpova~)", All((word("d"), Fuzzy("utepova", 1)))),
        ("~ ~2 a~b", All((word("2"), Phrase(("a", "b"))))),
        ("Ét*é", Wildcard("et*e")),
        ("*tion", Wildcard("*tion")),
        ("l'*mm?", All((word("l"), Wildcard("*mm?")))),
        ("a**b***", Wildcard("a*b*")),
        ('"torture"', Phrase(("torture",))),
        ("art.174", Phrase(("art", "174"))),
        ("a ANDNOT b", All((word("a"), word("andnot"), word("b")))),
        ("name:Korin", Phrase(("name", "korin"))),
        (unicodedata.normalize("NFD", "мой"), word("мой")),
        ("", None),
        (" \n", None),
    ],
)
def test_read(query: str, plan: Plan | None) -> None:
    reading = read(query)
    assert reading.plan == plan
    assert reading.remarks == ()


@pytest.mark.parametrize(
    ("query", "plan", "remark"),
    [
        ("...", None, "There is no word to search for."),
        ("()", None, "There is no word to search for."),
        ("NOT prison", None, "NOT needs another word beside it to search for."),
        ("a OR NOT b", word("a"), "NOT needs another word beside it to search for."),
        ("korin~9", Fuzzy("korin", 2), "korin~9: at most 2 letters can differ."),
        ("***", None, "***: letters are needed beside * or ?."),
        ("a ?*", word("a"), "?*: letters are needed beside * or ?."),
        ("a NOT NOT b", All((word("a"), word("b"))), "It was read as its words alone: "),
        ("(" * 2000 + "a OR b" + ")" * 2000, All((word("a"), word("b"))), "It was read as its "),
    ],
)
def test_read_differently(query: str, plan: Plan | None, remark: str) -> None:
    reading = read(query)
    assert reading.plan == plan
    assert [one[: len(remark)] for one in reading.remarks] == [remark]


@given(st.one_of(ODD, st.text()))
def test_nothing_is_too_odd(query: str) -> None:
    reading = read(query)
    assert all(len(remark) < 200 for remark in reading.remarks)


@pytest.mark.parametrize(
    "query",
    [
        " OR ".join(f"word{number}" for number in range(1000)),
        "word " * 20_000,
        "w" * 100_000,
        "(" * 100_000,
        ")" * 100_000,
        "(a OR (b " * 1000,
        '"' * 100_000,
        '"a' * 50_000,
        "*" * 100_000,
        "a*" * 50_000,
        "AND OR NOT " * 9000,
        "NOT " * 25_000,
        "\U0001f54a" * 100_000,
    ],
)
def test_long(query: str) -> None:
    reading = read(query)
    assert (len(query) > LONGEST) == (reading.remarks[:1] == (TOO_LONG,))
