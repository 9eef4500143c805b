"""No text makes the rules slow: each pattern, and all rules together, on strings made to hurt.

Another process runs them, so that what backtracks without end is stopped, and named.
"""

import json
import subprocess
import sys
from pathlib import Path

from kzannotate.suggest.rules import load
from tests.suggest.hostile import PIECES

LIMIT = 300
"""Seconds for all, which take some thirty; one pattern that backtracks takes hours."""


def test_nothing_backtracks_without_end(tmp_path: Path) -> None:
    lines = tmp_path / "lines"
    with lines.open("w") as said:
        command = [sys.executable, "-m", "tests.suggest.hostile"]
        try:
            child = subprocess.run(command, stdout=said, timeout=LIMIT, check=False)
        except subprocess.TimeoutExpired:
            raise AssertionError(f"no end: {lines.read_text().splitlines()[-1][:500]}") from None
    assert child.returncode == 0
    tried = [json.loads(line) for line in lines.read_text().splitlines()]
    assert {one["string"] for one in tried} == set(PIECES)
    assert {one.get("rules") for one in tried} >= {*load().languages, ""}
    assert sum("pattern" in one for one in tried) > 20 * len(PIECES)
