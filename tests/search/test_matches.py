"""What each query must find and must not find, through the index of a project in all languages.

The lists are in `matches/`: a text (`\\n` and `\\f` in it are a line's and a page's end), below it
the queries that find it (+) and that don't (-). All texts are in one project, so that the stems of
every language are at work at once.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kzannotate.project import importing
from kzannotate.project.searching import search
from kzannotate.project.session import Project, create

LISTS = sorted(Path(__file__).with_name("matches").glob("*.txt"))
SPOKEN = {
    "en": "The court has heard the witness, and they were free to leave when it was over.",
    "fr": "La cour a entendu les témoins, et ils étaient libres de partir quand elle eut fini.",
    "it": "La corte ha sentito i testimoni, che poi erano liberi di andare dove volevano loro.",
    "kk": "Сот куәларды тыңдады, содан кейін олар үйлеріне қайтты және бұл туралы айтпады.",
    "nl": "Het hof heeft de getuigen gehoord, en zij mochten daarna weggaan wanneer zij wilden.",
    "ru": "Суд выслушал свидетелей, и они были свободны идти, когда всё это было закончено.",
}
"""A document of each language, so that it is a language of the project."""


def rows() -> Iterator[tuple[str, str, str, bool]]:
    """The name of a text, the text, a query, and whether that finds it."""
    for file in LISTS:
        name = text = ""
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            sign, _, query = line.partition(" ")
            if sign in ("+", "-"):
                yield name, text, query, sign == "+"
            else:
                name, text = f"{file.stem}-{number}.txt", line
                text = text.replace("\\n", "\n").replace("\\f", "\f")


ROWS = list(rows())


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    folder = tmp_path_factory.mktemp("matches")
    texts = {f"{language}.txt": text for language, text in SPOKEN.items()}
    texts |= {name: text for name, text, _, _ in ROWS}
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    with create(folder / "project.kza") as project:
        assert len(importing.add(project, [folder / name for name in texts]).added) == len(texts)
        yield project


def test_the_lists_are_of_every_language_and_long() -> None:
    assert [file.stem for file in LISTS] == sorted(SPOKEN)
    assert len(ROWS) >= 300
    assert len({(name, query) for name, _, query, _ in ROWS}) == len(ROWS)


@pytest.mark.parametrize(
    ("name", "query", "found"),
    [pytest.param(row[0], row[2], row[3], id=f"{row[0]}: {row[2]}") for row in ROWS],
)
def test_matches(corpus: Project, name: str, query: str, found: bool) -> None:
    result = search(corpus, query, limit=1000)
    assert (name in {hit.name for hit in result.hits}) == found
    assert result.complete
