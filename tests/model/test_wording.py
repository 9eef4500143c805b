"""Sentences that count."""

from kzannotate.model.wording import counted


def test_one_is_singular_and_all_else_plural() -> None:
    assert [counted(n, "page") for n in (0, 1, 2)] == ["0 pages", "1 page", "2 pages"]
