"""What words mean, where a given name, a surname or a form of it looks like one of the lists."""

import pytest

from kzannotate.suggest.rules import load
from kzannotate.suggest.victim_senses import NEVER, Sense
from kzannotate.suggest.victims import senses_of


@pytest.mark.parametrize(
    ("language", "word", "name"),
    [
        ("en", "March", False),  # sounds like Marc
        ("en", "Nurseit", True),  # a given name that begins as `nurse`
        ("en", "Said", True),
        ("it", "Sara", True),  # and `sarà`
        ("ru", "Акимов", True),  # and not an `аким`
        ("ru", "Мэр", False),
        ("ru", "Сама", False),
        ("nl", "Boersma", True),
        ("nl", "Boer", False),
    ],
)
def test_a_word_with_a_capital_may_be_part_of_a_name(language: str, word: str, name: bool) -> None:
    assert bool(senses_of(load(), language).of(word) & NEVER) is not name


def test_the_longer_entry_counts() -> None:
    of = senses_of(load(), "en").of
    assert of("Commissioner") & Sense.OFFICE
    assert of("Commission") & Sense.ORGANISATION


def test_words_that_begin_as_one_of_the_forces_are_of_them_too() -> None:
    of = senses_of(load(), "it").of
    assert of("generale") & Sense.FORCE
    assert not of("ministro") & Sense.FORCE
