"""Shortcuts on a Cyrillic keyboard."""

import pytest
from PySide6.QtGui import QKeySequence

from kzannotate.ui.key_positions import sequences
from kzannotate.ui.menus import TABLE


@pytest.mark.parametrize(
    ("key", "also"),
    [
        ("D", ["В"]),  # Russian, and Kazakh
        ("V", ["М"]),
        ("Shift+L", ["Shift+Д"]),
        ("Ctrl+Z", ["Ctrl+Я"]),
        ("2", ["Ә"]),  # Kazakh has letters in the row of digits
        ("Ctrl+9", ["Ctrl+Ұ"]),
        ("Ctrl+=", ["Ctrl+Һ"]),
        ("Ctrl++", []),
        ("F4", []),
        ("Del", []),
        ("Space", []),
        ("?", []),
    ],
)
def test_a_key_counts_by_its_place(key: str, also: list[str]) -> None:
    assert sequences([key]) == [QKeySequence(one) for one in (key, *also)]


def test_no_two_actions_meet_on_a_cyrillic_keyboard() -> None:
    for where in {row.where for row in TABLE}:
        rows = [row for row in TABLE if row.where in ("window", where)]
        keys = [key.toString() for row in rows for key in sequences(row.keys)]
        assert len(keys) == len(set(keys))
