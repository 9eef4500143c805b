"""Searches of a real project."""

import pytest

from kzannotate.model.query import Unit
from kzannotate.model.searches import Part, Tally
from kzannotate.project import importing, searching, tagging
from kzannotate.project.searching import search, tally
from kzannotate.project.session import Project
from kzannotate.search.patterns import MOST
from kzannotate.store import fulltext
from tests.project.conftest import Write

LETTER = (
    "La libération de l’homme.\n\nDétention et torture.\n\nОсвобождение Утеповой.\n\n\U0001f54a fin"
)

UNITS: tuple[Unit, ...] = ("passage", "page", "document")


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


def test_very_many_passages_are_counted_when_it_is_asked(
    project: Project, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    importing.add(project, [write("a.txt", "\n\n".join(["A zebra.", "Two zebras."] * 20))])
    first = search(project, "zebra*", 4, counted=False)
    assert (len(first.hits), first.passages, first.counted) == (4, 40, True)  # they are few
    monkeypatch.setattr(fulltext, "_FEW", 10)
    first = search(project, "zebra*", 4, counted=False)
    assert (len(first.hits), first.passages, first.counted) == (4, 4, False)
    whole = search(project, "zebra*", 4)
    assert (whole.hits, whole.passages, whole.counted) == (first.hits, 40, True)
    all_of_them = search(project, "zebra*", 100, counted=False)
    assert (len(all_of_them.hits), all_of_them.passages, all_of_them.counted) == (40, 40, True)


def test_a_part_of_the_corpus(project: Project, write: Write) -> None:
    texts = {
        "a.txt": "The prison of the town is old and it is dark.\n\nLa prison est dans la ville.",
        "b.txt": "A prison, a prison and another prison are what the town has.",
    }
    first, second = importing.add(project, [write(*text) for text in texts.items()]).added

    def found(part: Part, query: str = "prison") -> list[tuple[str, int]]:
        hits = search(project, query, part=part).hits
        assert {hit.match for hit in hits} <= {"prison"}
        return sorted((hit.name, hit.start) for hit in hits)

    everywhere = found(Part())
    assert len(everywhere) == 5
    assert found(Part(language="fr")) == [("a.txt", 50)]
    assert found(Part(document=second.id)) == everywhere[2:]
    assert found(Part(language="fr", document=second.id)) == []
    tagging.tag(project, first.id, 0, 10, "victim")
    assert found(Part(tagged=True)) == everywhere[:1]
    assert found(Part(tagged=False)) == everywhere[1:]
    wide = search(project, "prison town", within="document", part=Part(document=second.id))
    assert {hit.document for hit in wide.hits} == {second.id}
    wide = search(project, "prison ville", within="page", part=Part(document=second.id))
    assert wide.hits == ()


def test_passages_are_told_by_language_and_document(project: Project, write: Write) -> None:
    texts = {
        "a.txt": "The prison of the town is old and it is dark.\n\nLa prison est dans la ville.",
        "b.txt": "A prison, a prison and another prison are what the town has.",
    }
    first, second = importing.add(project, [write(*text) for text in texts.items()]).added
    names = {first.id: "a.txt", second.id: "b.txt"}
    whole = Tally({"en": 2, "fr": 1}, {first.id: 2, second.id: 1}, names)
    assert tally(project, "prison") == whole
    assert tally(project, "prison lang:fr") == Tally({"fr": 1}, {first.id: 1}, {first.id: "a.txt"})
    assert tally(project, "/prison/") is None
    assert tally(project, "prison", within="page") is None
    assert tally(project, '"') is None


def test_when_time_runs_out_nothing_is_shown_that_not_may_leave_out(
    project: Project, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    importing.add(project, [write("a.txt", "A zebra.\n\nThe Okapi."), write("b.txt", "A zebra.")])
    query = "zebra NOT =Okapi"
    found = search(project, query, within="document")
    assert ([hit.name for hit in found.hits], found.complete) == (["b.txt"], True)
    monkeypatch.setattr(searching, "SECONDS", -1.0)
    found = search(project, query, within="document")
    assert (found.hits, found.complete, found.remarks) == ((), False, (searching.UNSURE,))
    found = search(project, "zebra NOT (zebra NOT =Okapi)", within="document")
    assert {hit.name for hit in found.hits} <= {"a.txt"}  # as what is left out is too much
    assert found.remarks == (searching.STOPPED,)


def test_what_the_index_finds_breaks_off_in_time(
    project: Project, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    importing.add(project, [write("a.txt", "A zebra.\n\nAn okapi.")])
    monkeypatch.setattr(searching, "SECONDS", -1.0)
    monkeypatch.setattr("kzannotate.store.store._OFTEN", 1)
    for within in UNITS:
        found = search(project, "zebra okapi", within=within)
        assert (found.complete, found.remarks) == (False, (searching.STOPPED,))
