"""Identities: UUIDs as text, one type a noun, so that they can't be mixed up."""

import uuid
from typing import NewType

DocumentId = NewType("DocumentId", str)
CodeId = NewType("CodeId", str)
AnnotationId = NewType("AnnotationId", str)
SearchId = NewType("SearchId", str)
RejectionId = NewType("RejectionId", str)
StepNumber = NewType("StepNumber", int)
"""A step's place in the history, from 1."""


def new_id() -> str:
    """A fresh random UUID, 36 characters, lower case."""
    return str(uuid.uuid4())
