"""The answers of the index against those of trying every place, on small corpora made by chance."""

import re
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kzannotate.project import importing
from kzannotate.project.corpus_words import corpus_words
from kzannotate.project.searching import search
from kzannotate.project.session import Project, create
from kzannotate.project.understanding import understood
from kzannotate.search.bounds import at_most
from tests.search.brute_force import (
    Both,
    Close,
    Either,
    Not,
    Of,
    OneWord,
    Paragraph,
    Pattern,
    Query,
    Side,
    Token,
)

WRITTEN = ["ab", "Ab", "áb", "abc", "ABC", "bac", "cab", "cáb", "ca", "Ba", "aabb", "ccc"]
FORMS = ["ab", "abc", "bac", "cab", "ca", "ba", "aabb", "ccc", "bb"]
PATTERNS = ["a*", "ab*", "*b", "?a", "c?b", "*a*", "a?*", "ab~", "cab~", "aabb~2", "bb~"]
EXPRESSIONS = ["a.c", r"b\w", "[ab]{2,}", r"ca b", r"(?<=c)a", r"\bc+\b", "á"]

passages = st.lists(st.sampled_from(WRITTEN), min_size=2, max_size=5)
pages = st.lists(passages, min_size=1, max_size=2)
corpora = st.lists(st.lists(pages, min_size=1, max_size=3), min_size=1, max_size=3)

forms = st.sampled_from(FORMS)
leaves = st.one_of(
    st.builds(OneWord, forms),
    st.builds(OneWord, st.sampled_from(PATTERNS)),
    st.builds(OneWord, st.sampled_from([f"={word}" for word in WRITTEN])),
    st.builds(Side, st.lists(forms, min_size=1, max_size=3).map(tuple), st.just(False)),
    st.builds(
        Side, st.lists(st.sampled_from(WRITTEN), min_size=1, max_size=2).map(tuple), st.just(True)
    ),
    st.builds(
        Close, st.lists(forms, min_size=2, max_size=3, unique=True).map(tuple), st.integers(0, 2)
    ),
    st.builds(Pattern, st.sampled_from(EXPRESSIONS)),
)
queries = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(Both, inner, inner),
        st.builds(Either, inner, inner),
        st.builds(Not, inner, inner),
        st.builds(Of, inner, st.sampled_from(["d0", "d1", "txt"]), st.booleans()),
    ),
    max_leaves=5,
)


def paragraphs(name: str, made: list[list[list[str]]]) -> tuple[str, list[Paragraph]]:
    """The text of a document made of pages of passages of words, and its passages."""
    sentences = [
        (" ".join(words) + (".\n\n\f" if words is page[-1] else ".\n\n"), words is page[-1])
        for page in made
        for words in page
    ]
    text = "".join(sentence for sentence, _ in sentences).rstrip("\n\f") + "\n"
    tokens = [Token(one[0], *one.span()) for one in re.finditer(r"\w+", text)]
    found, start = [], 0
    for sentence, is_last in sentences:
        stop = min(start + len(sentence), len(text))
        own = tuple(token for token in tokens if start <= token.start < stop)
        after = tuple(token for token in tokens if token.start >= stop and is_last)
        found.append(Paragraph(name, text[start:stop], start, own, after))
        start = stop
    return text, found


def bound_of(project: Project, query: str) -> int | None:
    plan = understood(project, query, stemmed=False).plan
    return at_most(plan, corpus_words(project).words) if plan else None


@given(made=corpora, asked=st.lists(queries, min_size=5, max_size=15))
def test_the_index_answers_as_trying_every_place_does(
    made: list[list[list[list[str]]]], asked: list[Query]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        corpus: dict[str, list[Paragraph]] = {}
        for number, pages_of_one in enumerate(made):
            name = f"d{number}.txt"
            text, corpus[name] = paragraphs(name, pages_of_one)
            # The file's bytes must differ, or it is the same document.
            (Path(folder) / name).write_text(text + f"{number}\n", "utf-8")
        with create(Path(folder) / "project.kza") as project:
            importing.add(project, [Path(folder) / name for name in corpus])
            for query in asked:
                expected = {
                    (name, *span)
                    for name, some in corpus.items()
                    for paragraph in some
                    for span in query.spans(paragraph)
                }
                written = query.written()
                result = search(project, written, limit=10_000, stemmed=False)
                assert result.remarks == ()
                assert {(hit.name, hit.start, hit.stop) for hit in result.hits} == expected, written
                count = sum(bool(query.spans(one)) for some in corpus.values() for one in some)
                assert result.passages == count, written
                first = search(project, written, limit=1, stemmed=False, counted=False)
                assert set(first.hits) <= set(result.hits)
                assert first.passages == count or not first.counted, written
                bound = bound_of(project, written)
                assert bound is None or bound >= count, written
                wide = search(project, written, limit=10_000, within="document", stemmed=False)
                names = {name for name, some in corpus.items() if query.in_document(some)}
                assert {hit.name for hit in wide.hits} == names, written
