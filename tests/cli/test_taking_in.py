"""import."""

from pathlib import Path

from tests.cli.conftest import Kz


def test_a_codebook_goes_out_and_comes_in(kz: Kz, corpus: Path, tmp_path: Path) -> None:
    file = tmp_path / "book.toml"
    assert kz("export", corpus, file).out == f"{file}: 3 codes\n"
    file.write_text(file.read_text("utf-8") + '[[code]]\nkey = "relief"\nshortcut = "d"\n', "utf-8")
    done = kz("import", corpus, file)
    assert done.code == 0
    assert done.out.splitlines() == [
        f"{file}: 1 code added or changed",
        "relief has no key any more: its letter is another code's",
    ]


def test_what_is_no_codebook_is_refused(kz: Kz, corpus: Path, tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("x", "utf-8")
    assert kz("import", corpus, other).code == 2
    broken = tmp_path / "broken.toml"
    broken.write_text("[[code", "utf-8")
    done = kz("import", corpus, broken)
    assert done.code == 1
    assert "it is no TOML" in done.err
    assert "nothing was changed" in done.err
