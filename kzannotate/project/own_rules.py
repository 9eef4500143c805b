"""The project's own names, words and rules, beside those that come with the program."""

import re
from functools import lru_cache
from pathlib import Path

from kzannotate.exchange import rules_toml
from kzannotate.exchange.rules_toml import OwnRule, OwnRules
from kzannotate.model.changes import Changes
from kzannotate.model.document import Passage
from kzannotate.model.errors import KzError
from kzannotate.model.text import normalise
from kzannotate.project.session import Project
from kzannotate.store import history
from kzannotate.store import own_rules as rows
from kzannotate.suggest.rules import SHARED, Phrases, Rules, load
from kzannotate.suggest.running import run


def content(project: Project) -> str:
    """The project's own rules as TOML; empty where there are none."""
    return rows.content(project.store)


def rules(project: Project) -> Rules:
    """All rules that count in this project, those that are switched off among them."""
    return _joined(content(project))


def off(project: Project) -> frozenset[str]:
    """The names of the rules that are switched off in this project."""
    return _parsed(content(project)).off


def write(project: Project, text: str, label: str = "Change the rules") -> Changes:
    """Put other rules in the place of the project's own, as one step.

    Raises KzError with the reason when they aren't TOML, or can't be run; nothing is changed then.
    """
    text = normalise(text).strip()
    _try(_parsed(text))
    with history.step(project.store, label, project.coder) as step:
        rows.put(project.store, step, text)
    return project.publish(history.touched(label, step.changes))


def switch(project: Project, rule: str, *, on: bool) -> Changes:
    """Switch a rule off in this project, or on again."""
    label = f"Switch {rule} {'on' if on else 'off'}"
    return write(project, rules_toml.switched(content(project), rule, on=on), label)


def add_word(project: Project, language: str, code: str, name: str, word: str) -> Changes:
    """Add a word to a list of rules: `shared`, `victim`, `names`. Raises KzError."""
    text = rules_toml.with_word(content(project), language, code, name, _right(word))
    return write(project, text, f"Add “{word.strip()}” to the rules")


def add_name(project: Project, name: str) -> Changes:
    """Have a person's name proposed as a victim wherever it stands. Raises KzError."""
    return add_word(project, SHARED, "victim", "names", name)


def add_rule(project: Project, rule: OwnRule) -> Changes:
    """Add a rule of words that are proposed wherever they stand. Raises KzError."""
    return write(project, rules_toml.with_rule(content(project), rule), f"Add rule {rule.name}")


def export(project: Project, path: Path) -> None:
    """Write the project's own rules as TOML. Raises KzError."""
    rules_toml.write(path, content(project))


def take_in(project: Project, path: Path) -> Changes:
    """Put the rules of a file in the place of the project's own. Raises KzError."""
    try:
        return write(project, rules_toml.read(path), f"Import rules {path.name}")
    except KzError as error:
        raise KzError(f"{path}: {error}") from error


def _right(word: str) -> str:
    word = " ".join(normalise(word).split())
    if not word:
        raise KzError("there is no word to add")
    return word


@lru_cache(maxsize=4)
def _parsed(text: str) -> OwnRules:
    return rules_toml.parsed(text, [SHARED, *load().languages]) if text else OwnRules()


@lru_cache(maxsize=4)
def _joined(text: str) -> Rules:
    return _with(_parsed(text))


def _with(own: OwnRules) -> Rules:
    phrases = [Phrases(one.name, one.code, one.words, one.score) for one in own.rules]
    return load().with_own(own.tables or {}, phrases) if own.tables or phrases else load()


def _try(own: OwnRules) -> None:
    """Run them once in each language. Raises KzError for a pattern or a table that can't be."""
    text = "1. Ana Korin, art. 5."
    together = _with(own)
    try:
        for language in together.languages:
            run(text, [Passage(0, len(text), None, language)], together)
    except re.error as error:
        raise KzError(f"“{error.pattern!s}” is no pattern: {error.msg}") from error
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise KzError(f"the rules can't be run: {error}") from error
