"""Runs every pattern of the rules, and then all rules, on strings made to hurt: a JSON line each.

Run as a process of its own by test_hostile.py. A line is printed before the work it names.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PIECES = {
    "letters": "a",
    "capitals": "A",
    "names": "Ana ",
    "commas": "a, ",
    "capital commas": "Ana Korin, ",
    "spaces": " ",
    "lines": "\n",
    "blank lines": "\n \n",
    "digits": "1",
    "numbers": "12 ",
    "numbers in a list": "1, 2 et 3, ",
    "items": "\n1. ",
    "dashes": "\n- a",
    "points": ".",
    "initials": "A.",
    "brackets": "(",
    "nested brackets": "a(1)",
    "quotation marks": "«a",
    "articles": "art. 1 ",
    "paragraphs": "§ 1, ",
    "cyrillic": "я",
    "cyrillic names": "Анна Корин, ",
    "statutes": "ст. 1 ч. 2 ",
    "hyphens": "a-\n",
    "soft hyphens": "a\u00ad",
    "stars": "**",
    "apostrophes": "d'A",
    "verbs": "demande de ",
    "mixed": "1. Art. 5 (a), Ana d'Ab; ",
}
TEXT_LENGTH = 50_000
"""Code points of a string that all rules go through."""
PATTERN_LENGTH = 500
"""Of one that each pattern goes through alone, from every place of it on, wherever the rules
themselves begin: enough to tell what has no end.
"""
_patterns: dict[tuple[str, int], "re.Pattern[str]"] = {}
_compile = re.compile


def _compile_and_keep(pattern: Any, flags: int = 0) -> Any:
    made = _compile(pattern, flags)
    caller = Path(sys._getframe(1).f_code.co_filename)
    if isinstance(made.pattern, str) and caller.parent.name == "suggest":
        _patterns[made.pattern, made.flags] = made
    return made


def _tell(**line: str) -> None:
    sys.stdout.write(f"{json.dumps(line)}\n")
    sys.stdout.flush()


def _strings(length: int) -> Iterator[tuple[str, str]]:
    for name, piece in PIECES.items():
        yield name, (piece * (length // len(piece)))[: length - 1] + "!"


def main() -> None:
    """Compile by suggesting in every language, then run each pattern and all of them."""
    re.compile = _compile_and_keep
    from kzannotate.model.document import Passage
    from kzannotate.suggest.rules import load
    from kzannotate.suggest.suggesting import suggest

    for language in (*load().languages, ""):
        for name, text in _strings(TEXT_LENGTH):
            _tell(rules=language, string=name)
            suggest(text, [Passage(0, len(text), 1, language)])
    for pattern in tuple(_patterns.values()):
        for name, text in _strings(PATTERN_LENGTH):
            _tell(pattern=pattern.pattern, string=name)
            for _ in pattern.finditer(text):
                pass


if __name__ == "__main__":
    main()
