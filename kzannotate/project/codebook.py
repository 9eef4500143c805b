"""The codebook's verbs. Each that changes something is one undoable step.

Codes are named by key or id. A key never changes: scripts and exports rely on it.
"""

import re
from collections.abc import Callable, Collection, Sequence

from kzannotate.model.changes import Changes
from kzannotate.model.clock import now
from kzannotate.model.codebook import COLOURS, Code, below
from kzannotate.model.errors import KzError
from kzannotate.model.ids import CodeId, new_id
from kzannotate.model.text import fold, normalise
from kzannotate.project.session import Project
from kzannotate.store import annotations, history
from kzannotate.store import codes as rows


def codes(project: Project) -> list[Code]:
    """The codebook, siblings in their order."""
    return rows.all_codes(project.store)


def code(project: Project, key_or_id: str) -> Code:
    """The code of that key or id. Raises KzError when there is none."""
    found = rows.find(project.store, key_or_id)
    if found is None:
        known = ", ".join(one.key for one in codes(project))
        raise KzError(f"there is no code “{key_or_id}”; the codebook has {known}")
    return found


def counts(project: Project) -> dict[CodeId, int]:
    """How many annotations each code has; codes without any are left out."""
    return annotations.counts(project.store)


def children(project: Project, parent: CodeId | None) -> list[Code]:
    """The codes right below one, or those on top; in their order."""
    return [one for one in codes(project) if one.parent == parent]


def add(project: Project, name: str, parent: str | None = None, colour: str = "") -> Changes:
    """Add a code below its siblings; raises KzError as `new_code` does."""
    made = new_code(project, name, parent, colour)
    label = f"Add code {made.name}"
    return _step(project, label, lambda step: step.insert("code", [rows.row(made)]))


def new_code(project: Project, name: str, parent: str | None = None, colour: str = "") -> Code:
    """A code that could be added; the key is made of the name. No colour: one not used yet.

    Raises KzError for a name that is empty or taken among its siblings.
    """
    above = code(project, parent).id if parent else None
    siblings = children(project, above)
    name = free_name(name, siblings)
    known = codes(project)
    return Code(
        CodeId(new_id()),
        _free_key(name, {one.key for one in known}),
        name,
        right_colour(colour) if colour else _next_colour([one.colour for one in known]),
        shortcut="",
        parent=above,
        definition="",
        position=after(siblings),
    )


def rename(project: Project, key_or_id: str, name: str) -> Changes:
    """Give a code another name. Raises KzError as `add` does."""
    one = code(project, key_or_id)
    others = [other for other in children(project, one.parent) if other.id != one.id]
    name = free_name(name, others)
    return _update(project, f"Rename {one.name} as {name}", one, {"name": name})


def recolour(project: Project, key_or_id: str, colour: str) -> Changes:
    """Give a code another colour, `#rrggbb`. Raises KzError when it is none."""
    one = code(project, key_or_id)
    return _update(project, f"Recolour {one.name}", one, {"colour": right_colour(colour)})


def describe(project: Project, key_or_id: str, definition: str) -> Changes:
    """Say what a code stands for."""
    one = code(project, key_or_id)
    return _update(project, f"Describe {one.name}", one, {"definition": normalise(definition)})


def set_shortcut(
    project: Project, key_or_id: str, letter: str, reserved: Collection[str] = ()
) -> Changes:
    """Let a letter tag with a code; empty: none does.

    Raises KzError when it is no letter, another code's, or one of the `reserved`.
    """
    one = code(project, key_or_id)
    letter = right_letter(letter, reserved)
    for other in codes(project):
        if letter and other.shortcut == letter and other.id != one.id:
            raise KzError(f"{letter} is the key of {other.name} already; choose another letter")
    label = f"Change the key of {one.name}"
    return _update(project, label, one, {"shortcut": letter})


def nest(
    project: Project, key_or_id: str, parent: str | None, position: int | None = None
) -> Changes:
    """Hang a code with all below it under another, or on top; at the end, or at a position.

    Raises KzError when it would hang from itself, or its name is taken there.
    """
    one = code(project, key_or_id)
    above = code(project, parent) if parent else None
    if above and above.id in below(one.id, codes(project)):
        raise KzError(f"{above.name} is {one.name} itself or hangs from it; choose another place")
    parent_id = above.id if above else None
    siblings = [other for other in children(project, parent_id) if other.id != one.id]
    free_name(one.name, siblings)
    siblings.insert(len(siblings) if position is None else max(0, position), one)

    def work(step: history.Writer) -> None:
        step.update("code", [one.id], {"parent": parent_id})
        _number(step, siblings)

    return _step(project, f"Move {one.name}", work)


def shift(project: Project, key_or_id: str, by: int) -> Changes:
    """Move a code among its siblings, down or (below 0) up; not beyond the ends."""
    one = code(project, key_or_id)
    siblings = children(project, one.parent)
    place = [sibling.id for sibling in siblings].index(one.id)
    siblings.insert(max(0, place + by), siblings.pop(place))
    return _step(project, f"Move {one.name}", lambda step: _number(step, siblings))


