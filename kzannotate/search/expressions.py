"""Regular expressions of a query, stopped when they take too long.

The package `regex` is used because, other than `re`, it gives up after a time that it is told.
"""

import math
import time
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import regex

LONGEST = 500
"""Code points of an expression."""


class OutOfTime(Exception):  # noqa: N818 - it is no error, only the end of a search
    """The time that the search may take has passed."""


def fault(expression: str) -> str | None:
    """Why it can't be used as a regular expression, if it can't; no full stop behind it."""
    import regex  # only such queries need it

    if len(expression) > LONGEST:
        return f"an expression has at most {LONGEST} characters"
    try:
        _compiled(expression)
    except (regex.error, RecursionError, OverflowError, ValueError) as error:
        return str(error).partition(" at position")[0] or "it can't be understood"
    return None


def matches(
    expression: str, text: str, start: int, stop: int, until: float
) -> Iterator[tuple[int, int]]:
    """Where it matches between two code points; case makes no difference. Not empty ones.

    `until` is a moment of `time.monotonic`, or infinite. Raises OutOfTime then.
    """
    left = until - time.monotonic()
    if left <= 0:
        raise OutOfTime
    try:
        timeout = None if math.isinf(left) else left
        for found in _compiled(expression).finditer(text, start, stop, timeout=timeout):
            if found.end() > found.start():
                yield found.span()
    except (TimeoutError, MemoryError) as error:
        raise OutOfTime from error


@lru_cache(maxsize=32)
def _compiled(expression: str) -> "regex.Pattern[str]":
    import regex

    return regex.compile(expression, regex.IGNORECASE | regex.VERSION0)
