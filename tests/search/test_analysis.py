"""One definition of a word for index, query and snippets, and what folding makes equal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzannotate.model.query import JOINT
from kzannotate.model.text import normalise
from kzannotate.search.analysis import REACH, fold, forms, passage_words, plain, words
from kzannotate.search.notation import analyser

TEXT = st.one_of(
    st.text(),
    st.text(st.sampled_from("aéukЁйар\tıßﬁ½²⑴ﷺͺﾞ_-‐'’\u00ad\u200b\u0301\u0306\U0001f54a \n")),
)


@given(TEXT)
def test_index_query_and_snippets_agree(text: str) -> None:
    found = list(words(text))
    assert forms(text).split(" ") == ([word.form for word in found] or [""])
    assert [token.text for token in analyser()(text)] == [word.form for word in found]


@given(TEXT)
def test_words_stand_where_they_are_said_to(text: str) -> None:
    last = 0
    for word in words(text):
        assert last <= word.start < word.stop <= len(text)
        assert not any(letter.isalnum() for letter in text[last : word.start])
        assert fold(text[word.start : word.stop]) == word.form
        last = word.stop
    assert not any(letter.isalnum() for letter in text[last:])


@given(TEXT)
def test_a_form_is_one_word_for_the_index_too(text: str) -> None:
    """It splits at ASCII signs, and must not at any inside a form."""
    for word in words(text):
        assert word.form
        assert not any(letter.isascii() and not letter.isalnum() for letter in word.form)
        assert not any(letter.isspace() for letter in word.form)


@given(st.text(st.characters(categories=["Ll", "Lu", "Lt"], max_codepoint=0x52F)))
def test_case_and_composition_are_folded(text: str) -> None:
    assert forms(normalise(text.lower())) == forms(normalise(text))
    decomposed = unicodedata.normalize("NFD", text)
    assert forms(normalise(decomposed)) == forms(normalise(text))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Marché", "marche"),
        ("осуждён", "осужден"),
        ("ЁЛКА", "елка"),
        ("мой Чайковский", "мой чайковский"),
        ("Київ", "київ"),
        ("Қожахмет Әлия", "қожахмет әлия"),
        ("Straße", "strasse"),
        ("cœur Æther", "coeur aether"),
        ("ﬁnal eﬀort", "final effort"),
        ("mi\u00adnistère", "ministere"),
        ("zero\u200bwidth", "zerowidth"),
        ("İstanbul ılık", "istanbul ilik"),
        ("Łódź, Ærø, Đorđe", "lodz aero dorde"),
        ("l'homme l’homme", "l homme l homme"),
        ("art.174, §3(b)", "art 174 3 b"),
        ("snake_case", "snake case"),
        ("\U0001f54a dove\U0001f54adove", "dove dove"),
        ("½ ⑴ m²", "½ ⑴ m2"),
        ("libé-\nration осуж-\n  дён", "liberation осужден"),
        ("mi\u00ad\nnistère", "ministere"),
        ("Nord-\nSüd, 2019-\n2021, - \n a", "nord sud 2019 2021 a"),
        ("Utепова Hурлан Poманов", "утепова нурлан романов"),
        ("Dzhаkishev Kоrin", "dzhakishev korin"),
        ("Қожaхмет Әлия", "қожахмет әлия"),
        ("pdfфайл OPA ОРА", "pdfфайл opa ора"),
        ("", ""),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert forms(text) == folded


@given(TEXT, TEXT)
def test_words_go_on_over_the_page_alike_everywhere(text: str, after: str) -> None:
    found = passage_words(text, after)
    own, further = found.words[: found.own], found.words[found.own :]
    expected = [word.form for word in own] + [JOINT + word.form for word in further]
    assert forms(text, after).split() == expected
    assert len(further) <= REACH
    places = [0, *(place for word in found.words for place in (word.start, word.stop))]
    assert places == sorted(places)
    assert places[-1] <= len(text + after)


@pytest.mark.parametrize(
    ("text", "after", "expected"),
    [
        ("un mot", "est\nécrit", "un mot >est >ecrit"),
        ("un mot\n", "12\n\n– 13 –\nest écrit", "un mot >est >ecrit"),
        ("libé-\n", "ration de", "liberation >de"),
        ("libé\u00ad", "\n\n7\n\nration de", "liberation >de"),
        ("осво-", "бождение его", "освобождение >его"),
        ("libé-\n", "Ration", "libe >ration"),
        ("12-\n", "ration", "12 >ration"),
        ("libé -\n", "ration", "libe >ration"),
        ("un mot", " 12 \n", "un mot"),
        ("a", "b " * 99, "a" + " >b" * REACH),
    ],
)
def test_over_the_page(text: str, after: str, expected: str) -> None:
    assert forms(text, after).replace(JOINT, ">") == expected


def test_a_word_broken_over_the_page_is_written_in_both() -> None:
    (_, word, further), own = passage_words("Il libé-\n", "7\nration de")
    assert (word.form, word.start, word.stop) == ("liberation", 3, 17)
    assert plain(word.written) == "libération"
    assert (further.form, own) == ("de", 2)


def test_plain() -> None:
    assert plain("Li\u00adbé-\nra\u200btion") == "Libération"