def merge(project: Project, source: str, target: str) -> Changes:
    """Give the annotations and the children of `source` to `target`, and remove `source`.

    Raises KzError when they are the same, the target hangs from the source, or a child's name is
    taken.
    """
    gone, kept = code(project, source), code(project, target)
    if gone.id == kept.id:
        raise KzError(f"{gone.name} can't be merged with itself; choose another code")
    if kept.id in below(gone.id, codes(project)):
        raise KzError(f"{kept.name} hangs from {gone.name}; move it out before they are merged")
    orphans = _adopted(project, gone, kept.id)

    def work(step: history.Writer) -> None:
        _recode(project, step, gone, kept)
        _hang(step, orphans, kept.id, children(project, kept.id))
        step.delete("code", [gone.id])

    return _step(project, f"Merge {gone.name} into {kept.name}", work)


def delete(project: Project, key_or_id: str, recode_to: str | None = None) -> Changes:
    """Remove a code; its annotations get another code or, without one, are deleted.

    Its children go one level up. Raises KzError for the last code, or when a child's name is taken
    there.
    """
    gone = code(project, key_or_id)
    heir = code(project, recode_to) if recode_to else None
    if len(codes(project)) == 1:
        raise KzError(f"{gone.name} is the last code; add another before it is deleted")
    if heir and heir.id == gone.id:
        raise KzError(f"{gone.name} is to be deleted; choose another code for its annotations")
    orphans = _adopted(project, gone, gone.parent)

    def work(step: history.Writer) -> None:
        if heir:
            _recode(project, step, gone, heir)
        else:
            step.delete("annotation", annotations.of_code(project.store, gone.id))
        _hang(step, orphans, gone.parent, children(project, gone.parent))
        step.delete("code", [gone.id])

    return _step(project, f"Delete code {gone.name}", work)


def free_name(name: str, siblings: Sequence[Code]) -> str:
    """The name on one line. Raises KzError when it is empty or, but for case, a sibling's."""
    name = " ".join(normalise(name).split())
    if not name:
        raise KzError("a code needs a name; type one")
    for other in siblings:
        if other.name.casefold() == name.casefold():
            raise KzError(f"there is a code “{other.name}” already in that place; rename one")
    return name


def right_colour(colour: str) -> str:
    """`#rrggbb` in small letters. Raises KzError when it is no colour."""
    if not re.fullmatch("#[0-9a-fA-F]{6}", colour):
        raise KzError(f"“{colour}” is no colour; write it as #rrggbb, for instance #2f7ed8")
    return colour.lower()


def right_letter(letter: str, reserved: Collection[str] = ()) -> str:
    """The letter as a capital, or empty. Raises KzError when no key can be made of it."""
    letter = letter.strip().upper()
    if letter and not (len(letter) == 1 and letter.isalpha()):
        raise KzError(f"“{letter}” can't be a key of a code; take a single letter")
    if letter in reserved:
        raise KzError(f"{letter} does something else in the reader; choose another letter")
    return letter


def after(siblings: Sequence[Code]) -> int:
    """The position behind these."""
    return max((one.position for one in siblings), default=-1) + 1


def _free_key(name: str, taken: Collection[str]) -> str:
    stem = re.sub("[^a-z0-9]+", "_", fold(name)).strip("_") or "code"
    key, number = stem, 1
    while key in taken:
        number += 1
        key = f"{stem}_{number}"
    return key


def _next_colour(used: Sequence[str]) -> str:
    """The first of the least used."""
    return min(COLOURS, key=used.count)


def _adopted(project: Project, gone: Code, parent: CodeId | None) -> list[Code]:
    """The children of a code, if their names are free under another."""
    orphans = children(project, gone.id)
    there = [one for one in children(project, parent) if one.id != gone.id]
    for one in orphans:
        free_name(one.name, there)
    return orphans


def _hang(
    step: history.Writer, orphans: Sequence[Code], parent: CodeId | None, there: Sequence[Code]
) -> None:
    for position, one in enumerate(orphans, after(there)):
        step.update("code", [one.id], {"parent": parent, "position": position})


def _recode(project: Project, step: history.Writer, gone: Code, heir: Code) -> None:
    marked = annotations.of_code(project.store, gone.id)
    step.update("annotation", marked, {"code": heir.id}, {"modified": now()})


def _number(step: history.Writer, siblings: Sequence[Code]) -> None:
    for position, one in enumerate(siblings):
        step.update("code", [one.id], {"position": position})


def _update(project: Project, label: str, one: Code, values: history.Row) -> Changes:
    return _step(project, label, lambda step: step.update("code", [one.id], values))


def _step(project: Project, label: str, work: Callable[[history.Writer], None]) -> Changes:
    with history.step(project.store, label, project.coder) as step:
        work(step)
    return project.publish(history.touched(label, step.changes))
