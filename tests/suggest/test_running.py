"""Running all rules over one text."""

import gc
from collections.abc import Iterator

import pytest

from kzannotate.model.document import Passage
from kzannotate.suggest import running
from kzannotate.suggest.rules import load
from kzannotate.suggest.suggesting import suggest

TEXT = "Ana Korin was arrested under article 5 of the Constitution. We ask you to release her."


@pytest.fixture(params=[True, False])
def collecting(request: pytest.FixtureRequest) -> Iterator[bool]:
    """Whether garbage is collected."""
    is_so: bool = request.param
    (gc.enable if is_so else gc.disable)()
    yield is_so
    gc.enable()


def test_what_is_run_are_all_the_rules() -> None:
    passages = [Passage(0, len(TEXT), None, "en")]
    found = running.run(TEXT, passages, load())
    assert found == suggest(TEXT, passages, load())
    assert {one.code for one in found} == {"victim", "legal_article", "demand"}


def test_garbage_is_collected_afterwards_as_before(collecting: bool) -> None:
    running.run(TEXT, [Passage(0, len(TEXT), None, "en")], load())
    assert gc.isenabled() is collecting


def test_garbage_is_collected_after_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kzannotate.suggest.suggesting.suggest", _fail)
    with pytest.raises(MemoryError):
        running.run(TEXT, [], load())
    assert gc.isenabled()


def _fail(*_: object) -> None:
    raise MemoryError
