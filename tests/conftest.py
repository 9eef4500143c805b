"""What every test stands on: no screen, no settings of the person who runs it."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("quick", deadline=None, max_examples=50)
settings.register_profile(
    "long", deadline=None, max_examples=2000, suppress_health_check=list(HealthCheck)
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))

for wait in (QtBot.waitSignal, QtBot.waitSignals, QtBot.waitUntil):
    # pytest-qt's 5 seconds pass by on a machine that does something else
    wait.__kwdefaults__ = {**(wait.__kwdefaults__ or {}), "timeout": 60_000}

_SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings and logs go to the test's folder, never to the person's."""
    monkeypatch.setenv("KZANNOTATE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("KZANNOTATE_CODER", "tester")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the researchers' own texts, beside the checkout."""
    if not (_SHARED / "corpus").is_dir():
        pytest.skip("the researchers' own texts are not beside this checkout")
    return _SHARED
