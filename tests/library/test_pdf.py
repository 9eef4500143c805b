"""PDF files to text and boxes. All sentences are invented."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pymupdf
import pytest

from kzannotate.library import pdf
from kzannotate.model.boxes import unpack
from kzannotate.model.document import Picture
from kzannotate.model.errors import KzError
from kzannotate.model.text import normalise

SENTENCE = "Nous demandons la libération de Zélie Vautrain."
ONE_TWO_THREE = ([(72, 72, "one")], [(72, 72, "two")], [(72, 72, "three")])


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


def ink(picture: Picture) -> set[tuple[int, int]]:
    """The pixels that aren't white."""
    darkest = [min(picture.rgb[place : place + 3]) for place in range(0, len(picture.rgb), 3)]
    return {divmod(n, picture.width)[::-1] for n, value in enumerate(darkest) if value < 200}


def test_pages_partition_the_text_and_every_letter_has_a_box() -> None:
    extraction = pdf.extract(
        made([(72, 72, "First page."), (72, 100, "More.")], [], [(72, 72, "x")])
    )
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
    extraction = pdf.extract(data)
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
    extraction = pdf.extract(data)
    assert extraction.text == "seen\n"
    box = unpack(extraction.pages[0].boxes)[0]
    assert box and (round(box[0]), extraction.pages[0].width) == (50, 400)


def test_two_columns_are_read_one_after_the_other() -> None:
    columns = [
        (x, 100 + 14.0 * row, f"{side} row {row} with some more words")
        for row in range(8)
        for x, side in ((50.0, "left"), (320.0, "right"))
    ]
    text = pdf.extract(made([(200, 60, "A title over both of the columns"), *columns])).text
    assert text.startswith("A title")
    assert text.rindex("left row") < text.index("right row")


def test_ligatures_are_letters_and_hyphens_at_line_ends_stay() -> None:
    extraction = pdf.extract(made([(72, 72, "le \ufb01n de con-"), (72, 84, "damner")]))
    assert "con-\ndamner" in extraction.text
    assert normalise(extraction.text) == extraction.text


def test_a_pdf_without_text_has_pages_and_a_note() -> None:
    extraction = pdf.extract(made([], []))
    assert (extraction.text, len(extraction.pages)) == ("", 2)
    assert extraction.notes == ("no text layer: none of its 2 pages has text",)


def test_a_password_is_needed_unless_it_is_empty() -> None:
    options = {"encryption": pymupdf.PDF_ENCRYPT_AES_256, "owner_pw": "o"}
    assert pdf.extract(made([(72, 72, "open")], user_pw="", **options)).text == "open\n"
    with pytest.raises(KzError, match="it is protected by a password"):
        pdf.opened(made([(72, 72, "shut")], user_pw="secret", **options))


def test_refuses_what_only_says_that_it_is_a_pdf() -> None:
    with pymupdf.open(stream=made([(72, 72, "x")])) as document:
        picture = document[0].get_pixmap().tobytes("jpeg")
    with pytest.raises(KzError, match="it is no PDF"):
        pdf.extract(picture + b"%PDF-1.7")


def test_refuses_what_is_no_pdf_at_all() -> None:
    with pytest.raises(KzError, match="it can't be opened as a PDF: the file is damaged"):
        pdf.opened(b"%PDF-1.7\nand nothing more")


LIST_OF_PAGES = b"/Count 3/Kids[4 0 R 8 0 R 11 0 R]"
"""As MuPDF writes that of three pages."""


def replaced(data: bytes, old: bytes, new: bytes) -> bytes:
    """The file with one thing in it replaced, every other byte where it was."""
    assert data.count(old) == 1
    return data.replace(old, new.ljust(len(old)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"/Catalog/Pages ", b"/Catalog/Gone"),
        (b"/Catalog/Pages 2 0 R", b"/Catalog/Pages 1 0 R"),
        (LIST_OF_PAGES, b"/Count 0/Kids[]"),
        (LIST_OF_PAGES, b"/Count 3/Kids[]"),
        (LIST_OF_PAGES, b"/Count 9000000/Kids[4 0 R]"),
        (LIST_OF_PAGES, b"/Count 3/Kids[2 0 R 2 0 R]"),
        (LIST_OF_PAGES, b"/Count 2/Kids[97 0 R 98 0 R]"),
    ],
)
def test_pages_are_found_without_the_list_of_pages(old: bytes, new: bytes) -> None:
    extraction = pdf.extract(replaced(made(*ONE_TWO_THREE), old, new))
    assert extraction.text == "one\ntwo\nthree\n"
    assert extraction.notes == (
        "its list of pages is damaged: they are in the order of the file, some may be missing",
    )


