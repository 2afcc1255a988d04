"""The steps of methods: tables, data and pictures."""

from argparse import Namespace
from collections.abc import Sequence
from fractions import Fraction

from quizdeck.cli.numbers import numbers, rates_of, start_in_sight, start_of, typed_rates
from quizdeck.cli.surroundings import Surroundings
from quizdeck.cli.writing import written_to
from quizdeck.errors import ExitCode, UsageError
from quizdeck.export.traces import (
    Row,
    as_csv,
    as_json_lines,
    as_table,
    labelled,
    rows_of_descent,
    rows_of_gradients,
)
from quizdeck.optimizers.method import Method
from quizdeck.optimizers.objectives import objective_by_id
from quizdeck.optimizers.registry import method_by_id

_TABLE_FIGURES, _DATA_FIGURES = 6, 12


def trace(options: Namespace, around: Surroundings) -> int:
    """Print every quantity of every step of some methods, or draw their walks."""
    methods = tuple(dict.fromkeys(map(method_by_id, options.methods)))
    if options.format == "svg":
        written = _picture(methods, options, around)
    else:
        form = {"table": as_table, "jsonl": as_json_lines, "csv": as_csv}[options.format]
        written = form(_tables(methods, options))
    with written_to(options.output, around.stdout) as output:
        print(written, file=output)
    return ExitCode.DONE


def _tables(methods: Sequence[Method], options: Namespace) -> tuple[Row, ...]:
    if len(methods) == 1:
        return _rows(methods[0], options)
    return tuple(row for method in methods for row in labelled(method.id, _rows(method, options)))


def _rows(method: Method, options: Namespace) -> tuple[Row, ...]:
    rates = rates_of(method, options)
    figures = _TABLE_FIGURES if options.format == "table" else _DATA_FIGURES
    if options.grads is not None:
        gradients = numbers("--grads", options.grads)
        start = numbers("--start", options.start)[0] if options.start else Fraction(0)
        return rows_of_gradients(method, rates, gradients, start, figures)
    if options.objective is None:
        raise UsageError("usage.needs_gradients")
    objective = objective_by_id(options.objective)
    start_point = start_of(objective, options)
    return rows_of_descent(
        method, rates, objective, start_point, steps=options.steps, figures=figures
    )


def _picture(methods: Sequence[Method], options: Namespace, around: Surroundings) -> str:
    """Return the picture; a learning rate that is not given is the explorer's."""
    # a table needs neither level lines nor the explorer
    from quizdeck.export.walk_picture import walk_picture  # noqa: PLC0415
    from quizdeck.optimizers.walk import walk_down  # noqa: PLC0415
    from quizdeck.study.explorer import rates_for  # noqa: PLC0415

    if options.objective is None:
        raise UsageError("usage.needs_objective")
    objective = objective_by_id(options.objective)
    start, walks = start_in_sight(objective, options), []
    for method in methods:
        rates = rates_for(method, objective, typed_rates(method.hyperparameters, options))
        floats = tuple((name, float(value)) for name, value in rates)
        walks.append((walk_down(method, floats, objective, start, options.steps), rates))
    return walk_picture(walks, around.language, around.notation)
