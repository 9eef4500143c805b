"""What is tagged elsewhere is proposed wherever it stands."""

from hypothesis import given
from hypothesis import strategies as st

from kzannotate.suggest.known import Finder, Known, Word

ANA, KORIN, OF = "ana", "korin", "of"


def words(*forms: str) -> list[Word]:
    return [
        Word(frozenset(form.split("|")), at * 10, at * 10 + len(form))
        for at, form in enumerate(forms)
    ]


def known(*forms: str, code: str = "victim") -> Known:
    return Known(tuple(frozenset(form.split("|")) for form in forms), code)


def test_the_longest_that_fits() -> None:
    finder = Finder([known(ANA, KORIN), known(KORIN)])
    found = list(finder.find(words(ANA, KORIN, OF, KORIN, ANA)))
    assert [(one.start, one.stop) for one in found] == [(0, 15), (30, 35)]
    assert found[0].score > found[1].score
    assert {one.rule for one in found} == {"known.victim"}


def test_a_beginning_alone_is_nothing() -> None:
    assert list(Finder([known(ANA, KORIN)]).find(words(ANA, OF, KORIN))) == []


def test_spellings_that_share_a_key() -> None:
    finder = Finder([known("anu|ana", "korina|korin")])
    assert len(list(finder.find(words("ane|ana", "korinu|korin", "ane", "korin")))) == 1


FORM = st.sampled_from(["a", "b", "c", "a|b", "b|c"])


@given(
    st.lists(FORM, max_size=30),
    st.lists(
        st.tuples(st.lists(FORM, min_size=1, max_size=3), st.sampled_from(["victim", "demand"]))
    ),
)
def test_none_overlaps_another_and_each_is_known(
    forms: list[str], names: list[tuple[list[str], str]]
) -> None:
    spelled, reached = words(*forms), 0
    each = [known(*name, code=code) for name, code in names]
    for one in Finder(each).find(spelled):
        assert one.start >= reached
        reached = one.stop
        inside = [word.spelled for word in spelled if one.start <= word.start < one.stop]
        assert any(
            len(name.words) == len(inside)
            and name.code == one.code
            and all(asked & word for asked, word in zip(name.words, inside, strict=True))
            for name in each
        )
