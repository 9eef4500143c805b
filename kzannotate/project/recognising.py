"""Text for pages that are only pictures: OCR by Tesseract, where it is installed."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kzannotate.library import tesseract
from kzannotate.library.reader import Reader
from kzannotate.library.recognition import Read, extractor, page_text, with_pages
from kzannotate.library.tesseract import CancelledError, Tesseract
from kzannotate.model.annotation import Annotation
from kzannotate.model.document import Document, Extraction, Page, Source
from kzannotate.model.errors import KzError
from kzannotate.model.ids import DocumentId
from kzannotate.model.progress import Monitor
from kzannotate.model.selectors import Selector, select
from kzannotate.model.wording import NO_TEXT, numbered, without_text
from kzannotate.project.reading import document as find_document
from kzannotate.project.reading import documents
from kzannotate.project.rereading import replace_text
from kzannotate.project.session import Project
from kzannotate.store import annotations, history, texts

_ZOOM = tesseract.DOTS / 72
_RECOGNISED = "recognised by OCR, letters may be wrong: "


@dataclass(frozen=True, slots=True)
class Recognised:
    """What became of a document."""

    document: Document
    pages: tuple[int, ...]
    """Those that were recognised now."""


@dataclass(frozen=True, slots=True)
class Report:
    """What became of the documents whose text was to be recognised."""

    done: tuple[Recognised, ...]
    refused: tuple[str, ...]
    """Sentences: documents and pages that couldn't be recognised, and why."""
    cancelled: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """The languages that can be recognised, by Tesseract's names."""

    installed: tuple[str, ...]
    proposed: tuple[str, ...]
    """Those of the corpus, the most frequent first."""


def choice(project: Project) -> Choice:
    """Which languages there are to choose from. Raises KzError where Tesseract isn't installed."""
    return _choice(project, tesseract.find())


def without(project: Project, document: DocumentId) -> list[Page]:
    """The pages of a document that have no text and weren't recognised yet."""
    found = texts.pages(project.store, document)
    return [page for page in found if page.start == page.stop and not page.recognised]


def recognise(
    project: Project,
    wanted: Sequence[DocumentId] = (),
    languages: Sequence[str] = (),
    monitor: Monitor | None = None,
    told: Callable[[Recognised | str], object] = lambda _: None,
) -> Report:
    """Give the pages without text of some documents (none named: all) a text; a step a document.

    `languages` by Tesseract's names; none: those of the corpus. A page that can't be recognised is
    refused, the rest goes on. A cancel drops the page in hand; those before it are kept. `told`
    hears of each document and each refusal. Raises KzError if Tesseract or a language is missing,
    or there is no such document.
    """
    program = tesseract.find()
    languages = tuple(languages) or _choice(project, program).proposed
    program.require(languages)
    corpus = [find_document(project, one) for one in wanted] or documents(project)
    work = [(one, without(project, one.id)) for one in corpus]
    run = _Run(project, program, languages, monitor or Monitor(), told)
    run.total = sum(len(pages) for _, pages in work)
    for document, pages in work:
        if pages:
            run.recognise(document, pages)
        elif wanted:
            run.refuse(f"{document.name}: it has no page without text")
    return Report(tuple(run.done), tuple(run.refused), run.cancelled)


