"""Which method walked this path? Drawn walks of the engine, one of them shown without its name."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations, count, pairwise
from math import dist, hypot

from quizdeck.optimizers.objectives import OBJECTIVES, Objective, Window
from quizdeck.optimizers.walk import Walk
from quizdeck.problems.stream import Stream
from quizdeck.study.explorer import AXES, WALKERS, Explorer, Rates, explorer_of

_STARTS: Mapping[str, tuple[tuple[float, float], ...]] = {
    "valley": ((-7.0, 2.0), (-7.0, -2.0), (-6.0, 1.5), (-5.0, -2.0)),
    "ravine": ((-7.0, 1.0), (-7.0, -1.0), (-6.0, 0.8), (-5.0, -1.0)),
    "saddle": ((1.0, 0.1), (-1.0, 0.1), (1.0, -0.2), (-1.2, -0.1)),
    "beale": ((1.0, 1.5), (0.5, 1.0), (1.5, 1.2)),
}
_SHARES = tuple(map(Fraction, ("1/2", "3/4", "1")))  # of the learning rates tuned for the eye
_STEPS = 30
_LEAST_APART = 0.06  # of the picture's width and height, at some step


@dataclass(frozen=True, slots=True)
class PathQuiz:
    """Walks of all methods, which of them is shown, and what was answered, if anything."""

    explorer: Explorer
    right: int
    given: int | None = None

    @property
    def is_correct(self) -> bool:
        """Return whether the answer is right."""
        return self.given == self.right


@dataclass(frozen=True, slots=True)
class Shape:
    """What can be measured on a path: turns, and the lengths of its steps.

    The ``turns`` are those back along the ``axis`` where there are most.
    """

    axis: str
    turns: int
    first: float
    longest: float
    last: float


def new_path_quiz(*words: object) -> PathQuiz:
    """Return a question that belongs to ``words``, whose walks stay in sight and lie apart."""
    for attempt in count():
        stream = Stream("path", *words, attempt)
        explorer = _drawn(stream)
        if is_fair(explorer):
            return PathQuiz(explorer, stream.below(len(WALKERS)))
    raise AssertionError


def answered(quiz: PathQuiz, number: int) -> PathQuiz:
    """Return the question with its first answer; a second one changes nothing."""
    return quiz if quiz.given is not None else replace(quiz, given=number)


def is_fair(explorer: Explorer) -> bool:
    """Return whether every walk goes on to its end in sight, and each two can be told apart."""
    window, walks = explorer.window, explorer.walks
    return all(_is_in_sight(walk, window) for walk in walks) and all(
        _are_apart(one, other, window) for one, other in combinations(walks, 2)
    )


def shape_of(walk: Walk) -> Shape:
    """Return the measures of a walk of at least one step."""
    moves = [(x - before_x, y - before_y) for (before_x, before_y), (x, y) in pairwise(walk.points)]
    turns = [sum(a[i] * b[i] < 0 for a, b in pairwise(moves)) for i in range(len(AXES))]
    axis = max(range(len(AXES)), key=turns.__getitem__)
    lengths = [hypot(*move) for move in moves]
    return Shape(AXES[axis], turns[axis], lengths[0], max(lengths), lengths[-1])


def _drawn(stream: Stream) -> Explorer:
    objective: Objective = stream.choice(OBJECTIVES)
    usual = explorer_of(objective, start=stream.choice(_STARTS[objective.id]), steps=_STEPS)
    rates = tuple(_scaled(rates, stream.choice(_SHARES)) for rates in usual.rates)
    return replace(usual, rates=rates, cursor=_STEPS)


def _scaled(rates: Rates, share: Fraction) -> Rates:
    return tuple((name, value * share if name == "lr" else value) for name, value in rates)


def _is_in_sight(walk: Walk, window: Window) -> bool:
    left, right, bottom, top = window
    return walk.broken is None and all(
        left <= x <= right and bottom <= y <= top for x, y in walk.points
    )


def _are_apart(one: Walk, other: Walk, window: Window) -> bool:
    across, up = window.right - window.left, window.top - window.bottom
    return any(
        dist((a[0] / across, a[1] / up), (b[0] / across, b[1] / up)) >= _LEAST_APART
        for a, b in zip(one.points, other.points, strict=True)
    )
