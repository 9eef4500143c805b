"""One row a hit: what the table of a search's hits holds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HitRow:
    """A row of the export; schema/hits.tableschema.json says what each field means."""

    query: str
    document_id: str
    document: str
    sha256: str
    language: str
    page: int | None
    start: int
    end: int
    before: str
    match: str
    after: str
    codes: str
    memo_of: str
