"""How good the suggestions are: `python -m tests.eval_suggest [--misses]`.

Prints precision, recall and F1 a code and language, over the project's own marked documents, those
that were held back from rule writing apart, and over the researchers' where they lie beside the
checkout. A suggestion is right when code, start and stop are those of a mark; `near` counts one
that shares at least half of what both cover. Below a code stands the same without one kind, marks
and suggestions: instruments cited alone, demands in prose. The researchers marked neither kind.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kzannotate.library.extraction import extract
from kzannotate.model.suggestion import Suggestion
from kzannotate.suggest.suggesting import suggest

OWN = Path(__file__).parent / "gold"
HELD_BACK = OWN / "held_back"
SHARED = Path(__file__).parents[2] / "shared" / "corpus"
_HEADING = f"{'code':14}{'language':10}  marked proposed      P      R     F1  near F1"
CODES = (
    ("legal_article", ""),
    ("legal_article", "instrument"),
    ("victim", ""),
    ("demand", ""),
    ("demand", "prose"),
)
"""Codes, and which kind is left out."""
PROSE = (".prose", ".should")
"""How the rules for demands in running text are named."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage and its code."""

    code: str
    start: int
    stop: int
    kind: str = ""
    """`instrument`: a law or treaty without a provision; `prose`: a demand that is no item."""

    @property
    def place(self) -> tuple[str, int, int]:
        """What has to be hit exactly."""
        return self.code, self.start, self.stop


@dataclass(frozen=True, slots=True)
class Marked:
    """A document, its marks, and what is proposed for it."""

    name: str
    language: str
    text: str
    gold: tuple[Mark, ...]
    proposed: tuple[Mark, ...]


def read(text_file: Path, marks_file: Path) -> Marked:
    """A document with its marks, and the suggestions for it."""
    extraction, _ = extract(text_file.read_bytes(), "text", "")
    text = extraction.text
    found = suggest(text, extraction.passages)
    proposed = (Mark(one.code, one.start, one.stop, _kind(one)) for one in found)
    lines = marks_file.read_text("utf-8").splitlines()
    gold = tuple(_mark(json.loads(line), text) for line in lines)
    return Marked(text_file.stem, _language(text_file), text, gold, tuple(proposed))


def _mark(row: dict[str, object], text: str) -> Mark:
    start, stop = int(str(row["start"])), int(str(row["end"]))
    if text[start:stop] != row["quote"]:
        raise ValueError(f"the mark {row} isn't in its text")
    return Mark(str(row["code"]), start, stop, str(row.get("kind", "")))


def _kind(one: Suggestion) -> str:
    if one.cited and not any(each.number for each in one.cited):
        return "instrument"
    return "prose" if one.code == "demand" and one.rule.endswith(PROSE) else ""


def _language(file: Path) -> str:
    return file.parent.name if OWN in file.parents else file.stem.split("-", 3)[-1].split("-")[-1]


def own(held_back: bool) -> list[Marked]:
    """The project's documents: those that were held back, or the others."""
    files = sorted(OWN.rglob("*.jsonl"))
    return [
        read(file.with_suffix(".txt"), file)
        for file in files
        if (HELD_BACK in file.parents) == held_back
    ]


def researchers() -> list[Marked]:
    """The researchers' documents; none where they aren't beside the checkout."""
    files = sorted((SHARED / "gold").glob("*.jsonl"))
    return [read(SHARED / "seeds" / f"{file.stem}.txt", file) for file in files]


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one code."""

    right: int
    proposed: int
    marked: int

    @property
    def precision(self) -> float:
        """Of what is proposed, how much is right."""
        return self.right / self.proposed if self.proposed else 1.0

    @property
    def recall(self) -> float:
        """Of what is marked, how much is proposed."""
        return self.right / self.marked if self.marked else 1.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.proposed + self.marked
        return 2 * self.right / both if both else 1.0


def score(documents: Iterable[Marked], code: str, without: str, near: bool) -> Score:
    """The score of one code over documents, one kind left out of marks and suggestions."""
    right = proposed = marked = 0
    for document in documents:
        gold, ours = (
            [mark for mark in marks if mark.code == code and mark.kind != (without or None)]
            for marks in (document.gold, document.proposed)
        )
        right += _near(gold, ours) if near else _exact(gold, ours)
        proposed += len(ours)
        marked += len(gold)
    return Score(right, proposed, marked)


def _exact(gold: list[Mark], ours: list[Mark]) -> int:
    return sum((Counter(m.place for m in gold) & Counter(m.place for m in ours)).values())


def _near(gold: list[Mark], ours: list[Mark]) -> int:
    """Pairs, each mark used once, that share half of what both cover together."""
    left, pairs = list(gold), 0
    for one in ours:
        best = max(left, key=lambda mark: _shared(mark, one), default=None)
        if best and _shared(best, one) >= 0.5:
            left.remove(best)
            pairs += 1
    return pairs


def _shared(a: Mark, b: Mark) -> float:
    both = min(a.stop, b.stop) - max(a.start, b.start)
    return max(0, both) / (max(a.stop, b.stop) - min(a.start, b.start))


def table(title: str, documents: list[Marked]) -> Iterator[str]:
    """The lines of a table, a row a code and language and one for all languages."""
    yield f"{title}: {len(documents)} documents"
    yield _HEADING
    for code, without in CODES:
        for language in [*sorted({d.language for d in documents}), "all"]:
            of_it = [d for d in documents if language in (d.language, "all")]
            exact = score(of_it, code, without, near=False)
            near = score(of_it, code, without, near=True)
            name = f"- {without}" if without else code
            yield (
                f"{name:14}{language:10}{exact.marked:7}{exact.proposed:9}{exact.precision:7.3f}"
                f"{exact.recall:7.3f}{exact.f1:7.3f}{near.f1:9.3f}"
            )


def misses(documents: Iterable[Marked]) -> Iterator[str]:
    """What is missed and what is proposed wrongly, with its place."""
    for document in documents:
        gold, ours = {m.place for m in document.gold}, {m.place for m in document.proposed}
        for sign, places in (("missed", gold - ours), ("wrong ", ours - gold)):
            for code, start, stop in sorted(places, key=lambda place: place[1]):
                quote = " ".join(document.text[start:stop].split())
                yield f"{sign} {code:14}{document.name}:{start}-{stop} {quote[:140]}"


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=str(__doc__).split("\n")[0])
    parser.add_argument("--misses", action="store_true", help="list each, of what isn't held back")
    wanted = parser.parse_args()
    ours, theirs = own(held_back=False), researchers()
    lines = [
        *table("Known to the rule writers", ours),
        "",
        *table("Held back", own(held_back=True)),
        "",
        *table("The researchers' texts", theirs),
    ]
    if wanted.misses:
        lines += ["", *misses([*ours, *theirs])]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
