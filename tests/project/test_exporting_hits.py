"""The table of hits: as the schema says, the same as it ever was."""

import json
import re
from pathlib import Path

import pytest

from kzannotate import paths
from kzannotate.exchange.csv_table import original
from kzannotate.model.document import Document
from kzannotate.model.ids import DocumentId
from kzannotate.project import hits, reading, searching, tagging
from kzannotate.project.annotation_searching import search_memos
from kzannotate.project.exporting import export_hits
from kzannotate.project.importing import add
from kzannotate.project.session import Project
from tests.library.test_pdf import made
from tests.project.conftest import Write
from tests.project.test_exporting import PASSING, records, validate

GOLDEN = Path(__file__).parent / "golden" / "hits.csv"
SCHEMA = json.loads((paths.schema() / "hits.tableschema.json").read_text("utf-8"))
QUERY = "korin OR maren OR demandons"


@pytest.fixture
def searched(project: Project, letter: Document, write: Write) -> Project:
    """Hits in a letter and on a page, one tagged twice, one that a spreadsheet would run."""
    add(project, [write("appeal.pdf", made([(72, 72, "- nous demandons Ana Korin.")]))])
    first, *_ = searching.search(project, "korin").hits
    hits.tag(project, [first], "victim")
    hits.tag(project, [first], "demand", "sentence")
    return project


def exported(project: Project, path: Path) -> list[dict[str, str]]:
    found = sorted(searching.search(project, QUERY).hits, key=lambda hit: (hit.name, hit.start))
    assert export_hits(project, QUERY, found, path) == len(found)
    return records(path)


def test_the_table_is_the_golden_one(searched: Project, tmp_path: Path) -> None:
    """Look at what changed before you replace the golden file: others read these tables."""
    exported(searched, tmp_path / "a.csv")
    text = re.sub(PASSING, "…", (tmp_path / "a.csv").read_bytes().decode())
    assert text == GOLDEN.read_bytes().decode()


def test_every_cell_is_as_the_schema_says(searched: Project, tmp_path: Path) -> None:
    rows = exported(searched, tmp_path / "a.csv")
    assert len(rows) == 4
    assert list(rows[0]) == [field["name"] for field in SCHEMA["fields"]]
    keys = {tuple(row[name] for name in ("document_id", "start", "end", "memo_of")) for row in rows}
    assert len(keys) == len(rows)
    for row in rows:
        for field in SCHEMA["fields"]:
            validate(row[field["name"]], field)


def test_the_places_lead_to_the_matches(searched: Project, tmp_path: Path) -> None:
    for row in exported(searched, tmp_path / "a.csv"):
        text = reading.text(searched, DocumentId(row["document_id"]))
        assert text[int(row["start"]) : int(row["end"])] == original(row["match"])
        assert not row["before"].startswith(("-", "="))


def test_a_hit_in_a_memo_says_whose_it_is(searched: Project, tmp_path: Path) -> None:
    annotation = tagging.annotations(searched)[0]
    tagging.set_memo(searched, [annotation.id], "Ask Korin’s lawyer.")
    found = [one.hit for one in search_memos(searched, "korin").hits]
    export_hits(searched, "korin", found, tmp_path / "a.csv")
    (row,) = records(tmp_path / "a.csv")
    assert (row["memo_of"], row["start"], row["end"]) == (annotation.id, "4", "9")
    assert row["codes"] in ("demand", "victim")


def test_a_query_is_no_formula(searched: Project, tmp_path: Path) -> None:
    found = searching.search(searched, "korin").hits
    export_hits(searched, "=korin", found, tmp_path / "a.csv", bom=False)
    (heading, line, *_) = (tmp_path / "a.csv").read_text("utf-8").splitlines()
    assert heading.startswith("query,")
    assert line.startswith("'=korin,")
