"""Sentences of a passage, over the ends of its lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzannotate.model.sentences import sentences


def cut(text: str) -> list[str]:
    return [text[start:stop].strip() for start, stop in sentences(text)]


@pytest.mark.parametrize(
    "expected",
    [
        ["We demand the\nrelease of Ana.", "She is\nheld (see no. 3)."],
        ["«Libérez-la !» dit-il.", "Rien."],
        ["He left on 3 Jan. 2020 for 3.5 km.", "And… so?"],
        ["“Why?” he asked.", "“No.”", "That was all!"],
        ["Статья 19 ч. 2 УК РК.", "Суд отказал?!", "Темирколь молчит."],
        ["The council refused.", "20 people were held."],
        ["Mme A. Korin and Dr. Maren.", "They ask:", "• to be heard", "• to be freed"],
        ["First line", "after an empty one"],
        ["no end at all"],
    ],
)
def test_sentences(expected: list[str]) -> None:
    joined = " ".join(expected).replace(" •", "\n•").replace(" after an", "\n\nafter an")
    assert cut(joined) == expected


def test_of_nothing() -> None:
    assert sentences("") == [(0, 0)]


@given(st.text(st.sampled_from("aA1. \n🕊?»•"), max_size=60))
def test_they_partition_a_passage(text: str) -> None:
    found = sentences(text)
    assert "".join(text[start:stop] for start, stop in found) == text
    assert len(found) == 1 or all(start < stop for start, stop in found)
