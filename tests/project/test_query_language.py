"""Each notation of a query, searched in a real project."""

from collections.abc import Iterator

import pymupdf
import pytest

from kzannotate.model.annotation import Tagging
from kzannotate.model.document import Document
from kzannotate.model.errors import KzError
from kzannotate.model.query import SearchedWord, Unit
from kzannotate.project import codebook, importing, searching, tagging, understanding
from kzannotate.project.searching import STOPPED, Result, search
from kzannotate.project.session import Project
from tests.project.conftest import Write, added

REPORT = (
    "La Libération immédiate de l’homme est demandée.\n\n"
    "Sa libération, dit-il, doit être immédiate; libérations.\n\n"
    "Le tribunal siège. Le TRIBUNAL du tri-\nbunal ne siège pas.\n\n"
    "Article 174 du code pénal, article 12 de la loi.\n"
)
FAR_APART = "libération, dit-il, doit être immédiate"
LETTER = (
    "The court must release Ana Korin at once.\n\n"
    "Nobody knows where Ana Korin is held; the court is silent.\n"
)


@pytest.fixture
def report(project: Project, write: Write) -> Document:
    return added(project, write("report 2021.txt", REPORT))


@pytest.fixture
def letter(project: Project, write: Write) -> Document:
    return added(project, write("letter.txt", LETTER))


@pytest.fixture
def pages(project: Project, write: Write) -> Document:
    """A printed page ends within a sentence, the next within a word; numbers stand below."""
    texts = (
        ("We demand the immediate", "1"),
        ("release of Ivo Maren, who was unlaw-", "2"),
        ("fully arrested in May.", "3"),
    )
    with pymupdf.open() as pdf:
        for body, number in texts:
            page = pdf.new_page()
            page.insert_text((72, 72), body)
            page.insert_text((300, 800), number)
        return added(project, write("pages.pdf", pdf.tobytes()))


def matches(project: Project, query: str, within: Unit = "passage") -> list[str]:
    return [hit.match for hit in search(project, query, within=within).hits]


def counted(result: Result) -> int:
    assert result.complete
    assert bool(result.passages) == bool(result.hits)
    return result.passages


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ('"libération immédiate"', ["Libération immédiate"]),
        ('"immediate liberation"~1', ["Libération immédiate"]),
        ('"liberation immediate"~4', ["Libération immédiate", FAR_APART]),
        ('"liberation immediate"~3', ["Libération immédiate"]),
        ('"liberation immediate doit"~3', [FAR_APART]),
        ('"liberation immediate doit"~2', []),
        ('"libération libération"~2', ["Libération", "libération"]),
        ("«libération immédiate»", ["Libération immédiate"]),
        ("=libération", ["libération"]),
        ("=Libération", ["Libération"]),
        ("=liberation", []),
        ("=tribunal", ["tribunal", "tri- bunal"]),
        ("=TRIBUNAL", ["TRIBUNAL"]),
        ('="Le tribunal"', ["Le tribunal"]),
        ('="le tribunal"', []),
        ('="l\'homme"', ["l’homme"]),
        ("=tribunal OR =TRIBUNAL", ["tribunal", "TRIBUNAL", "tri- bunal"]),
        ("siège NOT =TRIBUNAL", []),
        (r"/article \d+/", ["Article 174", "article 12"]),
        (r"/article\s\d{3}/", ["Article 174"]),
        (r"/(?-i:article) \d+/", ["article 12"]),
        (r"/code (pénal|civil)/ =loi", ["code pénal", "loi"]),
        (r"/x*/", []),
    ],
)  # fmt: skip
def test_notations(project: Project, report: Document, query: str, expected: list[str]) -> None:
    assert sorted(matches(project, query)) == sorted(expected)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ('"the immediate release"', ["the immediate 1 release"]),
        ('"immediate release of"', ["immediate 1 release of"]),
        ('"demand release"~3', ["demand the immediate 1 release"]),
        ('"release demand"~3', ["demand the immediate 1 release"]),
        ('"demand release"~1', []),
        ('="immediate release"', ["immediate 1 release"]),
        ('="Immediate release"', []),
        ("unlawfully", ["unlaw- 2 fully"]),
        ("unlawful*", ["unlaw- 2 fully"]),
        ("=unlawfully", ["unlaw- 2 fully"]),
        ('"was unlawfully arrested"', ["was unlaw- 2 fully arrested"]),
        ('"demand the immediate 1"', []),
        ("immediate release", []),
        ("release", ["release"]),
        ("*tion", []),
        ('"immediate release" NOT demand', []),
    ],
)
def test_over_a_page_break(
    project: Project, pages: Document, query: str, expected: list[str]
) -> None:
    assert matches(project, query) == expected
    assert counted(search(project, query)) == len(expected)


