"""EPUB: its chapters in the order of the spine, read as HTML."""

import posixpath
from urllib.parse import unquote
from zipfile import ZipFile

from lxml import etree

from kzannotate.library import archives
from kzannotate.library.html import text_of
from kzannotate.library.markup import parse
from kzannotate.model.document import Extraction
from kzannotate.model.errors import KzError
from kzannotate.model.text import normalise

_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_OPF = "{http://www.idpf.org/2007/opf}"
_CIPHER = "{http://www.w3.org/2001/04/xmlenc#}CipherReference"
_CHAPTERS = ("application/xhtml+xml", "text/html")


def extract(data: bytes, _encoding: str) -> Extraction:
    """Give the text of an EPUB. Raises KzError if it is damaged or protected against copying."""
    with archives.opened(data) as archive:
        chapters = _chapters(archive)
        if _encrypted(archive) & set(chapters):
            raise KzError("it is protected against copying")
        texts = [text_of(archives.read(archive, name)) for name in chapters]
    notes = () if all(complete for _, complete in texts) else ("a chapter is nested too deeply",)
    text = normalise("\n".join(text for text, _ in texts if text))
    return Extraction(text, (), (), f"lxml {etree.__version__}", "", notes)


def _chapters(archive: ZipFile) -> list[str]:
    """The members that hold the chapters, in reading order."""
    rootfile = parse(archives.read(archive, "META-INF/container.xml")).find(
        f".//{_CONTAINER}rootfile"
    )
    if rootfile is None:
        raise KzError("it is damaged: its table of contents is missing")
    package = rootfile.get("full-path", "")
    root = parse(archives.read(archive, package))
    folder = posixpath.dirname(package)
    members = {
        item.get("id"): posixpath.normpath(posixpath.join(folder, unquote(item.get("href", ""))))
        for item in root.iter(f"{_OPF}item")
        if item.get("media-type") in _CHAPTERS
    }
    spine = [item.get("idref") for item in root.iter(f"{_OPF}itemref")]
    return [members[reference] for reference in spine if reference in members]


def _encrypted(archive: ZipFile) -> set[str]:
    """The members that only a shop's program can read; fonts may be among them."""
    if "META-INF/encryption.xml" not in archive.namelist():
        return set()
    root = parse(archives.read(archive, "META-INF/encryption.xml"))
    return {unquote(reference.get("URI", "")) for reference in root.iter(_CIPHER)}
