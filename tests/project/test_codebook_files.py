"""The codebook goes out as TOML and comes in as one step."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzannotate.exchange import codebook_toml
from kzannotate.exchange.codebook_toml import CodeRow
from kzannotate.model.errors import KzError
from kzannotate.project import codebook, undoing
from kzannotate.project.codebook_files import export_codebook, import_codebook
from kzannotate.project.session import Project, create
from tests.project.conftest import Write

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@given(rows=st.lists(st.builds(CodeRow, st.from_regex("[a-z]{1,9}"), *[WORDS] * 5), min_size=1))
def test_rows_come_back_as_they_were(
    rows: list[CodeRow], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / "rows.toml"
    codebook_toml.write(path, rows)
    assert codebook_toml.read(path) == rows


def test_another_project_gets_the_same_codebook(project: Project, tmp_path: Path) -> None:
    codebook.add(project, "Release", "demand")
    codebook.describe(project, "release", 'From “custody”,\n\\ "all" of them.')
    codebook.shift(project, "victim", -1)
    assert export_codebook(project, tmp_path / "c.toml") == 4
    assert not import_codebook(project, tmp_path / "c.toml").changes
    with create(tmp_path / "other.kza") as other:
        before = codebook.codes(other)
        assert import_codebook(other, tmp_path / "c.toml").changes
        assert export_codebook(other, tmp_path / "d.toml") == 4
        undoing.undo(other)
        assert codebook.codes(other) == before
    assert (tmp_path / "c.toml").read_bytes() == (tmp_path / "d.toml").read_bytes()


def test_known_codes_are_updated_and_letters_in_use_left_out(
    project: Project, write: Write
) -> None:
    kept = codebook.code(project, "demand").id
    path = write(
        "c.toml",
        '[[code]]\nkey = "demand"\nname = "Request"\n'
        '[[code]]\nkey = "relief"\nshortcut = "v"\nparent = "demand"\n',
    )
    done = import_codebook(project, path)
    assert done.without_key == ("relief",)
    demand, relief = codebook.code(project, "demand"), codebook.code(project, "relief")
    assert (demand.id, demand.name, demand.shortcut) == (kept, "Request", "D")
    assert (relief.parent, relief.shortcut) == (kept, "")
    assert len(codebook.codes(project)) == 4


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("[[code", "no TOML"),
        (b"\xff\xfe", "UTF-8"),
        ("a = 1", "no codebook"),
        ("code = [1]", "no codebook"),
        ('[[code]]\nname = "A"', "no key"),
        ('[[code]]\nkey = "a"\nsize = "1"', "“size”"),
        ('[[code]]\nkey = "a"\ncolour = 1', "no text"),
        ('[[code]]\nkey = "a"\ncolour = "red"', "no colour"),
        ('[[code]]\nkey = "A b"', "no key;"),
        ('[[code]]\nkey = "a"\nparent = "b"', "isn't there"),
        ('[[code]]\nkey = "demand"\nparent = "demand"', "itself"),
        ('[[code]]\nkey = "a"\n[[code]]\nkey = "a"', "same key"),
        ('[[code]]\nkey = "a"\nname = "victim"', "same name"),
    ],
)
def test_what_is_no_codebook_is_refused_and_nothing_changes(
    project: Project, write: Write, content: str | bytes, reason: str
) -> None:
    before = codebook.codes(project)
    with pytest.raises(KzError, match=reason):
        import_codebook(project, write("c.toml", content))
    assert codebook.codes(project) == before


GOLDEN = Path(__file__).parent / "golden" / "codebook.toml"


def test_the_file_is_as_it_was_agreed(project: Project, tmp_path: Path) -> None:
    codebook.add(project, "Release", "demand")
    codebook.describe(project, "release", 'From “custody”,\n\\ "all" of them.')
    export_codebook(project, tmp_path / "codebook.toml")
    assert (tmp_path / "codebook.toml").read_text("utf-8") == GOLDEN.read_text("utf-8")


def test_codes_may_hang_deep(project: Project, write: Write, tmp_path: Path) -> None:
    deep = [f'[[code]]\nkey = "k{n}"\nparent = "{f"k{n - 1}" if n else ""}"\n' for n in range(1500)]
    assert import_codebook(project, write("deep.toml", "".join(deep))).changes
    assert export_codebook(project, tmp_path / "out.toml") == 1503
