"""The outline of a PDF: its bookmarks that lead to a page."""

import pymupdf

from kzannotate.library.reader import Reader
from kzannotate.model.document import Heading
from tests.library.conftest import source
from tests.library.test_pdf import made


def test_the_outline_of_a_pdf(reader: Reader) -> None:
    toc = [[1, "First", 1], [2, " Two \n words", 2], [1, "", 1], [1, "Elsewhere", -1]]
    with pymupdf.open() as document:
        for _ in range(2):
            document.new_page()
        document.set_toc(toc)
        book = source("book.pdf", document.tobytes(no_new_id=True))
    assert reader.outline(book) == [Heading(1, "First", 1), Heading(2, "Two words", 2)]
    assert reader.outline(source("a.pdf", made([(72, 72, "Without.")]))) == []
    assert reader.outline(source("a.txt", b"text")) == []
    assert reader.draw(book, 2, 0.1).width == 60
