"""How texts are cut into passages."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzannotate.library.passages import LONGEST, cut
from kzannotate.model.document import Page

SIGNS = ["\n", "\n\n", " ", "\t", "\f", "1. ", "- ", "• ", "(a) ", "– ", ".", ",", "«"]
WORDS = ["Mot", "suite", "é", "а", "Б", "x" * 170, "y" * 5000, "une phrase. " * 400, " " * 50]
PIECES = st.sampled_from(SIGNS + WORDS)
TEXTS = st.lists(PIECES, max_size=40).map("".join)


def parts(text: str) -> list[str]:
    return [text[passage.start : passage.stop] for passage in cut(text)]


def pages_of(text: str, cuts: list[int]) -> list[Page]:
    edges = [0, *sorted(cut % (len(text) + 1) for cut in cuts), len(text)]
    spans = pairwise(edges)
    return [Page(number, *span, 595.0, 842.0) for number, span in enumerate(spans, 1)]


@given(TEXTS)
def test_passages_partition_the_text(text: str) -> None:
    found = cut(text)
    edges = [0, *(passage.stop for passage in found)]
    assert [passage.start for passage in found] == edges[:-1]
    assert edges[-1] == len(text)
    assert all(0 < passage.stop - passage.start <= LONGEST for passage in found)


@given(TEXTS, st.lists(st.integers(0, 10**6), max_size=4))
def test_no_passage_crosses_a_page(text: str, cuts: list[int]) -> None:
    pages = pages_of(text, cuts)
    found = cut(text, pages)
    assert "".join(text[passage.start : passage.stop] for passage in found) == text
    for passage in found:
        page = pages[(passage.page or 0) - 1]
        assert page.start <= passage.start < passage.stop <= page.stop


def test_a_blank_line_ends_a_paragraph_and_belongs_to_it() -> None:
    assert parts("One.\n\n \n Two\nwrapped.\n\n") == ["One.\n\n \n ", "Two\nwrapped.\n\n"]


def test_white_space_before_the_first_word_belongs_to_the_first_passage() -> None:
    assert parts("\n\n  One.\n\nTwo.") == ["\n\n  One.\n\n", "Two."]
    assert parts("\n \n") == ["\n \n"]
    assert parts("") == []


@pytest.mark.parametrize(
    "text",
    [
        "le tribunal a\n\ncondamné la prévenue.",
        "le tribunal, à huis clos,\n\na condamné la prévenue.",
        "le tribunal \n \n \ncondamne",
        "Une ligne que la marge a coupée, car elle est aussi longue que la page et la Fondation\n\n"
        "Ouverte n'y tenait plus.",
    ],
)
def test_a_blank_line_within_a_sentence_ends_nothing(text: str) -> None:
    assert parts(text) == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Elle demande:\n\n", "la libération"),
        ("La fin.\n\n", "sans majuscule"),
        ("DÉVELOPPEMENTS\n\n", "La suite"),
        ("et la suite\n", "- un point"),
        ("et la suite\n\n", "a) un point"),
        ("et la suite\n  ", "• un point"),
        ("et la suite\n", "\uf0b7 un point"),
        ("et la suite;\n", "– un point"),
        ("et la suite\n", "12. Un point"),
        ("et la suite\n", "(iv) un point"),
        ("и так далее\n", "б) требует"),
        ("x" * 200 + "\n", "Nouveau paragraphe d'une seule ligne"),
        ("Fin de page\f", "Début de page"),
    ],
)
def test_paragraphs_and_items_begin_a_passage(first: str, second: str) -> None:
    assert parts(first + second) == [first, second]


@pytest.mark.parametrize(
    "text",
    [
        "le juge\n– un ancien ministre – a décidé",
        "en vertu de l'article\n174. de la loi",
        "signé par\nA. Vautrain",
        "le 3\nmai 2031",
    ],
)
def test_what_only_looks_like_an_item_begins_nothing(text: str) -> None:
    assert parts(text) == [text]


def test_a_long_paragraph_is_cut_at_the_end_of_a_sentence() -> None:
    text = "Une phrase assez courte. " * 500
    assert all(part.endswith("courte. ") for part in parts(text))
    words = "mot " * 3000
    assert all(part.endswith("mot ") for part in parts(words))
    assert [len(part) for part in parts("x" * 9000)] == [4000, 4000, 1000]


def test_a_sentence_is_cut_by_a_page() -> None:
    text = "le tribunal a\ncondamné\n"
    pages = [Page(1, 0, 14, 1, 1), Page(2, 14, 14, 1, 1), Page(3, 14, len(text), 1, 1)]
    assert [(p.start, p.stop, p.page) for p in cut(text, pages)] == [(0, 14, 1), (14, 23, 3)]
