"""The rules as a program that runs them needs them: their version, and all over one text.

They are loaded with the first text: a program that has another process run them never loads them.
"""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from kzannotate.model.document import Passage
from kzannotate.model.suggestion import Suggestion
from kzannotate.suggest.rules import Rules

VERSION = 5
"""Must grow with every change of what the functions of this room give for the same rules."""


def version(rules: Rules) -> str:
    """Which suggestions these are: other rules or functions, another version."""
    return f"{VERSION} {rules.version}"


def run(text: str, passages: Sequence[Passage], rules: Rules) -> list[Suggestion]:
    """What the rules propose for a text: see `suggesting.suggest`."""
    from kzannotate.suggest.suggesting import suggest

    with _nothing_collected():
        return suggest(text, passages, rules)


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Looking for garbage among a text's many small objects took a tenth of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