def test_over_a_form_feed(project: Project, write: Write) -> None:
    importing.add(project, [write("a.txt", "All are to be set\n\n\ffree at once.\n\nAt once.")])
    (hit,) = search(project, '"set free at"').hits
    assert (hit.match, hit.start, hit.stop) == ("set free at", 14, 27)


@pytest.mark.parametrize(
    ("query", "within", "expected"),
    [
        ("release silent", "passage", []),
        ("release silent", "page", ["release", "silent"]),
        ("release silent", "document", ["release", "silent"]),
        ("immediate May", "page", []),
        ("immediate May", "document", ["immediate", "May"]),
        ("release NOT silent", "passage", ["release", "release"]),
        ("release NOT silent", "document", ["release"]),
        ("silent (=release OR May)", "document", ["release", "silent"]),
        ("silent (=Release OR May)", "document", []),
        ("release page:2 May", "document", []),
        ("release doc:letter silent", "document", ["release", "silent"]),
        (r"/re\w+e/ silent", "document", ["release", "silent"]),
        ("release NOT doc:letter", "document", ["release"]),
    ],
)
def test_within(
    project: Project,
    letter: Document,
    pages: Document,
    query: str,
    within: Unit,
    expected: list[str],
) -> None:
    assert sorted(matches(project, query, within)) == sorted(expected)
    result = search(project, query, within=within)
    assert result.complete
    assert bool(result.passages) == bool(expected)


@pytest.fixture
def tagged(project: Project, letter: Document, report: Document) -> Iterator[Project]:
    """In the letter all up to the first name is a demand; the other name is a victim."""
    codebook.add(project, "Urgent demand", parent="demand")
    project.coder = "Zoë"
    stop = LETTER.index("at once")
    (first,) = tagging.tag(project, letter.id, 0, stop, "demand").annotations
    tagging.set_memo(project, [first], "Écrit au ministère")
    start = LETTER.index("Ana Korin is")
    tagging.tag_many(
        project, [Tagging(letter.id, start, start + 9, codebook.code(project, "victim").id)]
    )
    yield project


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("korin code:demand", ["Korin"]),
        ("korin code:DEMAND", ["Korin"]),
        ('korin code:"urgent demand"', []),
        ("korin (code:demand OR code:victim)", ["Korin", "Korin"]),
        ("court korin code:demand", ["court", "Korin"]),
        ("court korin code:victim", []),
        ("court NOT code:demand", ["court"]),
        ("korin NOT code:demand NOT code:victim", []),
        ("korin NOT (code:demand OR code:legal_article)", ["Korin"]),
        ("code:victim", ["Ana Korin"]),
        ("code:victim code:demand", []),
        ("code:demand NOT silent", ["The court must release Ana Korin"]),
        ('"must release ana korin at" code:demand', []),
        ("korin memo:ecrit", ["Korin"]),
        ('korin memo:"ministere écrit"', ["Korin"]),
        ("korin memo:ecrit code:victim", []),
        ("korin coder:zoe", ["Korin", "Korin"]),
        ("korin coder:ivo", []),
        ("korin date:2000..2001", []),
        ("korin date:2001..", ["Korin", "Korin"]),
        ("korin date:..2001", []),
        (r"/a\w+ k/ code:victim", ["Ana K"]),
        ("lang:fr immediate", ["immédiate", "immédiate"]),
        ("lang:fr korin", []),
        ("korin NOT lang:en", []),
        ("(lang:fr OR lang:en) court", ["court", "court"]),
        ("doc:report tribunal NOT lang:nl", ["tribunal", "TRIBUNAL", "tri- bunal"]),
        ('doc:"2021 REPORT" loi', ["loi"]),
        ("page:1 korin", []),
        ("silent OR code:victim", ["Ana Korin", "silent"]),
    ],
)
def test_fields(tagged: Project, query: str, expected: list[str]) -> None:
    assert sorted(matches(tagged, query)) == sorted(expected)
    counted(search(tagged, query))


