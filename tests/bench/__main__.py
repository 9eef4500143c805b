"""Measures: `python -m tests.bench [NAME ...]`; figures as JSON lines, a table beside them."""

import json
import os
import platform
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from sqlcipher3 import dbapi2

from tests.bench.annotating import export_csv, tag
from tests.bench.corpus import Scale
from tests.bench.figures import Figure
from tests.bench.importing import import_pdf, import_texts
from tests.bench.key_searching import keys
from tests.bench.memory import memory
from tests.bench.reading import open_text, page, scroll_text
from tests.bench.searching import large, search
from tests.bench.starting import start
from tests.bench.suggesting import propose

Bench = Callable[[Scale], Iterator[Figure]]
BENCHES: dict[str, Bench] = {
    "import": import_texts,
    "pdf": import_pdf,
    "tag": tag,
    "csv": export_csv,
    "start": start,
    "search": search,
    "large": large,
    "suggest": propose,
    "open": open_text,
    "scroll": scroll_text,
    "key": keys,
    "page": page,
    "memory": memory,
}
_ROW = "{:<22} {:>10} {:<8} {:>10} {:>7}  {:<28} {:<5} {}\n"


def main(names: list[str], scale: Scale) -> int:
    """Run the benchmarks of those names, or all; exit code 2 for a name that isn't one."""
    unknown = [name for name in names if name not in BENCHES]
    if unknown:
        sys.stderr.write(f"{unknown[0]}: no benchmark; there are {', '.join(BENCHES)}\n")
        return 2
    sys.stderr.write(f"{machine()}\n")
    titles = "name", "value", "unit", "baseline", "ratio", "target", "holds", "baseline is"
    sys.stderr.write(_ROW.format(*titles))
    for figure in measured(names or BENCHES, scale):
        sys.stdout.write(f"{json.dumps(figure.record())}\n")
        sys.stdout.flush()
        sys.stderr.write(_row(figure))
    return 0


def measured(names: Iterable[str], scale: Scale) -> Iterator[Figure]:
    """The figures, as each is ready."""
    for name in names:
        yield from BENCHES[name](scale)


def machine() -> str:
    """What the figures depend on, without the name of the machine."""
    versions = f"Python {platform.python_version()}, SQLite {dbapi2.sqlite_version}"
    return f"{_processor()}, {os.cpu_count()} cores, {platform.system()}, {versions}"


def _processor() -> str:
    """The processor's model; Python knows it only on some systems."""
    listing = Path("/proc/cpuinfo")
    if listing.exists():
        for line in listing.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _row(figure: Figure) -> str:
    record = figure.record()
    ratio = figure.value / figure.baseline_value
    numbers = f"{record['value']:g}", figure.unit, f"{record['baseline_value']:g}", f"{ratio:.2f}"
    holds = {True: "yes", False: "no", None: ""}[figure.holds()]
    return _ROW.format(figure.name, *numbers, figure.target() or "", holds, figure.baseline)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], Scale()))
