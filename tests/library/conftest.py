"""Files of every format, made while testing. All people and places are invented."""

import hashlib
import io
import zipfile
from collections.abc import Callable, Iterator, Mapping

import pytest

from kzannotate.library.reader import Reader
from kzannotate.model.document import Extraction, Source

Extract = Callable[..., Extraction]


def source(name: str, data: bytes) -> Source:
    return Source(name, data, hashlib.sha256(data).hexdigest())


def zipped(members: Mapping[str, bytes | str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


@pytest.fixture(scope="session")
def reader() -> Iterator[Reader]:
    """One reader for all tests: its process survives whatever they feed it."""
    with Reader() as reader:
        yield reader


@pytest.fixture
def extract(reader: Reader) -> Extract:
    """Extract bytes as if they were read from a file of that name."""

    def run(name: str, data: bytes, encoding: str = "") -> Extraction:
        return reader.extract(source(name, data), encoding)

    return run
