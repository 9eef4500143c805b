"""Legal articles in each language's habits: a row a line in `articles/`, texts in `article_texts/`.

What stands in brackets `⟦…⟧` is to be proposed, and nothing else.
"""

import re
from pathlib import Path

import pytest

from kzannotate.suggest.rules import load
from tests.suggest.article_proposing import proposed

FOLDER = Path(__file__).parent / "articles"
TEXTS = Path(__file__).parent / "article_texts"
"""A file a language; `====` parts the texts, each a whole document in little."""
ROWS = [
    (file.stem, line)
    for file in sorted(FOLDER.glob("*.txt"))
    for line in file.read_text("utf-8").splitlines()
]
WHOLE = [
    pytest.param(file.stem, text, id=f"{file.stem}-{number}")
    for file in sorted(TEXTS.glob("*.txt"))
    for number, text in enumerate(file.read_text("utf-8").split("\n====\n"), 1)
]


@pytest.mark.parametrize(("language", "marked"), [*ROWS, *WHOLE])
def test_a_citation_is_proposed_whole(language: str, marked: str) -> None:
    text = re.sub("[⟦⟧]", "", marked)
    assert proposed(text, language) == re.findall("⟦(.*?)⟧", marked, re.DOTALL)


def test_every_language_with_rules_has_rows() -> None:
    assert set(load().languages) <= {language for language, _ in ROWS}
