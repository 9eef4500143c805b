"""Units of a text, and the selections that grow through them."""

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzannotate.library.passages import cut
from kzannotate.ui.reader.units import Units

TEXT = (
    "🕊 The court heard Ms. K. Velikhan. It refused art. 174 of the code! Why?\n\n"
    "1. The first demand. It has two sentences.\n\n"
    "- an item of it\n\n"
    "2. Статья 19 ч. 2 УК РК. Суд отказал.\n"
)


def units(text: str) -> Units:
    return Units(text, [passage.start for passage in cut(text)])


def at(words: str) -> int:
    return TEXT.index(words)


def shown(span: tuple[int, int]) -> str:
    return TEXT[slice(*span)]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("court", "🕊 The court heard Ms. K. Velikhan."),
        ("174", "It refused art. 174 of the code!"),
        ("Why", "Why?"),
        ("two", "It has two sentences."),
        ("Суд", "Суд отказал."),
        ("УК", "Статья 19 ч. 2 УК РК."),  # without the number of its paragraph
    ],
)
def test_sentences_do_not_end_at_abbreviations(words: str, sentence: str) -> None:
    assert shown(units(TEXT).sentence(at(words))) == sentence


def test_a_selection_grows_word_sentence_passage_paragraph_and_stays() -> None:
    grown, span = [], (at("two"), at("two"))
    for _ in range(5):
        span = units(TEXT).grown(*span)
        grown.append(shown(span))
    assert grown == [
        "two",
        "It has two sentences.",
        "1. The first demand. It has two sentences.",
        "1. The first demand. It has two sentences.\n\n- an item of it",
        "1. The first demand. It has two sentences.\n\n- an item of it",
    ]


def test_a_selection_over_units_grows_to_all_of_them() -> None:
    span = at("mand."), at("two") + 1
    assert shown(span := units(TEXT).grown(*span)) == "demand. It has two"
    assert shown(units(TEXT).grown(*span)) == "The first demand. It has two sentences."


def test_steps_go_from_sentence_to_sentence_and_back() -> None:
    steps, position = [0], 0
    while position < len(TEXT):
        position = units(TEXT).next_sentence(position)
        steps.append(position)
    back = [position]
    while position:
        position = units(TEXT).sentence_before(position)
        back.append(position)
    assert back == steps[::-1]
    assert TEXT[steps[1] :].startswith("It refused")


def test_steps_go_from_passage_to_passage_and_back() -> None:
    assert units(TEXT).next_passage(3) == at("1. The")
    assert units(TEXT).passage_before(at("1. The")) == 0
    assert units(TEXT).passage_before(at("first")) == at("1. The")
    assert units(TEXT).next_passage(at("Суд")) == len(TEXT)


@given(
    st.text(st.sampled_from("aA1. \n🕊é?)-"), max_size=60),
    st.lists(st.integers(0, 60), max_size=4),
    st.integers(0, 60),
    st.integers(0, 60),
)
def test_growing_never_lets_go_and_ends(text: str, cuts: list[int], one: int, two: int) -> None:
    starts = sorted({0, *(cut for cut in cuts if cut < len(text))})
    start, stop = sorted((min(one, len(text)), min(two, len(text))))
    span = start, stop
    for _ in range(len(text) + 2):
        low, high = Units(text, starts).grown(*span)
        assert 0 <= low <= span[0] <= span[1] <= high <= len(text)
        span = low, high
    assert Units(text, starts).grown(*span) == span


@given(st.text(st.sampled_from("aA1. \n🕊?"), max_size=60))
def test_sentences_partition_a_passage(text: str) -> None:
    found = Units(text, [0])._sentences(0)
    assert list(accumulate((stop - start for start, stop in found), initial=0)) == [
        0,
        *(stop for _, stop in found),
    ]
    assert found[-1][1] == len(text)
