"""Hostile queries have an answer or a sentence, soon: a child process runs them, and is watched."""

import json
import subprocess
import sys
from pathlib import Path

from kzannotate.project import importing
from kzannotate.project.session import create
from tests.search.hostile import QUERIES

WATCHED = 120
"""Seconds for all of them; a second each is the aim, which `make bench NAME=search` measures."""
TEXT = "\n\n".join(f"ab cd ef gh word{number} {'a' * 40}! the of de la" for number in range(500))


def test_hostile_queries_are_answered(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    with create(tmp_path / "project.kza") as project:
        importing.add(project, [tmp_path / "a.txt"])
    assert not any("\n" in query or "\r" in query for query in QUERIES.values())
    child = subprocess.run(
        [sys.executable, "-m", "kzannotate", "search", tmp_path / "project.kza", "-"],
        input="\n".join([*QUERIES.values(), "word7"]),
        capture_output=True,
        encoding="utf-8",
        timeout=WATCHED,
        check=False,
    )
    assert child.returncode in (0, 1), child.stderr[-2000:]
    assert "Traceback" not in child.stderr
    answers = [json.loads(line) for line in child.stdout.splitlines()]
    assert [answer["query"] for answer in answers] == [*QUERIES.values(), "word7"]
    assert len(answers[-1]["hits"]) == 1
    refused = child.stderr.splitlines()
    assert child.returncode == bool(refused)
    assert all(line.endswith("too long; leave some words out") for line in refused)
