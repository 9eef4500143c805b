"""Keys in force: those of the table and those that were changed."""

from kzannotate.ui.keymap import Keymap
from kzannotate.ui.menus import TABLE
from kzannotate.ui.settings import Settings


def test_changes_are_kept_until_they_are_taken_back() -> None:
    Keymap(Settings()).change("next_annotation", ["X", "Ctrl+J"])
    kept = Keymap(Settings())
    assert kept.keys("next_annotation") == ("X", "Ctrl+J")
    assert kept.is_changed("next_annotation")
    kept.change("next_annotation", ["N"])
    assert not kept.is_changed("next_annotation")
    assert Settings().keys == {}


def test_an_action_can_go_without_a_key() -> None:
    Keymap(Settings()).change("next_annotation", [])
    kept = Keymap(Settings())
    assert kept.keys("next_annotation") == ()
    kept.reset()
    assert Keymap(Settings()).keys("next_annotation") == ("N",)


def test_holders_are_those_that_listen_at_the_same_place() -> None:
    keymap = Keymap(Settings())
    assert [row.id for row in keymap.holders("memo", ["N"])] == ["next_annotation"]
    assert [row.id for row in keymap.holders("memo", ["Ctrl+Z"])] == ["undo"]
    assert [row.id for row in keymap.holders("split", ["N"])] == ["next_annotation"]
    assert keymap.holders("remove", ["N"]) == []  # the corpus and the reader never both listen
    assert keymap.holders("memo", ["M"]) == []  # its own


def test_letters_follow_the_changes() -> None:
    keymap = Keymap(Settings())
    assert {"N", "P", "M", "C"} <= keymap.letters()
    keymap.change("next_annotation", ["X"])
    assert "X" in keymap.letters()
    assert "N" not in keymap.letters()


def test_what_is_no_action_any_more_is_forgotten() -> None:
    settings = Settings()
    settings.keys = {"fly": ["F"], "undo": ["Ctrl+U"]}
    keymap = Keymap(settings)
    keymap.change("redo", ["Ctrl+R"])
    assert Settings().keys == {"undo": ["Ctrl+U"], "redo": ["Ctrl+R"]}


def test_without_changes_it_is_the_table() -> None:
    keymap = Keymap(Settings())
    assert all(keymap.keys(row.id) == row.keys for row in TABLE)
