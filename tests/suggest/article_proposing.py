"""Asks the rules for articles about one sentence."""

from kzannotate.model.document import Passage
from kzannotate.model.suggestion import Suggestion
from kzannotate.suggest import articles
from kzannotate.suggest.rules import load


def suggestions(text: str, language: str) -> list[Suggestion]:
    """What is proposed for a text in one language."""
    return list(articles.find(text, [Passage(0, len(text), 0, language)], load()))


def proposed(text: str, language: str) -> list[str]:
    """The same, as the text has it."""
    return [text[one.start : one.stop] for one in suggestions(text, language)]
