"""What a place may say of a name."""

from enum import Enum
from typing import NamedTuple

APOSTROPHES = "’'ʼ`"


class Sign(Enum):
    """What a place says of a name; the value is the rule's name."""

    __hash__ = object.__hash__  # Enum's own is Python and hashes the name
    CAPTIVE = "captive"
    DIRECT = "direct"
    CASE = "case"
    HARM = "harm"
    HEADING = "heading"
    NEAR = "near"
    TOLD = "told"
    """Nothing beside the name, but the whole text tells of harm."""
    BESIDE = "beside"
    """A title or role right before the name, so that one word can be a name."""
    FORMER = "former"
    """Held an office once."""
    AGED = "aged"
    """An age after the name: somebody whose case is told."""
    PERSON = "person"
    """A title, a role or a bracket with an age: it is a person."""
    LISTED = "listed"
    """A name of its list has a given name, an initial or a surname's ending."""
    PASSIVE = "passive"
    """What befell is told of the name itself."""
    OFFICE = "office"
    TARGET = "target"
    """Holds an office, but the words before it tell of harm: `the arrest of deputy Ana Korin`."""
    HEAD = "head"
    """Leads or belongs to an organisation: harmed only where their own sentence says so."""
    ASIDE = "aside"
    """Speaking, or told by: named with the harm, not harmed."""
    KIN = "kin"
    """Kin or colleague: harmed only where their sentence tells of harm."""
    RELATED = "related"
    """Counsel, doctor: harmed only where it says so of them."""
    NONE = "none"
    """Signatories, those who did it, parties."""


class Span(NamedTuple):
    """A sentence: its words, half-open."""

    first: int
    stop: int
