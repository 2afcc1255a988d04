"""Traces: golden values, three forms, and walks that leave the numbers."""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from math import isfinite

import pytest

from quizdeck.errors import UsageError
from quizdeck.export.traces import (
    Row,
    as_csv,
    as_json_lines,
    as_table,
    rows_of_descent,
    rows_of_gradients,
)
from quizdeck.optimizers.method import Method
from quizdeck.optimizers.objectives import VALLEY
from quizdeck.optimizers.registry import METHODS, method_by_id
from quizdeck.text import cell_width


def rates(method: Method, **changes: str) -> dict[str, Fraction]:
    return dict(method.defaults) | {name: Fraction(value) for name, value in changes.items()}


def traced(
    id_: str, gradients: Sequence[int] = (2, -1, 4), figures: int = 6, **changes: str
) -> tuple[Row, ...]:
    method = method_by_id(id_)
    exact = [Fraction(gradient) for gradient in gradients]
    return rows_of_gradients(method, rates(method, **changes), exact, Fraction(1), figures)


def walked(
    id_: str, steps: int, start: Sequence[float] = VALLEY.start, **changes: str
) -> tuple[Row, ...]:
    method = method_by_id(id_)
    return rows_of_descent(method, rates(method, **changes), VALLEY, start, steps=steps, figures=6)


@pytest.mark.parametrize(
    ("method", "thetas"),
    [
        ("sgd", ["0.8", "0.9", "0.5"]),
        ("momentum", ["0.8", "0.72", "0.248"]),
        ("adagrad", ["0.9", "0.944721", "0.857434"]),
        ("adam", ["0.9", "0.873366", "0.807555"]),
        ("adam.paper", ["0.9", "0.873366", "0.807555"]),
    ],
)
def test_three_steps_from_one(method: str, thetas: list[str]) -> None:
    rows = traced(method, lr="0.1")
    assert [row["theta"] for row in rows] == thetas
    assert [row["t"] for row in rows] == ["1", "2", "3"]
    assert [row["g"] for row in rows] == ["2", "-1", "4"]


@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.id)
def test_a_row_holds_every_quantity_of_a_step(method: Method) -> None:
    rows = traced(method.id)
    assert all(list(row) == ["t", "g", *method.quantities] for row in rows)
    for row in rows:
        assert all(isfinite(float(value)) for value in row.values())


def test_exact_numbers_have_no_trailing_zeros_and_small_ones_an_exponent() -> None:
    rows = traced("adam", figures=12)
    assert rows[0]["m"] == "0.2"
    assert rows[0]["v"] == "0.004"
    tiny = traced("sgd", (1,), lr="0.00000000001")
    assert tiny[0]["delta_theta"] == "-1.00000e-11"
    assert float(tiny[0]["delta_theta"]) == -1e-11


def test_the_valley_of_the_book_ends_where_the_book_says() -> None:
    rows = walked("adam", 30, lr="0.3")
    assert len(rows) == 30
    last = rows[-1]
    assert (round(float(last["theta_x"]), 3), round(float(last["theta_y"]), 3)) == (0.136, 0.318)
    assert list(last) == [
        "t",
        *(f"{name}_{axis}" for axis in "xy" for name in ("g", *method_by_id("adam").quantities)),
    ]


def test_plain_descent_shrinks_each_axis_by_its_own_factor() -> None:
    rows = walked("sgd", 3, lr="0.5")
    assert [float(row["theta_x"]) for row in rows] == pytest.approx([-6.65, -6.3175, -6.001625])
    assert [float(row["theta_y"]) for row in rows] == [0, 0, 0]


@pytest.mark.parametrize("steps", [200, 1000])
def test_a_walk_that_runs_away_names_the_step_at_which_it_did(steps: int) -> None:
    with pytest.raises(UsageError) as refused:
        walked("momentum", steps, lr="30")
    assert refused.value.key == "usage.diverged"
    step = refused.value.details["step"]
    assert isinstance(step, int)
    assert 1 < step < steps
    assert len(walked("momentum", step - 1, lr="30")) == step - 1
    with pytest.raises(UsageError):
        walked("momentum", step, lr="30")


@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.id)
def test_no_row_is_infinite(method: Method) -> None:
    try:
        rows = walked(method.id, 50, lr=f"1{'0' * 300}")
    except UsageError as error:
        assert error.details["step"] in range(1, 51)  # noqa: PT017, either way is right
    else:
        assert not {"inf", "-inf", "nan"} & {value for row in rows for value in row.values()}


def test_a_rate_beyond_all_floats_diverges_at_once() -> None:
    with pytest.raises(UsageError) as refused:
        walked("sgd", 5, lr=f"1{'0' * 400}")
    assert (refused.value.key, refused.value.details) == ("usage.diverged", {"step": 1})


def test_a_step_without_a_value_is_named() -> None:
    with pytest.raises(UsageError) as refused:
        traced("adagrad", (0, 1), eps="0")
    assert (refused.value.key, refused.value.details) == ("usage.undefined", {"step": 1})
    with pytest.raises(UsageError) as refused:
        traced("adam", (1, 2, 3), beta2="2")
    assert (refused.value.key, refused.value.details) == ("usage.undefined", {"step": 1})
    with pytest.raises(UsageError) as refused:
        walked("adagrad", 5, start=(0.0, 2.0), eps="0")
    assert (refused.value.key, refused.value.details) == ("usage.undefined", {"step": 1})


def test_the_first_of_several_steps_without_a_value_is_named() -> None:
    method = method_by_id("sgd")
    late = replace(method, lines=method_by_id("adam").lines[2:3] + method.lines)
    with pytest.raises(UsageError) as refused:
        rows_of_gradients(
            late,
            {"lr": Fraction(1), "beta1": Fraction(-1), "beta2": Fraction(0)},
            [Fraction(1)] * 4,
            Fraction(0),
            6,
        )
    assert refused.value.details == {"step": 2}


ROWS: tuple[Row, ...] = (
    {"t": "1", "g": "2", "theta": "0.8"},
    {"t": "2", "g": "-1", "theta": "0.9"},
)


def test_a_table_has_a_head_and_columns_to_the_right() -> None:
    assert as_table(ROWS) == "t   g  theta\n1   2    0.8\n2  -1    0.9"
    lines = as_table(traced("adam")).split("\n")
    assert len({cell_width(line) for line in lines}) == 1


def test_json_lines_keep_every_digit_as_text() -> None:
    lines = [json.loads(line) for line in as_json_lines(ROWS).split("\n")]
    assert lines == [dict(row) for row in ROWS]


def test_csv_is_read_back_as_it_was() -> None:
    written = as_csv(ROWS)
    assert written.split("\n")[0] == "t,g,theta"
    assert list(csv.DictReader(io.StringIO(written))) == [dict(row) for row in ROWS]
    assert "\r" not in written


def test_no_rows_make_a_head_or_nothing() -> None:
    assert as_table(()) == "t  g  theta"
    assert as_json_lines(()) == ""
    assert as_csv(()) == "t"
