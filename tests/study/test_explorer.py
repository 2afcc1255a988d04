"""The explorer as data: what its keys do, and that no order of them leads astray."""

from collections.abc import Callable
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizdeck.errors import UsageError
from quizdeck.optimizers.method import GRADIENT, PARAMETER, Method
from quizdeck.optimizers.numpy_reference import REFERENCES, Parameters
from quizdeck.optimizers.objectives import BEALE, OBJECTIVES, RAVINE, VALLEY, Objective
from quizdeck.optimizers.rates import RANGES
from quizdeck.optimizers.walk import Break
from quizdeck.study.explorer import (
    WALKERS,
    Explorer,
    explorer_of,
    isolated,
    moved,
    nudged,
    number_of,
    on_cell,
    on_next_objective,
    on_next_rate,
    paused,
    played,
    ticked,
    united,
    with_rate,
)

KEYS: dict[str, Callable[[Explorer], Explorer]] = {
    "right": lambda explorer: moved(explorer, 1),
    "left": lambda explorer: moved(explorer, -1),
    "end": lambda explorer: moved(explorer, 1000),
    "space": played,
    "tick": ticked,
    "pause": paused,
    "1": lambda explorer: isolated(explorer, 0),
    "2": lambda explorer: isolated(explorer, 1),
    "3": lambda explorer: isolated(explorer, 2),
    "4": lambda explorer: isolated(explorer, 3),
    "0": united,
    "o": on_next_objective,
    "tab": on_next_rate,
    "plus": lambda explorer: nudged(explorer, 1),
    "minus": lambda explorer: nudged(explorer, -1),
    "down": lambda explorer: on_cell(explorer, 1),
    "up": lambda explorer: on_cell(explorer, -1),
}


def after(explorer: Explorer, *keys: str) -> Explorer:
    for key in keys:
        explorer = KEYS[key](explorer)
    return explorer


@given(st.sampled_from(OBJECTIVES), st.lists(st.sampled_from(sorted(KEYS)), max_size=60))
@settings(max_examples=60)
def test_any_keys_in_any_order_keep_it_whole(objective: Objective, keys: list[str]) -> None:
    explorer = explorer_of(objective)
    for key in keys:
        explorer = KEYS[key](explorer)
        assert 0 <= explorer.cursor <= explorer.steps
        assert explorer.chosen in explorer.shown
        name, value = explorer.edited
        assert value in RANGES[name]
        assert explorer.cells[explorer.cell].quantity in explorer.method.quantities
        assert not (explorer.is_playing and explorer.is_at_end)


@pytest.mark.parametrize("objective", OBJECTIVES, ids=lambda objective: objective.id)
@pytest.mark.parametrize("method", WALKERS, ids=lambda method: method.id)
def test_the_table_shows_the_numbers_of_the_numpy_engine(
    method: Method, objective: Objective
) -> None:
    explorer = explorer_of(objective)
    number = WALKERS.index(method)
    optimizer = REFERENCES[method.id](**{n: float(v) for n, v in explorer.rates[number]})
    params: Parameters = {PARAMETER: np.array(explorer.start)}
    for step in explorer.walk_of(number).steps:
        before = params[PARAMETER]
        slope = np.array(objective.gradient(tuple(before)))
        optimizer.update(params, {PARAMETER: slope})
        expected = {GRADIENT: slope, PARAMETER: params[PARAMETER]}
        expected["delta_theta"] = params[PARAMETER] - before
        for name in method.states:
            expected[name] = getattr(optimizer, name)[PARAMETER]
        for axis, values in enumerate(step):
            for name, numbers in expected.items():
                # a difference of two places is not as exact as the step itself
                if name != "delta_theta" or abs(numbers[axis]) > 1e-9 * abs(before[axis]):
                    assert number_of(values[name]) == number_of(numbers[axis]), name


