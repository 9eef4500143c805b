"""Bytes of a plain text to letters, in whatever encoding they were written."""

import codecs
import re
from dataclasses import dataclass

from kzannotate.model.errors import KzError

ENCODINGS: tuple[str, ...] = (
    "utf-8",
    "utf-16-le",
    "utf-16-be",
    "utf-32-le",
    "utf-32-be",
    "windows-1250",
    "windows-1251",
    "windows-1252",
    "windows-1254",
    "iso-8859-1",
    "iso-8859-2",
    "iso-8859-5",
    "iso-8859-9",
    "iso-8859-15",
    "kz1048",
    "ptcp154",
    "koi8-r",
    "koi8-u",
    "cp850",
    "cp866",
    "mac-roman",
    "mac-cyrillic",
)
"""Those offered to the researcher, under names that Python knows."""

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
# Among which chardet chooses. Asked about all at once it took an Italian text with few accents for
# Cyrillic; how the letters beyond ASCII stand together tells the script beforehand. Those left out
# (mac-roman, cp850 and the like) are rare and were guessed wrongly for short texts.
_LATIN = ("cp1252", "cp1250", "cp1254", "iso8859-2")
_CYRILLIC = ("cp1251", "kz1048", "ptcp154", "koi8-r", "koi8-u", "cp866", "iso8859-5")
_LATIN_WORD = re.compile(rb"[a-zA-Z][\x80-\xff]|[\x80-\xff][a-zA-Z]")
_CYRILLIC_WORD = re.compile(rb"[\x80-\xff]{3}")
# https://encoding.spec.whatwg.org/#names-and-labels
_AS_BROWSERS_DO = dict.fromkeys(("iso-8859-1", "latin1", "us-ascii", "ascii"), "cp1252")
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"
_SAMPLE = 200_000
# What a text in a wide encoding is made of if the encoding was guessed right: printable ASCII and
# line ends, Latin, Greek, Cyrillic and their neighbours, general punctuation.
_LIKELY = re.compile("[\t\n\r\x20-\x7e\xa0-\u07ff\u1e00-\u20cf]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and how its letters were told."""

    text: str
    encoding: str
    """One of `ENCODINGS`, or what the file itself declares."""
    note: str = ""
    """What the researcher should know, or empty: that the encoding is a guess."""


def decode(data: bytes, encoding: str = "") -> Decoded:
    """Decode a plain text; `encoding` overrules what would be guessed.

    Raises KzError if the bytes are no text, not in `encoding`, or if that isn't in `ENCODINGS`.
    """
    if encoding:
        return _as_told(data, encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _marked(data.removeprefix(mark), name)
    wide = _wide_encoding(data)
    if wide:
        return Decoded(data.decode(wide, "replace"), wide, _guessed(wide))
    if is_binary(data):
        raise KzError("it is not a kind of file that can be read here")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _damaged_utf8(data) or _guess(data)


def declared(data: bytes, encoding: str) -> Decoded | None:
    """Decode by the name of any encoding that a file itself declares; None if it isn't in that."""
    try:
        name = _offered(_AS_BROWSERS_DO.get(encoding.lower(), encoding))
        return Decoded(data.decode(name), name)
    except (LookupError, ValueError):
        return None


def is_binary(data: bytes) -> bool:
    """Whether bytes that are in no wide encoding are no text: too many control characters."""
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls * 100 > len(sample)


def _as_told(data: bytes, encoding: str) -> Decoded:
    try:
        name = _offered(encoding)
    except (LookupError, ValueError):
        name = ""
    if name not in ENCODINGS:
        raise KzError(f"`{encoding}` is not an encoding known here")
    try:
        return Decoded(data.decode(name).removeprefix("\ufeff"), name)
    except UnicodeDecodeError as error:
        raise KzError(f"it is not in {name}: see byte {error.start}") from error


def _marked(data: bytes, name: str) -> Decoded:
    text = data.decode(name, "replace")
    return Decoded(text, name, _damage(text, name))


def _damage(text: str, name: str) -> str:
    lost = text.count("\ufffd")
    return f"damaged {name}: what could not be read is shown as \ufffd ({lost})" if lost else ""


def _wide_encoding(data: bytes) -> str:
    """The encoding of two or four bytes a letter that explains the NULs in `data`, or empty."""
    sample = data[: _SAMPLE & ~3]
    if b"\0" not in sample:
        return ""
    return next((name for name in _WIDE if _explains(sample, name)), "")


def _explains(sample: bytes, name: str) -> bool:
    size = 4 if "32" in name else 2
    try:
        text = sample[: len(sample) // size * size].decode(name)
    except UnicodeDecodeError:
        return False
    return len(_LIKELY.findall(text)) * 10 >= len(text) * 9 and text != ""


def _damaged_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes, as a cut or a bad copy leaves it, if it is that."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    letters = sum(not part.isascii() for part in text[:_SAMPLE].split())
    return Decoded(text, "utf-8", _damage(text, "utf-8")) if broken * 10 < letters else None


def _guess(data: bytes) -> Decoded:
    import chardet  # takes 100 ms, and few texts need it

    sample = data[:_SAMPLE]
    latin = len(_LATIN_WORD.findall(sample)) >= len(_CYRILLIC_WORD.findall(sample))
    among = _LATIN if latin else _CYRILLIC
    found = chardet.detect(sample, include_encodings=among, no_match_encoding=among[0])
    name = _offered(found["encoding"] or among[0])
    return Decoded(data.decode(name, "replace"), name, _guessed(name))


def _offered(name: str) -> str:
    """The name among `ENCODINGS` of an encoding, else Python's. Raises LookupError, ValueError."""
    codec = codecs.lookup(name).name
    return next((offered for offered in ENCODINGS if codecs.lookup(offered).name == codec), codec)


def _guessed(name: str) -> str:
    return f"read as {name} (guessed)"
