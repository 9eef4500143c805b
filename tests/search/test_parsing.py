"""What a query means; and that none is too odd to be read."""

import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzannotate.model.query import (
    All,
    Annotated,
    AnyOf,
    Anything,
    Exact,
    Fuzzy,
    Inside,
    Matches,
    Near,
    Outside,
    Phrase,
    Place,
    Plan,
    Prefix,
    Wildcard,
    Without,
    Word,
)
from kzannotate.search.reading import LONGEST, read

TOO_LONG = f"Only the first {LONGEST} characters were read."
X, Y = Annotated(code="x"), Annotated(code="y")
EXACT_A = Exact(("a",), ("a",))
ODD = st.lists(
    st.sampled_from(
        ["a", "é", "_", "AND ", "OR ", "NOT ", "~2", "\0", "code:", "page:1", *" ()\"*?'^:[]=/«"]
    )
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
        ('"a b"~3', Near(("a", "b"), 3)),
        ('"a  b, a"~', Near(("a", "b"), 1)),
        ('"a"~3 b', All((Phrase(("a",)), word("b")))),
        ("“a b” «c d»", All((Phrase(("a", "b")), Phrase(("c", "d"))))),
        ("=Été", Exact(("Été",), ("ete",))),
        ('NOT =a ="Cri\u00adme d\'"', Without(Exact(("Crime", "d"), ("crime", "d")), EXACT_A)),
        ("a=b", Phrase(("a", "b"))),
        ("/a (b|c)/ d", All((Matches("a (b|c)"), word("d")))),
        (r"/\d\/\d/", Matches(r"\d\/\d")),
        ("and/or", Phrase(("and", "or"))),
        ("/etc/ana/a", Phrase(("etc", "ana", "a"))),
        ("lang:FR a", Inside(word("a"), (Place(language="fr"),))),
        ('doc:"Été 1"', Inside(Anything(), (Place(document="ete 1"),))),
        ("page:3", Inside(Anything(), (Place(first=3, last=3),))),
        ("page:3.. a", Inside(word("a"), (Place(first=3),))),
        ("page:..7 a", Inside(word("a"), (Place(last=7),))),
        ("date:2019..2021-05 a", Inside(word("a"), (Annotated(since="2019", until="2021-05"),))),
        ("date:2019 a", Inside(word("a"), (Annotated(since="2019", until="2019"),))),
        ("code:x coder:Zoé a", Inside(word("a"), (Annotated(code="x", coder="zoe"),))),
        ("code:x code:y a", Inside(Inside(word("a"), (Y,)), (X,))),
        ("a (code:x OR code:y)", Inside(word("a"), (X, Y))),
        ("a OR code:x", AnyOf((word("a"), Inside(Anything(), (X,))))),
        ("a NOT code:x", Outside(word("a"), (X,))),
        ("a NOT b code:x", Inside(Without(word("a"), word("b")), (X,))),
        ("code:x NOT b", Inside(Without(Anything(), word("b")), (X,))),
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
        ("NOT code:x", None, "NOT needs another word beside it to search for."),
        ("page:a", None, "page:a is no page; write page:3 or page:3..7. It was passed over."),
        ("a lang:klingon", word("a"), "lang:klingon is no language"),
        ("a date:..", word("a"), "date:.. is no date"),
        ("a memo:", word("a"), "memo: needs something behind it."),
        ("/a(/", word("a"), "/a(/ was read as words: missing )."),
        ("a =-", word("a"), "=-: there is no word in it."),
        ('"a b', All((word("a"), word("b"))), '" has no partner and was passed over.'),
        ("a) b", All((word("a"), word("b"))), ") has no partner and was passed over."),
        ('"a b"~101', Near(("a", "b"), 100), "~101: at most 100 words can stand among them."),
        ('"' + "a " * 60 + '"', Phrase(("a",) * 50), "Only the first 50 words of a phrase"),
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


def test_a_tilde_in_quotation_marks_is_no_distance() -> None:
    assert read('"b ~2a"').plan == Phrase(("b", "2a"))
    assert read('"b a"~2').plan == Near(("b", "a"), 2)


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


def test_too_many_fields_and_brackets_are_cut() -> None:
    fields = read(" ".join(f"page:{number}" for number in range(60)) + " ab")
    assert fields.remarks == ("Only 50 fields in one place were read.",)
    deep = read("(ab (cd OR " * 50 + "ef" + "))" * 50)
    assert deep.plan == All((Word(("ab",)), Word(("cd",)), Word(("ef",))))
    assert len(deep.remarks) == 1
    kept = read("(ab (cd OR " * 20 + "ef" + "))" * 20)
    assert kept.remarks == ()


LETTERS = st.characters(categories=["L", "N"]) | st.sampled_from("aZéЁйœßﬁǅ½²İıΣς_")
PLAIN = st.text(LETTERS, min_size=1) | st.sampled_from(
    ["AND", "or", "a", "A", "Утепова", "Utепова"]
)


@given(st.lists(PLAIN, min_size=1, max_size=5), st.sampled_from([" ", "\t ", "\u00a0"]))
def test_plain_words_mean_what_they_mean_in_brackets(typed: list[str], space: str) -> None:
    """Without brackets Whoosh's parser isn't asked."""
    query = space.join(typed)
    assert read(query).plan == read(f"({query})").plan


def test_plain_words_are_read_without_whoosh() -> None:
    program = (
        "import sys; from kzannotate.search.reading import read; read('Torture prison');"
        " print('whoosh' in sys.modules); read('torture*'); print('whoosh' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "True"]
