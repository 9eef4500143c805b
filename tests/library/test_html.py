"""HTML pages to text. All sentences are invented."""

import pytest

from kzannotate.library.html import extract
from kzannotate.library.html import text_of as read


def text_of(html: str) -> str:
    text, complete = read(html.encode())
    assert complete
    return text


def test_blocks_are_paragraphs_and_inline_elements_are_not() -> None:
    html = (
        "<h1>Appel</h1><p>Nous <b>demandons</b> la\n  libération\tde <i>Mme</i> V.<p>Signé<div>nous"
    )
    assert text_of(html) == "Appel\n\nNous demandons la libération de Mme V.\n\nSigné\n\nnous\n"


def test_line_breaks_lists_and_what_keeps_its_line_ends() -> None:
    html = "<p>12, rue<br>du Puits</p><ul><li>un<li>deux</ul><pre>a\n   b</pre>"
    assert text_of(html) == "12, rue\ndu Puits\n\nun\n\ndeux\n\na\nb\n"


def test_what_a_browser_doesnt_show_is_dropped_but_what_follows_it_isnt() -> None:
    html = """<html><head><title>T</title><style>x{}</style></head><body>a<script>1</script>b
        <!-- comment -->c<svg><text>d</text></svg><?pi ?>e</body></html>"""
    assert text_of(html) == "ab ce\n"


def test_a_row_is_a_paragraph_with_tabs_between_short_cells() -> None:
    html = "<table><tr><th>Nom<th>Âge<tr><td><p>Zélie</p><p>V.</p><td>31</table>fin"
    assert text_of(html) == "Nom\tÂge\n\nZélie\nV.\t31\n\nfin\n"


def test_long_cells_are_set_below_each_other() -> None:
    left, right = "Une phrase. " * 20, "Een zin. " * 20
    html = f"<table><tr><td>{left}<td>{right}</table>"
    assert text_of(html) == f"{left.strip()}\n{right.strip()}\n"


def test_entities_are_letters() -> None:
    assert text_of("<p>caf&eacute;&nbsp;&#x49B;") == "café\xa0қ\n"


@pytest.mark.parametrize(
    ("head", "codec", "encoding"),
    [
        ('<meta charset="windows-1251">', "cp1251", "windows-1251"),
        (
            '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">',
            "koi8-r",
            "koi8-r",
        ),
        ('<?xml version="1.0" encoding="utf-8"?><html>', "utf-8", "utf-8"),
        ("<meta charset=iso-8859-1>", "utf-16-le", "utf-16-le"),
        ("<meta charset=klingon>", "cp1251", "windows-1251"),
    ],
)
def test_the_declared_encoding_is_believed_unless_the_bytes_say_another(
    head: str, codec: str, encoding: str
) -> None:
    sentence = "Власти не освободили журналистку, и никто не сказал её матери, где она."
    extraction = extract(f"<html>{head}<p>{sentence}</html>".encode(codec), "")
    assert extraction.text.strip() == sentence
    assert extraction.encoding == encoding


def test_latin_1_means_what_browsers_mean_by_it() -> None:
    extraction = extract("<meta charset=iso-8859-1><p>l’été".encode("cp1252"), "")
    assert (extraction.text, extraction.encoding) == ("l’été\n", "windows-1252")


def test_what_is_nested_too_deeply_is_told() -> None:
    depth = 100_000
    extraction = extract(("start " + "<div>" * depth + "bottom").encode(), "")
    assert extraction.text.startswith("start")
    if "bottom" not in extraction.text:
        assert extraction.notes == ("it is nested too deeply to be read to its end",)


def test_nothing_is_nothing() -> None:
    assert text_of("<!-- only a comment -->") == ""
    assert text_of("<html></html>") == ""