@pytest.mark.parametrize("listed", [b"/Count 0/Kids[]", b"/Count 3/Kids[]", b"/Count 3/Kids 7"])
def test_refuses_a_pdf_whose_pages_are_lost(listed: bytes) -> None:
    data = replaced(made(*ONE_TWO_THREE), LIST_OF_PAGES, listed)
    with pytest.raises(KzError, match="it is a damaged PDF: no page can be found in it"):
        pdf.opened(data.replace(b"/Type/Page/", b"/Typo/Page/"))


def test_a_page_that_cant_be_found_is_told_and_the_others_are_read() -> None:
    data = changed(
        made(*ONE_TWO_THREE), lambda file: file.xref_set_key(file.page_xref(1), "Type", "/Pages")
    )
    extraction = pdf.extract(data)
    assert extraction.text == "one\nthree\n"
    assert extraction.notes == ("it should have 3 pages, but only 2 can be found",)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"[<74776f>]TJ", b")]>>[<<74"),
        (b"/Contents[9 0 R]", b"/Contents 99 0 R"),
        (b"/Kids[4 0 R 8 0 R ", b"/Kids[4 0 R 9 0 R "),
    ],
)
def test_a_page_that_cant_be_read_is_not_a_page_without_text(old: bytes, new: bytes) -> None:
    extraction = pdf.extract(replaced(made(*ONE_TWO_THREE, []), old, new))
    assert extraction.text == "one\nthree\n"
    assert extraction.notes[0] == "page 2 can't be read"


def test_several_pages_that_cant_be_read_are_told_in_short() -> None:
    data = made(*[[(72, 72, "x")]] * 8, deflate=True)
    with pymupdf.open(stream=data) as document:
        streams = [document.xref_stream_raw(page.get_contents()[0]) for page in document]
    # All streams are alike: those of pages 2, 4, 5, 6 and 8 are spoilt, counted from the end.
    parts = data.split(streams[0])
    kept = [page not in (2, 4, 5, 6, 8) for page in range(1, 9)]
    data = parts[0] + b"".join(
        (streams[0] if keep else b"\xff" * len(streams[0])) + part
        for keep, part in zip(kept, parts[1:], strict=True)
    )
    assert pdf.extract(data).notes == ("pages 2, 4-6, 8 can't be read",)


def test_a_page_that_lacks_a_part_is_told() -> None:
    data = made([(72, 72, "one")], [(72, 72, "two"), (72, 90, "more")], [(72, 72, "three")])
    extraction = pdf.extract(replaced(data, b"[9 0 R 10 0 R]", b"[9 0 R 99 0 R]"))
    assert extraction.text == "one\ntwo\nthree\n"
    assert extraction.notes == ("page 2 is damaged: some text may be missing",)


def test_annotations_are_drawn_and_are_no_text() -> None:
    def annotate(document: pymupdf.Document) -> None:
        document[0].add_freetext_annot(pymupdf.Rect(100, 100, 300, 150), "a remark")

    data = changed(made([(72, 72, "text")]), annotate)
    assert pdf.extract(data).text == "text\n"
    assert any(y > 95 for _, y in ink(pdf.draw(pdf.opened(data), 1, 1.0)))


def test_a_truncated_file_is_read_as_far_as_possible() -> None:
    data = made([(72, 72, "one")], [(72, 72, "two")])
    extraction = pdf.extract(data[: data.rindex(b"xref") - 1])
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
    extraction = pdf.extract((shared / "corpus" / "pdf" / "two-columns-3pp.pdf").read_bytes())
    first = extraction.text[: extraction.pages[0].stop]
    words = ("Two-Column", "Abstract", "This is", "Nam dui", "Nulla malesuada", "pellentesque ante")
    places = [first.index(word) for word in words]
    assert places == sorted(places)
    assert first.endswith("\n\n1\n")
