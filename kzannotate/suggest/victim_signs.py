"""What a place may say of a name."""

from typing import NamedTuple

APOSTROPHES = "’'ʼ`"
QUOTED = '«»"'
"""Quotation marks, as `Text.outline` has them."""
VERSUS = ("v", "vs", "c")
"""What stands between the parties of a case."""


class Sign:
    """What a place says of a name: bits, as several may be said at once."""

    CAPTIVE = 1 << 0
    DIRECT = 1 << 1
    CASE = 1 << 2
    HARM = 1 << 3
    HEADING = 1 << 4
    NEAR = 1 << 5
    TOLD = 1 << 6
    """Nothing beside the name, but the whole text tells of harm."""
    BESIDE = 1 << 7
    """A title or role right before the name, so that one word can be a name."""
    FORMER = 1 << 8
    """Held an office once."""
    AGED = 1 << 9
    """An age after the name: somebody whose case is told."""
    PERSON = 1 << 10
    """A title, a role or a bracket with an age: it is a person."""
    LISTED = 1 << 11
    """A name of its list has a given name, an initial or a surname's ending."""
    PASSIVE = 1 << 12
    """What befell is told of the name itself."""
    OFFICE = 1 << 13
    FORCE = 1 << 22
    """Police, soldiers, guards: what befalls them is rarely persecution."""
    TARGET = 1 << 14
    """Holds an office, but the words before it tell of harm: `the arrest of deputy Ana Korin`."""
    HEAD = 1 << 15
    """Leads or belongs to an organisation: harmed only where their own sentence says so."""
    ASIDE = 1 << 16
    """Speaking, or told by: named with the harm, not harmed."""
    KIN = 1 << 17
    """Kin or colleague: harmed only where their sentence tells of harm."""
    RELATED = 1 << 18
    """Counsel, doctor: harmed only where it says so of them."""
    NONE = 1 << 19
    """Signatories, those who did it, parties."""
    SOURCE = 1 << 21
    """Told by: `according to Ana Korin it was …`."""
    LATER = 1 << 20
    """Harm soon after the name, or shared with those named before."""


class Span(NamedTuple):
    """A sentence: its words, half-open."""

    first: int
    stop: int
