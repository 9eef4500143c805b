"""Memory shared with the reader process."""

import os
import sys
from pathlib import Path

import pytest

from kzannotate.library.reader import Reader
from kzannotate.library.room import SIZE, Room, entered
from tests.library.conftest import source
from tests.library.test_pdf import made

PDF = source("letter.pdf", made([(72, 72, "Nous demandons la libération.")]))


def test_what_is_put_in_is_read() -> None:
    room = Room()
    memory = entered(room.address)
    if memory is None:
        pytest.skip("this system has no such memory: pictures go through the pipe")
    memory[:3] = b"abc"
    assert room.read(3) == b"abc"
    memory.close()
    room.close()


@pytest.mark.parametrize("size", [-1, SIZE + 1])
def test_what_cannot_be_there_is_no_message(size: int) -> None:
    room = Room()
    with pytest.raises(EOFError):
        room.read(size)
    room.close()


def test_a_picture_is_the_same_through_room_and_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    with Reader() as reader:
        through_room = reader.draw(PDF, 1, 1.0)
    monkeypatch.setattr(sys, "platform", "another")  # which has no room
    assert Room().address is None
    with Reader() as reader:
        assert reader.draw(PDF, 1, 1.0) == through_room


def test_a_picture_larger_than_the_room_comes_too() -> None:
    with Reader() as reader:
        picture = reader.draw(PDF, 1, 6.0)
        assert len(picture.rgb) == 3 * picture.width * picture.height > SIZE
        assert reader.draw(PDF, 1, 0.1).width == 60


@pytest.mark.skipif(sys.platform != "linux", reason="counts open files as Linux lists them")
def test_nothing_stays_behind() -> None:
    before = _open_files()
    with Reader() as reader:
        reader.draw(PDF, 1, 1.0)
        reader.close()
        reader.draw(PDF, 1, 1.0)
    assert _open_files() == before


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux seals memory")
def test_the_reader_process_cannot_shrink_it() -> None:
    room = Room()
    with pytest.raises(OSError, match="not permitted"):
        os.ftruncate(room.handed_on[0], 0)
    room.close()


def _open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))
