"""ocr."""

import json
from pathlib import Path

import pymupdf
import pytest

from kzannotate.library import tesseract
from tests import fake_tesseract
from tests.cli.conftest import Kz


@pytest.fixture
def scans(kz: Kz, corpus: Path) -> Path:
    """The letters, and two documents with pages that have no text."""
    for name, pages in (("a.pdf", 2), ("b.pdf", 1)):
        file = pymupdf.open()
        for _ in range(pages):
            file.new_page()
        file[0].insert_text((72, 72), "Free" if pages > 1 else "")
        file.save(corpus.parent / name)
        assert kz("add", corpus, corpus.parent / name).code == 0
    return corpus


def test_every_page_without_text(
    kz: Kz, scans: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_tesseract.install(tmp_path, monkeypatch)
    first, second = map(
        json.loads, kz("ocr", scans, "--languages", "eng", "--json").out.splitlines()
    )
    assert (first["document"], first["pages"]) == ("a.pdf", [2])
    assert (second["document"], second["pages"]) == ("b.pdf", [1])
    listed = map(json.loads, kz("documents", scans, "--json").out.splitlines())
    assert {one["document"]: one["ocr"] for one in listed} == {
        "a.pdf": [2],
        "b.pdf": [1],
        "lettre.txt": [],
        "письмо.txt": [],
    }
    assert kz("ocr", scans).out == "There is no page without text.\n"
    assert kz("check", scans).code == 0
    kz("undo", scans)
    ran = kz("ocr", scans, "b.pdf", "--languages", "eng")
    assert ran.out == "b.pdf: page 1; 11 characters in all\n"


def test_refusals(kz: Kz, scans: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_tesseract.install(tmp_path, monkeypatch)
    ran = kz("ocr", scans, "a.pdf", "lettre.txt", "--languages", "fail")
    assert ran.code == 1
    assert ran.err.splitlines() == [
        "a.pdf: page 2: Tesseract gave up on it: Error in pixRead: no picture",
        "lettre.txt: it has no page without text",
    ]
    assert "lacks the language kaz" in kz("ocr", scans, "--languages", "rus+kaz").err
    assert "there is no such document" in kz("ocr", scans, "nowhere.pdf").err


def test_without_tesseract(kz: Kz, scans: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(tesseract.VARIABLE, "nothing")
    ran = kz("ocr", scans)
    assert ran.code == 1
    assert ran.err.startswith("to recognise text the program Tesseract is needed: install")
