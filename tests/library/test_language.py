"""Which language a passage is in. All sentences are invented."""

from collections import Counter
from pathlib import Path

import pytest

from kzannotate.library.language import LANGUAGES, languages
from kzannotate.library.passages import cut
from tests.library.test_encoding import TEXTS

SENTENCES = {
    **TEXTS,
    "pt": "As autoridades não libertaram a jornalista; ninguém disse à mãe onde está detida.",
}
SHORT = {
    "fr": "Elle demande la libération des deux avocates.",
    "it": "Il tribunale ha respinto il ricorso della difesa.",
    "nl": "De rechtbank heeft het beroep van de advocaat verworpen.",
    "en": "The court has rejected the appeal of the defence.",
    "ru": "Суд отклонил жалобу защиты и не освободил её.",
    "kk": "Сот қорғаушының шағымын қанағаттандырған жоқ.",
    "es": "El tribunal rechazó el recurso de la defensa y no la liberó.",
    "de": "Das Gericht hat die Beschwerde der Verteidigung nicht angenommen.",
    "pt": "O tribunal não aceitou o recurso da defesa e não a libertou.",
    "pl": "Sąd nie uwzględnił zażalenia obrony i nie zwolnił jej z aresztu.",
    "uk": "Суд відхилив скаргу захисту і не звільнив її.",
    "tr": "Mahkeme savunmanın itirazını kabul etmedi ve onu bırakmadı.",
}


def told(*passages: str) -> list[str]:
    text = "".join(passages)
    stops = [sum(map(len, passages[: n + 1])) for n in range(len(passages))]
    return languages(text, list(zip([0, *stops], stops, strict=False)))


def test_every_language_is_tried() -> None:
    assert set(SENTENCES) == set(SHORT) == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_sentences_and_one_short_one_are_enough(language: str) -> None:
    assert told(SENTENCES[language]) == [language]
    assert told(SHORT[language]) == [language]


@pytest.mark.parametrize("language", sorted({*LANGUAGES} - {"tr"}))  # whose i has two capitals
def test_capitals_are_no_obstacle(language: str) -> None:
    assert told(SHORT[language].upper()) == [language]


def test_what_says_nothing_has_no_language() -> None:
    assert told("12 345", "A = { x } ∪ { y }", "陈述") == ["", "", ""]


def test_a_bilingual_page_has_two_languages() -> None:
    assert told(SHORT["fr"], SHORT["nl"], SHORT["fr"]) == ["fr", "nl", "fr"]


def test_a_heading_takes_the_documents_language_or_its_neighbours() -> None:
    assert told("I.", SHORT["fr"], "1031/2", SHORT["nl"], "K. Zorin") == [*["fr"] * 3, "nl", "nl"]
    assert told(SHORT["fr"], SHORT["nl"], "Considérants de la résolution")[2] == "fr"


@pytest.mark.corpus
def test_the_researchers_own_texts_are_told_apart(shared: Path) -> None:
    counted = {}
    for path in (shared / "corpus" / "seeds").glob("*.txt"):
        found = cut(path.read_text(encoding="utf-8"))
        counted[path.stem.removesuffix("-nl")[-2:], len(found)] = Counter(p.language for p in found)
    for (language, size), counter in counted.items():
        expected = {"fr", "nl"} if "nl" in counter else {language}
        assert set(counter) == expected
        assert all(count > size / 3 for count in counter.values())
    assert sum("nl" in counter for counter in counted.values()) == 1
