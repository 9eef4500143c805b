"""How fast a tag is safe, and how fast all of them leave the program."""

import csv
import random
import time
from collections.abc import Iterator
from dataclasses import astuple, fields
from pathlib import Path
from statistics import median

from sqlite_utils import Database

from kzannotate.exchange.quotations import Quotation
from kzannotate.model.ids import DocumentId
from kzannotate.project import exporting, tagging
from kzannotate.project.session import Project
from tests.bench.corpus import Scale
from tests.bench.figures import Figure, medians, seconds
from tests.bench.projects import annotated, bare, documents_with_texts, stretch

Row = tuple[str | int | None, ...]


def tag(scale: Scale) -> Iterator[Figure]:
    """A selection to a committed step, against one durable commit of one row."""
    with annotated(scale) as project, bare(project) as db:
        db.execute("CREATE TABLE one (id INTEGER PRIMARY KEY, content TEXT) STRICT")
        corpus = documents_with_texts(project)
        chance = random.Random("tag")
        pairs = []
        for _ in range(scale.tags):
            document, text = chance.choice(corpus)
            start, stop = stretch(chance, text)
            ours = _tagged(project, document.id, start, stop)
            pairs.append((ours, durable_insert(db, text[start:stop])))
    yield Figure(
        "tag",
        median(pair[0] for pair in pairs) * 1000,
        "ms",
        "one durable INSERT of the quotation alone",
        median(pair[1] for pair in pairs) * 1000,
    )


def export_csv(scale: Scale) -> Iterator[Figure]:
    """All annotations to a CSV file, against Python's csv writing rows that are in memory."""
    with annotated(scale) as project:
        rows = [astuple(row) for row in exporting.quotations(project)]
        file = project.path.with_name("annotations.csv")
        ours, baseline = medians(
            scale.runs,
            lambda: seconds(lambda: exporting.export(project, file)),
            lambda: seconds(lambda: _write(file, rows)),
        )
    yield Figure("csv", ours, "s", "csv.writer of the same rows in memory", baseline)


def _tagged(project: Project, document: DocumentId, start: int, stop: int) -> float:
    begin = time.perf_counter()
    tagging.tag(project, document, start, stop, "demand")
    return time.perf_counter() - begin


def durable_insert(db: Database, quotation: str) -> float:
    begin = time.perf_counter()
    db.execute("INSERT INTO one (content) VALUES (?)", [quotation])
    return time.perf_counter() - begin


def _write(file: Path, rows: list[Row]) -> None:
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow([field.name for field in fields(Quotation)])
        writer.writerows(rows)
