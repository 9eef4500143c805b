"""Rows as CSV: RFC 4180, UTF-8, safe to open in a spreadsheet, and reversibly so."""

import codecs
import csv
import re
from collections.abc import Iterable
from dataclasses import fields
from operator import attrgetter
from pathlib import Path
from typing import TypeVar

from kzannotate.exchange.atomic import replacing
from kzannotate.exchange.hit_rows import HitRow
from kzannotate.exchange.quotations import Quotation

Row = TypeVar("Row", Quotation, HitRow)
_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def write(path: Path, kind: type[Row], rows: Iterable[Row], *, bom: bool) -> int:
    """Write rows of a kind to a file that is there whole or not at all; gives their number.

    `bom` puts the mark before them by which Excel knows UTF-8. Raises KzError.
    """
    count = 0
    names = [field.name for field in fields(kind)]
    values = attrgetter(*names)
    with replacing(path) as file:
        if bom:
            file.write(codecs.BOM_UTF8)
        writer = csv.writer(codecs.getwriter("utf-8")(file), lineterminator="\r\n")
        writer.writerow(names)
        for row in rows:
            writer.writerow(map(_cell, values(row)))
            count += 1
    return count


def _cell(value: str | float | bool | None) -> str | float | None:
    """What is written for a value: truth as the table schema has it, no text as a formula."""
    return str(value).lower() if isinstance(value, bool) else neutralised(value)


def neutralised(value: str | float | None) -> str | float | None:
    """A cell that a spreadsheet doesn't run: an apostrophe before what would be a formula.

    A formula starts with = + - @, a tab or a carriage return. One with apostrophes before it gets
    one more, so that `original` always finds the way back.
    """
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value


def original(cell: str) -> str:
    """What a neutralised cell held: without the apostrophe that was put before it."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
