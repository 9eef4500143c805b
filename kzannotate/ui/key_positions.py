"""The same keys on a Cyrillic keyboard: a shortcut counts by the place of its key, not its letter.

Qt finds the Latin letter of a key itself only where the system has a Latin layout as well, and not
on every platform; so each shortcut is also given with the letters that the Russian and the Kazakh
layout have in its place.
"""

from collections.abc import Iterable

from PySide6.QtGui import QKeySequence

_LATIN = "QWERTYUIOP[]ASDFGHJKL;'ZXCVBNM,.`"
_RUSSIAN = "ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ"
_DIGITS = "1234567890-="
_KAZAKH = '"ӘІҢҒ,.ҮҰҚӨҺ'
"""The row of digits; the letters below it are the Russian ones."""
_THERE = {
    **dict(zip(_LATIN, _RUSSIAN, strict=True)),
    **dict(zip(_DIGITS, _KAZAKH, strict=True)),
}
_HERE = {there: here for here, there in _THERE.items() if there.isalpha()}


def sequences(keys: Iterable[str]) -> list[QKeySequence]:
    """The shortcuts of an action: its keys as the manual names them, then those in their place."""
    named = list(keys)
    also = [other for key in named for other in _in_its_place(key)]
    return [QKeySequence(key) for key in (*named, *also)]


def named(key: str) -> str:
    """The key as the manual names it, if it was pressed on a Cyrillic keyboard: `Ctrl+Я` is
    `Ctrl+Z`. Keys that have the same sign in both layouts stay."""
    held, last = key[:-1], key[-1:]
    return held + _HERE.get(last, last)


def _in_its_place(key: str) -> list[str]:
    """Also a key on its own line may be `+`, as in `Ctrl++`."""
    held, last = key[:-1], key[-1:].upper()
    alone = not held or held.endswith("+")
    return [held + _THERE[last]] if alone and last in _THERE else []
