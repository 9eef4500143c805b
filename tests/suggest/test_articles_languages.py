"""Legal articles in each language's habits, a file a language in `articles/`, a row a line."""

import re
from pathlib import Path

import pytest

from kzannotate.suggest.rules import load
from tests.suggest.article_proposing import proposed

FOLDER = Path(__file__).parent / "articles"
"""What stands in brackets `⟦…⟧` is to be proposed, and nothing else."""
ROWS = [
    (file.stem, line)
    for file in sorted(FOLDER.glob("*.txt"))
    for line in file.read_text("utf-8").splitlines()
]


@pytest.mark.parametrize(("language", "marked"), ROWS)
def test_a_citation_is_proposed_whole(language: str, marked: str) -> None:
    text = re.sub("[⟦⟧]", "", marked)
    assert proposed(text, language) == re.findall("⟦(.*?)⟧", marked)


def test_every_language_with_rules_has_rows() -> None:
    assert set(load().languages) <= {language for language, _ in ROWS}
