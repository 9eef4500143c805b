"""Numbers of provisions, as citations write them, and the one form they are compared in."""

import re

_ROMAN = {"i": 1, "v": 5, "x": 10}
_LONGEST_RANGE = 60
_ENDINGS = re.compile(r"(?<=\d)(?:er|re|°|-?(?:a|o|и|я|ои|ую|ю|е|го|м))$")
_ORDINAL = re.compile(r"(?<=\d)(?:er|re|°|o|-?(?:и|я|ои|ую|ю|е|го|м))$")
_PIECES = re.compile(r"\d+(?:[-.]\d+)?|[a-zа-я]+")
_LETTERED = re.compile(r"(?<=\d)[-.](?=[a-z])")
_DOTTED = re.compile(r"\d+(?:\.\d+)+")
_OF_CODE = re.compile(r"([lrd])\.?(?=\d)")


def article(number: str, dotted: bool) -> str:
    """The one form of an article's number: `1er` is `1`, `416-bis` `416bis`, `IV` `4`.

    `dotted`: whether `9.1` means paragraph 1 of article 9.
    """
    number = "".join(number.split()).strip(".")
    if number.isdigit():
        return number
    if not number.strip("ivx"):
        return str(roman(number))
    number = _LETTERED.sub("", _ORDINAL.sub("", number))
    if dotted and _DOTTED.fullmatch(number):
        first, *rest = number.split(".")
        return first + "".join(f"({part})" for part in rest)
    code = _OF_CODE.match(number)
    return f"{code[1].upper()}.{number[code.end() :]}" if code else number


def points(text: str) -> str:
    """The parts in a text such as ` (1) (a)` or `3 d`, as `(1)(a)`."""
    pieces = _PIECES.findall(_ENDINGS.sub("", text.strip()))
    return "".join(f"({piece})" for piece in pieces)


def beside(number: str, parts: str) -> str:
    """A number with other last parts: `5(1)(f)` from `5(1)(c)` and `(f)`."""
    kept = re.findall(r"\([^()]*\)", number)
    base = number[: len(number) - len("".join(kept))]
    kind = parts[1:2].isdigit()
    while kept and any(piece[1:2].isdigit() == kind for piece in kept):
        kept.pop()
    return base + "".join(kept) + parts


def spread(first: str, last: str) -> list[str]:
    """All numbers of a range, where both ends are plain ones; else its two ends."""
    if first.isdigit() and last.isdigit() and 0 < int(last) - int(first) <= _LONGEST_RANGE:
        return [str(number) for number in range(int(first), int(last) + 1)]
    return [first, last]


def roman(number: str) -> int:
    """The value of a Roman number below 40."""
    values = [_ROMAN[letter] for letter in number]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))
