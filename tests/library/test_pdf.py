"""PDF files to text and boxes. All sentences are invented."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pymupdf
import pytest

from kzannotate.library import pdf
from kzannotate.model.boxes import unpack
from kzannotate.model.document import Extraction, Picture
from kzannotate.model.errors import KzError
from kzannotate.model.text import normalise

SENTENCE = "Nous demandons la libération de Zélie Vautrain."


def made(*pages: Iterable[tuple[float, float, str]], **options: object) -> bytes:
    """A PDF with these texts at these points on its pages."""
    document = pymupdf.open()
    for texts in pages:
        page = document.new_page(width=595, height=842)
        for x, y, text in texts:
            page.insert_text((x, y), text)
    return bytes(document.tobytes(**options))


def changed(data: bytes, change: Callable[[pymupdf.Document], object]) -> bytes:
    document = pymupdf.open(stream=data, filetype="pdf")
    change(document)
    return bytes(document.tobytes())


def extracted(data: bytes) -> Extraction:
    return pdf.extract(pdf.opened(data))


def ink(picture: Picture) -> set[tuple[int, int]]:
    """The pixels that aren't white."""
    darkest = [min(picture.rgb[place : place + 3]) for place in range(0, len(picture.rgb), 3)]
    return {divmod(n, picture.width)[::-1] for n, value in enumerate(darkest) if value < 200}


def test_pages_partition_the_text_and_every_letter_has_a_box() -> None:
    extraction = extracted(made([(72, 72, "First page."), (72, 100, "More.")], [], [(72, 72, "x")]))
    assert extraction.text == "First page.\n\nMore.\nx\n"
    assert [(page.number, page.start, page.stop) for page in extraction.pages] == [
        (1, 0, 19),
        (2, 19, 19),
        (3, 19, 21),
    ]
    assert {(page.width, page.height) for page in extraction.pages} == {(595, 842)}
    boxes = unpack(extraction.pages[0].boxes)
    assert len(boxes) == 19
    assert [n for n, box in enumerate(boxes) if box is None] == [11, 12, 18]
    assert extraction.notes == ("no text layer: 1 of 3 pages have no text",)
    assert extraction.extractor == f"pymupdf {pymupdf.pymupdf_version}"


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_the_ink_is_where_the_boxes_say(rotation: int) -> None:
    data = changed(
        made([(72, 72, SENTENCE), (300, 700, "Signé: Dalmo")]),
        lambda document: document[0].set_rotation(rotation),
    )
    extraction = extracted(data)
    page = extraction.pages[0]
    picture = pdf.draw(pdf.opened(data), 1, 2.0)
    assert (picture.width, picture.height) == (page.width * 2, page.height * 2)
    left = ink(picture)
    for letter, box in zip(extraction.text, unpack(page.boxes), strict=True):
        if box and not letter.isspace():
            x0, y0, x1, y1 = (round(2 * side) for side in box)
            inside = {(x, y) for x in range(x0 - 2, x1 + 2) for y in range(y0 - 1, y1 + 1)}
            assert inside & left, letter
    for box in unpack(page.boxes):
        if box:
            x0, y0, x1, y1 = (round(2 * side) for side in box)
            left -= {(x, y) for x in range(x0 - 2, x1 + 2) for y in range(y0 - 1, y1 + 1)}
    assert not left


def test_a_cropped_page_counts_from_its_displayed_corner() -> None:
    data = changed(
        made([(200, 300, "seen"), (10, 10, "cut off")]),
        lambda document: document[0].set_cropbox(pymupdf.Rect(150, 200, 550, 800)),
    )
    extraction = extracted(data)
    assert extraction.text == "seen\n"
    box = unpack(extraction.pages[0].boxes)[0]
    assert box and (round(box[0]), extraction.pages[0].width) == (50, 400)


def test_two_columns_are_read_one_after_the_other() -> None:
    columns = [
        (x, 100 + 14.0 * row, f"{side} row {row} with some more words")
        for row in range(8)
        for x, side in ((50.0, "left"), (320.0, "right"))
    ]
    text = extracted(made([(200, 60, "A title over both of the columns"), *columns])).text
    assert text.startswith("A title")
    assert text.rindex("left row") < text.index("right row")


