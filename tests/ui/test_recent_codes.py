"""Digits of codes."""

from hypothesis import given
from hypothesis import strategies as st

from kzannotate.model.ids import CodeId
from kzannotate.ui.recent_codes import DIGITS, RecentCodes

CODES = [CodeId(letter) for letter in "abcdefghijkl"]


def test_codes_get_digits_in_their_order_while_there_is_room() -> None:
    recent = RecentCodes()
    recent.know(CODES[:3])
    assert recent.digits() == {"a": "1", "b": "2", "c": "3"}
    assert not recent.use(CODES[2])


def test_a_code_without_a_digit_takes_that_of_the_idlest() -> None:
    recent = RecentCodes()
    recent.know(CODES)
    for used in "abcdefgh":
        recent.use(CodeId(used))
    assert recent.use(CodeId("k"))
    assert recent.digits()[CodeId("k")] == "9"  # “i” was never used
    assert recent.use(CodeId("l"))
    assert recent.digits()[CodeId("l")] == "1"  # “a” was used longest ago


def test_a_code_that_is_gone_leaves_its_digit() -> None:
    recent = RecentCodes(CODES[:3])
    recent.know([CODES[2], CODES[0]])
    assert recent.slots == ["a", "c"]


@given(kept=st.lists(st.sampled_from(CODES), unique=True), used=st.lists(st.sampled_from(CODES)))
def test_the_code_used_last_has_a_digit_and_others_keep_theirs(
    kept: list[CodeId], used: list[CodeId]
) -> None:
    recent = RecentCodes(kept)
    recent.know(CODES)
    for code in used:
        before = dict(recent.digits())
        changed = recent.use(code)
        after = recent.digits()
        assert code in after
        assert len(set(after.values())) == DIGITS
        moved = {one for one in CODES if before.get(one) != after.get(one)}
        assert len(moved) == (2 if changed else 0)
