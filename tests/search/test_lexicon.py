"""The words of a corpus, looked up."""

from fnmatch import fnmatchcase

from hypothesis import given
from hypothesis import strategies as st

from kzannotate.model.query import JOINT
from kzannotate.search.lexicon import Lexicon

WORDS = Lexicon({"prison": 3, "prisons": 1, "prix": 3, "un": 9, "утепов": 2, f"{JOINT}prison": 5})


def test_lookups() -> None:
    assert WORDS.beginning_with("pri") == ["prison", "prisons", "prix"]
    assert WORDS.beginning_with("prison") == ["prison", "prisons"]
    assert WORDS.beginning_with("x") == []
    assert WORDS.matching("pri*", 9) == ["prison", "prix", "prisons"]
    assert WORDS.matching("*n?", 9) == ["prisons"]
    assert WORDS.matching("*", 2) == ["un", "prison"]
    assert WORDS.of_length(6) == ["prison", "утепов"]
    assert list(WORDS.of_length(5)) == []
    assert WORDS.holding(["ison", "ixx"], 6) == WORDS.holding(["o", "s"], 6)[:1] == ["prison"]
    assert WORDS.holding(["о", "ov"], 6) == ["утепов"]
    assert WORDS.holding(["nn", "un"], 2) == ["un"]
    assert WORDS.passages_beginning_with("pri") == 7
    assert WORDS.passages_beginning_with("") == 18
    assert WORDS.frequent(2) == [("un", 9), ("prison", 3)]
    assert WORDS.passages(["prison", "un", "nobody"]) == 12


def test_more_words() -> None:
    more = WORDS.with_more({"prison": 1, "prize": 2, f"{JOINT}a": 1})
    assert more.passages(["prison"]) == 4
    assert more.beginning_with("pri") == ["prison", "prisons", "prix", "prize"]
    assert WORDS.passages(["prison"]) == 3


forms = st.text("abc", min_size=1, max_size=4)


@given(
    words=st.dictionaries(forms, st.integers(1, 5)), pattern=st.text("ab?*", min_size=1, max_size=5)
)
def test_patterns(words: dict[str, int], pattern: str) -> None:
    expected = sorted(word for word in words if fnmatchcase(word, pattern))
    assert sorted(Lexicon(words).matching(pattern, 1000)) == expected
