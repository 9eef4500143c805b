"""How texts are set, in both readers and from one day to the next."""

from kzannotate.ui import typography
from kzannotate.ui.settings import Settings
from tests.ui.conftest import Open
from tests.ui.driving import press


def test_spacing_and_length_of_lines_go_round(bench: Open) -> None:
    opened = bench(**{"a.txt": "Some words."})
    view = opened.reader.text_view
    spacings, measures = [], []
    for _ in range(3):
        press("F11", "F12")
        spacings.append(view.spacing)
        measures.append(view.measure)
    assert sorted(spacings) == sorted(typography.SPACINGS)
    assert sorted(measures) == sorted(typography.MEASURES)


def test_both_readers_are_set_alike(bench: Open) -> None:
    opened = bench(**{"a.txt": "Some words."})
    press("F11", "Ctrl++", "F9", "F12")
    left, right = (reader.text_view for reader in opened.readers.all)
    assert left.spacing == right.spacing
    assert left.measure == right.measure
    assert left.font() == right.font()


def test_it_is_kept(bench: Open) -> None:
    opened = bench(**{"a.txt": "Some words."})
    press("F11", "F12", "Ctrl++")
    settings, view = Settings(), opened.reader.text_view
    typography.keep(settings, opened.readers)
    before = view.font().pointSizeF(), view.spacing, view.measure
    press("F11", "F12", "Ctrl++")
    typography.restore(Settings(), opened.readers)
    assert (view.font().pointSizeF(), view.spacing, view.measure) == before


def test_what_was_edited_by_hand_does_no_harm(bench: Open) -> None:
    opened = bench(**{"a.txt": "Some words."})
    settings = Settings()
    settings.text = {"spacing": 1e9, "size": -3}
    typography.restore(settings, opened.readers)
    assert opened.reader.text_view.spacing == max(typography.SPACINGS)
    assert opened.reader.text_view.font().pointSizeF() >= 6
