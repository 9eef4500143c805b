"""Rules of the house that no linter knows."""

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FILE_CEILING = 300
FUNCTION_CEILING = 50
NETWORK = {
    "aiohttp", "asyncio", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib",
    "socket", "socketserver", "ssl", "telnetlib", "urllib.request", "urllib3", "webbrowser",
    "xmlrpc", "PySide6.QtNetwork", "PySide6.QtWebEngineCore", "PySide6.QtWebSockets",
}  # fmt: skip
MACHINE_PATH = re.compile(r"(?<![\w.])(/home/\w|/root/|/Users/\w|/work/|[A-Z]:\\Users)")


def sources(*folders: str) -> list[Path]:
    return [file for folder in folders for file in sorted((ROOT / folder).rglob("*.py"))]


@cache
def parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def test_files_stay_under_the_ceiling() -> None:
    lengths = {
        str(file.relative_to(ROOT)): len(file.read_text(encoding="utf-8").splitlines())
        for file in sources("kzannotate", "tests", "packaging", "resources")
    }
    assert {file: lines for file, lines in lengths.items() if lines >= FILE_CEILING} == {}


def test_functions_stay_under_the_ceiling() -> None:
    functions = {
        f"{file.relative_to(ROOT)}:{node.lineno} {node.name}": node.end_lineno - node.lineno + 1
        for file in sources("kzannotate", "tests", "packaging", "resources")
        for node in ast.walk(parsed(file))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno
    }
    assert {name: lines for name, lines in functions.items() if lines >= FUNCTION_CEILING} == {}


def test_no_code_reaches_for_the_network() -> None:
    reaching = {
        f"{file.relative_to(ROOT)}: {module}"
        for file in sources("kzannotate")
        for module in imported(parsed(file))
        if any(module == net or module.startswith(f"{net}.") for net in NETWORK)
    }
    assert reaching == set()


def imported(tree: ast.Module) -> Iterator[str]:
    """Every module a file imports, and every name it takes from one, as dotted names."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield str(node.module)
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_no_committed_file_names_a_path_of_one_machine() -> None:
    naming = [
        f"{name}: {found[0]}"
        for name in committed()
        if (found := MACHINE_PATH.search((ROOT / name).read_bytes().decode("utf-8", "ignore")))
    ]
    assert naming == []


def committed() -> list[str]:
    """The files git tracks, but for this one, which names what it forbids."""
    try:
        listing = subprocess.run(
            ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout")
    files = (name for name in listing.split("\0") if name and (ROOT / name).is_file())
    return [name for name in files if name != "tests/test_gates.py"]


def test_every_dependency_has_a_decision_and_a_pin() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    optional = project["optional-dependencies"]
    decisions = "\n".join(
        file.read_text(encoding="utf-8") for file in (ROOT / "docs" / "decisions").glob("*.md")
    )
    names = {
        re.split(r"[<>=!~ \[;]", requirement, maxsplit=1)[0]
        for requirement in [*project["dependencies"], *optional["dev"], *optional["package"]]
    }
    constraints = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    assert {name for name in names if name not in decisions} == set()
    assert {name for name in names if f"\n{name}==" not in constraints} == set()


def test_pins_are_exact_and_name_no_address() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert [line for line in pins if not re.fullmatch(r"[\w.-]+==[\w.]+", line)] == []
    assert pins == sorted(pins, key=lambda line: line.split("==")[0].lower())
