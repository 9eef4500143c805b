"""What a benchmark gives: a figure beside its baseline, and the limits it is held to."""

import gc
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal

Timed = Callable[[], float]
"""Does the work once and gives the seconds it took, without preparation and clearing away."""


@dataclass(frozen=True, slots=True)
class Limit:
    """The value must be at most, or at least, `times` the baseline plus `plus`."""

    relation: Literal["<=", ">="]
    times: float = 0.0
    plus: float = 0.0

    def __str__(self) -> str:
        terms = [f"{self.times:g} * baseline"] if self.times else []
        if self.plus or not terms:
            terms.append(f"{self.plus:g}")
        return f"{self.relation} {' + '.join(terms)}"

    def holds(self, value: float, baseline: float) -> bool:
        """Whether a measured value keeps it."""
        bound = self.times * baseline + self.plus
        return value <= bound if self.relation == "<=" else value >= bound


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure."""

    name: str
    value: float
    unit: str
    baseline: str
    """What was measured beside it, in the same unit."""
    baseline_value: float
    limits: tuple[Limit, ...] = ()
    """All must hold; none: there is nothing to hold yet."""

    def target(self) -> str | None:
        """The limits in words."""
        return " and ".join(map(str, self.limits)) or None

    def holds(self) -> bool | None:
        """Whether all limits hold; None where there are none."""
        if not self.limits:
            return None
        return all(limit.holds(self.value, self.baseline_value) for limit in self.limits)

    def record(self) -> dict[str, object]:
        """The JSON object that is printed."""
        return {
            "name": self.name,
            "value": float(f"{self.value:.4g}"),
            "unit": self.unit,
            "baseline": self.baseline,
            "baseline_value": float(f"{self.baseline_value:.4g}"),
            "target": self.target(),
            "holds": self.holds(),
        }


def seconds(work: Callable[[], object]) -> float:
    """How long a call takes."""
    gc.collect()
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def medians(runs: int, ours: Timed, baseline: Timed) -> tuple[float, float]:
    """The median seconds of each, run in turns, so that a busy machine slows down both."""
    pairs = [(ours(), baseline()) for _ in range(runs)]
    return median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` of the values don't exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
