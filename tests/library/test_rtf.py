"""RTF files to text. All sentences are invented."""

from kzannotate.library.rtf import extract


def test_paragraphs_code_page_and_unicode() -> None:
    data = rb"""{\rtf1\ansi\ansicpg1251{\fonttbl{\f0 Arial;}}\f0
{\b \'cd\'e5\'f2}, \u1179?\'eb.\par Second paragraph\line with a line.\par}"""
    assert extract(data, "").text == "Нет, қл.\n\nSecond paragraph\n\nwith a line.\n\n"


def test_western_when_nothing_is_declared() -> None:
    assert extract(rb"{\rtf1 l\'92\'e9t\'e9}", "").text == "l’été"