def test_ligatures_are_letters_and_hyphens_at_line_ends_stay() -> None:
    extraction = extracted(made([(72, 72, "le \ufb01n de con-"), (72, 84, "damner")]))
    assert "con-\ndamner" in extraction.text
    assert normalise(extraction.text) == extraction.text


def test_a_pdf_without_text_has_pages_and_a_note() -> None:
    extraction = extracted(made([], []))
    assert (extraction.text, len(extraction.pages)) == ("", 2)
    assert extraction.notes == ("no text layer: none of its 2 pages has text",)


def test_a_password_is_needed_unless_it_is_empty() -> None:
    options = {"encryption": pymupdf.PDF_ENCRYPT_AES_256, "owner_pw": "o"}
    assert extracted(made([(72, 72, "open")], user_pw="", **options)).text == "open\n"
    with pytest.raises(KzError, match="it is protected by a password"):
        pdf.opened(made([(72, 72, "shut")], user_pw="secret", **options))


def test_refuses_what_is_no_pdf_at_all() -> None:
    with pytest.raises(KzError, match="it can't be opened as a PDF: the file is damaged"):
        pdf.opened(b"%PDF-1.7\nand nothing more")


def test_pages_are_found_without_the_list_of_pages() -> None:
    data = made([(72, 72, "one")], [(72, 72, "two")])
    assert data.count(b"/Catalog/Pages ") == 1
    assert extracted(data.replace(b"/Catalog/Pages ", b"/Catalog/Gone  ")).text == "one\ntwo\n"


def test_a_page_that_cant_be_read_is_told_and_the_others_are_read() -> None:
    data = made([(72, 72, "one")], [(72, 72, "two")], [(72, 72, "three")])
    data = changed(data, lambda pdf: pdf.xref_set_key(pdf.page_xref(1), "Type", "/Pages"))
    extraction = extracted(data)
    assert extraction.text == "one\nthree\n"
    assert "page 3 can't be read" in extraction.notes
    assert [page.number for page in extraction.pages] == [1, 2, 3]


def test_annotations_are_drawn_and_are_no_text() -> None:
    def annotate(document: pymupdf.Document) -> None:
        document[0].add_freetext_annot(pymupdf.Rect(100, 100, 300, 150), "a remark")

    data = changed(made([(72, 72, "text")]), annotate)
    assert extracted(data).text == "text\n"
    assert any(y > 95 for _, y in ink(pdf.draw(pdf.opened(data), 1, 1.0)))


def test_a_truncated_file_is_read_as_far_as_possible() -> None:
    data = made([(72, 72, "one")], [(72, 72, "two")])
    extraction = extracted(data[: data.rindex(b"xref") - 1])
    assert extraction.text == "one\ntwo\n"
    assert extraction.notes == (
        "it is damaged and was read as far as possible: pages may be missing",
    )


def test_a_huge_page_is_drawn_smaller() -> None:
    data = changed(
        made([(72, 72, "x")]),
        lambda document: document[0].set_mediabox(pymupdf.Rect(0, 0, 14400, 14400)),
    )
    picture = pdf.draw(pdf.opened(data), 1, 4.0)
    assert picture.width == picture.height
    assert picture.width * picture.height < 41_000_000
    assert len(picture.rgb) == picture.width * picture.height * 3


def test_refuses_to_draw_a_page_that_isnt_there() -> None:
    for number in (0, 2):
        with pytest.raises(KzError, match=f"it has no page {number}"):
            pdf.draw(pdf.opened(made([])), number, 1.0)


@pytest.mark.corpus
def test_the_columns_of_a_real_paper(shared: Path) -> None:
    extraction = extracted((shared / "corpus" / "pdf" / "two-columns-3pp.pdf").read_bytes())
    first = extraction.text[: extraction.pages[0].stop]
    words = ("Two-Column", "Abstract", "This is", "Nam dui", "Nulla malesuada", "pellentesque ante")
    places = [first.index(word) for word in words]
    assert places == sorted(places)
    assert first.endswith("\n\n1\n")
