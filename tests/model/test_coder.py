"""Who annotates, where nobody said."""

import getpass

import pytest

from kzannotate.model.coder import default_coder


def test_the_variable_comes_before_the_login(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KZANNOTATE_CODER", "Mara")
    assert default_coder() == "Mara"
    monkeypatch.delenv("KZANNOTATE_CODER")
    monkeypatch.setenv("LOGNAME", "nadia")
    assert default_coder() == getpass.getuser() == "nadia"
