"""A word is added to a query as another choice, and the rest of it stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzannotate.search.adding import with_word


@pytest.mark.parametrize(
    ("query", "typed", "expected"),
    [
        ("Dzhakishev", "dzhakishev", "(Dzhakishev OR f)"),
        ("free (Prisn OR jail) NOT x", "prisn", "free ((Prisn OR f) OR jail) NOT x"),
        ("=Prisn now", "prisn", "(=Prisn OR f) now"),
        ("prisn~2 now", "prisn~2", "(prisn~2 OR f) now"),
        ("prisn~", "prisn", "(prisn~ OR f)"),
        ("p?isn* lang:fr", "p?isn*", "(p?isn* OR f) lang:fr"),
        ('a "old Prisn town"~2 b', "prisn", 'a ("old Prisn town"~2 OR "old f town"~2) b'),
        ('="Prisn"', "prisn", '(="Prisn" OR "f")'),
        ("«la Prisn»", "prisn", "(«la Prisn» OR «la f»)"),
        ("Утепoва", "утепова", "(Утепoва OR f)"),
        ("a OR b", "c", "(a OR b) OR f"),
        ("doc:prisn prisn", "prisn", "doc:(prisn OR f) prisn"),
    ],
)
def test_where_it_is_added(query: str, typed: str, expected: str) -> None:
    assert with_word(query, typed, "f") == expected


@given(st.text(alphabet='ab "()«»~*=:', max_size=30))
def test_whatever_the_query_the_word_is_in_it(query: str) -> None:
    assert "zz" in with_word(query, "a", "zz")
