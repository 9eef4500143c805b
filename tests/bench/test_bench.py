import json
from pathlib import Path

import pytest

from tests.bench import corpus
from tests.bench.__main__ import BENCHES, main
from tests.bench.corpus import Scale
from tests.bench.figures import Figure, Limit

ROOT = Path(__file__).parents[2]
TINY = Scale(
    documents=6, size=4_000, annotations=60, pages=2, runs=1, tags=12, queries=3, hostile=20,
    long_texts=(0.02,), large=8, many=6, book=3, suggested=0.05,
)  # fmt: skip
FIELDS = ["name", "value", "unit", "baseline", "baseline_value", "target", "holds"]


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KZANNOTATE_BENCH", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_every_benchmark_prints_its_figures(
    capsys: pytest.CaptureFixture[str], cache: Path
) -> None:
    assert main([], TINY) == 0
    printed = capsys.readouterr()
    figures = [json.loads(line) for line in printed.out.splitlines()]
    assert [list(figure) for figure in figures] == [FIELDS] * len(figures)
    assert {figure["name"].partition(".")[0] for figure in figures} == set(BENCHES)
    assert all(figure["value"] > 0 and figure["baseline_value"] > 0 for figure in figures)
    assert all((figure["target"] is None) == (figure["holds"] is None) for figure in figures)
    table = printed.err.splitlines()[2:]
    assert [row.split()[0] for row in table] == [figure["name"] for figure in figures]
    assert not list(cache.glob("run-*"))


def test_only_the_named_ones_run(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pdf"], TINY) == 0
    assert [json.loads(line)["name"] for line in capsys.readouterr().out.splitlines()] == ["pdf"]


def test_an_unknown_name_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pdf", "speed"], TINY) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("speed: no benchmark; there are import, ")


def test_corpora_are_kept_outside_the_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KZANNOTATE_BENCH")
    monkeypatch.setattr("platformdirs.user_cache_path", lambda name: tmp_path / name)
    assert corpus.cache_folder() == tmp_path / "kzannotate" / "bench"
    assert corpus.texts(TINY)[0].is_relative_to(tmp_path)


def test_the_same_corpus_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = [(file.name, file.read_bytes()) for file in corpus.texts(TINY)]
    corpus.vocabulary.cache_clear()
    monkeypatch.setenv("KZANNOTATE_BENCH", str(tmp_path / "other"))
    assert [(file.name, file.read_bytes()) for file in corpus.texts(TINY)] == first
    assert len(first) == TINY.documents
    assert all(len(content) >= TINY.size for _, content in first)


@pytest.mark.parametrize(
    ("limits", "target", "holds"),
    [
        ((), None, None),
        ((Limit(">=", times=0.2),), ">= 0.2 * baseline", True),
        ((Limit("<=", plus=30),), "<= 30", False),
        ((Limit("<=", times=1.5, plus=30),), "<= 1.5 * baseline + 30", True),
        ((Limit(">="), Limit("<=", times=0.3)), ">= 0 and <= 0.3 * baseline", False),
    ],
)
def test_a_figure_is_held_to_its_limits(
    limits: tuple[Limit, ...], target: str | None, holds: bool | None
) -> None:
    figure = Figure("speed", 40.0, "MB/s", "bare", 100.0, limits)
    assert figure.target() == target
    assert figure.holds() is holds
