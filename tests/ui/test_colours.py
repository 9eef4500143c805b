"""Text on a highlight stays legible, whatever the code's colour."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QPalette

from kzannotate.ui import colours, theme

COLOUR = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_contrast_is_that_of_wcag() -> None:
    assert colours.contrast("#000000", "#ffffff") == 21
    assert colours.contrast("#777777", "#777777") == 1
    assert round(colours.contrast("#767676", "#ffffff"), 2) == 4.54


@given(COLOUR)
def test_a_written_colour_reads_the_same(colour: str) -> None:
    assert colours.write(colours.parse(colour)) == colour


@given(st.lists(COLOUR, min_size=1, max_size=4), st.booleans(), st.floats(0, 1))
def test_text_on_any_highlight_is_legible(codes: list[str], dark: bool, share: float) -> None:
    palette = theme.palette(dark)
    base, text = palette.base().color().name(), palette.text().color().name()
    behind = colours.highlight(codes, base, text, share)
    assert colours.contrast(behind, text) >= colours.LEGIBLE


def test_the_palettes_are_legible_throughout() -> None:
    role = QPalette.ColorRole
    pairs = [
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.Text, role.AlternateBase),
        (role.ButtonText, role.Button),
        (role.HighlightedText, role.Highlight),
        (role.ToolTipText, role.ToolTipBase),
        (role.PlaceholderText, role.Base),
        (role.Link, role.Base),
    ]
    for dark in (False, True):
        palette = theme.palette(dark)
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
            for front, back in pairs:
                contrast = colours.contrast(
                    palette.color(group, front).name(), palette.color(group, back).name()
                )
                assert contrast >= colours.LEGIBLE, (dark, group, front, back)
