"""The numbers, letters and signs of items: which follows which, and which is the first."""

_NUMBERS_LOST = 3
_LETTERS_LOST = 2


def follows(kind: str, before: str, after: str) -> bool:
    """Whether the number, letter or sign `after` can be the next in a list after `before`."""
    if kind == "number":
        return _steps(before.split("."), after.split("."))
    if kind == "letter":
        return _letters_step(before, after)
    return before == after


def _steps(before: list[str], after: list[str]) -> bool:
    if before[:-1] != after[:-1]:
        return False
    return 0 < int(after[-1]) - int(before[-1]) <= _NUMBERS_LOST


_ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz",
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
)
_LATIN = str.maketrans("авсеоркмтх", "abceopkmtx")
"""Letters that look like Latin ones: lists have `а)` beside `b)`."""
_ROMAN = {"i": 1, "v": 5, "x": 10}


def _letters_step(before: str, after: str) -> bool:
    """Whether a letter follows another, or a small Roman number does."""
    if before.isupper() != after.isupper():
        return False
    before, after = before.lower(), after.lower()
    if set(before + after) <= set(_ROMAN) and _roman(after) == _roman(before) + 1:
        return True
    if (before, after) == ("z", "aa"):
        return True
    if len(before) != len(after):
        return False
    latin = before[-1].translate(_LATIN), after[-1].translate(_LATIN)
    pairs = [(latin, _ALPHABETS[0]), *(((before[-1], after[-1]), each) for each in _ALPHABETS[1:])]
    return any(_near(*pair, alphabet) for pair, alphabet in pairs)


def _near(before: str, after: str, alphabet: str) -> bool:
    """Whether one letter is right behind another in an alphabet, or one further."""
    first, second = alphabet.find(before), alphabet.find(after)
    return first >= 0 and 0 < second - first <= _LETTERS_LOST


def _roman(label: str) -> int:
    values = [_ROMAN[letter] for letter in label]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-one if one < after else one for one, after in pairs)


def is_first(kind: str, label: str) -> bool:
    """Whether a list can begin with such a marker; it can with any dash or bullet."""
    last = label.split(".")[-1].lower()
    return kind in ("dash", "bullet") or last in ("1", "a", "i", "а")
