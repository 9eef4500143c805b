"""RTF by striprtf."""

import re

import striprtf
from striprtf.striprtf import rtf_to_text

from kzannotate.model.document import Extraction
from kzannotate.model.text import normalise

_CODE_PAGE = re.compile(rb"\\ansicpg(\d{2,5})")
_PARAGRAPH_END = re.compile(r"[^\S\n]*\n(?!\n)")


def extract(data: bytes, _encoding: str) -> Extraction:
    """Give the text of an RTF file; its paragraphs are separated by blank lines."""
    declared = _CODE_PAGE.search(data[:4096])
    code_page = f"cp{declared[1].decode()}" if declared else "cp1252"
    text = rtf_to_text(data.decode("latin-1"), encoding=code_page, errors="replace")
    text = _PARAGRAPH_END.sub("\n\n", normalise(text)).replace("|\n", "\n")
    return Extraction(normalise(text), (), (), f"striprtf {striprtf.__version__}")