class _Run:
    """One run over some documents."""

    def __init__(
        self,
        project: Project,
        program: Tesseract,
        languages: Sequence[str],
        monitor: Monitor,
        told: Callable[[Recognised | str], object],
    ) -> None:
        self._project = project
        self._program = program
        self._languages = languages
        self._monitor = monitor
        self._told = told
        self._pages_done = 0
        self.total = 0
        self.done: list[Recognised] = []
        self.refused: list[str] = []
        self.cancelled = False

    def recognise(self, document: Document, pages: Sequence[Page]) -> None:
        """Recognise pages of a document and keep what came of it, unless it is cancelled."""
        if self.cancelled or self._monitor.cancelled():
            self.cancelled = True
            return
        try:
            source = texts.source(self._project.store, document.id)
        except KzError as error:  # it was removed while others were recognised
            self.refuse(f"{document.name}: {error}")
            return
        read: dict[int, Read] = {}
        with Reader() as reader:
            for page, result in self._each(reader, source, pages):
                if isinstance(result, KzError):
                    self.refuse(f"{document.name}: page {page.number}: {result}")
                else:
                    read[page.number] = result
        if read:
            self._keep(document, source, read)

    def refuse(self, sentence: str) -> None:
        """Note what couldn't be done."""
        self.refused.append(sentence)
        self._told(sentence)

    def _each(
        self, reader: Reader, source: Source, pages: Sequence[Page]
    ) -> Iterator[tuple[Page, Read | KzError]]:
        for page in pages:
            what = f"{source.name}, page {page.number}"
            self._monitor.report(self._pages_done, self.total, what)
            try:
                if self._monitor.cancelled():
                    raise CancelledError
                picture = reader.draw(source, page.number, _ZOOM)
                words = self._program.read(picture, self._languages, self._monitor.cancelled)
                yield page, page_text(page, picture, words)
            except KzError as error:
                yield page, error
            except CancelledError:
                self.cancelled = True
                return
            self._pages_done += 1

    def _keep(self, document: Document, source: Source, read: Mapping[int, Read]) -> None:
        store = self._project.store
        old_pages = texts.pages(store, document.id)
        name = extractor(document.extractor, self._program, self._languages)
        made = with_pages(texts.text(store, document.id), old_pages, read, name)
        made = replace(made, encoding=document.encoding, notes=_notes(document, made.pages))
        move = _Moved(old_pages, made)
        try:
            replace_text(
                self._project, f"Recognise text of {document.name}", document, source, made, move
            )
        except KzError as error:
            self.refuse(str(error))
            return
        done = Recognised(find_document(self._project, document.id), tuple(sorted(read)))
        self.done.append(done)
        self._told(done)


class _Moved:
    """Where an annotation stands when some pages of its document have got a text."""

    def __init__(self, old: Sequence[Page], made: Extraction) -> None:
        self._made = made
        self._pages = [(was, now) for was, now in zip(old, made.pages, strict=True)]

    def __call__(self, annotation: Annotation) -> history.Row:
        if annotation.region:
            start = next(now.start for was, now in self._pages if was.number == annotation.page)
            empty = Selector(start, start, "", "", "")
            return annotations.place(empty, annotation.page, annotation.region)
        span = self._place(annotation.start), self._place(annotation.stop - 1) + 1
        return annotations.place(select(self._made.text, *span), annotation.page)

    def _place(self, offset: int) -> int:
        """That letter's offset in the new text."""
        shift = (
            now.start - was.start for was, now in self._pages if was.start <= offset < was.stop
        )
        return offset + next(shift)


def _choice(project: Project, program: Tesseract) -> Choice:
    counted: Counter[str] = Counter()
    for document in documents(project):
        counted.update(document.languages)
    known = program.known([language for language, _ in counted.most_common()])
    proposed = tuple(known) or program.languages[:1]
    if not known and "eng" in program.languages:
        proposed = ("eng",)
    return Choice(program.languages, proposed)


def _notes(document: Document, pages: Sequence[Page]) -> tuple[str, ...]:
    """The document's notes, those on pages without text renewed."""
    kept = [
        note
        for note in document.note.splitlines()
        if note and not note.startswith((NO_TEXT, _RECOGNISED))
    ]
    empty = sum(page.start == page.stop and not page.recognised for page in pages)
    if empty:
        kept.append(without_text(empty, len(pages)))
    recognised = [page.number for page in pages if page.recognised]
    return (*kept, f"{_RECOGNISED}{numbered(recognised)}")
