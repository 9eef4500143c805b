"""An annotation is found again in its own text always, in a changed one where it can be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzannotate.model.selectors import CONTEXT, resolve, select

TEXT = (
    "The council asks the ministry to release Ana Korin at once.\n"
    "It asks the ministry to publish the findings. \U0001f54a "
    "It asks the ministry to release Ivo Maren."
)


@given(st.text(min_size=1), st.data())
def test_own_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    stop = data.draw(st.integers(start + 1, len(text)))
    selector = select(text, start, stop)
    assert selector.exact == text[start:stop]
    assert len(selector.prefix) == min(CONTEXT, start)
    assert resolve(text, selector) == (start, stop)


@given(st.text(), st.text())
def test_unmoved_words_between_other_words(before: str, after: str) -> None:
    selector = select(TEXT, 41, 50)
    text = before + TEXT + after
    assert selector.exact == "Ana Korin"
    assert resolve(text, selector) == (len(before) + 41, len(before) + 50)


def test_context_decides_between_equals() -> None:
    start = TEXT.rindex("the ministry")
    selector = select(TEXT, start, start + len("the ministry"))
    assert resolve("A heading.\n" + TEXT, selector) == (11 + start, 11 + start + 12)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("to publish the find-\nings. And", "publish the find-\nings"),
        ("to publish the\n\nfindings.", "publish the\n\nfindings"),
        ("to publich the findinqs.", "publich the findinqs"),
    ],
)
def test_text_extracted_anew(text: str, found: str) -> None:
    start = TEXT.index("publish the findings")
    selector = select(TEXT, start, start + len("publish the findings"))
    span = resolve(text, selector)
    assert span is not None
    assert text[slice(*span)] == found


def test_gone() -> None:
    assert resolve("Nothing of the kind stands here.", select(TEXT, 41, 50)) is None
    assert resolve("", select(TEXT, 0, 3)) is None


@pytest.mark.parametrize(("start", "stop"), [(0, 0), (3, 2), (-1, 2), (0, len(TEXT) + 1)])
def test_no_empty_stretch(start: int, stop: int) -> None:
    with pytest.raises(ValueError, match="no stretch"):
        select(TEXT, start, stop)
