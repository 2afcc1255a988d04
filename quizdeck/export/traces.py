"""The steps of a method as rows: every quantity of every step."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import isfinite

from quizdeck.errors import UsageError
from quizdeck.expressions.exact import Value
from quizdeck.optimizers.method import GRADIENT, PARAMETER, STEP, Method
from quizdeck.optimizers.objectives import Objective
from quizdeck.optimizers.trace import Step, descent, exact_trace
from quizdeck.problems.precision import decimal_text
from quizdeck.text import cell_width

Row = Mapping[str, str]
_AXES = ("x", "y")


def rows_of_gradients(
    method: Method,
    rates: Mapping[str, Fraction],
    gradients: Sequence[Fraction],
    start: Fraction,
    figures: int,
) -> tuple[Row, ...]:
    """Return one row a step, computed exactly and written to so many significant figures.

    Raises ``UsageError`` where a formula has no value.
    """
    names = (GRADIENT, *method.quantities)
    try:
        trace = exact_trace(method, rates, gradients, start=start)
    except (ZeroDivisionError, ValueError) as error:
        step = _first_undefined(method, rates, gradients)
        raise UsageError("usage.undefined", step=step) from error
    return tuple(
        {STEP: str(t), **{name: _written(step[name], figures) for name in names}}
        for t, step in enumerate(trace, start=1)
    )


def rows_of_descent(
    method: Method,
    rates: Mapping[str, Fraction],
    objective: Objective,
    start: Sequence[float],
    *,
    steps: int,
    figures: int,
) -> tuple[Row, ...]:
    """Return one row a step of a walk in float64, the columns of both axes side by side.

    Raises ``UsageError`` where the walk leaves the numbers or a formula has no value.
    """
    names = (GRADIENT, *method.quantities)
    rows = []
    for t, coordinates in enumerate(_walk(method, rates, objective, start, steps), start=1):
        if not all(isfinite(step[name]) for step in coordinates for name in names):
            raise UsageError("usage.diverged", step=t)
        row = {STEP: str(t)}
        for axis, step in zip(_AXES, coordinates, strict=True):
            row |= {f"{name}_{axis}": f"{step[name]:.{figures}g}" for name in names}
        rows.append(row)
    return tuple(rows)


def _first_undefined(
    method: Method, rates: Mapping[str, Fraction], gradients: Sequence[Fraction]
) -> int:
    for step in range(1, len(gradients)):
        try:
            exact_trace(method, rates, gradients[:step])
        except (ZeroDivisionError, ValueError):
            return step
    return len(gradients)


def _walk(
    method: Method,
    rates: Mapping[str, Fraction],
    objective: Objective,
    start: Sequence[float],
    steps: int,
) -> Sequence[Sequence[Step[float]]]:
    taken = 0

    def gradient(point: Sequence[float]) -> Sequence[float]:
        nonlocal taken
        if not all(map(isfinite, point)):
            raise OverflowError
        taken += 1
        return objective.gradient(point)

    try:
        floats = {name: float(value) for name, value in rates.items()}
        return descent(method, floats, gradient, start=start, steps=steps)
    except OverflowError as error:
        raise UsageError("usage.diverged", step=max(1, taken)) from error
    except (ZeroDivisionError, ValueError) as error:
        raise UsageError("usage.undefined", step=taken) from error


def labelled(name: str, rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return rows that say whose they are, for several methods in one table."""
    return tuple({"method": name, **row} for row in rows)


def as_table(rows: Sequence[Row]) -> str:
    """Return rows under a head, columns right-aligned; what a row lacks stays empty."""
    heads = _heads(rows) or [STEP, GRADIENT, PARAMETER]
    lines = [heads, *([row.get(head, "") for head in heads] for row in rows)]
    widths = [max(map(cell_width, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(cell.rjust(width) for cell, width in zip(line, widths, strict=True))
        for line in lines
    )


def as_json_lines(rows: Sequence[Row]) -> str:
    """Return one JSON object a row; numbers stay text, so that no digit is lost."""
    return "\n".join(json.dumps(dict(row)) for row in rows)


def as_csv(rows: Sequence[Row]) -> str:
    """Return rows as CSV with a head (RFC 4180 quoting, line feeds)."""
    text = io.StringIO()
    writer = csv.DictWriter(text, _heads(rows) or [STEP], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().rstrip("\n")


def _heads(rows: Sequence[Row]) -> list[str]:
    return list(dict.fromkeys(head for row in rows for head in row))


def _written(value: Value, figures: int) -> str:
    text = decimal_text(value, figures)
    return text.rstrip("0").rstrip(".") if "." in text and "e" not in text else text
