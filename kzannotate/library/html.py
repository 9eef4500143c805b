"""HTML: what a browser would show of its body, roughly."""

import re
from typing import Any

import lxml.html
from lxml import etree

from kzannotate.library import encoding as encodings
from kzannotate.library.markup import Markup, prose
from kzannotate.model.document import Extraction
from kzannotate.model.text import normalise

_BLOCKS = """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol
    p pre section summary table tbody tfoot thead ul
    """
_SKIPPED = """
    head script style template noscript iframe object svg math canvas audio video select textarea
    button
    """
_MARKUP = Markup(
    blocks=frozenset(_BLOCKS.split()),
    skipped=frozenset(_SKIPPED.split()),
    rows=frozenset(["tr"]),
    cells=frozenset(["td", "th"]),
    signs={"br": lambda _: "\n"},
    collapsed=True,
    kept=frozenset(["pre"]),
)
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?([\w.:-]+)""", re.I
)
_HEAD = 4096


def extract(data: bytes, encoding: str) -> Extraction:
    """Give the text of an HTML file; its encoding is as told, marked, declared, or guessed."""
    decoded = _decoded(data, encoding)
    text, complete = text_of(decoded.text.encode("utf-8", "ignore"))
    notes = [decoded.note] if decoded.note else []
    notes += [] if complete else ["it is nested too deeply to be read to its end"]
    return Extraction(
        normalise(text), (), (), f"lxml {etree.__version__}", decoded.encoding, tuple(notes)
    )


def text_of(data: bytes) -> tuple[str, bool]:
    """The text of HTML in UTF-8, and whether all of it could be read."""
    parser = lxml.html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root: Any = lxml.html.document_fromstring(data, parser=parser)
    except etree.ParserError:  # there is no element in it
        return "", True
    complete = not any("depth" in entry.message for entry in parser.error_log)
    return prose(root, _MARKUP), complete


def _decoded(data: bytes, encoding: str) -> encodings.Decoded:
    found = encodings.decode(data, encoding)
    declared = _DECLARED.search(data[:_HEAD])
    if encoding or not found.note or not declared:
        return found
    return encodings.declared(data, declared[1].decode("ascii")) or found
