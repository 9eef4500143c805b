"""A codebook as TOML, to be read, edited and shared: a table `[[code]]` a code.

Codes are named by their keys; siblings stand in their order. Written without a library, for a basic
string of TOML is a string of JSON in which DEL is escaped too (https://toml.io/en/v1.0.0#string).
"""

import json
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from kzannotate.exchange.atomic import replacing
from kzannotate.model.errors import KzError

_HEAD = "# A codebook of kzannotate. `parent` is the key of the code from which another hangs.\n"
_LARGEST = 4_000_000
"""Bytes; a codebook of 10,000 codes has a quarter of it."""


@dataclass(frozen=True, slots=True)
class CodeRow:
    """A code as the file has it; None: the file says nothing."""

    key: str
    name: str | None = None
    colour: str | None = None
    shortcut: str | None = None
    parent: str | None = None
    """A key; empty: the code is on top."""
    definition: str | None = None


FIELDS = tuple(field.name for field in fields(CodeRow))


def write(path: Path, rows: Iterable[CodeRow]) -> int:
    """Write the codes to a file that is there whole or not at all; gives their number.

    Raises KzError.
    """
    tables = [_table(row) for row in rows]
    with replacing(path) as file:
        file.write("\n".join([_HEAD, *tables]).encode())
    return len(tables)


def read(path: Path) -> list[CodeRow]:
    """The codes of a file. Raises KzError when it can't be read, or is no codebook."""
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
        if len(content) > _LARGEST:
            raise KzError(f"{path}: it is too large for a codebook; nothing was changed")
        found = tomllib.loads(content.decode("utf-8-sig"))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise KzError(f"{path}: it can't be read ({reason}); nothing was changed") from error
    except UnicodeDecodeError as error:
        raise KzError(
            f"{path}: it isn't UTF-8; save it as UTF-8 first; nothing was changed"
        ) from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise KzError(f"{path}: it is no TOML ({error}); nothing was changed") from error
    return _rows(path, found)


def _table(row: CodeRow) -> str:
    lines = ["[[code]]"]
    for name in FIELDS:
        value = getattr(row, name)
        if value is not None:
            lines.append(f"{name} = {_string(value)}")
    return "\n".join(lines) + "\n"


def _string(value: str) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")


def _rows(path: Path, found: dict[str, Any]) -> list[CodeRow]:
    tables = found.get("code")
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise KzError(f"{path}: it has no [[code]], so it is no codebook; nothing was changed")
    rows = []
    for number, table in enumerate(tables, 1):
        if not table.get("key"):
            raise KzError(f"{path}: code {number} has no key; give it one")
        for name, value in table.items():
            if name not in FIELDS:
                raise KzError(f"{path}: code {number} has a field “{name}”; remove or correct it")
            if not isinstance(value, str):
                raise KzError(
                    f"{path}: code {number}: {name} is no text; put it in quotation marks"
                )
        rows.append(CodeRow(**table))
    return rows
