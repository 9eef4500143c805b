"""What lines tell by themselves: titles, capitals, ends of sentences."""

from kzannotate.suggest.demand_markers import BOLD_TITLE

ENDS = frozenset(".!?…:;")
CLOSERS = "\"'»”’)]*_ \t\u00a0"
SHORT = 45
"""Code points of a line that no wrapped one is as short as."""
_WORD = 4
"""Letters of a verb in capitals at the least."""
_TITLED = 12
"""Capitals of a line with a final mark that is a title, not only an abbreviation."""
_SOME = 8
"""Code points of which a line in capitals has one."""


def ends_sentence(text: str, stop: int) -> bool:
    """Whether a sentence or a part of one ends here."""
    before = text[max(0, stop - 8) : stop].rstrip(CLOSERS)
    return before[-1:] in ENDS


def is_short(text: str, start: int, stop: int) -> bool:
    """Whether a line is too short to be wrapped, and ends without a mark."""
    return stop - start < SHORT and text[stop - 1].isalnum()


def is_bold_title(line: str) -> bool:
    return line.startswith("**") and (":" in line[-5:] or BOLD_TITLE.match(line) is not None)


def is_caps(line: str) -> bool:
    """Whether a line is in capitals."""
    if line[:_SOME] == line[:_SOME].lower():
        return False
    if 5 * sum(map(str.islower, line[: len(line) // 3 + 1])) >= len(line):
        return False  # what its beginning tells already
    upper, lower = sum(map(str.isupper, line)), sum(map(str.islower, line))
    ends = line[-1] in ".,;" and upper < _TITLED
    return upper > 2 and upper > 0.8 * (upper + lower) and not ends


def ends_in_capitals(line: str) -> bool:
    """Whether one word in capitals ends a line, as the verb of complaints does: `…, ПРОШУ`."""
    if not line[-1].isupper():
        return False
    *others, last = line.split()
    return len(last) > _WORD and last.isupper() and any(map(str.islower, others))
