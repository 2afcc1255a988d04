"""What to run of a listing, and the numbers it is run on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from quizdeck.problems.stream import Stream

Numbers = list[float] | list[list[float]] | float
Inputs = Mapping[str, object]  # one random state, as plain data

STATES = 4
STEPS = 4


class Draw(StrEnum):
    """What kind of random value an input is."""

    ARRAY = "array"  # five numbers of either sign
    POSITIVE = "positive"  # five positive numbers
    RATE = "rate"  # one number between 0 and 1
    COUNT = "count"  # a whole number from 2 on


@dataclass(frozen=True, slots=True)
class OptimizerRun:
    """A class that is built with ``settings`` and takes steps by ``update(params, grads)``.

    After every step ``params`` and the attributes in ``compare`` are noted. ``compare`` gives the
    name that each has in the ``reference``, an id of ``REFERENCES``; ``reference_settings`` are
    its settings where they have other names than the listing's.
    """

    name: str
    settings: Mapping[str, float] = field(default_factory=dict)
    compare: Mapping[str, str] = field(default_factory=dict)
    reference: str | None = None
    reference_settings: Mapping[str, float] | None = None
    method: str = "update"
    states: int = STATES
    steps: int = STEPS


@dataclass(frozen=True, slots=True)
class FunctionRun:
    """A function that is called with random arguments; what it returns is noted."""

    name: str
    arguments: Mapping[str, Draw]
    states: int = STATES


@dataclass(frozen=True, slots=True)
class ScriptRun:
    """A listing that runs from top to bottom over random ``inputs`` and leaves ``results``.

    ``prelude`` is code that comes before it and is not shown.
    """

    inputs: Mapping[str, Draw]
    results: Sequence[str]
    prelude: str = ""
    states: int = STATES


Run = OptimizerRun | FunctionRun | ScriptRun


def inputs_of(run: Run, seed: str) -> tuple[Inputs, ...]:
    """Return the random states that ``run`` takes, the same for the same seed."""
    return tuple(
        _state(run, Stream("code-run", seed, number), number) for number in range(run.states)
    )


def _state(run: Run, stream: Stream, number: int) -> Inputs:
    match run:
        case OptimizerRun(steps=steps):
            return _walk(stream, number, steps)
        case FunctionRun(arguments=draws) | ScriptRun(inputs=draws):
            return {name: _drawn(draw, stream) for name, draw in draws.items()}


class _Walk(StrEnum):
    """Gradients of four kinds: tiny ones show a wrong ``eps``, zeros show that it is missing."""

    ORDINARY = "ordinary"
    TINY = "tiny"  # from parameters that are zero, which hide no small step
    PARTLY_ZERO = "partly_zero"
    LARGE = "large"


_SCALES = {_Walk.ORDINARY: 1.0, _Walk.TINY: 1e-6, _Walk.PARTLY_ZERO: 1.0, _Walk.LARGE: 30.0}


def _walk(stream: Stream, number: int, steps: int) -> Inputs:
    kind = list(_Walk)[number % len(_Walk)]
    start = {"W": _matrix(stream, float(kind is not _Walk.TINY)), "b": _row(stream, 1.0)}
    gradients = [
        {"W": _matrix(stream, _SCALES[kind]), "b": _row(stream, _SCALES[kind])}
        for _ in range(steps)
    ]
    if kind is _Walk.PARTLY_ZERO:
        for gradient in gradients:
            gradient["b"] = [0.0, *_row(stream, _SCALES[kind])[1:]]
    return {"params": start, "grads": gradients}


def _matrix(stream: Stream, scale: float) -> list[list[float]]:
    return [_row(stream, scale) for _ in range(2)]


def _row(stream: Stream, scale: float) -> list[float]:
    return [scale * _signed(stream) for _ in range(3)]


def _drawn(draw: Draw, stream: Stream) -> Numbers:
    match draw:
        case Draw.ARRAY:
            return [_signed(stream) for _ in range(5)]
        case Draw.POSITIVE:
            return [abs(_signed(stream)) for _ in range(5)]
        case Draw.RATE:
            return (1 + stream.below(9_998)) / 10_000
        case Draw.COUNT:
            return 2 + stream.below(5)


def _signed(stream: Stream) -> float:
    return stream.sign() * (1 + stream.below(2_999)) / 1_000
