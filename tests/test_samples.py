"""The sample corpus is what the demonstration and the help take it for."""

import json
import runpy
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from kzannotate import paths
from kzannotate.library.reader import Reader
from kzannotate.library.sources import read_source
from kzannotate.model.document import Extraction

SAMPLE = paths.resources() / "sample"
LANGUAGES = {
    "assembly-2024-resolution-fr.txt": {"fr"},
    "council-2024-motion-fr-nl.pdf": {"fr", "nl"},
    "court-2024-decision-ru.txt": {"ru"},
    "monitors-2024-report-en.html": {"en"},
    "osservatorio-2024-lettera-it.txt": {"it"},
}


@pytest.fixture(scope="module")
def extractions() -> Iterator[dict[str, Extraction]]:
    with Reader() as reader:
        yield {name: reader.extract(read_source(SAMPLE / name)) for name in LANGUAGES}


def test_each_document_is_read_in_its_languages(extractions: dict[str, Extraction]) -> None:
    read = {
        name: {passage.language for passage in extraction.passages}
        for name, extraction in extractions.items()
    }
    assert read == LANGUAGES


def test_each_document_is_short(extractions: dict[str, Extraction]) -> None:
    assert all(300 <= len(each.text.split()) <= 650 for each in extractions.values())


def test_each_quote_stands_once_in_its_document(extractions: dict[str, Extraction]) -> None:
    lines = (SAMPLE / "annotations.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    assert [row for row in rows if extractions[row["document"]].text.count(row["quote"]) != 1] == []
    assert {(row["document"], row["code"]) for row in rows} == {
        (name, code) for name in LANGUAGES for code in ("demand", "victim", "legal_article")
    }
    assert max(Counter((row["document"], row["quote"]) for row in rows).values()) == 1


def test_columns_are_read_one_after_the_other(extractions: dict[str, Extraction]) -> None:
    text = extractions["council-2024-motion-fr-nl.pdf"].text
    order = ["RAAD DER PROVINCIËN", "DÉVELOPPEMENTS", "nous\ntaire", "TOELICHTING", "niet zwijgen"]
    places = [text.index(piece) for piece in order]
    assert places == sorted(places)


def test_the_script_makes_the_very_pdf_that_is_kept(tmp_path: Path) -> None:
    make = runpy.run_path(str(SAMPLE / "make_pdf.py"))["make"]
    make(tmp_path / "made.pdf")
    kept = (SAMPLE / "council-2024-motion-fr-nl.pdf").read_bytes()
    assert (tmp_path / "made.pdf").read_bytes() == kept
