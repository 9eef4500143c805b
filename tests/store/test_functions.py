"""What SQL can call of ours, on every connection."""

import pytest

from kzannotate.store.store import Store


@pytest.mark.parametrize(
    ("sql", "gives"),
    [
        ("folded('Élan ЁЛКА')", "elan елка"),
        ("holds('Lettre à Genève.pdf', 'geneve lettre')", 1),
        ("holds('Lettre à Genève.pdf', 'geneve haye')", 0),
        ("holds('anything', '')", 1),
    ],
)
def test_texts_are_compared_without_case_and_accents(store: Store, sql: str, gives: object) -> None:
    assert store.db.execute(f"SELECT {sql}").fetchone() == (gives,)
    second = store.second()
    assert second.db.execute(f"SELECT {sql}").fetchone() == (gives,)
    second.close()
