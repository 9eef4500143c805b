"""The one definition of the text that every offset points into."""

import unicodedata


def normalise(text: str) -> str:
    """Give the canonical form of an extracted text.

    Line ends become ``\\n``, NUL and lone surrogates (which no file can hold) are dropped, the
    rest is composed (NFC). Idempotent. Every offset in the store, the index, the exports and the
    command line is a code point of this form, half-open.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").replace("\ufeff", "")
    if not text.isascii():
        text = text.encode("utf-8", "ignore").decode("utf-8")
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Without case and accents, as the filters of the window compare."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
