"""How a listing is run by a check, read from what stands under ``run``."""

from collections.abc import Mapping

from quizdeck.banks.question import Number
from quizdeck.banks.report import Report
from quizdeck.banks.shapes import Fields
from quizdeck.code_blanks.runs import Draw, FunctionRun, OptimizerRun, Run, ScriptRun
from quizdeck.expressions.exact import midpoint
from quizdeck.optimizers.registry import METHODS


def run_of(fields: Fields, report: Report) -> Run | None:
    """Return how the question's listing is run, None where it does not say."""
    run = fields.get("run", Fields)
    if run is None:
        return None
    if name := run.get("function", str):
        return FunctionRun(name, _draws(run, "arguments"))
    if "inputs" in run:
        results = run.all("results", str)
        return ScriptRun(_draws(run, "inputs"), results, run.get("prelude", str) or "")
    reference = run.get("reference", str)
    if reference is not None and reference not in {method.id for method in METHODS}:
        known = ", ".join(method.id for method in METHODS)
        report.add(
            run.entry("reference").start, "usage.unknown_method", method=reference, known=known
        )
    name = run.get("class", str)
    settings = _numbers(run, "reference-settings")
    return (
        None
        if name is None
        else OptimizerRun(
            name,
            settings=_numbers(run, "settings") or {},
            compare=_words(run, "compare"),
            reference=reference,
            reference_settings=settings,
            method=run.get("method", str) or "update",
        )
    )


def _draws(run: Fields, name: str) -> Mapping[str, Draw]:
    return {key: Draw(word) for key, word in _words(run, name).items()}


def _words(run: Fields, name: str) -> Mapping[str, str]:
    fields = run.get(name, Fields)
    entries = fields.entries.items() if fields else ()
    return {key: entry.value for key, entry in entries if isinstance(entry.value, str)}


def _numbers(run: Fields, name: str) -> Mapping[str, float] | None:
    fields = run.get(name, Fields)
    if fields is None:
        return None
    return {
        key: float(midpoint(entry.value.value))
        for key, entry in fields.entries.items()
        if isinstance(entry.value, Number)
    }
