"""ODT files to text. All sentences are invented."""

import pytest

from kzannotate.library.odt import extract
from kzannotate.model.errors import KzError
from tests.library.conftest import zipped

NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table")
)


def made(body: str, manifest: str = "<manifest/>") -> bytes:
    content = f"<office:document-content {NAMESPACES}><office:body><office:text>{body}"
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": manifest,
            "content.xml": content + "</office:text></office:body></office:document-content>",
        }
    )


def test_headings_paragraphs_lists_and_tables_in_their_order() -> None:
    body = """<text:h>Appel</text:h><text:p>Nous <text:span>demandons</text:span>
        la<text:s text:c="2"/>libération</text:p>
        <text:list><text:list-item><text:p>un</text:p></text:list-item></text:list>
        <table:table><table:table-row>
        <table:table-cell><text:p>Nom</text:p></table:table-cell>
        <table:table-cell><text:p>Âge</text:p></table:table-cell></table:table-row></table:table>
        <text:p>a<text:tab/>b<text:line-break/>c</text:p>"""
    expected = "Appel\n\nNous demandons la libération\n\nun\n\nNom\tÂge\n\na\tb\nc\n"
    assert extract(made(body), "").text == expected


def test_a_footnote_stands_at_the_end_and_its_number_where_it_was() -> None:
    body = """<text:p>détenue<text:note><text:note-citation>i</text:note-citation><text:note-body>
        <text:p>Voir la lettre.</text:p></text:note-body></text:note> depuis mars</text:p>"""
    assert extract(made(body), "").text == "détenue[1] depuis mars\n\n[1] Voir la lettre.\n"


def test_comments_and_tracked_deletions_are_no_text() -> None:
    body = """<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>
        <text:p>kept<office:annotation><text:p>a comment</text:p></office:annotation>!</text:p>"""
    assert extract(made(body), "").text == "kept!\n"


def test_refuses_a_password() -> None:
    with pytest.raises(KzError, match="it is protected by a password"):
        extract(made("", "<manifest><encryption-data/></manifest>"), "")
