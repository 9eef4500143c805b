"""Made texts: invented words and names between real function words, as frequent as in speech.

Word frequencies follow Zipf's law as B. Mandelbrot amended it (1953). The same size gives the same
letters on every machine. What is made is kept outside the repository and found again.
"""

import os
import random
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path

import platformdirs
import pymupdf

VERSION = 1
"""Must grow with every change of what this file makes."""
_VOCABULARY = 30_000
_NAMES = 2_000
_SHARES = {"function": 0.45, "content": 0.51, "name": 0.04}

_FUNCTION_WORDS = {
    "fr": "de la le les et des à en du que pour dans une un par sur au qui est ne pas aux ses son",
    "it": "di e la il che in le per del della un una è con non dei da si nel alla sono gli delle",
    "nl": "de het van een en in te dat is op voor met zijn die niet aan door er om ook als bij",
    "en": "the of and to in a that is for on by with as was be at his from are not which or has",
    "ru": "и в не на что с по он как это его к но за от из о для у при были также их все она",
}
_SYLLABLES = {
    "fr": "ba ché ré lo mi vou tel sar que gne dé pla ris mon fé jou bre ni cour tai ver lan sè",
    "it": "ba che re lo mi vo ta sar qua gno de pla ri mon fe giu bre ni cor tà ver lan zio sci",
    "nl": "ba che re loo mij vou tel sar kwa gen de pla ris maan fe jou bre nie koor taa ver sch",
    "en": "ba che re low mi vow tel sar qua ght de pla ris mon fee jou bre ni cor tay ver lan sh",
    "ru": "ба че ре ло ми ву тел сар ква гне де пла рис мон фе жё бре ни кор тай вер лан ще ный",
}
LANGUAGES = tuple(_FUNCTION_WORDS)


@dataclass(frozen=True, slots=True)
class Scale:
    """How much is made and measured."""

    documents: int = 1_000
    size: int = 25_000
    """Bytes of a document in UTF-8, at least."""
    annotations: int = 100_000
    pages: int = 200
    runs: int = 5
    tags: int = 200
    queries: int = 200
    """Of each kind."""
    hostile: int = 1
    """One of so many hostile queries is asked."""
    long_texts: tuple[float, ...] = (0.5, 5, 20)
    """Megabytes."""
    large: int = 10_000
    """Documents of the project in which searches are measured too, each of that size."""
    many: int = 10_000
    """Documents of the project in which a key is measured."""
    book: int = 117
    """Pages of the document that is scrolled."""
    suggested: float = 1.0
    """Share of the texts that the rules go through."""


def kept(name: str, make: Callable[[Path], None]) -> Path:
    """The file or folder of that name in the cache; `make` fills it if it isn't there yet."""
    path = cache_folder() / name
    if not path.exists():
        with tempfile.TemporaryDirectory(dir=path.parent) as unfinished:
            made = Path(unfinished) / name
            make(made)
            made.rename(path)
    return path


def cache_folder() -> Path:
    """Where made corpora are kept: KZANNOTATE_BENCH, else the user's cache folder."""
    told = os.environ.get("KZANNOTATE_BENCH")
    folder = Path(told) if told else platformdirs.user_cache_path("kzannotate") / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def texts(scale: Scale) -> list[Path]:
    """The files of the made corpus; a fifth of them are in two languages."""

    def make(folder: Path) -> None:
        folder.mkdir()
        for number in range(scale.documents):
            text = "\n\n".join(until(scale.size, paragraphs(number)))
            (folder / f"text-{number:05}.txt").write_text(text, "utf-8")

    return sorted(kept(f"texts-{VERSION}-{scale.documents}x{scale.size}", make).iterdir())


def pdf(scale: Scale) -> Path:
    """A PDF of made French, every other page in two columns."""

    def make(path: Path) -> None:
        whole, left, right = (60, 60, 535, 780), (60, 60, 287, 780), (307, 60, 535, 780)
        with pymupdf.open() as document:
            source = paragraphs(0)
            for number in range(scale.pages):
                page = document.new_page()
                areas, size = ((whole,), 4000) if number % 2 else ((left, right), 1800)
                for area in areas:
                    page.insert_textbox(area, "\n".join(until(size, source)), fontsize=9)
            document.save(path, deflate=True, no_new_id=True)

    return kept(f"pages-{VERSION}-{scale.pages}.pdf", make)


def paragraphs(number: int) -> Iterator[str]:
    """Paragraphs without end for the document of that number."""
    chance = random.Random(number)
    own, other = (LANGUAGES[(number + step) % len(LANGUAGES)] for step in (0, 1))
    while True:
        language = other if number % 5 == 4 and chance.random() < 0.5 else own
        yield " ".join(_sentence(chance, language) for _ in range(chance.randint(3, 7)))


@cache
def vocabulary(language: str) -> tuple[list[str], list[float]]:
    """Words and their cumulated weights, the most frequent of each sort first."""
    chance = random.Random(language)
    syllables = _SYLLABLES[language].split()
    content = _invented(chance, syllables, _VOCABULARY)
    names = [word.capitalize() for word in _invented(chance, syllables, _NAMES)]
    sorts = {"function": _FUNCTION_WORDS[language].split(), "content": content, "name": names}
    weights = [
        _SHARES[sort] * share for sort, words in sorts.items() for share in _zipf(len(words))
    ]
    return [word for words in sorts.values() for word in words], list(accumulate(weights))


def _invented(chance: random.Random, syllables: list[str], count: int) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < count:
        found["".join(chance.choices(syllables, k=chance.randint(2, 5)))] = None
    return list(found)


def _zipf(count: int) -> list[float]:
    weights = [(rank + 2.7) ** -1.07 for rank in range(count)]
    total = sum(weights)
    return [weight / total for weight in weights]


def _sentence(chance: random.Random, language: str) -> str:
    words, weights = vocabulary(language)
    chosen = chance.choices(words, cum_weights=weights, k=chance.randint(8, 30))
    chosen[len(chosen) // 2] += ","
    sentence = " ".join(chosen)
    return f"{sentence[0].upper()}{sentence[1:]}."


def until(size: int, source: Iterator[str]) -> Iterator[str]:
    """Paragraphs until they have `size` bytes together."""
    while size > 0:
        paragraph = next(source)
        yield paragraph
        size -= len(paragraph.encode())
