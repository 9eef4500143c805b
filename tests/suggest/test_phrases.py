"""A researcher's own words, proposed wherever they stand."""

from kzannotate.suggest.phrases import find
from kzannotate.suggest.rules import Phrases, Rules


def found(text: str, *words: str) -> list[str]:
    rules = Rules({}, (Phrases("own.strike", "strike", words, 0.7),))
    return [text[one.start : one.stop] for one in find(text, rules)]


def test_whole_words_in_any_case_over_line_breaks() -> None:
    text = "Grève de la\nfaim à Norville; une grève; les grévistes. ГОЛОДОВКА."
    assert found(text, "grève de la faim", "grève", "голодовка") == [
        "Grève de la\nfaim",
        "grève",
        "ГОЛОДОВКА",
    ]


def test_signs_are_signs_and_no_pattern() -> None:
    assert found("a.b axb (c)", "a.b", "(c)") == ["a.b", "(c)"]
    assert found("a.b") == []


def test_it_says_which_rule_and_how_sure() -> None:
    (one,) = find("strike", Rules({}, (Phrases("own.strike", "action", ("strike",), 0.7),)))
    assert (one.code, one.rule, one.score) == ("action", "own.strike", 0.7)
