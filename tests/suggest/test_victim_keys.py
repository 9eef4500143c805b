"""Keys of names: what all forms and spellings of a name have in common."""

import pytest

from kzannotate.suggest.victim_keys import inflected, word_key
from kzannotate.suggest.victim_people import People

FORMS = (
    ("Серік Серіктің Серікке Серікті Серікте Серіктен Серікпен", True),
    ("Корина Коринаның Коринаға Коринаны Коринада Коринадан Коринамен", True),
    ("Фарида Фариданың Фаридаға Фариданы Фаридада Фаридадан Фаридамен", True),
    ("Асан Асанның Асанға Асанды Асанда Асаннан Асанмен", True),
    ("Корин Корина Корину Кориным Корине", False),
    ("Цой Цоя Цою Цоем Цое", False),
    ("Дорн Dorn Дорна Dоrn", False),  # the last half in Cyrillic
    ("Жанар Zhanar Djanar Janar", False),
)


@pytest.mark.parametrize(("forms", "kazakh"), FORMS)
def test_all_forms_of_a_name_have_one_key(forms: str, kazakh: bool) -> None:
    assert len({word_key(word, kazakh) for word in forms.split()}) == 1


@pytest.mark.parametrize("broken", ["Осмо-\nнов", "Осмо-\n    нов", "Осмо\xadнов", "Осмо\xad\nнов"])
def test_the_end_of_a_line_within_a_word_makes_no_difference(broken: str) -> None:
    assert word_key(broken) == word_key("Осмонов")


def test_only_a_case_makes_a_kazakh_word_inflected() -> None:
    assert inflected("Серікті")
    assert not inflected("Серік")


def people(*names: str) -> People:
    known = People(frozenset({word_key("Marek"), word_key("Ana")}))
    for name in names:
        known.add(tuple(name.split()))
    return known


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Marek Dovic", "Dovic"),  # no patronymic
        ("Ana Korin", "Korin"),
        ("Корин Олег Павлович", "Корин"),
        ("J. K.", "J. K."),
    ],
)
def test_a_person_is_found_by_the_surname(name: str, short: str) -> None:
    parts = tuple(part.strip(".") for part in name.split())
    known = People(frozenset({word_key("Marek"), word_key("Ana")}))
    person = known.add(parts)
    wanted = tuple(word_key(part.strip(".")) for part in short.split())
    assert known.named(wanted) == [person]


def test_two_persons_of_one_given_name_are_not_told_apart_by_it() -> None:
    known = people("Ana Korin", "Ana Dorn")
    assert known.named((word_key("Ana"),)) == []
    assert len(known.named((word_key("Korin"),))) == 1
