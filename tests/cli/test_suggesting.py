"""Suggestions on the command line."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Kz

RULES = """[[rule]]
name = "own.torture"
code = "demand"
words = ["la torture", "Пытки"]
"""


@pytest.fixture
def ruled(kz: Kz, corpus: Path, tmp_path: Path) -> Path:
    """The corpus, with a rule of its own."""
    (tmp_path / "rules.toml").write_text(RULES, "utf-8")
    assert kz("rules", corpus, tmp_path / "rules.toml").code == 0
    return corpus


def test_listed_as_json(kz: Kz, ruled: Path) -> None:
    ran = kz("suggest", ruled, "--json")
    assert (ran.code, ran.err) == (0, "")
    rows = [json.loads(line) for line in ran.out.splitlines()]
    ours = [row for row in rows if row["rule"] == "own.torture"]
    assert [(row["document"], row["quote"]) for row in ours] == [
        ("lettre.txt", "la torture"),
        ("письмо.txt", "Пытки"),
    ]
    assert list(ours[0]) == ["document", "code", "start", "end", "quote", "rule", "score"]
    text = (ruled.parent / "lettre.txt").read_text("utf-8")
    assert text[ours[0]["start"] : ours[0]["end"]] == "la torture"


def test_of_some_documents(kz: Kz, ruled: Path) -> None:
    ran = kz("suggest", ruled, "письмо.txt", "nobody.txt")
    assert ran.code == 1
    assert "own.torture: Пытки" in ran.out
    assert "lettre.txt" not in ran.out
    assert ran.err == "nobody.txt: there is no such document in the project\n"


def test_accepted_once_and_undone(kz: Kz, ruled: Path) -> None:
    assert kz("accept", ruled, "--min-score", "0.99").out == "Accepted 0 suggestions\n"
    before = len(kz("suggest", ruled, "--code", "demand", "--json").out.splitlines())
    assert kz("accept", ruled, "--code", "demand").out.startswith(f"Accepted {before} suggestion")
    quoted = [json.loads(line) for line in kz("annotations", ruled, "--json").out.splitlines()]
    assert {"la torture", "Пытки"} <= {row["quote"] for row in quoted}
    assert kz("suggest", ruled, "--code", "demand").out == ""
    assert kz("undo", ruled).out.startswith("Undone: Accept")
    assert kz("annotations", ruled).out == ""


def test_rules_are_printed_and_refused(kz: Kz, ruled: Path, tmp_path: Path) -> None:
    assert kz("rules", ruled).out == RULES
    (tmp_path / "wrong.toml").write_text("off = [", "utf-8")
    ran = kz("rules", ruled, "wrong.toml")
    assert ran.code == 1
    assert ran.err.startswith("wrong.toml: the rules are no TOML")
    assert kz("rules", ruled).out == RULES
