"""The fields of a query, as `lang:fr` or `page:3..7`: what their values mean."""

import re

from kzannotate.model.query import Annotated, Anything, Inside, Place, Where
from kzannotate.model.text import fold

_LANGUAGE = re.compile("[A-Za-z]{2}")
_PAGES = re.compile(r"(\d{1,9})?(?:(\.\.)(\d{1,9})?)?")
_DATES = re.compile(r"(\d{4}(?:-\d\d){0,2})?(?:(\.\.)(\d{4}(?:-\d\d){0,2})?)?")


def where(written: str) -> Where | str:
    """The places that `name:value` names, or a sentence on why it can't be read."""
    name, _, value = written.partition(":")
    value = value.strip()
    if not value:
        return f"{name}: needs something behind it."
    if name == "page":
        return _pages(value)
    if name == "date":
        return _dates(value)
    if name == "lang":
        return _language(value)
    if name == "code":
        return Annotated(code=value)
    words = fold(value)
    if name == "doc":
        return Place(document=words)
    return Annotated(memo=words) if name == "memo" else Annotated(coder=words)


def _language(value: str) -> Where | str:
    if _LANGUAGE.fullmatch(value):
        return Place(language=value.lower())
    return f"lang:{value} is no language; write its two letters, as lang:fr."


def _pages(value: str) -> Where | str:
    match = _PAGES.fullmatch(value)
    if not match or not (match[1] or match[3]):
        return f"page:{value} is no page; write page:3 or page:3..7."
    first = int(match[1]) if match[1] else None
    last = int(match[3]) if match[3] else None
    return Place(first=first, last=last if match[2] else first)


def _dates(value: str) -> Where | str:
    match = _DATES.fullmatch(value)
    if not match or not (match[1] or match[3]):
        return f"date:{value} is no date; write date:2019, date:2019-05 or date:2019..2021."
    since, until = match[1] or "", match[3] or ""
    return Annotated(since=since, until=until if match[2] else since)


def joined(fields: list[Inside]) -> list[tuple[Where, ...]]:
    """What fields side by side ask for: those of annotations, all of one and the same annotation.

    Fields that `OR` joined stay by themselves, and so does one that is given twice.
    """
    result: list[tuple[Where, ...]] = []
    one = Annotated()
    for field in fields:
        match field.where:
            case (Annotated() as other,) if not _clash(one, other):
                one = _merged(one, other)
            case several:
                result.append(several)
    return result + ([(one,)] if one != Annotated() else [])


def is_field(plan: object) -> bool:
    """Whether it is a field and nothing else."""
    return isinstance(plan, Inside) and plan.wanted == Anything()


_ASKED = ("code", "memo", "coder", "since", "until")


def _clash(one: Annotated, other: Annotated) -> bool:
    return any(getattr(one, name) and getattr(other, name) for name in _ASKED)


def _merged(one: Annotated, other: Annotated) -> Annotated:
    return Annotated(**{name: getattr(one, name) or getattr(other, name) for name in _ASKED})
