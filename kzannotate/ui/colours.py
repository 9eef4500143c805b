"""Colours as numbers: blends of the codes' colours on which text stays legible. No Qt.

Contrast as WCAG 2.2 defines it (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
"""

from collections.abc import Sequence

LEGIBLE = 4.5
"""The least contrast of text with what lies behind it (WCAG 2.2, level AA)."""
VISIBLE = 3.0
"""The least contrast of a line that tells something (WCAG 2.2, 1.4.11)."""

Rgb = tuple[float, float, float]


def parse(colour: str) -> Rgb:
    """`#rrggbb` as three numbers from 0 to 1."""
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def write(colour: Rgb) -> str:
    """Three numbers from 0 to 1 as `#rrggbb`."""
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)


def contrast(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black on white)."""
    low, high = sorted((_luminance(parse(one)), _luminance(parse(other))))
    return (high + 0.05) / (low + 0.05)


def mix(base: str, over: str, share: float) -> str:
    """`base` with `over` laid on it; `share` from 0 (only the base) to 1."""
    pairs = zip(parse(base), parse(over), strict=True)
    red, green, blue = (low + (high - low) * share for low, high in pairs)
    return write((red, green, blue))


def average(colours: Sequence[str]) -> str:
    """The mean of at least one colour."""
    red, green, blue = (
        sum(parts) / len(colours) for parts in zip(*map(parse, colours), strict=True)
    )
    return write((red, green, blue))


def highlight(colours: Sequence[str], base: str, text: str, share: float = 0.4) -> str:
    """What lies behind text that carries `colours`: as strong as asked, yet always legible.

    `text` on `base` must be legible itself.
    """
    colour = average(colours)
    while share > 0 and contrast(mix(base, colour, share), text) < LEGIBLE:
        share = max(0.0, share - 0.02)
    return mix(base, colour, share)


def line(colour: str, behind: Sequence[str], text: str) -> str:
    """A line in `colour` that is seen on all of `behind`: as near to `text` as that takes.

    `text` on each of `behind` must be legible itself.
    """
    share = 0.25
    while share < 1 and any(contrast(mix(colour, text, share), one) < VISIBLE for one in behind):
        share = min(1.0, share + 0.05)
    return mix(colour, text, share)


def _luminance(colour: Rgb) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
