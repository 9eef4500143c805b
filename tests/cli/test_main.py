"""The program as a whole: usage, the demo, and what it loads."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Kz

PROGRAM = [sys.executable, "-m", "kzannotate"]


VERBS = (
    "open demo new add documents search suggest accept tag annotations "
    "undo redo history export import check"
)


@pytest.mark.parametrize("verb", VERBS.split())
def test_help_names_every_verb(kz: Kz, verb: str) -> None:
    assert f"\n  {verb} " in kz("--help").out


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("add", "p.kza"),
        ("tag", "p.kza", "document"),
        ("tag", "p.kza", "document", "x", "y", "z"),
    ],
)
def test_wrong_usage(kz: Kz, arguments: tuple[str, ...]) -> None:
    assert kz(*arguments).code == 2


@pytest.mark.parametrize("verb", ["documents", "undo", "check", "annotations", "history"])
def test_no_project(kz: Kz, verb: str, tmp_path: Path) -> None:
    (tmp_path / "notes.kza").write_text("no project at all", "utf-8")
    assert kz(verb, "nowhere.kza") == (1, "", "nowhere.kza: there is no such project\n")
    assert kz(verb, "notes.kza") == (1, "", "notes.kza: it is no kzannotate project\n")


def test_no_screen(kz: Kz, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    for arguments in ([], ["open"], ["open", "p.kza"]):
        ran = kz(*arguments)
        assert ran.code == 1
        assert "there is no screen" in ran.err


def test_demo_in_its_own_process(tmp_path: Path) -> None:
    ran = subprocess.run(
        [*PROGRAM, "demo", str(tmp_path / "demo")],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert f"Project: {tmp_path / 'demo' / 'sample.kza'}" in ran.stdout
    assert f"CSV: {tmp_path / 'demo' / 'annotations.csv'}" in ran.stdout
    assert ": 0 hits" not in ran.stdout
    assert "Suggest: " in ran.stdout
    assert "Suggest: 0" not in ran.stdout
    again = subprocess.run(
        [*PROGRAM, "demo", str(tmp_path / "demo")],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert again.returncode == 1
    assert "it exists already" in again.stderr


def test_a_reader_that_stops_listening(tmp_path: Path) -> None:
    subprocess.run([*PROGRAM, "new", str(tmp_path / "p.kza")], check=True)
    (tmp_path / "a.txt").write_text("word " * 50_000, "utf-8")
    subprocess.run(
        [*PROGRAM, "add", str(tmp_path / "p.kza"), str(tmp_path / "a.txt")],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    reader, writer = os.pipe()
    os.close(reader)
    ran = subprocess.run(
        [*PROGRAM, "search", str(tmp_path / "p.kza"), "word", "--limit", "10000"],
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writer)
    assert (ran.returncode, ran.stderr) == (1, b"")


def test_a_command_loads_only_its_rooms(tmp_path: Path) -> None:
    subprocess.run([*PROGRAM, "new", str(tmp_path / "p.kza")], check=True)
    script = (
        "import sys; from kzannotate.cli.main import run; run(['undo', sys.argv[1]], print);"
        "print(*sorted({name.split('.')[0] for name in sys.modules}))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "p.kza")],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    loaded = ran.stdout.split()
    assert "sqlcipher3" in loaded
    assert not {"PySide6", "whoosh", "pymupdf", "lxml", "docx", "chardet"} & set(loaded)
