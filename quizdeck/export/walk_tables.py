"""The steps of several walks as one table of data."""

from collections.abc import Sequence

from quizdeck.export.traces import Row, labelled, rows_of_descent
from quizdeck.optimizers.walk import Walk
from quizdeck.study.explorer import Rates

_FIGURES = 12


def walk_rows(walks: Sequence[tuple[Walk, Rates]]) -> tuple[Row, ...]:
    """Return one row a step for each walk in turn, as far as it goes."""
    return tuple(
        row for walk, rates in walks for row in labelled(walk.method.id, _rows(walk, rates))
    )


def _rows(walk: Walk, rates: Rates) -> tuple[Row, ...]:
    steps = len(walk.steps)
    objective, start = walk.objective, walk.start
    return rows_of_descent(
        walk.method, dict(rates), objective, start, steps=steps, figures=_FIGURES
    )
