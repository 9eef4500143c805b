"""Words that sentences for people are made of."""


def counted(number: int, noun: str) -> str:
    """A number with its noun, in the plural where it is one: `1 page`, `2 pages`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
