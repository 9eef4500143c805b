"""Where sentences begin and end, within a passage: a line's end alone ends none.

After Unicode's rules for sentences (UAX #29, which knows no abbreviations and takes each line of a
printed page for a paragraph), with the abbreviations that our texts are full of.
"""

import re
from itertools import pairwise

Span = tuple[int, int]
"""Code points, half-open."""

_END = re.compile(r"[.!?…؟۔։]+[)\]}»”’\"'“›]*\s+|\n\s*\n\s*|\n\s*(?=[•▪●◦‣])")
_LETTER = re.compile(r"[^\w.!?…]*(\w)")
_ABBREVIATIONS = """
    M.me Mme Mlle Mr Mrs Ms Dr Prof St Me art arts no nos nr dhr mw mevr sig sigg avv dott ss vol
    par cf ст ч п пп г гг им ул
    """
_SHORTENED = re.compile(
    rf"(?:^|[\s(«\"'’])(?:[^\W\d_]|{'|'.join(map(re.escape, _ABBREVIATIONS.split()))})\.\s*$",
    re.IGNORECASE,
)
_SHORT = re.compile(r"\b[^\W\d_]{1,4}\.\s*$")
"""A short word before a number is likelier an abbreviation (`Jan. 2020`) than a sentence's last."""
_LOOKED_AT = 12
"""Code points before an end in which an abbreviation is looked for."""


def sentences(text: str) -> list[Span]:
    """The sentences of a passage, each with the white space behind it; they partition it."""
    ends = [match.end() for match in _END.finditer(text) if _ends(text, match)]
    edges = sorted({0, *ends, len(text)})
    return list(pairwise(edges)) or [(0, len(text))]


def _ends(text: str, match: re.Match[str]) -> bool:
    """Whether what looks like a sentence's end is one."""
    if match[0].startswith("\n"):
        return True
    end = match.end()
    before = max(0, end - _LOOKED_AT)
    if _SHORTENED.search(text, before, end):
        return False
    following = _LETTER.match(text, end)
    if following is None:
        return True
    if following[1].isdigit():
        return not _SHORT.search(text, before, end)
    return not following[1].islower()
