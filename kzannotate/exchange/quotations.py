"""One row a quotation: what every table of annotations that leaves the program holds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quotation:
    """A row of the export; schema/annotations.tableschema.json says what each field means."""

    annotation_id: str
    document_id: str
    document: str
    sha256: str
    language: str
    page: int | None
    start: int
    end: int
    code: str
    code_path: str
    quotation: str
    prefix: str
    suffix: str
    memo: str
    coder: str
    created: str
    modified: str
    x0: float | None
    y0: float | None
    x1: float | None
    y1: float | None
    ocr: bool
