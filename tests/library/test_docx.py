"""DOCX files to text. All sentences are invented."""

import io
import zipfile

import docx

from kzannotate.library.docx import extract
from tests.library.conftest import zipped

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
TYPES = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
    <Default Extension="rels"
    ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
    <Default Extension="xml" ContentType="application/xml"/>
    <Override PartName="/word/document2.xml" ContentType=
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
RELATION = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
    <Relationship Id="r1" Target="{}" Type=
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}"/></Relationships>"""


def made(body: str, footnotes: str = "") -> bytes:
    """A DOCX as small as can be; its main part has another name than Word's usual one."""
    return zipped(
        {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": RELATION.format("word/document2.xml", "officeDocument"),
            "word/_rels/document2.xml.rels": RELATION.format("footnotes.xml", "footnotes"),
            "word/footnotes.xml": f"<w:footnotes {W}>{footnotes}</w:footnotes>",
            "word/document2.xml": f"<w:document {W} {MC}><w:body>{body}</w:body></w:document>",
        }
    )


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_paragraphs_headings_lists_and_tables_in_their_order() -> None:
    document = docx.Document()
    document.add_heading("Appel", 1)
    document.add_paragraph("Nous demandons la ").add_run("libération").bold = True
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ["Nom", "Âge", "Z. Vautrain", "31"], strict=True):
        cell.text = text
    document.add_paragraph("un point", style="List Bullet")
    buffer = io.BytesIO()
    document.save(buffer)
    extraction = extract(buffer.getvalue(), "")
    expected = "Appel\n\nNous demandons la libération\n\nNom\tÂge\n\nZ. Vautrain\t31\n\nun point\n"
    assert extraction.text == expected
    assert extraction.extractor == f"python-docx {docx.__version__}"


def test_a_footnote_stands_at_the_end_and_its_number_where_it_was() -> None:
    body = """<w:p><w:r><w:t>détenue</w:t><w:footnoteReference w:id="7"/>
        <w:t> depuis mars</w:t></w:r></w:p>"""
    notes = f"<w:footnote w:id='-1'>{paragraph('x')}</w:footnote><w:footnote w:id='7'>"
    notes += f"{paragraph('Voir la lettre.')}</w:footnote>"
    assert extract(made(body, notes), "").text == "détenue[1] depuis mars\n\n[1] Voir la lettre.\n"


def test_tabs_line_ends_links_insertions_and_text_boxes_are_text() -> None:
    body = """<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>
        <w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/></w:r>
        <w:ins><w:r><w:t xml:space="preserve"> d </w:t></w:r></w:ins>
        <w:hyperlink><w:r><w:t>e</w:t></w:r></w:hyperlink>
        <w:sdt><w:sdtContent><w:r><w:t>f</w:t></w:r></w:sdtContent></w:sdt></w:p>"""
    assert extract(made(body), "").text == "a\tb\nc\u2011 d ef\n"


def test_deletions_field_codes_and_copies_for_old_programs_are_not() -> None:
    body = f"""<w:p><w:del><w:r><w:delText>gone</w:delText><w:t>gone</w:t></w:r></w:del>
        <w:r><w:instrText>PAGE</w:instrText><w:t>kept</w:t></w:r>
        <mc:AlternateContent><mc:Choice>{paragraph("box")}</mc:Choice>
        <mc:Fallback>{paragraph("box")}</mc:Fallback></mc:AlternateContent></w:p>"""
    assert extract(made(body), "").text == "kept\n\nbox\n"


def test_long_cells_are_set_below_each_other() -> None:
    left, right = ("Une phrase. " * 20).strip(), ("Een zin. " * 20).strip()
    row = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in (left, right))
    text = extract(made(f"<w:tbl><w:tr>{row}</w:tr></w:tbl>"), "").text
    assert text == f"{left}\n{right}\n"


def test_parts_can_be_as_deep_as_they_like() -> None:
    nested = "<w:sdt>" * 200 + paragraph("deep") + "</w:sdt>" * 200
    assert extract(made(nested), "").text == "deep\n"


def test_the_made_file_is_a_package() -> None:
    assert zipfile.ZipFile(io.BytesIO(made(""))).testzip() is None
