"""Build many variants of every skill and print what they are like: ``python -m tests.stress``.

``python -m tests.stress 10000`` is the full run. An exception, an answer of 0, a shown key that is
judged wrong or a slip that is not recognised ends it with exit code 1 and the variant's name.
"""

import sys
from collections import Counter
from dataclasses import dataclass, field

import numpy as np

from quizdeck.expressions.exact import midpoint
from quizdeck.grading.diagnosis import judge_problem
from quizdeck.grading.verdict import VerdictKind
from quizdeck.problems.blocks import build_many
from quizdeck.problems.options import OPTION_COUNT, options_of
from quizdeck.problems.precision import display
from quizdeck.problems.problem import Problem
from quizdeck.problems.screening import columns, screened
from quizdeck.problems.skill import Skill
from quizdeck.problems.skills.registry import MULTIPARTS, SKILLS
from tests.stress.hand_work import hand_work

_SAMPLE = 2_000
_BAR = 30


@dataclass
class Tally:
    """What the variants of one skill are like."""

    variants: int = 0
    distinct: set[str] = field(default_factory=set)
    digits: int = 0
    lines: int = 0
    work: int = 0
    places: Counter[int] = field(default_factory=Counter)
    ranks: Counter[int] = field(default_factory=Counter)

    def add(self, problem: Problem) -> None:
        self.variants += 1
        self.distinct.add(str(problem.given))
        shown = display(problem.answer, problem.precision)
        self.digits = max(self.digits, sum(character.isdigit() for character in shown))
        self.lines = max(self.lines, len(problem.sheet))
        self.work = max(self.work, hand_work(problem))
        options = options_of(problem)
        by_size = sorted(options, key=lambda option: midpoint(option.value))
        self.places[next(i for i, option in enumerate(options) if option.slip is None)] += 1
        self.ranks[next(i for i, option in enumerate(by_size) if option.slip is None)] += 1


def main() -> int:
    """Print a row a skill; return 1 where a variant is not as it must be."""
    seeds = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    head = f"{'skill':28}{'accepted':>9}{'distinct':>9}{'digits':>7}{'lines':>6}{'work':>6}"
    print(f"{head}   place of the answer; rank by size")
    skills = (*SKILLS, *(part for multipart in MULTIPARTS for part in multipart.parts))
    for number, skill in enumerate(skills, start=1):
        _progress(number, len(skills), skill)
        tally = Tally()
        for problem in build_many(skill, range(seeds)):
            if complaint := _complaint(problem):
                print(f"\n{problem.variant}: {complaint}")
                return 1
            tally.add(problem)
        _row(skill, tally)
    return 0


def _complaint(problem: Problem) -> str | None:
    if midpoint(problem.answer) == 0:
        return "the answer is 0"
    shown = display(problem.answer, problem.precision)
    if judge_problem(shown, problem).kind is not VerdictKind.CORRECT:
        return "the shown key is judged wrong"
    for slip in problem.slips:
        if slip.id not in judge_problem(display(slip.value, problem.precision), problem).slips:
            return f"{slip.id} is not recognised"
    return None


def _row(skill: Skill, tally: Tally) -> None:
    size = skill.space.size
    numbers = np.arange(_SAMPLE, dtype=np.int64) * max(1, size // _SAMPLE) % size
    fit = screened(skill, columns(skill.space, numbers)).may_be_fit
    shares = [_shares(counter, tally.variants) for counter in (tally.places, tally.ranks)]
    counts = f"{len(tally.distinct):9}{tally.digits:7}{tally.lines:6}{tally.work:6}"
    print(f"\r{skill.id:28}{fit.mean():9.0%}{counts}   {shares[0]}   {shares[1]}")


def _shares(counter: Counter[int], total: int) -> str:
    return " ".join(f"{counter[i] / total:4.0%}" for i in range(OPTION_COUNT))


def _progress(number: int, total: int, skill: Skill) -> None:
    if sys.stderr.isatty():
        filled = _BAR * number // total
        bar = "█" * filled + "░" * (_BAR - filled)
        print(f"\r{bar} {skill.id:28}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
