"""From what stands around a name to how sure it is that its bearer was harmed."""

from functools import lru_cache
from typing import NamedTuple

from kzannotate.suggest.victim_keys import PATRONYMIC, SURNAME, folded, is_given
from kzannotate.suggest.victim_lists import Group
from kzannotate.suggest.victim_setting import Setting
from kzannotate.suggest.victim_signs import Sign
from kzannotate.suggest.victim_text import Shape
from kzannotate.suggest.victim_trimming import Run

ENOUGH = 0.5
"""The score from which a name is proposed."""
_SCORES = (
    (Sign.CAPTIVE, "captive", 0.95),
    (Sign.DIRECT, "direct", 0.9),
    (Sign.HEADING, "heading", 0.8),
    (Sign.CASE, "case", 0.75),
    (Sign.HARM, "harm", 0.65),
    (Sign.NEAR, "near", 0.55),
    (Sign.TOLD, "told", 0.5),
)
"""Signs of harm, the rules named after them, and their scores, the strongest first."""
_UNSURE = 0.2
"""What a name loses that nothing but its capitals shows to be a person's."""
_LISTED = 0.9
"""Of a word alone, in a list with full names."""


class Verdict(NamedTuple):
    """What was found about one run of words."""

    run: Run
    rule: str
    """The last part of the rule's name."""
    score: float
    """0 where it isn't proposed for what stands around it."""
    barred: bool = False
    """Holds an office, so that no other place makes a victim of them unless it says so."""
    banned: bool = False
    """Is of the forces, so that none does at all."""


class Judge:
    """Judges the names of one text."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._given = setting.text.given

    def verdicts(self, group: Group) -> list[Verdict]:
        """A verdict for each name of a list."""
        if all(run.refused for run in group.runs):
            return [Verdict(run, "", 0.0) for run in group.runs]
        signs = self._setting.signs(group)
        full = [run for run in group.runs if run.full]
        if any(self._looks(run) or self._setting.elsewhere(run) for run in full):
            signs |= Sign.LISTED
        rule, score = _best(signs)
        barred = _in_office(signs) or bool(signs & Sign.NONE)
        banned = barred and bool(signs & Sign.FORCE)
        verdicts = []
        for run in group.runs:
            sure = score and self._person(run, group, signs, len(full))
            own = round(max(0.0, score - (1 - sure)), 2) if sure else 0.0
            verdicts.append(Verdict(run, rule, own, barred, banned))
        return verdicts

    def promising(self, group: Group) -> bool:
        """Whether one of a list may be taken for a person's name, whatever its signs are."""
        for run in group.runs:
            if not run.refused and (len(run.keys) > 1 or (run.titled and not run.weak)):
                return True
        return not group.runs[0].refused and self._setting.beside(group)

    def _person(self, run: Run, group: Group, signs: int, full: int) -> float:
        """How sure it is that a run is a person's name; 0: it isn't taken for one."""
        if run.refused or self._setting.dated(run):
            return 0.0
        if not run.shapes.strip(Shape.CAPITALS):
            given = any(len(p) > 3 and is_given(p, self._given) for p in run.parts)
            called = self._setting.exclaimed(run) and signs & Sign.DIRECT  # FREE ANA!
            named = given and 1 < len(run.parts) < 5 and not run.weak
            return 1.0 if named or called else 0.0
        shown = run.titled or bool(signs & (Sign.PERSON | Sign.CAPTIVE))
        if not run.shapes.strip(Shape.INITIAL):
            return 1.0 if shown else _LISTED if full > 1 else 0.0  # J. K.
        if not run.full:
            first = run is group.runs[0] and signs & (Sign.BESIDE | Sign.AGED)
            beside = run.titled or first or self._setting.called(run)
            if run.weak or self._setting.seat(run):
                return 0.0
            return 1.0 if beside else self._single(run, full)
        if shown or signs & Sign.LISTED:
            return 1.0 if shown or not run.weak else 1 - _UNSURE
        return 0.0 if run.weak else 1 - _UNSURE

    def _single(self, run: Run, full: int) -> float:
        """How sure it is that one word is a name, by the full names of its list."""
        if self._setting.aside(run):
            return 0.0
        named = full and is_given(run.parts[0], self._given)
        if self._setting.exclaimed(run):
            return 1.0
        if self._setting.surname(run):
            return _LISTED
        if full and self._setting.quoted(run):
            return 1.0  # Ana Korin («the Bird»)
        return _LISTED if full > 1 or named else 0.0

    def _looks(self, run: Run) -> bool:
        """Whether a part is a given name, an initial, or shaped as surnames are."""
        if Shape.INITIAL in run.shapes:
            return True
        for part, kind in zip(run.parts, run.shapes, strict=True):
            if kind == Shape.NAME and (
                is_given(part, self._given)
                or PATRONYMIC.search(folded(part))
                or (len(part) > 4 and SURNAME.search(folded(part)))
            ):
                return True
        return False


def _in_office(signs: int) -> bool:
    against = Sign.TARGET if signs & Sign.FORCE else Sign.PASSIVE | Sign.TARGET
    return bool(signs & Sign.OFFICE) and not signs & against


def _counts(sign: int, signs: int) -> bool:
    """Whether a sign is enough beside the others; what stands further away is the weakest."""
    if sign == Sign.NEAR:
        return bool(signs & Sign.PERSON) and not signs & Sign.HEAD
    return sign != Sign.TOLD or not signs & Sign.HEAD


@lru_cache(maxsize=4096)
def _best(signs: int) -> tuple[str, float]:
    """The strongest sign's name and score; nothing where a sign says that they weren't harmed."""
    told = signs & (Sign.PASSIVE | Sign.CAPTIVE)
    if signs & Sign.NONE or _in_office(signs):
        return "", 0.0
    spoken = signs & Sign.ASIDE and not (signs & Sign.AGED and signs & Sign.HARM)
    former = signs & Sign.FORMER and not signs & (Sign.DIRECT | Sign.CASE)
    if (spoken or former) and not told:
        return "", 0.0
    kin = signs & Sign.KIN and not signs & Sign.LATER
    if (kin or signs & Sign.RELATED) and not told and not signs & Sign.DIRECT:
        return "", 0.0
    for sign, name, score in _SCORES:
        if signs & sign and _counts(sign, signs):
            return name, score
    return "", 0.0
