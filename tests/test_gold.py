"""The second gold set is what its README promises; nothing here looks at a rule."""

import json
import tomllib
import unicodedata
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

GOLD = Path(__file__).parent / "gold"
DOCUMENTS: list[dict[str, Any]] = tomllib.loads((GOLD / "manifest.toml").read_text("utf-8"))[
    "document"
]
# At least so many documents, two-language ones counted for each of theirs.
LANGUAGES = {"fr": 17, "it": 15, "nl": 16, "en": 18, "ru": 18, "es": 7, "kk": 10}
GENRES = {
    "court_decision", "ngo_letter", "observations", "press_release", "prisoner_list", "report",
    "resolution", "summary", "urgent_appeal",
}  # fmt: skip
KINDS: dict[str, set[str | None]] = {
    "victim": {None},
    "legal_article": {None, "instrument"},
    "demand": {None, "prose"},
}

each_document = pytest.mark.parametrize("file", [entry["file"] for entry in DOCUMENTS])


def text_of(file: str) -> str:
    """The document's text, its line ends as they are on the disk."""
    return (GOLD / file).read_bytes().decode("utf-8")


def marks_of(file: str) -> list[dict[str, Any]]:
    lines = (GOLD / file).with_suffix(".jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def of_each(field: str, entries: list[dict[str, Any]]) -> Counter[str]:
    return Counter(entry[field] for entry in entries)


def is_about_a_third(part: int, whole: int) -> bool:
    return abs(part - whole / 3) <= 1


@each_document
def test_a_text_is_canonical(file: str) -> None:
    text = text_of(file)
    assert unicodedata.is_normalized("NFC", text)
    assert not set(text) & {"\r", "\0", "\ufeff"}
    assert text.endswith("\n")


@each_document
def test_a_text_is_short(file: str) -> None:
    assert 120 <= len(text_of(file).split()) <= 500


@each_document
def test_every_quote_is_its_slice_of_the_text(file: str) -> None:
    text = text_of(file)
    marks = marks_of(file)
    assert marks
    for mark in marks:
        assert mark["quote"] == text[mark["start"] : mark["end"]]
        assert mark["quote"]
        assert mark["quote"] == mark["quote"].strip()


@each_document
def test_marks_are_of_known_kinds(file: str) -> None:
    for mark in marks_of(file):
        assert set(mark) - {"kind"} == {"code", "start", "end", "quote"}
        assert mark.get("kind") in KINDS[mark["code"]]


@each_document
def test_marks_are_in_the_order_of_the_text_and_none_twice(file: str) -> None:
    spans = [(mark["start"], -mark["end"]) for mark in marks_of(file)]
    assert all(one < next_one for one, next_one in pairwise(spans))


@each_document
def test_only_demands_have_marks_inside_and_no_two_cross(file: str) -> None:
    for one, next_one in pairwise(flattened(marks_of(file))):
        assert one["end"] <= next_one["start"]
    for demand in (mark for mark in marks_of(file) if mark["code"] == "demand"):
        inside = [m for m in marks_of(file) if demand["start"] <= m["start"] < demand["end"]]
        assert all(mark["end"] <= demand["end"] for mark in inside)
        assert [mark for mark in inside if mark["code"] == "demand"] == [demand]


def flattened(marks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [mark for mark in marks if mark["code"] != "demand"]


@each_document
def test_a_marked_name_is_marked_wherever_it_stands_whole(file: str) -> None:
    """A full name that is a victim once is one everywhere; surnames may be a street's."""
    text = text_of(file)
    victims = [mark for mark in marks_of(file) if mark["code"] == "victim"]
    covered = {place for mark in victims for place in range(mark["start"], mark["end"])}
    for name in {mark["quote"] for mark in victims if len(mark["quote"].split()) > 2}:
        assert set(occurrences(text, name)) <= covered


def occurrences(text: str, name: str) -> list[int]:
    return [place for place in range(len(text)) if text.startswith(name, place)]


def test_the_manifest_lists_every_file_once() -> None:
    listed = sorted(entry["file"] for entry in DOCUMENTS)
    there = sorted(str(file.relative_to(GOLD).as_posix()) for file in GOLD.rglob("*.txt"))
    assert listed == there
    marked = sorted(str(file.relative_to(GOLD).as_posix()) for file in GOLD.rglob("*.jsonl"))
    assert marked == [str(Path(file).with_suffix(".jsonl").as_posix()) for file in listed]


def test_a_file_lies_where_the_manifest_says() -> None:
    for entry in DOCUMENTS:
        folder = "held_back/" if entry["held_back"] else ""
        assert Path(entry["file"]).parent.as_posix() == folder + entry["language"]
        assert isinstance(entry["damaged"], bool)


def test_languages_and_genres_are_as_many_as_promised() -> None:
    assert set(of_each("genre", DOCUMENTS)) == GENRES
    assert min(of_each("genre", DOCUMENTS).values()) >= 6
    spoken = Counter(part for entry in DOCUMENTS for part in entry["language"].split("-"))
    assert {part: count for part, count in spoken.items() if count < LANGUAGES[part]} == {}
    assert {"fr-nl", "ru-kk"} <= set(of_each("language", DOCUMENTS))
    assert sum(entry["damaged"] for entry in DOCUMENTS) >= 33


def test_a_third_is_held_back_evenly() -> None:
    held = [entry for entry in DOCUMENTS if entry["held_back"]]
    assert is_about_a_third(len(held), len(DOCUMENTS))
    for field in ("language", "genre"):
        whole, part = of_each(field, DOCUMENTS), of_each(field, held)
        assert [key for key in whole if not is_about_a_third(part[key], whole[key])] == []


@pytest.mark.corpus
def test_no_person_of_the_researchers_texts_is_in_it(shared: Path) -> None:
    known = {
        json.loads(line)["quote"]
        for file in (shared / "corpus" / "gold").glob("*.jsonl")
        for line in file.read_text("utf-8").splitlines()
        if json.loads(line)["code"] == "victim"
    }
    assert known
    texts = {entry["file"]: text_of(entry["file"]) for entry in DOCUMENTS}
    assert [(file, name) for file in texts for name in known if name in texts[file]] == []
