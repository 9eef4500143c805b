"""Tesseract: found, asked, and not trusted."""

import sys
from pathlib import Path

import pytest

from kzannotate.library import tesseract
from kzannotate.library.recognition import page_text
from kzannotate.library.tesseract import CancelledError, Tesseract, Word
from kzannotate.model.boxes import unpack
from kzannotate.model.document import Page, Picture
from kzannotate.model.errors import KzError
from tests import fake_tesseract

SMALL = Picture(40, 40, b"\xff" * 4800)


def never() -> bool:
    return False


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tesseract:
    fake_tesseract.install(tmp_path, monkeypatch)
    return tesseract.find()


def test_found_with_version_and_languages(program: Tesseract) -> None:
    assert program.version == "5.9.1"
    assert program.languages == tuple(sorted(set(fake_tesseract.LANGUAGES) - {"osd"}))
    assert program.known(["ru", "kk", "en", "xx"]) == ["rus", "eng"]


@pytest.mark.parametrize(
    ("platform", "packages"),
    [("linux", "tesseract-ocr-rus"), ("win32", "winget"), ("darwin", "brew install")],
)
def test_told_what_to_install(
    platform: str, packages: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(tesseract.VARIABLE, str(tmp_path / "nothing"))
    monkeypatch.setattr(sys, "platform", platform)
    with pytest.raises(KzError, match=f"Tesseract is needed: .*{packages}"):
        tesseract.find()


def test_another_program_is_not_taken_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_tesseract.install(tmp_path, monkeypatch)
    script = tmp_path / "tesseract"
    script.write_text(script.read_text().replace("tesseract 5", "teapot 5"))
    with pytest.raises(KzError, match="Tesseract is needed"):
        tesseract.find()


def test_words_are_read(program: Tesseract) -> None:
    assert program.read(SMALL, ["eng"], never) == [
        Word(1, 1, 1, (300, 300, 400, 340), "Ana"),
        Word(1, 1, 1, (420, 300, 570, 340), "Korin."),
    ]
    assert program.read(SMALL, ["rus"], never) == []


@pytest.mark.parametrize(
    ("language", "reason"),
    [
        ("fail", "Tesseract gave up on it: Error in pixRead: no picture"),
        ("garbage", "Tesseract's answer can't be understood"),
        ("noise", "Tesseract's answer can't be understood"),
    ],
)
def test_troubles_are_sentences(program: Tesseract, language: str, reason: str) -> None:
    with pytest.raises(KzError, match=reason):
        program.read(SMALL, [language], never)


def test_a_picture_larger_than_a_pipe(program: Tesseract) -> None:
    """The program begins to read it late: nothing of it may be dropped."""
    large = Picture(4000, 400, b"\xff" * 4_800_000)
    assert len(program.read(large, ["late"], never)) == 2


def test_hanging_is_ended(program: Tesseract) -> None:
    large = Picture(4000, 400, b"\xff" * 4_800_000)  # more than a pipe holds unread
    with pytest.raises(KzError, match="took too long"):
        program.read(large, ["hang"], never, seconds=0.2)


def test_cancelled_at_once(program: Tesseract) -> None:
    asked = iter([False, True])
    with pytest.raises(CancelledError):
        program.read(SMALL, ["hang"], lambda: next(asked))


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux alone")
def test_memory_is_limited(program: Tesseract) -> None:
    with pytest.raises(KzError, match="Tesseract gave up on it: MemoryError"):
        program.read(SMALL, ["greedy"], never, memory=1 << 30)


def test_a_program_that_is_gone(program: Tesseract) -> None:
    Path(program.program).unlink()
    with pytest.raises(KzError, match="can't be started"):
        program.read(SMALL, ["eng"], never)


def test_missing_languages_are_named(program: Tesseract) -> None:
    program.require(["eng", "rus"])
    with pytest.raises(KzError, match=r"lacks the language kaz: .*; it has eng, fail"):
        program.require(["eng", "kaz"])
    with pytest.raises(KzError, match="choose the languages"):
        program.require([])


def test_every_letter_gets_its_share_of_the_box() -> None:
    words = [
        Word(1, 1, 1, (300, 300, 400, 340), "Ana"),
        Word(1, 1, 1, (420, 290, 570, 340), "Korin"),
        Word(1, 1, 2, (300, 350, 400, 390), "Maren"),
        Word(2, 1, 1, (300, 500, 400, 540), "caf\u0065\u0301"),
    ]
    page = Page(1, 0, 0, 595.0, 842.0)
    text, packed = page_text(page, Picture(2479, 3508, b""), words)
    assert text == "Ana Korin\nMaren\n\ncaf\u00e9\n"
    boxes = unpack(packed)
    assert len(boxes) == len(text)
    assert boxes[0] == pytest.approx((72, 72, 80, 81.6), abs=0.1)
    assert boxes[3] == pytest.approx((96, 69.6, 100.8, 81.6), abs=0.1)
    assert boxes[8] == pytest.approx((129.6, 69.6, 136.8, 81.6), abs=0.1)
    assert boxes[9] is None
    assert boxes[text.index("\u00e9")] == pytest.approx((86.4, 120, 96, 129.6), abs=0.1)


def test_a_page_without_words() -> None:
    assert page_text(Page(1, 0, 0, 595.0, 842.0), SMALL, []) == ("", b"")
