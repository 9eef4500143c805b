"""EPUB books to text. All sentences are invented."""

import pytest

from kzannotate.library.epub import extract
from kzannotate.model.errors import KzError
from tests.library.conftest import zipped

CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
    <rootfile full-path="OEBPS/book.opf"/></rootfiles></container>"""
BOOK = """<package xmlns="http://www.idpf.org/2007/opf"><manifest>
    <item id="b" href="text/two.xhtml" media-type="application/xhtml+xml"/>
    <item id="a" href="text/one%20first.xhtml" media-type="application/xhtml+xml"/>
    <item id="c" href="cover.jpg" media-type="image/jpeg"/></manifest>
    <spine><itemref idref="c"/><itemref idref="a"/><itemref idref="b"/></spine></package>"""
ENCRYPTION = """<encryption xmlns:e="http://www.w3.org/2001/04/xmlenc#">
    <e:CipherReference URI="{}"/></encryption>"""


def made(encrypted: str = "fonts/a.ttf") -> bytes:
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": CONTAINER,
            "META-INF/encryption.xml": ENCRYPTION.format(encrypted),
            "OEBPS/book.opf": BOOK,
            "OEBPS/text/two.xhtml": "<html><body><p>Deuxième&nbsp;chapitre.</p></body></html>",
            "OEBPS/text/one first.xhtml": "<html><head><title>x</title></head><h1>Un</h1></html>",
        }
    )


def test_chapters_in_the_order_of_the_spine() -> None:
    assert extract(made(), "").text == "Un\n\nDeuxième\xa0chapitre.\n"


def test_refuses_what_is_protected_against_copying() -> None:
    with pytest.raises(KzError, match="it is protected against copying"):
        extract(made("OEBPS/text/two.xhtml"), "")
