"""The codebook as a file: written, and taken in as one undoable step."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from kzannotate.exchange import codebook_toml
from kzannotate.exchange.codebook_toml import CodeRow
from kzannotate.model.changes import Changes
from kzannotate.model.codebook import COLOURS, Code, below, shared_id
from kzannotate.model.errors import KzError
from kzannotate.model.ids import CodeId
from kzannotate.model.text import normalise
from kzannotate.project import codebook
from kzannotate.project.session import Project
from kzannotate.store import codes as rows
from kzannotate.store import history


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did."""

    changes: Changes
    without_key: tuple[str, ...] = ()
    """Names of codes whose letter does something else already; they have none now."""


def export_codebook(project: Project, path: Path) -> int:
    """Write the codebook as TOML, a code after the one it hangs from; gives the number of codes.

    Raises KzError when the file can't be written.
    """
    known = codebook.codes(project)
    keys: dict[CodeId | None, str] = {None: ""} | {code.id: code.key for code in known}
    return codebook_toml.write(
        path,
        (
            CodeRow(
                code.key,
                code.name,
                code.colour,
                code.shortcut,
                keys[code.parent],
                code.definition,
            )
            for code in _tree(known)
        ),
    )


def import_codebook(project: Project, path: Path, reserved: Collection[str] = ()) -> Imported:
    """Take in a codebook written as TOML: known keys are updated, others added, none is deleted.

    What the file says nothing of stays. A letter that another code has, or that is `reserved`, is
    left out. Raises KzError for what is no codebook, or couldn't be one together with the codes
    that are there; nothing is changed then.
    """
    found = codebook_toml.read(path)
    try:
        before = {code.key: code for code in codebook.codes(project)}
        after, without_key = _merged(before, found, reserved)
        _check(after)
    except KzError as error:
        raise KzError(f"{path}: {error}; nothing was changed") from error
    label = f"Import codebook {path.name}"
    with history.step(project.store, label, project.coder) as step:
        step.insert("code", [rows.row(one) for one in _tree(after) if one.key not in before])
        for one in after:
            if one.key in before:
                step.update("code", [one.id], rows.row(one))
    return Imported(project.publish(history.touched(label, step.changes)), without_key)


def _merged(
    before: Mapping[str, Code], found: Sequence[CodeRow], reserved: Collection[str]
) -> tuple[list[Code], tuple[str, ...]]:
    """The codebook as it would be, and the names of the codes that lose their letter."""
    ids = {key: code.id for key, code in before.items()}
    for row in found:
        _right_key(row.key)
        ids.setdefault(row.key, shared_id(row.key))
    if len({row.key for row in found}) < len(found):
        raise KzError("two of its codes have the same key; give each its own")
    taken = set(reserved)
    says_letter = {row.key for row in found if row.shortcut is not None}
    taken.update(code.shortcut for key, code in before.items() if key not in says_letter)
    after, without_key = [], []
    for place, row in enumerate(found):
        code = _coded(before.get(row.key), row, ids, place)
        if row.shortcut and code.shortcut in taken:
            without_key.append(code.name)
            code = replace(code, shortcut="")
        taken.add(code.shortcut)
        after.append(code)
    named = {row.key for row in found}
    after += [code for key, code in before.items() if key not in named]
    return _placed(before, after), tuple(without_key)


def _coded(old: Code | None, row: CodeRow, ids: Mapping[str, CodeId], place: int) -> Code:
    """The code of a row: what it says, else as it was, else as new codes are."""
    if old is None:
        colour = COLOURS[place % len(COLOURS)]
        old = Code(ids[row.key], row.key, row.name or row.key, colour, "", None, "", 0)
    said = {name: value for name, value in asdict(row).items() if value is not None}
    code = replace(old, **{**said, "parent": old.parent})
    if row.parent is not None:
        if row.parent and row.parent not in ids:
            raise KzError(f"“{row.key}” hangs from “{row.parent}”, which isn't there")
        code = replace(code, parent=ids[row.parent] if row.parent else None)
    return replace(
        code,
        name=codebook.free_name(code.name, []),
        colour=codebook.right_colour(code.colour),
        shortcut=codebook.right_letter(code.shortcut),
        definition=normalise(code.definition),
    )


def _right_key(key: str) -> None:
    if not re.fullmatch("[a-z0-9_]+", key):
        raise KzError(f"“{key}” is no key; take letters from a to z, digits and _")


def _placed(before: Mapping[str, Code], after: Sequence[Code]) -> list[Code]:
    """Siblings numbered in this order, where it isn't the one they have."""
    placed: list[Code] = []
    for parent in dict.fromkeys(code.parent for code in after):
        siblings = [code for code in after if code.parent == parent]
        as_before = [code.key for code in before.values() if code.parent == parent]
        if [code.key for code in siblings] == as_before:
            placed += siblings
        else:
            placed += [replace(code, position=place) for place, code in enumerate(siblings)]
    return placed


def _check(codes: Sequence[Code]) -> None:
    """Raises KzError for codes that hang from themselves, and names that siblings share."""
    on_top = [code.id for code in codes if code.parent is None]
    reached = set().union(*(below(top, codes) for top in on_top))
    for code in codes:
        if code.id not in reached:
            raise KzError(f"“{code.key}” hangs from itself; give it another parent")
    seen: dict[tuple[CodeId | None, str], Code] = {}
    for code in codes:
        other = seen.setdefault((code.parent, code.name.casefold()), code)
        if other is not code:
            raise KzError(f"“{other.key}” and “{code.key}” have the same name and place")


def _tree(codes: Sequence[Code]) -> Iterator[Code]:
    """Every code after the one it hangs from, siblings in their order."""
    children: dict[CodeId | None, list[Code]] = {}
    for code in sorted(codes, key=lambda code: code.position, reverse=True):
        children.setdefault(code.parent, []).append(code)
    waiting = children.get(None, [])
    while waiting:
        code = waiting.pop()
        yield code
        waiting += children.get(code.id, [])
