"""The codebook's verbs."""

from kzannotate.model.codebook import Code
from kzannotate.model.errors import KzError
from kzannotate.model.ids import CodeId
from kzannotate.project.session import Project
from kzannotate.store import annotations
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
