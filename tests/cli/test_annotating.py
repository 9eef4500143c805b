"""tag, annotations, undo, redo, history, export."""

import csv
import json
import math
from pathlib import Path

import pymupdf
import pytest

from tests.cli.conftest import Kz


def text_of(corpus: Path) -> str:
    return (corpus.parent / "lettre.txt").read_text("utf-8")


def tag(kz: Kz, corpus: Path, quote: str, code: str) -> None:
    start = text_of(corpus).index(quote)
    assert kz("tag", corpus, "lettre.txt", str(start), str(start + len(quote)), code).code == 0


def quotes(kz: Kz, corpus: Path) -> list[tuple[str, str]]:
    lines = kz("annotations", corpus, "--json").out.splitlines()
    return [(line["code"], line["quote"]) for line in map(json.loads, lines)]


def test_tag_after_an_emoji(kz: Kz, corpus: Path) -> None:
    tag(kz, corpus, "Ana Korin", "victim")
    tag(kz, corpus, "la libération immédiate", "demand")
    assert quotes(kz, corpus) == [("demand", "la libération immédiate"), ("victim", "Ana Korin")]
    record = json.loads(kz("annotations", corpus, "--json").out.splitlines()[1])
    assert set(record) == {
        "id", "document", "code", "start", "end", "quote", "page", "coder", "memo", "created",
    }  # fmt: skip
    assert (record["document"], record["coder"], record["page"]) == ("lettre.txt", "tester", None)


def test_tag_by_id(kz: Kz, corpus: Path) -> None:
    document = json.loads(kz("documents", corpus, "--json").out.splitlines()[0])
    assert kz("tag", corpus, document["id"], "2", "4", "demand").code == 0
    assert quotes(kz, corpus) == [("demand", "La")]


def test_tag_boxes(kz: Kz, corpus: Path) -> None:
    file = pymupdf.open()
    file.new_page(width=600, height=800)
    file.save(corpus.parent / "scan.pdf")
    assert kz("add", corpus, str(corpus.parent / "scan.pdf")).code == 0
    good = {"document": "scan.pdf", "page": 1, "box": [10, 20, 30.5, 40], "code": "victim"}
    wrong = [{**good, "page": 2}, {**good, "box": [1, 2, 3]}, {**good, "box": 7}]
    wrong.append({**good, "page": math.inf})
    lines = [json.dumps(line) for line in [good, *wrong, {**good, "document": "lettre.txt"}]]
    ran = kz("tag", corpus, "-", stdin="\n".join(lines))
    assert ran.code == 1
    assert sorted(ran.err.splitlines()) == [
        "lettre.txt: it has no page 1; nothing was tagged",
        "scan.pdf: it has no page 2; nothing was tagged",
        "standard input: line 3: not such a JSON object; not tagged",
        "standard input: line 4: not such a JSON object; not tagged",
        "standard input: line 5: not such a JSON object; not tagged",
    ]
    (record,) = map(json.loads, kz("annotations", corpus, "--json").out.splitlines())
    assert (record["box"], record["page"], record["quote"]) == ([10, 20, 30.5, 40], 1, "")
    assert "scan.pdf page 1 victim: [10.0, 20.0, 30.5, 40.0]" in kz("annotations", corpus).out
    assert kz("check", corpus).code == 0


def test_tag_lines_is_one_step(kz: Kz, corpus: Path) -> None:
    good = {"document": "lettre.txt", "start": 2, "end": 4, "code": "victim"}
    wrong = [
        {**good, "document": "nobody.txt"},
        {**good, "end": 2},
        {**good, "end": 9999},
        {**good, "code": "nonsense"},
    ]
    lines = [json.dumps(line) for line in [good, *wrong, {**good, "start": 3}]] + ["{", "{}"]
    ran = kz("tag", corpus, "-", stdin="\n".join(lines))
    assert ran.code == 1
    assert len(ran.err.splitlines()) == 6
    assert "nobody.txt: there is no such document" in ran.err
    assert "standard input: line 7: not such a JSON object; not tagged" in ran.err
    assert quotes(kz, corpus) == [("victim", "La"), ("victim", "a")]
    kz("undo", corpus)
    assert quotes(kz, corpus) == []


@pytest.mark.parametrize("place", [("5", "5"), ("9", "5"), ("-1", "3"), ("0", "100000")])
def test_no_stretch_of_the_text(kz: Kz, corpus: Path, place: tuple[str, str]) -> None:
    ran = kz("tag", corpus, "lettre.txt", "--", *place, "demand")
    assert ran.code == 1
    assert ran.err.startswith("lettre.txt: ")
    assert quotes(kz, corpus) == []


def test_undo_and_redo_across_processes(kz: Kz, corpus: Path) -> None:
    tag(kz, corpus, "Ana Korin", "victim")
    assert kz("undo", corpus).out == "Undone: Tag as Victim\n"
    assert quotes(kz, corpus) == []
    assert kz("redo", corpus).out == "Redone: Tag as Victim\n"
    assert quotes(kz, corpus) == [("victim", "Ana Korin")]
    assert kz("redo", corpus).out == "There is nothing to redo.\n"


def test_undo_to_the_beginning(kz: Kz, corpus: Path) -> None:
    labels = [kz("undo", corpus).out for _ in range(3)]
    assert labels == [
        "Undone: Add письмо.txt\n",
        "Undone: Add lettre.txt\n",
        "There is nothing to undo.\n",
    ]
    assert kz("documents", corpus).out == ""
    assert kz("search", corpus, "torture").out == ""
    kz("redo", corpus)
    assert "[torture]" in kz("search", corpus, "torture").out
    assert kz("check", corpus).code == 0


def test_history(kz: Kz, corpus: Path) -> None:
    kz("undo", corpus)
    steps = [json.loads(line) for line in kz("history", corpus, "--json").out.splitlines()]
    assert [(step["kind"], step["label"]) for step in steps] == [
        ("do", "New project"),
        ("do", "Add lettre.txt"),
        ("do", "Add письмо.txt"),
        ("undo", "Add письмо.txt"),
    ]
    assert steps[3]["target"] == 3


def test_export(kz: Kz, corpus: Path) -> None:
    tag(kz, corpus, "Ana Korin", "victim")
    assert kz("export", corpus, "out.csv").out == "out.csv: 1 annotations\n"
    data = (corpus.parent / "out.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfannotation_id,")
    (row,) = csv.DictReader(data.decode("utf-8-sig").splitlines())
    assert (row["code_path"], row["quotation"], row["language"]) == ("Victim", "Ana Korin", "fr")
    kz("export", corpus, "plain", "--format", "csv", "--no-bom")
    assert (corpus.parent / "plain").read_bytes() == data[3:]


@pytest.mark.parametrize(
    "arguments",
    [
        ("export", "p.kza", "a.xlsx"),
        ("import", "p.kza", "a.qdpx"),
    ],
)
def test_not_available_yet(kz: Kz, corpus: Path, arguments: tuple[str, ...]) -> None:
    ran = kz(*arguments)
    assert ran.code == 2
    assert "not available yet" in ran.err
    assert corpus.exists()