def test_a_code_holds_those_below_it(tagged: Project) -> None:
    letter = search(tagged, "silent").hits[0]
    tagging.tag(tagged, letter.document, letter.start, letter.stop, "urgent_demand")
    assert matches(tagged, "code:demand silent") == ["silent"]


def test_pages(project: Project, pages: Document) -> None:
    assert matches(project, "page:2 release") == ["release"]
    assert matches(project, "page:2..3 arrested") == ["arrested"]
    assert matches(project, "page:..2 arrested") == []
    assert matches(project, "page:3.. NOT arrested") == ["3"]


@pytest.mark.parametrize(
    ("query", "remark"),
    [
        ("code:crime korin", "There is no code “crime”."),
        ("date:soon korin", "date:soon is no date; write date:2019, date:2019-05 or"),
        ("page:x korin", "page:x is no page; write page:3 or page:3..7."),
        ("lang:french korin", "lang:french is no language; write its two letters, as lang:fr."),
        ("memo: korin", "memo: needs something behind it."),
        ('korin "ana', '" has no partner and was passed over.'),
        ("korin) (ana", ") ( has no partner and was passed over."),
        ("/(korin/", "/(korin/ was read as words: missing )."),
        ("=... korin", "=...: there is no word in it."),
        ('"ana korin"~500', "~500: at most 100 words can stand among them."),
    ],
)  # fmt: skip
def test_what_is_read_differently_is_said(
    project: Project, letter: Document, query: str, remark: str
) -> None:
    result = search(project, query)
    assert [one[: len(remark)] for one in result.remarks] == [remark]
    assert bool(result.hits) == ("crime" not in query)


def test_the_forms_searched_for_a_word_are_told(project: Project, report: Document) -> None:
    assert search(project, "libération tri*l").words == (
        SearchedWord("liberation", ("liberation", "liberations")),
        SearchedWord("tri*l", ("tribunal",)),
    )
    assert search(project, "libération", stemmed=False).words == (
        SearchedWord("liberation", ("liberation",)),
    )
    assert len(search(project, "libération").hits) == 3
    assert len(search(project, "libération", stemmed=False).hits) == 2


def test_a_search_that_takes_too_long_is_stopped(
    project: Project, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    importing.add(project, [write("a.txt", f"{'a' * 40}\n\n{'a' * 3000}!")])
    result = search(project, r"/(a|aa|a?)+b|((a?){30})*$c/")
    assert result.remarks == (STOPPED,)
    assert not result.complete
    monkeypatch.setattr(searching, "SECONDS", 0.0)
    assert search(project, "=a").remarks == ()
    assert search(project, f"={'a' * 40}").remarks == (STOPPED,)
    assert search(project, f"={'a' * 40} OR b", within="document").remarks == (STOPPED,)


def test_words_after_their_time_are_searched_as_they_are_written(
    project: Project, report: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(matches(project, "libérations")) == 3
    monkeypatch.setattr(understanding, "SECONDS", -1.0)
    result = search(project, "libérations")
    assert [hit.match for hit in result.hits] == ["libérations"]
    assert result.remarks == (understanding.AS_WRITTEN,)


def test_many_words_that_stand_everywhere_are_refused(
    project: Project, report: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(understanding, "MOST", 5)
    assert matches(project, "l* OR d* OR t* OR s*")
    with pytest.raises(KzError, match="too long; leave some words out"):
        search(project, "l* OR d* OR t* OR s* OR a* OR c*")
