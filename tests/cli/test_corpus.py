"""new, add, documents, search, check."""

import json
from pathlib import Path

import pytest

from kzannotate.project.session import open_project
from tests.cli.conftest import Kz
from tests.project import stale


def test_documents_as_json(kz: Kz, corpus: Path) -> None:
    ran = kz("documents", corpus, "--json")
    french, russian = map(json.loads, ran.out.splitlines())
    assert french["document"] == "lettre.txt"
    assert (french["language"], french["pages"], french["encoding"]) == ("fr", 0, "utf-8")
    assert french["characters"] == len((corpus.parent / "lettre.txt").read_text("utf-8"))
    assert len(french["sha256"]) == 64
    assert (russian["document"], russian["language"]) == ("письмо.txt", "ru")


def test_the_guessed_encoding_is_told_and_can_be_overruled(kz: Kz, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Суд признал, что жалоба не была рассмотрена".encode("koi8-r"))
    kz("new", "p.kza")
    assert "koi8-r" in kz("add", "p.kza", "a.txt").out
    kz("undo", "p.kza")
    ran = kz("add", "p.kza", "a.txt", "--encoding", "cp866")
    assert ran.code == 0
    assert json.loads(kz("documents", "p.kza", "--json").out)["encoding"] == "cp866"


def test_what_is_refused_is_named_and_the_rest_is_added(kz: Kz, tmp_path: Path) -> None:
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "empty.txt").touch()
    (folder / "good.txt").write_text("A good text.", "utf-8")
    (folder / "loop").symlink_to(folder)
    kz("new", "p.kza")
    ran = kz("add", "p.kza", folder, tmp_path / "missing.pdf")
    assert ran.code == 1
    assert ran.err.splitlines() == [
        f"{folder / 'empty.txt'}: the file is empty",
        f"{tmp_path / 'missing.pdf'}: it doesn't exist",
    ]
    assert ran.out.startswith("good.txt: ")


def test_the_same_file_twice_is_told(kz: Kz, corpus: Path) -> None:
    ran = kz("add", corpus, "lettre.txt")
    assert ran.code == 1
    assert ran.err == "lettre.txt: it is in the project already, as lettre.txt\n"
    assert len(kz("documents", corpus).out.splitlines()) == 2


def test_search_as_json(kz: Kz, corpus: Path) -> None:
    (line,) = kz("search", corpus, "liberation", "--json").out.splitlines()
    hit = json.loads(line)
    text = (corpus.parent / "lettre.txt").read_text("utf-8")
    assert text[hit["start"] : hit["end"]] == "libération"
    assert (hit["document"], hit["page"]) == ("lettre.txt", None)
    assert "libération immédiate" in hit["snippet"]
    assert hit["score"] > 0


@pytest.mark.parametrize(
    ("query", "match"),
    [
        ("torture", "torture"),
        ('"l’article 12"', "l'article 12"),
        ("prison*", "prisons"),
        ("осужден", "осуждён"),
        ("MAREN OR KORIN", "Korin"),
    ],
)
def test_search_for_people(kz: Kz, corpus: Path, query: str, match: str) -> None:
    assert f"[{match}]" in kz("search", corpus, query).out


def test_search_each_line_of_standard_input(kz: Kz, corpus: Path) -> None:
    ran = kz("search", corpus, "-", stdin="torture\nabsent\n")
    found, nothing = map(json.loads, ran.out.splitlines())
    assert found["query"] == "torture"
    assert [hit["document"] for hit in found["hits"]] == ["lettre.txt"]
    assert found["milliseconds"] > 0
    assert nothing == {"query": "absent", "milliseconds": nothing["milliseconds"], "hits": []}


def test_what_was_read_differently_is_told(kz: Kz, corpus: Path) -> None:
    ran = kz("search", corpus, "NOT torture")
    assert (ran.code, ran.out) == (0, "")
    assert "NOT needs another word" in ran.err


def test_limit(kz: Kz, corpus: Path) -> None:
    assert len(kz("search", corpus, "12", "--limit", "1").out.splitlines()) == 1


def test_hits_into_a_table(kz: Kz, corpus: Path) -> None:
    table = corpus.with_name("hits.csv")
    ran = kz("search", corpus, "NOT torture 12", "--csv", table)
    assert (ran.code, "NOT needs" in ran.err) == (0, False)
    heading, *lines = table.read_text("utf-8-sig").splitlines()
    assert heading.startswith("query,document_id,document,")
    assert ran.out == f"{table}: {len(lines)} hit{'s' if len(lines) != 1 else ''}\n"
    assert kz("search", corpus, "12", "--csv", table, "--limit", "1").out == f"{table}: 1 hit\n"
    assert kz("search", corpus, "-", "--csv", table).code == 2
    assert "can't be written" in kz("search", corpus, "12", "--csv", corpus.parent / "no" / "a").err


def test_check(kz: Kz, corpus: Path) -> None:
    assert kz("check", corpus) == (0, f"{corpus}: sound\n", "")


def test_new_does_not_overwrite(kz: Kz, corpus: Path) -> None:
    before = corpus.read_bytes()
    ran = kz("new", corpus)
    assert ran.code == 1
    assert "exists already" in ran.err
    assert corpus.read_bytes() == before


def test_an_encrypted_project(kz: Kz, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("A very secret sentence.", "utf-8")
    monkeypatch.setenv("KZANNOTATE_PASSPHRASE", "it's ours")
    assert kz("new", "p.kza", "--encrypt").code == 0
    assert kz("add", "p.kza", "a.txt").code == 0
    assert "[secret]" in kz("search", "p.kza", "secret").out
    assert b"secret" not in (tmp_path / "p.kza").read_bytes()
    for wrong, told in [("theirs", "the passphrase is wrong"), ("", "the passphrase is needed")]:
        monkeypatch.setenv("KZANNOTATE_PASSPHRASE", wrong)
        ran = kz("documents", "p.kza")
        assert (ran.code, ran.out) == (1, "")
        assert told in ran.err


def test_encrypting_needs_a_passphrase(kz: Kz, tmp_path: Path) -> None:
    ran = kz("new", "p.kza", "--encrypt")
    assert ran.code == 1
    assert "a passphrase is needed" in ran.err
    assert not (tmp_path / "p.kza").exists()


def test_reindex(kz: Kz, corpus: Path) -> None:
    assert kz("reindex", corpus).out == f"{corpus}: nothing to renew\n"
    with open_project(corpus) as project:
        stale.make(project)
    assert "of another version" in kz("search", corpus, "korin").err
    assert "kzannotate reindex" in kz("check", corpus).err
    assert kz("reindex", corpus).out == f"{corpus}: its index is made anew\n"
    assert kz("check", corpus).code == 0
    assert kz("search", corpus, "korin").out
    assert kz("reindex", "--whole", corpus).out == f"{corpus}: its index is made anew\n"
    assert kz("check", corpus).code == 0
