"""Runs the command line in this process, as a person or a script would use it."""

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from kzannotate.cli.main import run


class Ran(NamedTuple):
    """What a command gave back."""

    code: int
    out: str
    err: str


Kz = Callable[..., Ran]


@pytest.fixture
def kz(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Kz:
    """`kz("add", project, file)`; `stdin` is what the command reads."""
    monkeypatch.chdir(tmp_path)

    def command(*arguments: str | Path, stdin: str = "") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        code = run([str(argument) for argument in arguments], _no_window)
        return Ran(code, *capsys.readouterr())

    return command


@pytest.fixture
def corpus(kz: Kz, tmp_path: Path) -> Path:
    """A project `p.kza` with one French and one Russian letter."""
    (tmp_path / "lettre.txt").write_text(
        "\U0001f54a La Ligue demande la libération immédiate d'Ana Korin.\n\n"
        "Elle cite l'article 12 du code pénal, et la torture dans les prisons.\n",
        "utf-8",
    )
    (tmp_path / "письмо.txt").write_bytes(
        "Суд признал: Иво Марен был осуждён по статье 12. Пытки не расследованы, и это "
        "не было предметом рассмотрения в суде, как и его жалоба.\n".encode("cp1251")
    )
    project = tmp_path / "p.kza"
    assert kz("new", project).code == 0
    assert kz("add", project, tmp_path / "lettre.txt", tmp_path / "письмо.txt").code == 0
    return project


def _no_window(project: Path | None) -> int:
    raise AssertionError(f"a window was shown on {project}")
