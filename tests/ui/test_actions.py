"""The table of actions: complete, without doubles, and the manual knows every row."""

from collections import Counter
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QLabel, QTabBar, QWidget

from kzannotate.ui.actions import plain
from kzannotate.ui.main_window import MainWindow
from kzannotate.ui.menus import TABLE
from tests.ui.conftest import Open

MANUAL = (Path(__file__).parents[2] / "docs" / "manual.md").read_text("utf-8")


def test_ids_and_keys_are_unique_where_they_count() -> None:
    assert max(Counter(row.id for row in TABLE).values()) == 1
    keys = Counter((row.where, key) for row in TABLE for key in row.keys)
    assert [key for key, count in keys.items() if count > 1] == []
    everywhere = {key for where, key in keys if where == "window"}
    assert [key for where, key in keys if where != "window" and key in everywhere] == []


def test_every_action_says_what_it_does() -> None:
    assert [row.id for row in TABLE if not row.tip] == []


def test_the_manual_names_every_action_and_key() -> None:
    missing = {plain(row.text) for row in TABLE if plain(row.text) not in MANUAL}
    missing |= {key for row in TABLE for key in row.keys if f"`{key}`" not in MANUAL}
    assert missing == set()


def test_every_action_does_something(bench: Open, window: MainWindow) -> None:
    workbench = bench()
    assert {row.id for row in TABLE} == window.verbs.keys() | workbench.verbs.keys()


def test_without_a_project_only_what_needs_none_is_enabled(window: MainWindow) -> None:
    enabled = {row.id for row in TABLE if window.actions_by_id[row.id].isEnabled()}
    assert enabled == {row.id for row in TABLE if row.need == ""}


def test_every_control_has_a_name_for_a_screen_reader(bench: Open, window: MainWindow) -> None:
    bench()
    nameless = [
        f"{type(widget).__name__} {widget.objectName()} in {widget.parentWidget()}"
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() and not widget.accessibleName() and not inner(widget)
    ]
    assert nameless == []


def inner(widget: QWidget) -> bool:
    """A part of a control of Qt's, named by its own text or by the control around it."""
    return (
        isinstance(widget, QLabel | QTabBar)  # read out by their texts
        or widget.objectName().startswith("qt_")
        or (isinstance(widget, QAbstractButton) and bool(widget.text() or widget.toolTip()))
        or widget.focusProxy() is not None
        or (type(widget).__module__.startswith("PySide6") and named_above(widget))
    )


def named_above(widget: QWidget | None) -> bool:
    """Whether it lies in a control that has a name: the list of a combo box, a viewport."""
    while widget is not None and not widget.accessibleName():
        widget = widget.parentWidget()
    return widget is not None


def test_without_a_project_nothing_enabled_is_dead(window: MainWindow) -> None:
    enabled = {row.id for row in TABLE if window.actions_by_id[row.id].isEnabled()}
    assert enabled <= window.verbs.keys()
