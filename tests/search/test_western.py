"""Words found by the letters that lead to them are those that cutting the text gives."""

from hypothesis import example, given
from hypothesis import strategies as st

from kzannotate.search.analysis import words
from kzannotate.search.western import is_western, lead, led_to

SIGNS = bytes(range(256)).decode("cp1252", "ignore")
LETTERS = st.sampled_from("bdrtlnBRçéÉñsšaœß½²_-'’ \n\f\u00ad")
texts = st.text(LETTERS, max_size=40) | st.text(st.sampled_from(SIGNS), max_size=40)


@given(texts)
@example("L'arbre, les arbres, l'Arbre_ARBRE")
@example("ar-\nbre arbre")
def test_as_cutting_the_text_does(text: str) -> None:
    if not is_western(text):
        return
    found = list(words(text))
    leads = {one: lead(one) for one in sorted({word.form for word in found})}
    some = [one for one in leads.values() if one is not None]
    assert led_to(text, some) == [word for word in found if leads[word.form]]
    for one in some:
        assert led_to(text, [one]) == [word for word in found if word.form == one.form]


def test_which_texts_are_western() -> None:
    assert is_western("L’homme « libéré » à Genève – 5 €, porte-parole\n")
    for other in ("Швейцария", "cœur", "Straße", "li\u00adbéré", "libé-\nré", "Æ", "e\u0301"):
        assert not is_western(other)


def test_what_leads_to_a_form() -> None:
    assert lead("resarbre") == ("resarbre", "rbr", 4)
    assert lead("torture") == ("torture", "rt", 2)
    assert lead("eau") is lead("de") is lead("освобождение") is None
