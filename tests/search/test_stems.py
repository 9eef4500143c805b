"""Forms of one word find each other, in each language; what is no form of it isn't found."""

from pathlib import Path

import pytest

from kzannotate.model.query import All, AnyOf, Phrase, Prefix, Without, Word
from kzannotate.search import kazakh
from kzannotate.search.analysis import fold
from kzannotate.search.stems import inflected

KAZAKH = dict(
    line.split(": ")
    for line in Path(__file__).with_name("kazakh_forms.txt").read_text("utf-8").splitlines()
)


@pytest.mark.parametrize("word", KAZAKH)
def test_kazakh_forms_share_the_stem(word: str) -> None:
    forms = KAZAKH[word].split()
    assert {form: kazakh.stem(form) for form in forms} == dict.fromkeys(forms, kazakh.stem(word))


def test_kazakh_words_have_stems_of_their_own() -> None:
    assert len(set(map(kazakh.stem, KAZAKH))) == len(KAZAKH)


@pytest.mark.parametrize(
    ("language", "query", "found", "not_found"),
    [
        ("fr", "libération", "libérations libérées libéré libérer", "liberté libraire"),
        ("fr", "détenu", "détenus détenue détenues", "détention"),
        ("fr", "national", "nationaux nationale", "nation"),
        ("it", "detenuto", "detenuti detenuta detenute", "determinato"),
        ("it", "richiesta", "richieste", "ricchezza"),
        ("nl", "gevangene", "gevangenen", "gevaar"),
        ("nl", "recht", "rechten", "rechter"),
        ("en", "release", "released releases releasing", "relative"),
        ("ru", "осужден", "осуждён осуждённых осужденная", "осужу"),
        ("ru", "Утепова", "Утеповой Утеповым Utепова", "утешение"),
        ("kk", "құқық", "құқықтар құқығы құқықтарының", "құқай"),
    ],
)
def test_inflection(language: str, query: str, found: str, not_found: str) -> None:
    corpus = [fold(word) for word in f"{query} {found} {not_found}".split()]

    def vocabulary(start: str) -> list[str]:
        return [form for form in corpus if form.startswith(start)]

    word = inflected(Word((fold(query),)), {language, "xx"}, vocabulary)
    assert isinstance(word, Word)
    assert set(word.forms) == {fold(query), *map(fold, found.split())}


def test_only_words_are_widened() -> None:
    def vocabulary(start: str) -> list[str]:
        return ["demands"]

    word, wide = Word(("demand",)), Word(("demand", "demands"))
    kept = (Phrase(("demand", "of")), Prefix("demand"), Word(("art",)))
    plan = All((Without(word, AnyOf((word, *kept))), *kept))
    expected = All((Without(wide, AnyOf((wide, *kept))), *kept))
    assert inflected(plan, ["en"], vocabulary) == expected
    assert inflected(plan, ["tlh"], vocabulary) == plan
