"""Searches of a real project."""

import pytest

from kzannotate.project import importing
from kzannotate.project.searching import search
from kzannotate.project.session import Project
from kzannotate.search.patterns import MOST
from kzannotate.store import fulltext
from tests.project.conftest import Write

LETTER = (
    "La libération de l’homme.\n\nDétention et torture.\n\nОсвобождение Утеповой.\n\n\U0001f54a fin"
)


def matches(project: Project, query: str) -> list[str]:
    return [hit.match for hit in search(project, query).hits]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("*tion", ["libération", "Détention"]),
        ("*TIÓN de", ["libération", "de"]),
        ("l?homme", []),
        ("h?mm?", ["homme"]),
        ("l'hom?e", ["homme", "l"]),
        ("t*t*e", ["torture"]),
        ("?в*ие", []),
        ("?св*ие", ["Освобождение"]),
        ("утеп??ой", ["Утеповой"]),
        ("Utepova~", []),
        ("Утеповa~2", ["Утеповой"]),
        ("tortrue~", ["torture"]),
        ("turture~ NOT libre~", ["torture"]),
        ("turture~ NOT détentoin~", []),
        ("*zzz OR fin", ["fin"]),
        ("*zzz fin", []),
        ("fin NOT *zzz", ["fin"]),
        ("*tion NOT t*e", ["libération"]),
        ("*" + "a*" * 4000 + "b", []),
    ],
)
def test_wildcards(project: Project, write: Write, query: str, expected: list[str]) -> None:
    importing.add(project, [write("a.txt", LETTER), write("b.txt", "a" * 400)])
    assert sorted(matches(project, query)) == sorted(expected)


def test_a_pattern_of_very_many_words(project: Project, write: Write) -> None:
    words = " ".join(f"w{number}x" for number in range(MOST + 5))
    importing.add(project, [write("a.txt", f"{words} w0x\n\nAgain w0x.")])
    found = search(project, "w*x", limit=2 * MOST)
    matched = {hit.match for hit in found.hits}
    assert "w0x" in matched
    assert len(matched) == MOST
    assert found.remarks == ("w*x fits more than 1000 words: the most frequent were searched.",)


def test_of_very_many_passages_a_part_is_ranked(
    project: Project, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    importing.add(
        project, [write(f"{number}.txt", f"A zebra {number}.\n\nNo zebra.") for number in range(20)]
    )
    assert len(search(project, "zebra", 100).hits) == 40
    monkeypatch.setattr(fulltext, "_RANKED", 1)
    result = search(project, "zebra", 4)
    assert (len(result.hits), result.passages) == (4, 40)
    assert len(search(project, "zebra", 100).hits) == 40
