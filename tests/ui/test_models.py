"""Every model of the window is held to Qt's rules by Qt's own tester."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel

from kzannotate import ui

TESTS = Path(__file__).parents[1]
TESTER = re.compile(r"qtmodeltester\.check\(|QAbstractItemModelTester\(")


def models() -> list[type[QAbstractItemModel]]:
    """Those of the package, found by importing all of it."""
    for module in pkgutil.walk_packages(ui.__path__, "kzannotate.ui."):
        importlib.import_module(module.name)
    ours = {one for one in subclasses(QAbstractItemModel) if one.__module__.startswith(ui.__name__)}
    return sorted(ours, key=lambda one: one.__name__)


def subclasses(cls: type[QAbstractItemModel]) -> Iterator[type[QAbstractItemModel]]:
    for one in cls.__subclasses__():
        yield one
        yield from subclasses(one)


MODELS = models()


def test_models_are_found() -> None:
    assert {"CorpusModel", "HitModel", "QuotationModel"} <= {one.__name__ for one in MODELS}


@pytest.mark.parametrize("model", MODELS, ids=[one.__name__ for one in MODELS])
def test_a_model_passes_the_tester_of_qt(model: type[QAbstractItemModel]) -> None:
    texts = [file.read_text("utf-8") for file in TESTS.rglob("test_*.py")]
    makes = re.compile(rf"\b{model.__name__}\(")
    assert any(makes.search(text) and TESTER.search(text) for text in texts)
