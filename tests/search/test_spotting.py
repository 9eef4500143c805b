"""Words that are spotted are the words that cutting the whole text gives."""

import sys
from collections import defaultdict

from hypothesis import example, given
from hypothesis import strategies as st

from kzannotate.search.analysis import FoundWord, fold, words
from kzannotate.search.spotting import any_of, followed, spotted
from kzannotate.search.spotting import forms as sought

PIECES = st.sampled_from(
    [*"abeоéЁеХx½œﬁß𝐚ⅷ_'’", " ", "-", "-\n", "\u00ad\n", "\n", "\f", "\u0301", "\u200b", "ab", "Ab"]
)
texts = st.lists(PIECES, max_size=30).map("".join)
pieces = st.lists(PIECES, min_size=1, max_size=4).map(lambda some: fold("".join(some)))


def cut(text: str, forms: frozenset[str]) -> list[FoundWord]:
    return [word for word in words(text) if word.form in forms]


@given(texts, st.frozensets(pieces.filter(bool), max_size=3))
@example("libé-\nration", frozenset({"liberation"}))
@example("libé-\nration", frozenset({"ration"}))
@example("libé-" + " " * 60 + "\nration", frozenset({"ration"}))
@example("Utепова, Утепова", frozenset({"утепова"}))
def test_as_cutting_the_text_does(text: str, some: frozenset[str]) -> None:
    own = [word.form for word in words(text)]
    for forms in (some, some | frozenset(own[:1]), frozenset(own[1::3])):
        found = spotted(text, sought(forms))
        assert found is None or found == cut(text, forms)
    apart = [sought([form]) for form in own[:3]]
    found = spotted(text, any_of(apart)) if apart else []
    assert found is None or found == cut(text, frozenset(own[:3]))


@given(texts, st.integers(1, 3))
def test_what_follows_a_word(text: str, length: int) -> None:
    found = list(words(text))
    for at, first in enumerate(found):
        rest = found[at + 1 : at + 1 + length]
        forms = [word.form for word in rest]
        assert followed(text, first, forms) == (rest[-1].stop if rest else first.stop)
        assert followed(text, first, [*forms, "no such word"]) is None


def test_plain_text_is_told() -> None:
    text = "L'homme, « libéré » à Genève (Швейцария): porte-parole.\nÇa и ёлка."
    for form in ("homme", "libere", "geneve", "швеицария", "porte", "ca", "елка"):
        assert spotted(text, sought({form})) == cut(text, frozenset({form}))


def test_every_letter_can_begin_a_word() -> None:
    by_form = defaultdict[str, list[str]](list)
    for letter in map(chr, range(sys.maxunicode + 1)):
        if letter.isalnum():
            by_form[fold(letter)].append(letter)
    told = 0
    for form, letters in by_form.items():
        found = spotted(" ".join(letters), sought({form}))
        if found is not None:
            told += 1
            assert [word.written for word in found] == letters, form
    assert told > 300
