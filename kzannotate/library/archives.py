"""Zip archives from strangers: limits are checked before anything is unpacked."""

import io
import zipfile
import zlib

from kzannotate.model.errors import KzError

_MEMBERS = 20_000
_TOTAL = 512 * 1024 * 1024
_TEXT = 64 * 1024 * 1024
_SMALL = 1024 * 1024
_RATIO = 200
"""How many times its packed size a member larger than `_SMALL` may be: text packs to a tenth."""


def kind_of_zip(data: bytes) -> str:
    """Tell a DOCX, ODT or EPUB by what is inside; KzError for any other archive."""
    with opened(data) as archive:
        names = set(archive.namelist())
        kind = read(archive, "mimetype").strip() if "mimetype" in names else b""
    if kind.startswith(b"application/vnd.oasis.opendocument.text"):
        return "odt"
    if kind == b"application/epub+zip" or "META-INF/container.xml" in names:
        return "epub"
    if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names):
        return "docx"
    raise KzError("it is an archive without a text that can be read here; unpack it first")


def opened(data: bytes) -> zipfile.ZipFile:
    """Open an archive. Raises KzError if it is damaged, encrypted, or unpacks to too much."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise KzError("it is a damaged archive") from error
    members = archive.infolist()
    if any(member.flag_bits & 1 for member in members):
        raise KzError("it is protected by a password")
    if len(members) > _MEMBERS or sum(member.file_size for member in members) > _TOTAL:
        raise KzError("it unpacks to far too much")
    if any(_is_bomb(member) for member in members):
        raise KzError("it unpacks to far too much")
    return archive


def read(archive: zipfile.ZipFile, name: str) -> bytes:
    """Unpack a member that holds text. Raises KzError if it is missing, too large or damaged."""
    try:
        member = archive.getinfo(name)
        if member.file_size > _TEXT:
            raise KzError("it unpacks to far too much")
        return archive.read(member)
    except KeyError as error:
        raise KzError(f"it is damaged: {name} is missing in it") from error
    except (
        zipfile.BadZipFile,
        NotImplementedError,
        EOFError,
        OSError,
        zlib.error,
    ) as error:
        raise KzError(f"it is damaged: {name} in it can't be unpacked") from error


def _is_bomb(member: zipfile.ZipInfo) -> bool:
    return member.file_size > max(_SMALL, member.compress_size * _RATIO)