def test_playing_ends_at_the_last_step_and_begins_anew_from_there() -> None:
    explorer = after(explorer_of(VALLEY, steps=3), "space")
    assert explorer.is_playing
    explorer = after(explorer, "tick", "tick", "tick", "tick")
    assert (explorer.cursor, explorer.is_playing) == (3, False)
    explorer = after(explorer, "space")
    assert (explorer.cursor, explorer.is_playing) == (0, True)
    assert after(explorer, "space") == after(explorer, "pause")
    assert after(explorer, "space", "tick").cursor == 0


def test_a_method_alone_is_joined_by_the_others_when_it_is_pressed_again() -> None:
    alone = after(explorer_of(VALLEY), "2")
    assert alone.shown == (1,)
    assert after(alone, "2").shown == (0, 1, 2, 3)
    assert after(alone, "3").shown == (2,)
    assert after(alone, "0").shown == (0, 1, 2, 3)
    assert after(alone, "0").chosen == 1


def test_another_objective_has_its_own_start_and_rates() -> None:
    explorer = after(explorer_of(VALLEY), "right", "2", "plus", "o")
    assert (explorer.objective, explorer.start) == (RAVINE, RAVINE.start)
    assert explorer.rates == explorer_of(RAVINE).rates
    assert (explorer.cursor, explorer.shown) == (1, (1,))


def test_a_rate_changes_its_own_method_alone() -> None:
    before = explorer_of(VALLEY)
    explorer = after(before, "tab", "tab", "tab", "plus")
    assert explorer.edited == ("lr", Fraction("0.35"))
    assert explorer.rates[:3] == before.rates[:3]
    explorer = after(before, "tab", "plus")
    assert explorer.edited == ("beta1", Fraction("0.95"))


@pytest.mark.parametrize(
    ("value", "up", "down"),
    [
        ("0.3", "0.35", "0.25"),
        ("0.1", "0.15", "0.095"),
        ("0.95", "1", "0.9"),
        ("1", "1.5", "0.95"),
        ("0.33", "0.35", "0.3"),
        ("1000000", "1000000", "950000"),
    ],
)
def test_a_learning_rate_goes_to_its_neighbour_and_back(value: str, up: str, down: str) -> None:
    explorer = with_rate(explorer_of(VALLEY), Fraction(value))
    assert nudged(explorer, 1).edited[1] == Fraction(up)
    assert nudged(explorer, -1).edited[1] == Fraction(down)


@pytest.mark.parametrize(
    ("tabs", "value"), [(0, "0"), (0, "-1"), (0, "1000001"), (1, "1"), (1, "-0.1"), (2, "1")]
)
def test_a_rate_that_makes_no_sense_is_refused(tabs: int, value: str) -> None:
    explorer = after(explorer_of(VALLEY), *["tab"] * tabs)
    with pytest.raises(UsageError) as refused:
        with_rate(explorer, Fraction(value))
    assert refused.value.key == "usage.rate_out_of_range"


def test_a_typed_rate_is_that_of_every_method_that_reads_it() -> None:
    explorer = explorer_of(BEALE, typed={"lr": Fraction(1, 3), "beta1": Fraction(1, 2)})
    assert all(dict(rates)["lr"] == Fraction(1, 3) for rates in explorer.rates)
    assert dict(explorer.rates[3])["beta1"] == Fraction(1, 2)
    with pytest.raises(UsageError):
        explorer_of(BEALE, typed={"beta1": Fraction(1)})


def test_a_learning_rate_that_is_too_large_breaks_the_walk_and_nothing_else() -> None:
    explorer = with_rate(after(explorer_of(VALLEY), "1", "end"), Fraction(2))
    assert explorer.walk.broken is Break.DIVERGED
    assert explorer.cursor == explorer.steps > len(explorer.walk.steps)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0.0, "0"),
        (-0.0, "0"),
        (1234.56, "1235"),
        (123456.0, "1.235e5"),
        (-1e-7, "-1e-7"),
        (0.1, "0.1"),
    ],
)
def test_numbers_are_shown_to_four_figures(value: float, shown: str) -> None:
    assert number_of(value) == shown
