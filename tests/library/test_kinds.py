"""What a file is."""

import pytest

from kzannotate.library.kinds import kind_of
from kzannotate.model.errors import KzError
from tests.library.conftest import source


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.pdf", b"%PDF-1.7", "pdf"),
        ("a.txt", b"\n %PDF-1.7", "pdf"),
        ("a.pdf", b"rubbish\n%PDF-1.4", "pdf"),
        ("a.txt", b"A file that begins with %PDF-1.4 is a PDF.", "text"),
        ("a.pdf", b"An apology", "text"),
        ("a.pdf", b"PK\x03\x04", "zip"),
        ("a.doc", b"{\\rtf1}", "rtf"),
        ("a.txt", b"<!DOCTYPE html>", "html"),
        ("a.txt", b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- x --><html>", "html"),
        ("a.txt", "\ufeff<html>".encode("utf-16-le"), "html"),
        ("a.HTM", b"<p>x", "html"),
        ("a.md", b"# Title <b>", "text"),
        ("a", b"\0\0", "text"),
    ],
)
def test_content_decides_and_then_the_name(name: str, data: bytes, kind: str) -> None:
    assert kind_of(source(name, data)) == kind


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\xff\xd8\xff\xe0JFIF", "it is a picture, not a text"),
        (b"\xd0\xcf\x11\xe0\xa1", "it is in an old Office format: save it as DOCX or PDF first"),
        (b"SQLite format 3\0", "it is a database, not a text"),
    ],
)
def test_refuses_what_it_knows_to_be_no_text(data: bytes, reason: str) -> None:
    with pytest.raises(KzError) as caught:
        kind_of(source("scan.pdf", data))
    assert str(caught.value) == reason
