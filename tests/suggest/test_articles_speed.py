"""The rules for articles end on any text: hostile ones are read in a child with a time limit."""

import subprocess
import sys

import pytest

from kzannotate.suggest.rules import load

LONG = 40_000
"""Code points."""
LIMIT = 60
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
from tests.suggest.article_proposing import suggestions
from tests.suggest.test_articles_speed import HOSTILE, LONG
for name, piece in HOSTILE.items():
    print(name, flush=True)
    suggestions("art. 1 " + piece * (LONG // len(piece)), sys.argv[1])
"""


@pytest.mark.parametrize("language", load().languages)
def test_hostile_texts_are_read_in_time(language: str) -> None:
    command = [sys.executable, "-c", CHILD, language]
    subprocess.run(command, timeout=LIMIT, check=True)
