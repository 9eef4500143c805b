"""Adding documents to the corpus and taking them out again."""

import hashlib
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import TypeVar

from kzannotate.library.encoding import ENCODINGS
from kzannotate.library.reader import Reader
from kzannotate.library.sources import find_files, read_source
from kzannotate.model.changes import Changes
from kzannotate.model.clock import now
from kzannotate.model.document import Document, Extraction, Source
from kzannotate.model.errors import KzError
from kzannotate.model.ids import DocumentId, new_id
from kzannotate.model.progress import Monitor
from kzannotate.model.text import normalise
from kzannotate.project.reading import document as find_document
from kzannotate.project.session import Project
from kzannotate.search.analysis import forms
from kzannotate.store import (
    annotations,
    documents,
    history,
    indexing,
    rejections,
    texts,
    unfinished,
)

T = TypeVar("T")
Begun = tuple[Source, "Future[Extraction]"]
"""A file whose text is on its way."""
_LOOK_EVERY = 0.1
"""Seconds after which a cancel is noticed while a file is read."""
_MANY = 20
"""Documents after which the pieces of the index are merged: a hundredth of the import's time."""
_SHARE = 0.1
"""A language is one of a document's if at least this share of its text is in it."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that wasn't added, and why."""

    path: str
    reason: str

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Report:
    """What became of the files that were to be added."""

    added: tuple[Document, ...]
    refused: tuple[Refusal, ...]
    cancelled: bool


def _nobody(_: Document | Refusal) -> None:
    """Nobody wants to be told of each file."""


def add(
    project: Project,
    paths: Iterable[Path],
    monitor: Monitor | None = None,
    told: Callable[[Document | Refusal], None] = _nobody,
    encoding: str = "",
) -> Report:
    """Add files, and those in folders, each as one step; `told` hears of each as it is done.

    A file that can't be added is refused and the rest goes on; a cancel drops the file that is
    being read, and what was added before stays. `encoding` overrules the guess for plain texts.
    """
    monitor = monitor or Monitor()
    added: list[Document] = []
    refused: list[Refusal] = []
    unfinished.drop_all(project.store)
    files = list(find_files(paths))
    with Reader() as reader, ThreadPoolExecutor(1) as thread:
        if len(files) > 1:
            reader.start()  # the next file is read there while this one is written here
        begun = _one_ahead(_begin(project, reader, thread, path, encoding) for path in files)
        for done, (path, reading) in enumerate(zip(files, begun, strict=True)):
            monitor.report(done, len(files), path.name)
            if not _is_read(reading, monitor):
                reader.stop()
                return Report(tuple(added), tuple(refused), cancelled=True)
            result = _finish(project, path, reading)
            told(result)
            if isinstance(result, Refusal):
                refused.append(result)
            else:
                added.append(result)
    if len(added) >= _MANY:
        while not monitor.cancelled() and indexing.merge(project.store):
            pass
    return Report(tuple(added), tuple(refused), cancelled=False)


def remove(project: Project, ids: Sequence[DocumentId]) -> Changes:
    """Take documents with their annotations out of the corpus, as one step."""
    names = [find_document(project, document).name for document in ids]
    label = f"Remove {names[0]}" if len(names) == 1 else f"Remove {len(names)} documents"
    store = project.store
    with store.transaction(), history.step(store, label, project.coder) as step:
        for document in ids:
            marked = [one.id for one in annotations.of_document(store, document)]
            step.delete("annotation", marked)
            step.delete("rejection", [one.id for one in rejections.of_document(store, document)])
        step.delete("document", ids)
        texts.follow_documents(store, forms)
    return project.publish(history.touched(label, step.changes))


def described(source: Source, extraction: Extraction, coder: str) -> Document:
    """A document of the corpus that is made of this extraction, with a new id."""
    return Document(
        id=DocumentId(new_id()),
        name=_shown(source.name),
        sha256=source.sha256,
        text_sha256=hashlib.sha256(extraction.text.encode()).hexdigest(),
        extractor=extraction.extractor,
        encoding=extraction.encoding,
        languages=_languages(extraction),
        pages=len(extraction.pages),
        characters=len(extraction.text),
        note="\n".join(extraction.notes),
        coder=coder,
        created=now(),
    )


def encodings() -> tuple[str, ...]:
    """The encodings that a plain text can be read in."""
    return ENCODINGS


def _begin(
    project: Project, reader: Reader, thread: Executor, path: Path, encoding: str
) -> Begun | KzError:
    """Have a file read on the other thread, unless it needn't be."""
    try:
        source = read_source(path)
        _refuse_known(project, source)
    except KzError as error:
        return error
    return source, thread.submit(reader.extract, source, encoding)


def _is_read(begun: Begun | KzError, monitor: Monitor) -> bool:
    """Wait until a file is read; False as soon as nobody wants it any more."""
    while not monitor.cancelled():
        if isinstance(begun, KzError) or wait([begun[1]], _LOOK_EVERY).done:
            return not monitor.cancelled()
    return False


def _finish(project: Project, path: Path, begun: Begun | KzError) -> Document | Refusal:
    try:
        if isinstance(begun, KzError):
            raise begun
        source, extraction = begun
        return _keep(project, source, extraction.result())
    except KzError as error:
        return Refusal(str(path), str(error))


def _one_ahead(items: Iterable[T]) -> Iterator[T]:
    """The items; each is made before the one in front of it is handed out."""
    iterator = iter(items)
    for held in iterator:
        for following in iterator:
            yield held
            held = following
        yield held


def _refuse_known(project: Project, source: Source) -> None:
    known = documents.of_source(project.store, source.sha256)
    if known is not None:
        raise KzError(f"it is in the project already, as {known.name}")


def _keep(project: Project, source: Source, extraction: Extraction) -> Document:
    store = project.store
    document = described(source, extraction, project.coder)
    writer = texts.TextWriter(store, source, document, extraction, forms)
    writer.write_early()
    with store.transaction():
        _refuse_known(project, source)  # an undo may have brought it back meanwhile
        document = replace(document, name=_free_name(project, document.name))
        writer.write_rest()
        label = f"Add {document.name}"
        with history.step(store, label, project.coder) as step:
            step.insert("document", [documents.row(document)])
    project.publish(history.touched(label, step.changes))
    return document


def _languages(extraction: Extraction) -> tuple[str, ...]:
    """The languages of a document, the most frequent first."""
    letters: Counter[str] = Counter()
    for passage in extraction.passages:
        if passage.language:
            letters[passage.language] += passage.stop - passage.start
    least = letters.total() * _SHARE
    return tuple(language for language, count in letters.most_common() if count >= least)


def _shown(name: str) -> str:
    """A file's name as text: what of it is no UTF-8 becomes U+FFFD."""
    return normalise(os.fsencode(name).decode("utf-8", "replace"))


def _free_name(project: Project, name: str) -> str:
    """The name itself or, if another document has it, `name (2).txt` and so on."""
    path, number = PurePath(name), 1
    while documents.find(project.store, name) is not None:
        number += 1
        name = f"{path.stem} ({number}){path.suffix}"
    return name
