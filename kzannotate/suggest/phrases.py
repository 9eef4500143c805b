"""A researcher's own rules: proposes their words and phrases wherever they stand."""

import re
from collections.abc import Iterator

from kzannotate.model.suggestion import Suggestion
from kzannotate.suggest.rules import Phrases, Rules, alternatives


def find(text: str, rules: Rules) -> Iterator[Suggestion]:
    """What the phrases of the rules propose; case and line breaks make no difference."""
    for rule in rules.phrases:
        if rule.words:
            for match in _pattern(rule).finditer(text):
                yield Suggestion(match.start(), match.end(), rule.code, rule.name, rule.score)


def _pattern(rule: Phrases) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(rule.words)})(?!\w)", re.IGNORECASE)
