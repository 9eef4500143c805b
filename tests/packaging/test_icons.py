"""The icons: there for every action, and drawn in the palette's colour."""

import xml.etree.ElementTree as ET

from kzannotate import paths
from kzannotate.ui.menus import TABLE

ICONS = paths.resources() / "icons"


def test_every_action_s_icon_is_there() -> None:
    named = {row.icon for row in TABLE if row.icon}
    assert named - {file.stem for file in ICONS.glob("*.svg")} == set()


def test_icons_are_svg_in_the_current_colour() -> None:
    """The window puts the palette's colour in; the program's own icon has colours of its own."""
    for file in ICONS.glob("*.svg"):
        root = ET.parse(file).getroot()
        assert root.tag == "{http://www.w3.org/2000/svg}svg", file.name
        assert file.stem == "kzannotate" or root.get("stroke") == "currentColor", file.name
