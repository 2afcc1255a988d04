"""The steps of a method as rows: every quantity of every step."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from fractions import Fraction

from quizdeck.errors import UsageError
from quizdeck.expressions.exact import Value
from quizdeck.optimizers.method import GRADIENT, PARAMETER, STEP, Method
from quizdeck.optimizers.objectives import Objective
from quizdeck.optimizers.trace import descent, exact_trace
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
    """Return one row a step, computed exactly and written to so many significant figures."""
    names = (GRADIENT, *method.quantities)
    trace = exact_trace(method, rates, gradients, start=start)
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

    Raises ``UsageError`` where the walk leaves the numbers.
    """
    names = (GRADIENT, *method.quantities)
    floats = {name: float(value) for name, value in rates.items()}
    try:
        walk = descent(method, floats, objective.gradient, start=start, steps=steps)
    except (ArithmeticError, ValueError) as error:
        raise UsageError("usage.diverged", step=steps) from error
    rows = []
    for t, coordinates in enumerate(walk, start=1):
        row = {STEP: str(t)}
        for axis, step in zip(_AXES, coordinates, strict=True):
            row |= {f"{name}_{axis}": f"{step[name]:.{figures}g}" for name in names}
        rows.append(row)
    return tuple(rows)


def as_table(rows: Sequence[Row]) -> str:
    """Return rows under a head, columns right-aligned."""
    heads = list(rows[0]) if rows else [STEP, GRADIENT, PARAMETER]
    widths = [max(cell_width(head), *(len(row[head]) for row in rows)) for head in heads]
    lines = [heads, *([row[head] for head in heads] for row in rows)]
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
    writer = csv.DictWriter(text, list(rows[0]) if rows else [STEP], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().rstrip("\n")


def _written(value: Value, figures: int) -> str:
    text = decimal_text(value, figures)
    return text.rstrip("0").rstrip(".") if "." in text and "e" not in text else text
