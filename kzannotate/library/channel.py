"""Messages between the program and its reader process: a JSON header and raw buffers.

Length-prefixed, never pickled: what the reader sends was made from a stranger's file.
"""

import json
import struct
from collections.abc import Sequence
from typing import IO, Any

Header = dict[str, Any]

_LENGTH = struct.Struct(">I")
_LONGEST_HEADER = 64 * 1024 * 1024
_LONGEST_BUFFERS = 1024 * 1024 * 1024


def send(stream: IO[bytes], header: Header, buffers: Sequence[bytes] = ()) -> None:
    """Write one message. Raises OSError when the other side is gone."""
    head = json.dumps({**header, "buffers": [len(buffer) for buffer in buffers]}).encode()
    stream.write(_LENGTH.pack(len(head)) + head)
    for buffer in buffers:
        stream.write(buffer)
    stream.flush()


def receive(stream: IO[bytes]) -> tuple[Header, list[bytes]]:
    """Read one message. Raises EOFError when the other side is gone, or sends no message."""
    (length,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
    if length > _LONGEST_HEADER:
        raise EOFError("not a message")
    try:
        header = json.loads(_exactly(stream, length))
        sizes = [int(size) for size in header["buffers"]]
    except (ValueError, KeyError, TypeError) as error:
        raise EOFError("not a message") from error
    if min(sizes, default=0) < 0 or sum(sizes) > _LONGEST_BUFFERS:
        raise EOFError("not a message")
    return header, [_exactly(stream, size) for size in sizes]


def _exactly(stream: IO[bytes], size: int) -> bytes:
    data = stream.read(size)
    if len(data) != size:
        raise EOFError("the stream ended")
    return data
