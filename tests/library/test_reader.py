"""The reader and its process, with real files, good ones and hostile ones."""

import io
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import docx
import pytest

from kzannotate.library.reader import Reader
from kzannotate.library.sources import find_files, read_source
from kzannotate.model.boxes import unpack
from kzannotate.model.errors import KzError
from kzannotate.model.text import normalise
from tests.library import test_docx, test_epub, test_odt
from tests.library.conftest import Extract, source, zipped
from tests.library.test_pdf import made

PDF = source("letter.pdf", made([(72, 72, "Nous demandons la libération."), (72, 90, "Signé")]))
OTHER = source("other.pdf", made([(72, 72, "Wij vragen de vrijlating van de advocaat.")]))


def refusal(extract: Extract, name: str, data: bytes, encoding: str = "") -> str:
    with pytest.raises(KzError) as caught:
        extract(name, data, encoding)
    return str(caught.value)


def a_docx(text: str) -> bytes:
    document, buffer = docx.Document(), io.BytesIO()
    document.add_paragraph(text)
    document.save(buffer)
    return buffer.getvalue()


def test_plain_text_starts_no_process_and_loads_nothing_heavy() -> None:
    script = """
import sys
from kzannotate.library.reader import Reader
from kzannotate.model.document import Source
reader = Reader()
found = reader.extract(Source("a.txt", "Elle demande la libération.\\r\\n".encode(), "0"))
assert found.text == "Elle demande la libération.\\n", found
assert reader._process is None
assert not {"pymupdf", "lxml", "docx", "striprtf", "chardet"} & set(sys.modules)
"""
    root = Path(__file__).resolve().parents[2]
    subprocess.run([sys.executable, "-c", script], check=True, cwd=root)


def test_plain_text_in_a_guessed_and_in_a_told_encoding(extract: Extract) -> None:
    data = "Власти не освободили её, и никто не знает, где она.\r\n".encode("cp1251")
    found = extract("письмо.txt", data)
    assert (found.encoding, found.notes) == ("windows-1251", ("read as windows-1251 (guessed)",))
    assert found.text == "Власти не освободили её, и никто не знает, где она.\n"
    assert [passage.language for passage in found.passages] == ["ru"]
    assert (found.pages, found.extractor) == ((), "text 1")
    assert extract("письмо.txt", data, "koi8-r").text != found.text
    assert refusal(extract, "письмо.txt", data, "utf-8") == "it is not in utf-8: see byte 0"


def test_every_format_through_the_process(extract: Extract) -> None:
    files = {
        "a.pdf": PDF.data,
        "a.docx": a_docx("Nous demandons la libération."),
        "a.odt": test_odt.made("<text:p>Nous demandons la libération.</text:p>"),
        "a.epub": test_epub.made(),
        "a.html": b"<p>Nous demandons la lib&eacute;ration.",
        "a.rtf": rb"{\rtf1 Nous demandons la lib\'e9ration.}",
        "a.md": "# Appel\n\nNous demandons la libération.".encode(),
    }
    for name, data in files.items():
        found = extract(name, data)
        assert found.text == normalise(found.text)
        assert found.passages[-1].stop == len(found.text)
        assert found.notes == ()
        assert "libération" in found.text or name == "a.epub"


def test_why_nothing_could_be_read_is_told(extract: Extract) -> None:
    deep = b"<html>" + b"<div>" * 1000 + b"words"
    assert refusal(extract, "a.html", deep) == (
        "there is no text in it; it is nested too deeply to be read to its end"
    )


def test_boxes_come_through_the_process(reader: Reader) -> None:
    found = reader.extract(PDF)
    boxes = unpack(found.pages[0].boxes)
    assert len(boxes) == len(found.text) == found.pages[0].stop
    assert [passage.page for passage in found.passages] == [1, 1]


