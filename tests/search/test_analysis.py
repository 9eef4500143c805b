"""One definition of a word for index, query and snippets, and what folding makes equal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzannotate.model.text import normalise
from kzannotate.search.analysis import fold, forms, words
from kzannotate.search.parsing import analyser

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
