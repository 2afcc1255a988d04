"""Running listings with every option in its blank, to see that only the right one is right.

This is for ``check --execute`` alone: it runs code of a bank, and only when the author of that
bank asks for it. What is and what is not kept from that code:

- It runs in a separate Python (``-I``, an empty environment, an empty directory that is thrown
  away), so it cannot touch the memory or the open files of quizdeck.
- Time is limited for every listing by an alarm inside the process and a watchdog outside of it,
  which ends the process group; memory, processor time and the size of files are limited where the
  platform has such limits. Output goes nowhere.
- Imports but a few of computing are refused, and so is what Python's audit events show to reach
  out of the process: files, sockets, processes, signals, ``ctypes``.
- It is **no sandbox**. It runs under the account of whoever asked, and the refusals are Python's
  own: code written to get round them (through objects of the interpreter or faults of a C
  extension) can do whatever that account can. Execute the banks of people you trust.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from quizdeck.code_blanks.listing import code_of, filled, syntax_fault
from quizdeck.code_blanks.process import Failure, FailureKind, Job, Limits, one_line, run_jobs
from quizdeck.code_blanks.results import OptionResult, Outcome, judged
from quizdeck.code_blanks.runs import FunctionRun, Inputs, OptimizerRun, Run, ScriptRun, inputs_of
from quizdeck.code_blanks.traces import Trace, trace_of
from quizdeck.code_blanks.tracing import optimizer_trace
from quizdeck.optimizers.numpy_reference import REFERENCES

__all__ = ["Blank", "Limits", "Listing", "OptionResult", "Outcome", "execute"]

_Fill = tuple[str, int]  # the mark of a blank and the place of an option


@dataclass(frozen=True, slots=True)
class Blank:
    """A blank and its options; ``right`` is the place of the right one, from 0 on."""

    mark: str
    options: tuple[str, ...]
    right: int


@dataclass(frozen=True, slots=True)
class Listing:
    """A listing with blanks and what to run of it."""

    id: str
    code: str
    blanks: tuple[Blank, ...]
    run: Run


def execute(
    listings: Sequence[Listing], *, seed: str, limits: Limits | None = None
) -> tuple[Mapping[str, tuple[OptionResult, ...]], ...]:
    """Run every listing with every option, all in one process: for each, results by mark.

    Raises ``QuizdeckError`` where no Python can be started.
    """
    inputs = [inputs_of(listing.run, f"{seed}:{listing.id}") for listing in listings]
    fills = [_fills(listing) for listing in listings]
    codes = sorted(
        {(place, code) for place, by_fill in enumerate(fills) for code in by_fill.values()}
    )
    ran: dict[tuple[int, str], Trace | Failure] = {
        (place, code): Failure(FailureKind.UNREADABLE, one_line(str(fault)))
        for place, code in codes
        if (fault := syntax_fault(code))
    }
    to_run = [at for at in codes if at not in ran]
    jobs = [_job(listings[place].run, code, inputs[place]) for place, code in to_run]
    ran |= zip(to_run, run_jobs(jobs, limits or Limits()), strict=True)
    return tuple(
        _results(
            listing,
            {fill: ran[place, code] for fill, code in fills[place].items()},
            _reference_trace(listing.run, inputs[place]),
        )
        for place, listing in enumerate(listings)
    )


def _results(
    listing: Listing, ran: Mapping[_Fill, Trace | Failure], reference: Trace | Failure | None
) -> Mapping[str, tuple[OptionResult, ...]]:
    return {
        blank.mark: judged(
            [ran[blank.mark, place] for place in range(len(blank.options))], blank.right, reference
        )
        for blank in listing.blanks
    }


def _fills(listing: Listing) -> dict[_Fill, str]:
    right = {blank.mark: code_of(blank.options[blank.right]) for blank in listing.blanks}
    return {
        (blank.mark, place): filled(listing.code, {**right, blank.mark: code_of(option)})
        for blank in listing.blanks
        for place, option in enumerate(blank.options)
    }


def _job(run: Run, source: str, states: Sequence[Inputs]) -> Job:
    common = {"source": source, "states": list(states)}
    match run:
        case OptimizerRun():
            return {
                **common,
                "kind": "optimizer",
                "name": run.name,
                "settings": dict(run.settings),
                "method": run.method,
                "attributes": list(run.compare),
            }
        case FunctionRun():
            return {**common, "kind": "function", "name": run.name}
        case ScriptRun():
            return {
                **common,
                "kind": "script",
                "prelude": run.prelude,
                "results": list(run.results),
            }


def _reference_trace(run: Run, states: Sequence[Inputs]) -> Trace | Failure | None:
    if not isinstance(run, OptimizerRun) or run.reference is None:
        return None
    settings = run.settings if run.reference_settings is None else run.reference_settings
    quantities = list(run.compare.values())
    try:
        build = REFERENCES[run.reference]
        with np.errstate(all="ignore"):
            return trace_of(optimizer_trace(build, settings, "update", quantities, states))
    except (AttributeError, KeyError, TypeError) as error:  # names that the reference lacks
        return Failure(FailureKind.RAISED, one_line(str(error)))
