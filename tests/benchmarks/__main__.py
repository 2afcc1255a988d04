"""Measure the engine against a yardstick in the same run: ``python -m tests.benchmarks``.

The yardstick is a loop of exact fractions in plain Python. A ratio says how many problems, verdicts
or imports fit into the time of so many yardstick loops, so that machines can be compared.
"""

import os
import subprocess
import sys
import time
import tracemalloc
from collections import deque
from collections.abc import Callable, Mapping
from fractions import Fraction
from itertools import islice
from statistics import fmean, harmonic_mean

from quizdeck.grading.diagnosis import judge_problem
from quizdeck.problems.blocks import build_many
from quizdeck.problems.options import options_of
from quizdeck.problems.precision import display
from quizdeck.problems.skill import Skill
from quizdeck.problems.skills.registry import SKILLS

_PROBLEMS = 2_000
_VERDICTS = 2_000
_IMPORTS = 7
_STREAMED = 20_000


def main() -> None:
    """Print the table."""
    yardstick = _per_second(_yardstick, 1)
    print(f"{'yardstick: 1,000 fraction products':60}{yardstick:12,.0f} /s")
    rates = {skill.id: _problems_per_second(skill) for skill in SKILLS}
    _rows("complete problems", {id_: complete for id_, (complete, _) in rates.items()}, yardstick)
    _rows("without options", {id_: bare for id_, (_, bare) in rates.items()}, yardstick)
    _row("verdicts on right answers", _verdicts_per_second(right=True), yardstick)
    _row("verdicts on slips", _verdicts_per_second(right=False), yardstick)
    print(f"{'import of the exact core above bare Python':60}{_import_milliseconds():12.0f} ms")
    print(f"{'memory of a stream of problems, last / first half':60}{_memory_ratio():12.2f}")


def _rows(name: str, rates: Mapping[str, float], yardstick: float) -> None:
    """Print the rates of all skills in three figures.

    The harmonic mean is the rate of somebody who makes as many problems of every skill.
    """
    slowest = min(rates, key=rates.__getitem__)
    _row(f"{name}, arithmetic mean of skills", fmean(rates.values()), yardstick)
    _row(f"{name}, harmonic mean of skills", harmonic_mean(rates.values()), yardstick)
    _row(f"{name}, {slowest}, the slowest", rates[slowest], yardstick)


def _row(name: str, rate: float, yardstick: float) -> None:
    print(f"{name:60}{rate:12,.0f} /s   {rate / yardstick:8.3f} of the yardstick")


def _yardstick() -> None:
    value = Fraction(3, 7)
    for _ in range(1000):
        value * value


def _per_second(work: Callable[[], object], done: int, seconds: float = 0.5) -> float:
    rounds, start = 0, time.perf_counter()
    while (spent := time.perf_counter() - start) < seconds:
        work()
        rounds += 1
    return rounds * done / spent


def _problems_per_second(skill: Skill) -> tuple[float, float]:
    """Return the rates of key, proof and screened slips with four options, and without them.

    Sheet and words are made when they are read.
    """
    list(build_many(skill, range(10)))
    start = time.perf_counter()
    problems = list(build_many(skill, range(1_000_000, 1_000_000 + _PROBLEMS)))
    built = time.perf_counter()
    for problem in problems:
        options_of(problem)
    return _PROBLEMS / (time.perf_counter() - start), _PROBLEMS / (built - start)


def _verdicts_per_second(*, right: bool) -> float:
    typed = []
    for skill in SKILLS:
        for problem in build_many(skill, range(_VERDICTS // len(SKILLS))):
            value = problem.answer if right else problem.slips[0].value
            typed.append((display(value, problem.precision), problem))

    def judge_all() -> None:
        for text, problem in typed:
            judge_problem(text, problem)

    return _per_second(judge_all, len(typed), seconds=1)


def _import_milliseconds() -> float:
    core = "quizdeck.problems.problem, quizdeck.grading.diagnosis"
    return min(_run(f"import {core}") - _run("pass") for _ in range(_IMPORTS)) * 1000


def _run(code: str) -> float:
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)
    return time.perf_counter() - start


def _memory_ratio() -> float:
    """Return the peak of the second half of a long stream over the peak of the first."""
    stream = build_many(SKILLS[0], range(_STREAMED))
    tracemalloc.start()
    peaks = []
    for _ in range(2):
        tracemalloc.reset_peak()
        deque(islice(stream, _STREAMED // 2), maxlen=0)
        peaks.append(tracemalloc.get_traced_memory()[1])
    tracemalloc.stop()
    return peaks[1] / peaks[0]


if __name__ == "__main__":
    main()
