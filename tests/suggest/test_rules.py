"""Rules as data, and a researcher's own beside them."""

import re

from kzannotate.suggest.rules import SHARED, Phrases, Rules, alternatives, load


def test_every_language_of_the_researchers_has_rules() -> None:
    assert {"fr", "it", "nl", "en", "ru", "es", "kk"} <= set(load().languages)


def test_words_are_those_of_all_languages_and_its_own() -> None:
    rules = Rules({SHARED: {"victim": {"titles": ["Dr"]}}, "fr": {"victim": {"titles": ["Mme"]}}})
    assert rules.words("fr", "victim", "titles") == ("Dr", "Mme")
    assert rules.words("nl", "victim", "titles") == ("Dr",)
    assert rules.words("nl", "demand", "verbs") == ()


def test_own_rules_are_added_and_nothing_is_lost() -> None:
    ours = Rules({"fr": {"victim": {"titles": ["Mme"], "reach": 3}}})
    both = ours.with_own({"fr": {"victim": {"titles": ["Mlle"], "reach": 5}}, "uz": {}})
    assert both.table("fr", "victim") == {"titles": ["Mme", "Mlle"], "reach": 5}
    assert both.languages == ["fr", "uz"]
    assert ours.table("fr", "victim") == {"titles": ["Mme"], "reach": 3}


def test_alternatives_take_the_longest_and_bend_at_spaces() -> None:
    pattern = re.compile(alternatives(["code", "code pénal", "c. pén."]))
    assert pattern.fullmatch("code\n  pénal")
    assert pattern.findall("code pénal, c. pén., code") == ["code pénal", "c. pén.", "code"]


def test_other_rules_are_another_version() -> None:
    ours = Rules({"fr": {"victim": {"titles": ["Mme"]}}})
    assert ours.version == Rules({"fr": {"victim": {"titles": ["Mme"]}}}).version
    other = ours.with_own({}, [Phrases("own.strike", "strike", ("grève",))])
    assert other.version != ours.version
