"""Texts: kept letter by letter, cut into slices, found while a document points to them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzannotate.model.document import Document, Page, Source
from kzannotate.model.errors import KzError
from kzannotate.model.ids import DocumentId
from kzannotate.model.query import Word
from kzannotate.store import checks, fulltext, history, texts
from kzannotate.store import unfinished as unfinished_texts
from kzannotate.store.store import Store, create
from tests.store.conftest import add, cut, extract, finish, fold, prepare, remove

LETTERS = st.text(st.sampled_from("aé\u0301ж\U0001f54a\u00a0 \n"), min_size=1, max_size=60)
LONG = "".join(f"Line {number} of a long text.\n" for number in range(50))


def found(store: Store, word: str) -> list[str]:
    search = fulltext.Search(store, Word((word,)))
    hits = search.first(100)
    assert search.count() == len(hits)
    return [hit.name for hit in hits]


@given(text=LETTERS, slice_size=st.integers(1, 40))
def test_slices_partition_the_passages(text: str, slice_size: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(texts, "SLICE", slice_size)
        slices = texts._slices(cut(text))
    assert [passage for run in slices for passage in run] == list(cut(text))
    assert all(run[-1].stop - run[0].start <= slice_size for run in slices if len(run) > 1)
    assert all(slices)


def test_no_passages_are_one_slice() -> None:
    assert texts._slices(()) == [[]]


@given(text=LETTERS, data=st.data())
def test_stretches_are_the_texts(
    text: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("stretch") / "project.kza"
    with create(path) as store:
        add(store, "other.txt", "Another document\n" * 3)
        document = add(store, "a.txt", text).id
        assert texts.text(store, document) == text
        assert texts.passages(store, document) == list(cut(text))
        assert texts.passage_starts(store, document) == [one.start for one in cut(text)]
        edges = sorted({0, len(text), *(passage.start for passage in cut(text))})
        places = st.one_of(st.sampled_from(edges), st.integers(-3, len(text) + 3))
        for _ in range(5):
            start, stop = sorted(data.draw(st.tuples(places, places)))
            offset, around = texts.stretch(store, document, start, stop)
            assert text[offset : offset + len(around)] == around
            inside = slice(max(0, start), max(0, stop))
            assert around[max(0, start - offset) : max(0, stop - offset)] == text[inside]
            assert len(around) <= len("".join(touched(text, start, stop)))


@given(text=LETTERS, at_once=st.integers(1, 5))
def test_passages_are_read_many_at_once(
    text: str, at_once: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("many") / "project.kza"
    lines = "".join(f"{line}\0\n" for line in text.split("\n"))
    with create(path) as store, pytest.MonkeyPatch.context() as patch:
        patch.setattr(texts, "_AT_ONCE", at_once)
        documents = {
            name: add(store, name, lines * times).id for times, name in enumerate("abc", 1)
        }
        for times, document in enumerate(documents.values(), 1):
            assert texts.text(store, document) == lines * times


def touched(text: str, start: int, stop: int) -> list[str]:
    """The passages that a stretch touches, and the one it starts in."""
    return [
        text[passage.start : passage.stop]
        for passage in cut(text)
        if passage.start < stop and passage.stop >= min(max(0, start), len(text))
    ]


def test_passage_at(store: Store) -> None:
    text = "One.\nTwo \U0001f54a.\nThree.\n"
    document = add(store, "a.txt", text).id
    for passage in cut(text):
        for offset in range(passage.start, passage.stop):
            assert texts.passage_at(store, document, offset) == passage
    assert texts.passage_at(store, document, -1) is None
    assert texts.passage_at(store, DocumentId("unknown"), 0) is None


def test_pages_and_source(store: Store) -> None:
    document = add(store, "a.txt", "A line.\n")
    assert texts.pages(store, document.id) == [Page(1, 0, 8, 595.0, 842.0, b"boxes")]
    assert texts.source(store, document.id) == Source("a.txt", b"A line.\n", document.sha256)
    with pytest.raises(KzError, match="there is no such document"):
        texts.source(store, DocumentId("unknown"))


def test_unknown_document_has_no_text(store: Store) -> None:
    assert texts.text(store, DocumentId("unknown")) == ""
    assert texts.stretch(store, DocumentId("unknown"), 0, 5) == (0, "")


def test_index_follows_the_documents(store: Store) -> None:
    document = add(store, "a.txt", "Torture and prison.\n")
    assert found(store, "torture") == ["a.txt"]
    remove(store, document)
    assert found(store, "torture") == []
    for verb, names in ((history.undo, ["a.txt"]), (history.redo, []), (history.undo, ["a.txt"])):
        with store.transaction():
            verb(store, "tester")
            texts.follow_documents(store, fold)
        assert found(store, "torture") == names
    assert list(checks.file(store)) == []


def test_a_removed_text_is_used_again(store: Store) -> None:
    remove(store, add(store, "a.txt", LONG))
    assert add(store, "b.txt", LONG).name == "b.txt"
    assert store.db.execute("SELECT count(*), state FROM text").fetchone() == (1, "indexed")
    assert store.db.execute("SELECT count(*) FROM source").fetchone() == (1,)
    assert set(found(store, "long")) == {"b.txt"}
    assert list(checks.file(store)) == []


def test_a_text_in_use_is_used_again(store: Store) -> None:
    """An encoding that gives the same letters makes no other text."""
    document = add(store, "a.txt", LONG)
    writer, _ = prepare(store, "a.txt", LONG)
    writer.write_early()
    with store.transaction():
        writer.write_rest()
    assert texts.text(store, document.id) == LONG
    assert len(found(store, "long")) == 50


@pytest.fixture
def unfinished(store: Store, monkeypatch: pytest.MonkeyPatch) -> Document:
    """All but the last slice of a long text is written, then the program was killed."""
    monkeypatch.setattr(texts, "SLICE", 100)
    add(store, "a.txt", "A long line of another document.\n")
    writer, document = prepare(store, "b.txt", LONG)
    writer.write_early()
    (slices,) = store.db.execute("SELECT count(*) FROM passage").fetchone()
    assert 40 < slices < 51
    return document


def test_unfinished_is_not_found(store: Store, unfinished: Document) -> None:
    assert found(store, "long") == ["a.txt"]
    assert texts.text(store, unfinished.id) == ""
    assert list(checks.file(store)) == []


@pytest.mark.usefixtures("unfinished")
def test_unfinished_is_cleared(store: Store) -> None:
    unfinished_texts.drop_all(store)
    assert store.db.execute("SELECT count(*) FROM text").fetchone() == (1,)
    assert store.db.execute("SELECT count(*) FROM passage").fetchone() == (1,)
    assert store.db.execute("SELECT count(*) FROM source").fetchone() == (1,)
    assert found(store, "long") == ["a.txt"]
    assert list(checks.file(store)) == []


@pytest.mark.usefixtures("unfinished")
def test_unfinished_is_begun_again(store: Store) -> None:
    document = add(store, "b.txt", LONG)
    assert texts.text(store, document.id) == LONG
    assert len(found(store, "long")) == 51
    assert list(checks.file(store)) == []


def test_a_long_text_is_written_in_slices(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "SLICE", 100)
    writer, document = prepare(store, "a.txt", LONG)
    writer.write_early()
    assert found(store, "long") == []
    finish(store, writer, document)
    assert texts.text(store, document.id) == LONG
    assert len(found(store, "long")) == 50
    assert texts.pages(store, document.id) == list(extract(LONG).pages)
