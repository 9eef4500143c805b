"""A researcher's rules as TOML: read, refused with a reason, changed without losing comments."""

from pathlib import Path

import pytest

from kzannotate.exchange.rules_toml import (
    OwnRule,
    OwnRules,
    parsed,
    read,
    switched,
    with_rule,
    with_word,
    write,
)
from kzannotate.model.errors import KzError

OWN = """# What we agreed on in May
off = ["fr.demand.prose"]

[fr.victim]
names = ["Ana Korin"] # and her son?

[[rule]]
name = "own.strike"
code = "strike"
words = ["grève de la faim"]
"""
LANGUAGES = ("shared", "fr")


def test_read() -> None:
    assert parsed(OWN, LANGUAGES) == OwnRules(
        frozenset({"fr.demand.prose"}),
        {"fr": {"victim": {"names": ["Ana Korin"]}}},
        (OwnRule("own.strike", "strike", ("grève de la faim",), 0.8),),
    )
    assert parsed("", LANGUAGES) == OwnRules(frozenset(), {}, ())


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("off = [", "no TOML"),
        ("off = 3", "off isn't a list of words"),
        ("[xx.victim]\nnames = []", r"\[xx\] is no language with rules; take fr or shared"),
        ("fr = 3", "fr isn't a table"),
        ("[fr]\nvictim = 3", r"fr\.victim isn't a table"),
        ("[fr.victim]\nnames = ['']", r"fr\.victim\.names isn't a list of words"),
        ("rule = 3", "a rule is a table of its own"),
        ("[[rule]]\nname = 'a'", "needs a name and the key of a code"),
        ("[[rule]]\nname = 'a'\ncode = 'b'\nwords = [1]", "words isn't a list"),
        ("[[rule]]\nname = 'a'\ncode = 'b'\nscore = 2", "the score of a is no number from 0 to 1"),
        ("a" * 1_000_001, "too long"),
    ],
)
def test_what_is_wrong_is_named(content: str, told: str) -> None:
    with pytest.raises(KzError, match=told):
        parsed(content, LANGUAGES)


def test_a_word_more_keeps_the_comments() -> None:
    longer = with_word(OWN, "fr", "victim", "names", "Ivo Maren")
    assert "# What we agreed on in May" in longer
    assert "# and her son?" in longer
    assert parsed(longer, LANGUAGES).tables == {
        "fr": {"victim": {"names": ["Ana Korin", "Ivo Maren"]}}
    }
    assert with_word(longer, "fr", "victim", "names", "Ivo Maren") == longer


def test_the_first_word() -> None:
    made = with_word("", "shared", "victim", "names", "Ana Korin")
    assert parsed(made, LANGUAGES).tables == {"shared": {"victim": {"names": ["Ana Korin"]}}}


def test_a_word_where_a_rule_stands_before() -> None:
    rule = OwnRule("own.a", "a", ("b",), 0.5)
    made = with_word(with_rule("", rule), "shared", "victim", "names", "Ana Korin")
    made = switched(made, "fr.demand.prose", on=False)
    own = parsed(made, LANGUAGES)
    assert own.off == frozenset({"fr.demand.prose"})
    assert own.rules == (rule,)
    assert own.tables == {"shared": {"victim": {"names": ["Ana Korin"]}}}


def test_a_rule_takes_the_place_of_the_one_of_its_name() -> None:
    rule = OwnRule("own.strike", "strike", ("голодовка",), 0.5)
    assert parsed(with_rule(OWN, rule), LANGUAGES).rules == (rule,)
    other = OwnRule("own.other", "strike", ("a",), 0.5)
    assert [one.name for one in parsed(with_rule(OWN, other), LANGUAGES).rules] == [
        "own.strike",
        "own.other",
    ]


def test_off_and_on_again() -> None:
    off = switched(OWN, "shared.victim.list", on=False)
    assert parsed(off, LANGUAGES).off == {"fr.demand.prose", "shared.victim.list"}
    on = switched(off, "fr.demand.prose", on=True)
    assert parsed(on, LANGUAGES).off == {"shared.victim.list"}


def test_written_and_read(tmp_path: Path) -> None:
    write(tmp_path / "rules.toml", OWN)
    assert read(tmp_path / "rules.toml") == OWN
    with pytest.raises(KzError, match="it can't be read"):
        read(tmp_path / "none.toml")
    (tmp_path / "wrong.toml").write_bytes(b"\xff")
    with pytest.raises(KzError, match="isn't UTF-8"):
        read(tmp_path / "wrong.toml")
