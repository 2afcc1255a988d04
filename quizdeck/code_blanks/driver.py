"""The program of the separate process: run listings one after another and tell their numbers.

The request comes as JSON on stdin, the answers leave as JSON lines, each after the request's
token. What listings are kept from is told in ``execution.py``.
"""

import builtins
import contextlib
import importlib
import json
import os
import random
import signal
import sys
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import FrameType, ModuleType
from typing import Any

import numpy as np

from quizdeck.code_blanks import tracing
from quizdeck.code_blanks.stand_ins import fresh_modules

MODULES = (
    "numpy",
    "collections",
    "copy",
    "dataclasses",
    "functools",
    "itertools",
    "math",
    "random",
    "typing",
)

_MOST_TOLD = 300  # characters of an error

# Everything a computation raises for the auditors; all other events reach out of the process.
_HARMLESS_EVENTS = frozenset(
    {
        *("compile", "exec", "import", "function.__new__", "code.__new__", "array.__new__"),
        *("object.__getattr__", "object.__setattr__", "object.__delattr__", "builtins.id"),
        *("sys._getframe", "sys._getframemodulename", "sys.unraisablehook"),
    }
)


class Overtime(BaseException):
    """The listing has had its time."""


class Refused(PermissionError):  # noqa: N818 - named for what the listing hears
    """The listing reached for something outside of itself."""


def main() -> None:
    """Answer the request on stdin."""
    request = json.load(sys.stdin.buffer)
    tell = _teller(_private_output(), request["token"])
    worker = Worker(seconds=request["seconds"])
    _limit_resources(request["memory"], request["cpu_seconds"])
    tell({"ready": True})
    for job in request["jobs"]:
        answer = worker.answer(job)
        tell(answer)
        if answer.get("is_last"):
            return


def _private_output() -> int:
    """Return a descriptor for the answers; what listings print goes nowhere."""
    answers, nowhere = os.dup(1), os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    return answers


def _teller(answers: int, token: str) -> Callable[[Mapping[str, object]], None]:
    def tell(answer: Mapping[str, object]) -> None:
        line = memoryview(f"{token}{json.dumps(answer)}\n".encode())
        while line:
            line = line[os.write(answers, line) :]

    return tell


def _limit_resources(memory: int, cpu_seconds: int) -> None:
    try:
        import resource  # noqa: PLC0415 - not there on every platform
    except ImportError:
        return
    limits = {
        "RLIMIT_AS": memory,
        "RLIMIT_CPU": cpu_seconds,
        "RLIMIT_FSIZE": 0,
        "RLIMIT_CORE": 0,
        "RLIMIT_NPROC": 0,
    }
    for name, limit in limits.items():
        # A platform may lack a limit or refuse it; the watchdog outside stays.
        with contextlib.suppress(AttributeError, ValueError, OSError):
            resource.setrlimit(getattr(resource, name), (limit, limit))


class Worker:
    """Runs jobs, each in a namespace of its own."""

    def __init__(self, *, seconds: float) -> None:
        self._seconds = seconds
        self._modules = {name: importlib.import_module(name) for name in MODULES}
        np.random.seed(0)  # noqa: NPY002 - loads what NumPy loads only when it is used
        warnings.simplefilter("ignore")
        self._watched = [builtins, np, self._modules["math"]]
        self._before = [dict(vars(module)) for module in self._watched]
        self._guarded = _install_guard()
        if hasattr(signal, "SIGALRM"):
            signal.signal(signal.SIGALRM, _raise_overtime)

    def answer(self, job: Mapping[str, Any]) -> Mapping[str, object]:
        """Run one job and return its trace or its error."""
        random.seed(0)
        np.random.seed(0)  # noqa: NPY002 - the generator that listings use
        stand_ins = fresh_modules() if "torch" in json.dumps(job) else {}
        try:
            with _alarm(self._seconds), self._guarded() as refusals, np.errstate(all="ignore"):
                answer = self._ran(job, {**self._modules, **stand_ins})
        except Overtime:
            return _stopped(f"no end within {self._seconds:g} s")
        if refusals:  # also where the listing caught them
            answer = _stopped(refusals[0])
        if self._is_spoilt():
            return {**_stopped("the listing changes what it imports"), "is_last": True}
        return answer

    def _ran(
        self, job: Mapping[str, Any], modules: Mapping[str, ModuleType]
    ) -> Mapping[str, object]:
        try:
            return {"trace": self._trace(job, modules)}
        except Overtime:
            raise
        except Refused as error:
            return _stopped(str(error))
        except BaseException as error:  # noqa: BLE001 - a listing may raise anything
            return {"error": f"{type(error).__name__}: {error}"[:_MOST_TOLD]}

    def _is_spoilt(self) -> bool:
        """Return whether a listing has changed what the next ones would see."""
        return any(
            vars(module).get(name) is not value
            for module, before in zip(self._watched, self._before, strict=True)
            for name, value in before.items()
        )

    def _trace(self, job: Mapping[str, Any], modules: Mapping[str, ModuleType]) -> list[Any]:
        source, states = job["source"], job["states"]
        if job["kind"] == "script":
            return [
                record
                for number, state in enumerate(states, start=1)
                for record in tracing.result_records(
                    number,
                    _executed(f"{job['prelude']}\n{source}", modules, tracing.arguments(state)),
                    job["results"],
                )
            ]
        named = _executed(source, modules, {})[job["name"]]
        if job["kind"] == "function":
            return tracing.function_trace(named, states)
        return tracing.optimizer_trace(
            named, job["settings"], job["method"], job["attributes"], states
        )


def _executed(
    source: str, modules: Mapping[str, ModuleType], values: Mapping[str, Any]
) -> dict[str, Any]:
    namespace: dict[str, Any] = {
        "__name__": "listing",
        "__builtins__": vars(builtins) | {"__import__": _importer(modules)},
        "np": np,
        **values,
    }
    exec(compile(source, "<listing>", "exec"), namespace)  # noqa: S102 - what this process is for
    return namespace


def _importer(modules: Mapping[str, ModuleType]) -> Callable[..., ModuleType]:
    def imported(
        name: str,
        _globals: object = None,
        _locals: object = None,
        wanted: Sequence[str] | None = (),
        level: int = 0,
    ) -> ModuleType:
        top = name.partition(".")[0]
        if level or top not in modules:
            raise Refused(f"a listing cannot import {name}")
        if name in modules:
            return modules[name] if wanted else modules[top]
        return __import__(name, None, None, wanted or (), 0)

    return imported


def _install_guard() -> Callable[[], contextlib.AbstractContextManager[list[str]]]:
    is_on = False
    refusals: list[str] = []

    def audit(event: str, _arguments: object) -> None:
        if is_on and event not in _HARMLESS_EVENTS:
            refusals.append(f"a listing cannot use {event}")
            raise Refused(refusals[-1])

    @contextlib.contextmanager
    def guarded() -> Iterator[list[str]]:
        nonlocal is_on
        refusals.clear()
        is_on = True
        try:
            yield refusals
        finally:
            is_on = False

    sys.addaudithook(audit)
    return guarded


@contextlib.contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    if not hasattr(signal, "SIGALRM"):
        yield
        return
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _raise_overtime(_signal: int, _frame: FrameType | None) -> None:
    raise Overtime


def _stopped(error: str) -> Mapping[str, object]:
    return {"error": error, "was_stopped": True}
