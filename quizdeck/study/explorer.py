"""The trajectory explorer as data: four methods on one surface, and a cursor on their steps.

Every key of the screen is one function from an ``Explorer`` to the next; the walks follow from what
it holds.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from math import floor, log10

from quizdeck.optimizers import adagrad, adam, momentum, sgd
from quizdeck.optimizers.method import GRADIENT, Method
from quizdeck.optimizers.objectives import OBJECTIVES, Objective, Window
from quizdeck.optimizers.rates import RANGES, validated_rates
from quizdeck.optimizers.walk import Walk, walk_down

WALKERS: tuple[Method, ...] = (sgd.BOOK, momentum.BOOK, adagrad.BOOK, adam.BOOK)
AXES = ("x", "y")
USUAL_STEPS, MOST_STEPS = 30, 1000

# The rates of the valley are those of the book's comparison; all are tuned for the eye.
_LEARNING_RATES: Mapping[str, Mapping[str, str]] = {
    "valley": {"sgd": "0.95", "momentum": "0.1", "adagrad": "1.5", "adam": "0.3"},
    "ravine": {"sgd": "0.19", "momentum": "0.02", "adagrad": "1.5", "adam": "0.3"},
    "saddle": {"sgd": "0.3", "momentum": "0.1", "adagrad": "0.3", "adam": "0.1"},
    "beale": {"sgd": "0.01", "momentum": "0.001", "adagrad": "0.5", "adam": "0.2"},
}
RATE_NAMES = ("lr", "alpha", "beta1", "beta2", "eps")
_DECAYS = (
    *(Fraction(tenths, 10) for tenths in range(10)),
    *map(Fraction, ("0.95", "0.99", "0.999", "0.9999")),
)
_EDITABLE = ("lr", "alpha", "beta1", "beta2")
_NOTCHES = 20  # of a learning rate between one power of ten and the next

Rates = tuple[tuple[str, Fraction], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One number of a table: a quantity along an axis; ``lr_t`` is the same along both."""

    quantity: str
    axis: int


@dataclass(frozen=True, slots=True)
class Explorer:
    """What is looked at; methods are counted from 0 in the order of ``WALKERS``.

    ``cursor`` is how many updates are shown. The ``chosen`` method is the one whose rates change
    and whose ``cell`` is asked; ``is_alone`` hides the others. ``rate`` counts the editable rates.
    """

    objective: Objective
    start: tuple[float, float]
    steps: int
    rates: tuple[Rates, ...]
    cursor: int = 0
    chosen: int = len(WALKERS) - 1
    is_alone: bool = False
    rate: int = 0
    cell: int = 0
    is_playing: bool = False

    @property
    def window(self) -> Window:
        """Return the part of the plane to look at."""
        return self.objective.window.holding(self.start)

    @property
    def method(self) -> Method:
        """Return the chosen method."""
        return WALKERS[self.chosen]

    @property
    def walks(self) -> tuple[Walk, ...]:
        """Return the walks of all methods."""
        return tuple(map(self.walk_of, range(len(WALKERS))))

    @property
    def walk(self) -> Walk:
        """Return the walk of the chosen method."""
        return self.walk_of(self.chosen)

    @property
    def shown(self) -> tuple[int, ...]:
        """Return the methods that are shown."""
        return (self.chosen,) if self.is_alone else tuple(range(len(WALKERS)))

    @property
    def editable(self) -> tuple[str, ...]:
        """Return the rates of the chosen method that can be changed here."""
        return tuple(name for name, _ in self.rates[self.chosen] if name in _EDITABLE)

    @property
    def edited(self) -> tuple[str, Fraction]:
        """Return the rate that the keys change, with its value."""
        name = self.editable[self.rate]
        return name, dict(self.rates[self.chosen])[name]

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Return what can be asked about a step of the chosen method, in the table's order."""
        quantities = [name for name in self.method.quantities if name != GRADIENT]
        return tuple(
            Cell(quantity, axis)
            for quantity in quantities
            for axis in range(1 if quantity == "lr_t" else len(AXES))
        )

    @property
    def is_at_end(self) -> bool:
        """Return whether the last update is shown."""
        return self.cursor >= self.steps

    def walk_of(self, number: int) -> Walk:
        """Return the walk of one method."""
        rates = tuple((name, float(value)) for name, value in self.rates[number])
        return walk_down(WALKERS[number], rates, self.objective, self.start, self.steps)


def explorer_of(
    objective: Objective,
    *,
    start: tuple[float, float] | None = None,
    steps: int = USUAL_STEPS,
    typed: Mapping[str, Fraction] | None = None,
) -> Explorer:
    """Return the beginning; ``typed`` rates are those of every method that reads them.

    Raises ``UsageError`` for a rate that a method cannot work with.
    """
    rates = tuple(rates_for(method, objective, typed or {}) for method in WALKERS)
    return Explorer(objective, start or objective.start, steps, rates)


