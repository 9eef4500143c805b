"""Messages over pipes."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzannotate.library.channel import receive, send


@given(st.dictionaries(st.text(), st.text()), st.lists(st.binary()))
def test_what_is_sent_is_received(header: dict[str, str], buffers: list[bytes]) -> None:
    stream = io.BytesIO()
    send(stream, header, buffers)
    send(stream, {"next": 1})
    stream.seek(0)
    received, data = receive(stream)
    assert {**received, "buffers": None} == {**header, "buffers": None}
    assert data == buffers
    assert receive(stream)[0]["next"] == 1


@given(st.binary())
def test_anything_else_is_the_end(data: bytes) -> None:
    with pytest.raises(EOFError):
        receive(io.BytesIO(data))


@pytest.mark.parametrize("sizes", [[-1], [2**40], ["x"], None, {"a": 1}])
def test_impossible_sizes_are_the_end(sizes: object) -> None:
    head = json.dumps({"buffers": sizes}).encode()
    with pytest.raises(EOFError):
        receive(io.BytesIO(len(head).to_bytes(4, "big") + head))
