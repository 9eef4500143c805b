"""The table of annotations: letter by letter, as the schema says, the same as it ever was."""

import csv
import json
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from kzannotate import paths
from kzannotate.exchange.csv_table import original
from kzannotate.model.document import Document
from kzannotate.model.errors import KzError
from kzannotate.project.exporting import export
from kzannotate.project.importing import add
from kzannotate.project.session import Project
from kzannotate.project.tagging import annotations, set_memo, tag, tag_region
from tests.library.test_pdf import made
from tests.project.conftest import Write, span

GOLDEN = Path(__file__).parent / "golden" / "annotations.csv"
SCHEMA = json.loads((paths.schema() / "annotations.tableschema.json").read_text("utf-8"))
CASTS: dict[str, Callable[[str], object]] = {
    "string": str,
    "integer": int,
    "number": float,
    "boolean": ("false", "true").index,
    "datetime": datetime.fromisoformat,
}
PASSING = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}|[0-9-]{10}T[0-9:.]+Z"
"""What is another one each time: identities, sums, times."""


@pytest.fixture
def marked(project: Project, letter: Document, write: Write) -> Project:
    """Annotations of each kind, one in a PDF, one that a spreadsheet would run."""
    pdf = write("appeal.pdf", made([(72, 72, "Nous demandons : - liberez Ana Korin.")]))
    (appeal,) = add(project, [pdf]).added
    tag(project, letter.id, *span("demand the release of Ana Korin"), "demand")
    tag(project, letter.id, *span("Ana Korin"), "victim")
    tag(project, letter.id, *span("art. 174 of the Criminal Code"), "legal_article")
    tag(project, letter.id, *span("Ivo Maren"), "victim")
    tag(project, appeal.id, 17, 37, "demand")
    tag_region(project, appeal.id, 1, (72, 300.125, 172.5, 400), "victim")
    (first, *_) = annotations(project, letter.id)
    set_memo(project, [first.id], '=HYPERLINK("x")\nand "more", élan')
    return project


def records(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_the_table_is_the_golden_one(marked: Project, tmp_path: Path) -> None:
    """Look at what changed before you replace the golden file: others read these tables."""
    export(marked, tmp_path / "a.csv")
    text = re.sub(PASSING, "…", (tmp_path / "a.csv").read_bytes().decode())
    assert text == GOLDEN.read_bytes().decode()


def test_every_cell_is_as_the_schema_says(marked: Project, tmp_path: Path) -> None:
    assert export(marked, tmp_path / "a.csv") == 6
    rows = records(tmp_path / "a.csv")
    assert len(rows) == 6
    assert list(rows[0]) == [field["name"] for field in SCHEMA["fields"]]
    assert len({row[SCHEMA["primaryKey"]] for row in rows}) == 6
    for row in rows:
        for field in SCHEMA["fields"]:
            validate(row[field["name"]], field)


def validate(cell: str, field: dict[str, Any]) -> None:
    """As Table Schema has it: type, format and those constraints that the schema uses."""
    limits = field.get("constraints", {})
    assert not set(limits) - {"required", "unique", "pattern", "minimum"}
    if cell in SCHEMA["missingValues"]:
        assert not limits.get("required"), field["name"]
        return
    value = CASTS[field["type"]](cell)
    if field.get("format") == "uuid":
        UUID(cell)
    if field["type"] == "datetime":
        assert cell.endswith("Z")
    if "pattern" in limits:
        assert re.fullmatch(limits["pattern"], cell), field["name"]
    if "minimum" in limits:
        assert isinstance(value, int | float)
        assert value >= limits["minimum"]


def test_quotations_and_memos_lead_back(marked: Project, tmp_path: Path) -> None:
    export(marked, tmp_path / "a.csv")
    found = {
        row["annotation_id"]: (original(row["quotation"]), original(row["memo"]))
        for row in records(tmp_path / "a.csv")
    }
    assert found == {one.id: (one.quotation, one.memo) for one in annotations(marked)}
    assert "- liberez Ana Korin." in {quotation for quotation, _ in found.values()}


def test_a_project_without_annotations_gives_the_headings(project: Project, tmp_path: Path) -> None:
    assert export(project, tmp_path / "a.csv") == 0
    assert (tmp_path / "a.csv").read_text("utf-8-sig").count("\n") == 1


def test_another_format_is_refused_and_nothing_written(project: Project, tmp_path: Path) -> None:
    with pytest.raises(KzError, match=r"a\.xlsx: that format is not available yet"):
        export(project, tmp_path / "a.xlsx")
    assert not (tmp_path / "a.xlsx").exists()
