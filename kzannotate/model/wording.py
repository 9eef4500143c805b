"""Words that sentences for people are made of."""

from collections.abc import Sequence

NO_TEXT = "no text layer: "
"""How a document's note begins that tells of pages without text."""


def counted(number: int, noun: str) -> str:
    """A number with its noun, in the plural where it is one: `1 page`, `2 pages`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def numbered(pages: Sequence[int]) -> str:
    """Pages by number, in runs: `page 2`, or `pages 2, 4-6`."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and runs[-1][-1] == page - 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    listed = ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)
    return f"{'page' if len(pages) == 1 else 'pages'} {listed}"


def without_text(empty: int, pages: int) -> str:
    """What is told of a document with pages that are only pictures."""
    if empty == pages:
        return f"{NO_TEXT}none of its {pages} pages has text"
    return f"{NO_TEXT}{empty} of {pages} pages have no text"