def rates_for(method: Method, objective: Objective, typed: Mapping[str, Fraction]) -> Rates:
    """Return the rates with which a method is looked at: typed, else tuned, else the source's.

    Raises ``UsageError`` for a rate that the method cannot work with.
    """
    tuned = _LEARNING_RATES[objective.id].get(method.family)
    own = {**dict(method.defaults), **({"lr": Fraction(tuned)} if tuned else {})}
    own |= {name: value for name, value in typed.items() if name in own}
    return tuple(validated_rates(method, own).items())


def moved(explorer: Explorer, updates: int) -> Explorer:
    """Go some updates on or back."""
    cursor = min(max(0, explorer.cursor + updates), explorer.steps)
    return replace(explorer, cursor=cursor, is_playing=False)


def played(explorer: Explorer) -> Explorer:
    """Begin to play, from the start again if the end is shown, or pause."""
    cursor = 0 if explorer.is_at_end and not explorer.is_playing else explorer.cursor
    return replace(explorer, cursor=cursor, is_playing=not explorer.is_playing)


def paused(explorer: Explorer) -> Explorer:
    """Stop playing."""
    return replace(explorer, is_playing=False)


def ticked(explorer: Explorer) -> Explorer:
    """Go one update on while playing, and stop at the end."""
    if not explorer.is_playing:
        return explorer
    after = replace(explorer, cursor=min(explorer.cursor + 1, explorer.steps))
    return replace(after, is_playing=not after.is_at_end)


def isolated(explorer: Explorer, number: int) -> Explorer:
    """Show one method alone, or, if it is alone already, all of them again."""
    is_alone = not (explorer.is_alone and explorer.chosen == number)
    return replace(_with_choice(explorer, number), is_alone=is_alone)


def united(explorer: Explorer) -> Explorer:
    """Show all methods."""
    return replace(explorer, is_alone=False)


def on_next_objective(explorer: Explorer) -> Explorer:
    """Go over to the next surface with its usual start and rates."""
    place = OBJECTIVES.index(explorer.objective) + 1
    fresh = explorer_of(OBJECTIVES[place % len(OBJECTIVES)], steps=explorer.steps)
    kept = replace(fresh, chosen=explorer.chosen, is_alone=explorer.is_alone)
    return replace(kept, cursor=explorer.cursor, cell=explorer.cell)


def on_next_rate(explorer: Explorer) -> Explorer:
    """Let the keys change the next rate of the chosen method."""
    return replace(explorer, rate=(explorer.rate + 1) % len(explorer.editable))


def on_cell(explorer: Explorer, by: int) -> Explorer:
    """Choose another number of the table."""
    return replace(explorer, cell=(explorer.cell + by) % len(explorer.cells))


def with_rate(explorer: Explorer, value: Fraction) -> Explorer:
    """Change the rate that is edited; raises ``UsageError`` for one that makes no sense."""
    name, _ = explorer.edited
    rates = {**dict(explorer.rates[explorer.chosen]), name: value}
    checked = tuple(validated_rates(explorer.method, rates).items())
    own = list(explorer.rates)
    own[explorer.chosen] = checked
    return replace(explorer, rates=tuple(own))


def nudged(explorer: Explorer, direction: int) -> Explorer:
    """Change the rate that is edited by one notch, up or down, as far as it may go."""
    name, value = explorer.edited
    after = _next_notch(value, direction) if name == "lr" else _next_decay(value, direction)
    return with_rate(explorer, after) if after in RANGES[name] else explorer


def _next_notch(value: Fraction, direction: int) -> Fraction:
    """Return the neighbouring multiple of a twentieth of the power of ten above ``value``."""
    exponent = floor(log10(value)) + 1
    if direction < 0 and value == Fraction(10) ** (exponent - 1):
        exponent -= 1
    notch = Fraction(10) ** exponent / _NOTCHES
    steps = value / notch
    return notch * (floor(steps) + 1 if direction > 0 else -floor(-steps) - 1)


def _next_decay(value: Fraction, direction: int) -> Fraction:
    if direction > 0:
        return next((decay for decay in _DECAYS if decay > value), value)
    return next((decay for decay in reversed(_DECAYS) if decay < value), value)


def _with_choice(explorer: Explorer, number: int) -> Explorer:
    if number == explorer.chosen:
        return explorer
    return replace(explorer, chosen=number, rate=0, cell=0)


def number_of(value: float) -> str:
    """Return a number as all tables of the explorer show it: four significant figures."""
    digits, _, exponent = f"{value:.4g}".partition("e")
    if exponent:
        return f"{digits}e{int(exponent)}"
    return "0" if digits == "-0" else digits
