"""The rules for articles end on any text: each hostile one is read in a child with a time limit."""

import subprocess
import sys

import pytest

LIMIT = 20
"""Seconds, many times what is needed: only what doesn't end in sight fails."""
HOSTILE = {
    "letters": "a",
    "digits": "1",
    "spaces": " ",
    "commas": ",",
    "capitals": "A",
    "newlines": "\n",
    "brackets": "(",
    "quotation marks": '"',
    "articles": "art. ",
    "numbered articles": "art. 1, ",
    "lists": "1, 2 et ",
    "points": "(1)(a)",
    "parts": "ч. 1 п. 2 ",
    "ranges": "1-2-",
    "laws": "loi du code du ",
    "titles": "Law on the Act of ",
    "symbols": "A/HRC/1/",
    "codes": "УК РК кодекс о ",
    "numbers after": "1, 2-",
    "broken words": "a-\n",
    "mixed letters": "aаbб",
    "ordinals": "premier alinéa et ",
}
CHILD = """
import sys
from kzannotate.suggest.rules import load
from tests.suggest.article_proposing import suggestions
text = sys.stdin.read()
for language in load().languages:
    for begins in ("art. 1 ", "ст. 1 ", "loi "):
        suggestions(begins + text, language)
"""


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_text_is_read_in_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    command = [sys.executable, "-c", CHILD]
    subprocess.run(command, input=text, text=True, timeout=LIMIT, check=True)
