"""What is tagged in one place and stands untagged in another: proposed as suggestions are."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator

from kzannotate.model.ids import DocumentId
from kzannotate.model.progress import Monitor
from kzannotate.model.query import All
from kzannotate.model.query import Word as AnyForm
from kzannotate.model.suggestion import Proposal, Suggestion
from kzannotate.project import own_rules, reading
from kzannotate.project.codebook import codes
from kzannotate.project.corpus_words import corpus_words
from kzannotate.project.session import Project
from kzannotate.search.analysis import forms, words
from kzannotate.search.spellings import spellings
from kzannotate.store import annotations, rejections
from kzannotate.store.fulltext import Search
from kzannotate.suggest.known import MOST_WORDS, Finder, Known, Word

_LONGEST = 120
"""Code points of a quotation that is looked for elsewhere."""
_SHORTEST = 4
"""Letters of a word that is looked for alone: a shorter one is met by chance."""
_MOST = 10_000
"""Passages of the corpus that are looked at for one quotation."""
_MOST_FORMS = 300_000
"""Words of the corpus that are looked at for spellings, the most frequent ones."""
Place = tuple[int, int]


def known(project: Project) -> list[Known]:
    """What is tagged in the project, if it is short enough to be a name or a citation."""
    off = own_rules.off(project)
    found: dict[tuple[str, ...], str] = {}
    for code, quotation in annotations.quotations(project.store, _LONGEST):
        spelled = tuple(forms(quotation).split())
        if f"known.{code}" not in off and _tells_something(spelled):
            found[spelled] = code
    return [Known(tuple(map(spellings, spelled)), code) for spelled, code in found.items()]


def of_document(project: Project, document: DocumentId, names: Iterable[Known]) -> list[Proposal]:
    """Where in a document what is tagged elsewhere stands untagged, and wasn't refused."""
    if not names:
        return []
    about, text = reading.document(project, document), reading.text(project, document)
    passages, taken = reading.passages(project, document), _Taken(project, document)
    starts = [passage.start for passage in passages]
    return [
        Proposal(
            document,
            about.name,
            passages[bisect_right(starts, one.start) - 1].page,
            text[one.start : one.stop],
            one,
        )
        for one in Finder(names).find(_words(text))
        if taken.leaves(one)
    ]


def everywhere(project: Project, monitor: Monitor | None = None) -> Iterator[Proposal]:
    """The same over the whole corpus, one tagged quotation after the other, until it is stopped."""
    monitor = monitor or Monitor()
    names, spelled = known(project), _forms_by_spelling(project)
    taken: dict[DocumentId, _Taken] = {}
    for done, name in enumerate(names):
        if monitor.cancelled():
            return
        monitor.report(done, len(names), "Looking for what is tagged elsewhere")
        finder = Finder([name])
        plan = All(tuple(_any_form(keys, spelled) for keys in name.words))
        for passage in Search(project.store, plan).first(_MOST):
            of_it = taken.setdefault(passage.document, _Taken(project, passage.document))
            for one in finder.find(_words(passage.text)):
                start, stop = passage.start + one.start, passage.start + one.stop
                moved = Suggestion(start, stop, one.code, one.rule, one.score)
                if of_it.leaves(moved):
                    quotation = passage.text[one.start : one.stop]
                    yield Proposal(passage.document, passage.name, passage.page, quotation, moved)


def _words(text: str) -> list[Word]:
    return [Word(spellings(each.form), each.start, each.stop) for each in words(text)]


def _forms_by_spelling(project: Project) -> dict[str, list[str]]:
    """The forms of the corpus, by the keys of their spellings."""
    spelled: dict[str, list[str]] = defaultdict(list)
    for form, _ in corpus_words(project).words.frequent(_MOST_FORMS):
        for key in spellings(form):
            spelled[key].append(form)
    return spelled


def _any_form(keys: frozenset[str], spelled: dict[str, list[str]]) -> AnyForm:
    return AnyForm(tuple(sorted({form for key in keys for form in spelled.get(key, ())})))


class _Taken:
    """What of a document is tagged with which code, and what was refused."""

    def __init__(self, project: Project, document: DocumentId) -> None:
        keys = {code.id: code.key for code in codes(project)}
        spans: dict[str, list[Place]] = defaultdict(list)
        self._exact: set[Place] = set()
        for one in annotations.of_document(project.store, document):
            spans[keys[one.code]].append((one.start, one.stop))
            self._exact.add((one.start, one.stop))
        self._refused = {
            (one.code, one.start, one.stop)
            for one in rejections.of_document(project.store, document)
        }
        self._merged = {code: _merged(each) for code, each in spans.items()}

    def leaves(self, one: Suggestion) -> bool:
        """Whether a suggestion is neither tagged nor refused."""
        if (one.start, one.stop) in self._exact:
            return False
        if (one.code, one.start, one.stop) in self._refused:
            return False
        merged = self._merged.get(one.code, [])
        last = bisect_left(merged, (one.stop, 0)) - 1  # of those that start before its end
        return last < 0 or merged[last][1] <= one.start


def _merged(spans: Iterable[Place]) -> list[Place]:
    """The stretches that these cover, in order, none touching another."""
    merged: list[Place] = []
    for start, stop in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(stop, merged[-1][1])
        else:
            merged.append((start, stop))
    return merged


def _tells_something(spelled: tuple[str, ...]) -> bool:
    if not 0 < len(spelled) <= MOST_WORDS:
        return False
    return len(spelled) > 1 or (len(spelled[0]) >= _SHORTEST and not spelled[0].isdigit())
