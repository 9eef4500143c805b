"""The project's own names, words and rules: undoable, in the file, out as TOML."""

from pathlib import Path

import pytest

from kzannotate.exchange.rules_toml import OwnRule
from kzannotate.model.errors import KzError
from kzannotate.project import checking, own_rules, undoing
from kzannotate.project.session import Project


def test_names_and_rules_are_steps(project: Project) -> None:
    assert own_rules.add_name(project, " Ana \n Korin ").label == "Add “Ana \n Korin” to the rules"
    own_rules.add_rule(project, OwnRule("own.a", "demand", ("a b",), 0.5))
    together = own_rules.rules(project)
    assert together.words("fr", "victim", "names")[-1:] == ("Ana Korin",)
    assert [one.name for one in together.phrases] == ["own.a"]
    undoing.undo(project)
    undoing.undo(project)
    assert own_rules.content(project) == ""
    undoing.redo(project)
    assert "Ana Korin" in own_rules.content(project)
    assert checking.check(project) == []


def test_wrong_ones_change_nothing(project: Project) -> None:
    own_rules.add_name(project, "Ana Korin")
    before = own_rules.content(project)
    for wrong in ("off = [", "[xx.victim]", "[[rule]]"):
        with pytest.raises(KzError):
            own_rules.write(project, wrong)
    with pytest.raises(KzError, match="no word to add"):
        own_rules.add_name(project, " \n")
    assert own_rules.content(project) == before


def test_out_and_in(project: Project, tmp_path: Path) -> None:
    own_rules.add_name(project, "Ana Korin")
    content = own_rules.content(project)
    own_rules.export(project, tmp_path / "rules.toml")
    own_rules.write(project, "")
    assert own_rules.content(project) == ""
    own_rules.take_in(project, tmp_path / "rules.toml")
    assert own_rules.content(project) == content
    (tmp_path / "wrong.toml").write_text("off = [")
    with pytest.raises(KzError, match=r"wrong\.toml: the rules are no TOML"):
        own_rules.take_in(project, tmp_path / "wrong.toml")