def test_the_content_decides_and_the_name_is_told_to_be_wrong(extract: Extract) -> None:
    assert extract("a.pdf", b"An apology.").notes == ("it says PDF but is plain text",)
    assert extract("a.pdf", a_docx("Oui.")).notes == ("it says PDF but is DOCX",)
    assert extract("a.docx", PDF.data).notes == ("it says DOCX but is PDF",)
    assert extract("a.txt", PDF.data).notes == ()


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b" \n\n", "there is no text in it"),
        ("a.html", b"<html><script>1</script></html>", "there is no text in it"),
        ("a.docx", test_docx.made(""), "there is no text in it"),
        ("a.bin", bytes(range(256)) * 9, "it is not a kind of file that can be read here"),
        ("a.zip", zipped({"a.txt": "x"}), "it is an archive without a text that can be read here"),
        ("a.docx", a_docx("x")[:-99], "it is a damaged archive"),
        (
            "a.docx",
            zipped({"[Content_Types].xml": "<", "word/a": ""}),
            "it can't be read: the file",
        ),
        ("a.odt", test_odt.made("<text:p>"), "it can't be read: the file may be damaged"),
        ("a.pdf", b"%PDF-1.4\nnothing", "it can't be opened as a PDF: the file is damaged"),
    ],
)
def test_refusals_leave_the_reader_alive(
    extract: Extract, reader: Reader, name: str, data: bytes, reason: str
) -> None:
    assert refusal(extract, name, data).startswith(reason)
    assert reader.extract(PDF).text


