"""Numbers among the words of a command."""

from argparse import Namespace
from collections.abc import Mapping, Sequence
from fractions import Fraction

from quizdeck.errors import UsageError
from quizdeck.grading.reading import Unreadable, read_answer
from quizdeck.optimizers.method import Method
from quizdeck.optimizers.objectives import Objective
from quizdeck.optimizers.rates import validated_rates
from quizdeck.optimizers.walk import FARTHEST


def numbers(option: str, words: str, count: int | None = None) -> tuple[Fraction, ...]:
    """Read ``2,-1,4``; raises ``UsageError`` naming the option."""
    found: list[Fraction] = []
    for word in words.split(","):
        try:
            value = read_answer(word).value
        except Unreadable:
            break
        if isinstance(value, Fraction):
            found.append(value)
    if len(found) != (count or words.count(",") + 1):
        expected = ",".join(["0.1", "-2", "3"][: count or 3])
        raise UsageError("usage.bad_number", option=option, text=words, expected=expected)
    return tuple(found)


def start_of(objective: Objective, options: Namespace) -> tuple[float, float]:
    """Return where the walk begins: ``--start``, else the objective's own start."""
    if not options.start:
        return objective.start
    x, y = numbers("--start", options.start, count=2)
    return float(x), float(y)


def start_in_sight(objective: Objective, options: Namespace) -> tuple[float, float]:
    """Return where a walk to look at begins; raises ``UsageError`` for a point too far away."""
    start = start_of(objective, options)
    if any(abs(coordinate) > FARTHEST for coordinate in start):
        limit = f"{FARTHEST:.0f}"
        raise UsageError("usage.start_too_far", start=options.start, limit=limit)
    return start


def typed_rates(names: Sequence[str], options: Namespace) -> dict[str, Fraction]:
    """Return those of the named rates that are among the options; raises ``UsageError``."""
    typed = {name: getattr(options, name, None) for name in names}
    return {
        name: numbers(f"--{name.replace('_', '-')}", words, count=1)[0]
        for name, words in typed.items()
        if words is not None
    }


def rates_of(method: Method, options: Namespace) -> Mapping[str, Fraction]:
    """Return the method's rates, its defaults where none is typed; raises ``UsageError``."""
    typed = typed_rates(method.hyperparameters, options)
    return validated_rates(method, {**dict(method.defaults), **typed})
