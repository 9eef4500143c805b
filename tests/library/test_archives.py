"""Archives from strangers."""

import io
import zipfile

import pytest

from kzannotate.library import archives
from kzannotate.model.errors import KzError
from tests.library.conftest import zipped


def refusal(data: bytes) -> str:
    with pytest.raises(KzError) as caught:
        archives.kind_of_zip(data)
    return str(caught.value)


@pytest.mark.parametrize(
    ("members", "kind"),
    [
        ({"mimetype": "application/vnd.oasis.opendocument.text"}, "odt"),
        ({"mimetype": "application/vnd.oasis.opendocument.text-template\n"}, "odt"),
        ({"mimetype": "application/epub+zip"}, "epub"),
        ({"META-INF/container.xml": "<x/>"}, "epub"),
        ({"[Content_Types].xml": "<x/>", "word/document.xml": "<x/>"}, "docx"),
    ],
)
def test_what_is_inside_tells_the_kind(members: dict[str, str], kind: str) -> None:
    assert archives.kind_of_zip(zipped(members)) == kind


def test_refuses_an_archive_of_something_else() -> None:
    assert "without a text" in refusal(zipped({"letter.pdf": b"%PDF-"}))
    assert "without a text" in refusal(zipped({"[Content_Types].xml": "", "xl/workbook.xml": ""}))


def test_refuses_bombs_before_unpacking_them() -> None:
    assert refusal(zipped({"mimetype": b"\0" * 10_000_000})) == "it unpacks to far too much"
    assert refusal(zipped({str(n): "" for n in range(20_001)})) == "it unpacks to far too much"


def test_refuses_what_is_cut_off_or_locked() -> None:
    whole = zipped({"mimetype": "application/epub+zip"})
    assert refusal(whole[:-20]) == "it is a damaged archive"
    locked = bytearray(whole)
    locked[whole.index(b"PK\x01\x02") + 8] |= 1
    assert refusal(bytes(locked)) == "it is protected by a password"


def test_refuses_a_member_that_is_missing_or_broken() -> None:
    whole = bytearray(zipped({"mimetype": "application/epub+zip", "a": b"some text " * 50}))
    whole[whole.index(b"PK\x03\x04", 10) + 40] ^= 0xFF
    with zipfile.ZipFile(io.BytesIO(bytes(whole))) as archive:
        with pytest.raises(KzError, match="it is damaged: b is missing in it"):
            archives.read(archive, "b")
        with pytest.raises(KzError, match="it is damaged: a in it can't be unpacked"):
            archives.read(archive, "a")