def test_entities_of_a_hostile_file_are_not_resolved(extract: Extract, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    bomb = "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10}">' for n in range(1, 12))
    for definition, use in (
        (f'<!ENTITY x SYSTEM "{secret.as_uri()}">', "&x;"),
        (f'<!ENTITY b0 "lol">{bomb}', "&b11;"),
    ):
        members = {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": "<manifest/>",
            "content.xml": f"""<!DOCTYPE x [{definition}]><o:document-content
                xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><o:text>
                <t:p>before{use}after</t:p></o:text></o:document-content>""",
        }
        try:
            text = extract("a.odt", zipped(members)).text
        except KzError:
            continue
        assert "secret" not in text
        assert "lol" not in text


def test_deep_nesting_hurts_nobody(extract: Extract) -> None:
    deep = test_odt.made("<text:section>" * 5000 + "<text:p>x</text:p>" + "</text:section>" * 5000)
    assert refusal(extract, "a.odt", deep).startswith("it can't be read")
    assert extract("a.html", b"top" + b"<b>" * 50_000 + b"x").text.startswith("top")
    assert extract("a.rtf", rb"{\rtf1 " + b"{" * 50_000 + b"x" + b"}" * 50_001).text == "x"


def test_a_zip_bomb_is_refused_before_it_is_unpacked(extract: Extract) -> None:
    members: dict[str, bytes | str] = {
        "[Content_Types].xml": "<x/>",
        "word/document.xml": b" " * 50_000_000,
    }
    assert refusal(extract, "a.docx", zipped(members)) == "it unpacks to far too much"


def test_pages_are_drawn_and_the_bytes_sent_once(reader: Reader) -> None:
    first = reader.draw(PDF, 1, 1.0)
    assert (first.width, first.height, len(first.rgb)) == (595, 842, 595 * 842 * 3)
    without_bytes = source(PDF.name, b"%PDF-")
    kept = type(PDF)(PDF.name, without_bytes.data, PDF.sha256)
    assert reader.draw(kept, 1, 1.0) == first
    assert reader.draw(OTHER, 1, 1.0) != first
    assert reader.draw(PDF, 1, 0.5).width == 298


def test_refuses_to_draw_what_has_no_pages(reader: Reader) -> None:
    with pytest.raises(KzError, match="it has no pages to draw"):
        reader.draw(source("a.txt", b"text"), 1, 1.0)
    with pytest.raises(KzError, match="it has no page 7"):
        reader.draw(PDF, 7, 1.0)
    assert reader.draw(PDF, 1, 0.1).width == 60


def test_plain_text_is_the_same_through_the_process() -> None:
    letter = source("a.txt", "Власти не освободили её.\r\n\r\n- Où est-elle ?\n".encode())
    with Reader() as reader:
        here = reader.extract(letter)
        reader.start()
        there = reader.extract(letter)
    assert here == there
    assert len(here.passages) == 2


def test_a_reader_that_was_stopped_says_so_and_starts_again() -> None:
    slow = source("a.html", b"<p>word</p>" * 1_000_000)
    with Reader() as reader, ThreadPoolExecutor(1) as thread:
        reader.start()
        reading = thread.submit(reader.extract, slow)
        while not reading.done():  # it may not have begun when it is stopped for the first time
            reader.stop()
        with pytest.raises(KzError):
            reading.result()
        assert reader.extract(PDF).text


def test_what_takes_too_long_is_stopped_and_the_reader_starts_again() -> None:
    with Reader(seconds=0.001) as hasty:
        with pytest.raises(KzError, match="reading it took too long"):
            hasty.extract(PDF)
        hasty._seconds = 60.0
        assert hasty.extract(PDF).text.startswith("Nous")


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_a_crash_is_told_and_the_reader_starts_again() -> None:
    with Reader() as reader:
        reader.draw(PDF, 1, 0.1)
        assert reader._process
        os.kill(reader._process.pid, signal.SIGSTOP)
        os.kill(reader._process.pid, signal.SIGSEGV)
        os.kill(reader._process.pid, signal.SIGCONT)
        with pytest.raises(KzError, match="the reader crashed on it: the file may be damaged"):
            reader._exchange({"verb": "draw"}, [])
        assert reader.draw(PDF, 1, 0.1).width == 60


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_a_process_that_was_killed_meanwhile_is_no_files_fault() -> None:
    with Reader() as reader:
        reader.draw(PDF, 1, 0.1)
        assert reader._process
        reader._process.kill()
        reader._process.wait()
        assert reader.draw(PDF, 1, 0.1).width == 60


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits an address space reliably")
def test_memory_is_limited() -> None:
    with Reader(memory=400 << 20) as reader:
        assert reader.extract(PDF).text
        with pytest.raises(KzError, match="it needs more memory than the reader may use"):
            reader.extract(source("a.html", b"<p>word</p>" * 4_000_000))
        assert reader.extract(PDF).text


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits an address space reliably")
def test_a_file_larger_than_the_memory_is_told_as_that() -> None:
    with Reader(memory=400 << 20) as small:
        assert small.extract(PDF).text
        with pytest.raises(KzError, match="it needs more memory than the reader may use"):
            small.extract(source("a.html", b"<p>word</p>" * 30_000_000))


def test_the_process_ends_with_its_input() -> None:
    reader = Reader()
    reader.extract(PDF)
    process = reader._process
    assert process and process.stdin
    process.stdin.close()
    assert process.wait(timeout=30) == 0
    reader.close()
    reader.close()


@pytest.mark.corpus
def test_all_good_files_of_the_researchers_are_read(reader: Reader, shared: Path) -> None:
    for path in find_files([shared / "corpus" / "seeds", shared / "corpus" / "pdf"]):
        found = reader.extract(read_source(path))
        assert found.text == normalise(found.text)
        assert (found.passages[-1].stop if found.passages else 0) == len(found.text)
        assert [len(unpack(p.boxes)) for p in found.pages] == [
            p.stop - p.start for p in found.pages
        ], path.name


@pytest.mark.corpus
def test_each_bad_file_is_refused_or_opened_as_far_as_possible(
    reader: Reader, shared: Path
) -> None:
    told: dict[str, Any] = {}
    for path in find_files([shared / "corpus" / "bad"]):
        try:
            told[path.name] = reader.extract(read_source(path)).notes
        except KzError as error:
            told[path.name] = str(error)
    plain = ("it says PDF but is plain text",)
    damaged = told.pop("unreadable-metadata.pdf")
    assert told == {
        "damaged-body.pdf": "it is a picture, not a text",
        "empty-file.pdf": "the file is empty",
        "not-a-pdf.pdf": plain,
        "password-protected.pdf": "it is protected by a password",
        "truncated.pdf": plain,
    }
    assert "it is damaged and was read as far as possible: pages may be missing" in damaged
