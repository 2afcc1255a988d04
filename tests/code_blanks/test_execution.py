"""Every listing of a bank is run with every option; whatever it does, the check goes on."""

import os
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from quizdeck.code_blanks import process
from quizdeck.code_blanks.execution import Blank, Limits, Listing, OptionResult, Outcome, execute
from quizdeck.code_blanks.runs import Draw, FunctionRun, OptimizerRun, Run, ScriptRun, inputs_of
from quizdeck.errors import QuizdeckError
from quizdeck.language.code_blanks import BLANKS
from quizdeck.text import Language

LIMITS = Limits(seconds=0.5, patience=1.0, memory=1_000_000_000)

ADAM = """\
import numpy as np


class Adam:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999):
        self.lr, self.beta1, self.beta2 = lr, beta1, beta2
        self.iter, self.m, self.v = 0, None, None

    def update(self, params, grads):
        if self.m is None:
            self.m = {key: np.zeros_like(value) for key, value in params.items()}
            self.v = {key: np.zeros_like(value) for key, value in params.items()}
        self.iter += 1
        t, b1, b2 = self.iter, self.beta1, self.beta2
        lr_t = self.lr * {{あ}}
        for key, g in grads.items():
            {{い}}
            params[key] -= {{う}}
"""
RATE = Blank(
    "あ",
    (
        "`np.sqrt(1 - b2**t) / (1 - b1**t)`",
        "`(1 - b1**t) / np.sqrt(1 - b2**t)`",
        "`np.sqrt(1 - b2) / (1 - b1)`",
        "`(1 - b2**t)**0.5 / (1 - b1**t)`",
        "`np.sqrt(1 - b2**t / (1 - b1**t)`",
    ),
    0,
)
MOMENTS = Blank(
    "い",
    (
        "self.m[key] += (1 - b1) * g\nself.v[key] += (1 - b2) * g**2",
        (
            "self.m[key] += (1 - b1) * (g - self.m[key])\n"
            "self.v[key] += (1 - b2) * (g**2 - self.v[key])"
        ),
    ),
    1,
)
STEP = Blank(
    "う",
    (
        "`lr_t * self.m[key] / (np.sqrt(self.v[key]) + 1e-7)`",
        "`lr_t * self.m[key] / (np.sqrt(self.v[key]) + 1e-8)`",
        "`lr_t * self.m[key] / np.sqrt(self.v[key] + 1e-7)`",
        "`lr_t * self.m[key] / np.sqrt(self.v[key])`",
        "`lr_t * self.m / (np.sqrt(self.v) + 1e-7)`",
    ),
    0,
)
RUN = OptimizerRun("Adam", {"lr": 0.01}, {"m": "m", "v": "v"}, "adam.book")


@cache
def adam() -> Mapping[str, tuple[OptionResult, ...]]:
    (results,) = execute(
        [Listing("adam", ADAM, (RATE, MOMENTS, STEP), RUN)], seed="1", limits=LIMITS
    )
    return results


def outcomes(mark: str) -> list[Outcome]:
    return [result.outcome for result in adam()[mark]]


def problems(result: OptionResult) -> list[str]:
    for key, details in result.problems:
        for language in Language:
            assert BLANKS[key].in_language(language).format(**details)
    return [key for key, _ in result.problems]


def test_the_right_options_compute_what_the_reference_computes() -> None:
    rights = (adam()["あ"][0], adam()["い"][1], adam()["う"][0])
    assert [result.outcome for result in rights] == [Outcome.RIGHT] * 3


def test_wrong_options_differ_and_the_place_is_told() -> None:
    assert outcomes("あ")[1:3] == [Outcome.DIFFERS] * 2
    difference = adam()["あ"][2].difference
    assert difference is not None
    assert difference.where == "state 1, step 2, params[W]"
    assert difference.found != difference.expected
    assert outcomes("い") == [Outcome.DIFFERS, Outcome.RIGHT]


def test_an_option_that_computes_the_same_as_the_key_is_found() -> None:
    assert outcomes("あ")[3] is Outcome.SAME_AS_KEY
    assert problems(adam()["あ"][3]) == ["blank.same_as_key"]


def test_an_option_that_is_not_python_is_found_and_not_run() -> None:
    result = adam()["あ"][4]
    assert result.outcome is Outcome.UNREADABLE
    assert result.error.startswith("15:")
    assert "closed" in result.error
    assert problems(result) == ["blank.unreadable"]


def test_even_the_place_of_a_tiny_constant_makes_a_difference() -> None:
    assert outcomes("う")[1:4] == [Outcome.DIFFERS] * 3


def test_a_wrong_option_may_raise() -> None:
    result = adam()["う"][4]
    assert result.outcome is Outcome.RAISES
    assert result.error.startswith("TypeError: ")
    assert problems(result) == []


def run_one(code: str, run: Run, *options: str, right: int = 0) -> tuple[OptionResult, ...]:
    listing = Listing(
        "one", code, (Blank("あ", options or ("pass", "raise KeyError"), right),), run
    )
    (results,) = execute([listing], seed="1", limits=LIMITS)
    return results["あ"]


SGD = """\
class SGD:
    def __init__(self, lr=0.1):
        self.lr = lr

    def update(self, params, grads):
        for key in params:
            params[key] {{あ}} self.lr * grads[key]
"""


def test_a_key_that_is_not_the_reference_is_found() -> None:
    right, wrong = run_one(SGD, OptimizerRun("SGD", {"lr": 0.1}, {}, "sgd.book"), "+=", "-=")
    assert right.outcome is Outcome.WRONG_KEY
    assert problems(right) == ["blank.key_differs"]
    assert wrong.outcome is Outcome.DIFFERS


def test_settings_may_have_other_names_in_the_reference() -> None:
    code = SGD.replace("lr", "eta")
    run = OptimizerRun("SGD", {"eta": 0.2}, {}, "sgd.book", reference_settings={"lr": 0.2})
    assert run_one(code, run, "-=", "+=")[0].outcome is Outcome.RIGHT


def test_a_key_that_cannot_run_is_found_and_nothing_is_said_of_the_others() -> None:
    run = OptimizerRun("SGD", {"rate": 0.1})
    right, wrong = run_one(SGD, run, "-=", "+=")
    assert (right.outcome, wrong.outcome) == (Outcome.KEY_FAILS, Outcome.RAISES)
    assert problems(right) == ["blank.key_fails"]
    broken = run_one(SGD, OptimizerRun("SGD"), "-= nothing +", "+=")
    assert [result.outcome for result in broken] == [Outcome.KEY_FAILS, Outcome.NOT_COMPARED]


@pytest.mark.parametrize(
    "run",
    [
        OptimizerRun("SGD", {}, {}, "sgd.nobody"),
        OptimizerRun("SGD", {}, {"lr": "rate"}, "sgd.book"),
        OptimizerRun("SGD", {}, {}, "sgd.book", reference_settings={"rate": 0.1}),
    ],
)
def test_a_reference_that_is_misnamed_is_found(run: OptimizerRun) -> None:
    right, wrong = run_one(SGD, run, "-=", "+=")
    assert problems(right) == ["blank.reference_fails"]
    assert right.error
    assert wrong.outcome is Outcome.DIFFERS


def test_a_missing_class_is_an_error_of_the_key() -> None:
    assert run_one(SGD, OptimizerRun("Adam"), "-=", "+=")[0].error == "KeyError: 'Adam'"


def test_two_wrong_options_that_compute_the_same_are_found() -> None:
    results = run_one(SGD, OptimizerRun("SGD"), "-=", "+=", "= params[key] +", "*=")
    assert [result.equal_to for result in results] == [(), (), (1,), ()]
    assert problems(results[2]) == ["blank.options_equal"]
    assert dict(results[2].problems) == {"blank.options_equal": {"other": 2}}


def test_a_function_is_called_with_random_arguments() -> None:
    code = "def velocity(v, g, lr, alpha):\n    return {{あ}}\n"
    run = FunctionRun(
        "velocity", {"v": Draw.ARRAY, "g": Draw.ARRAY, "lr": Draw.RATE, "alpha": Draw.RATE}
    )
    options = ("alpha * v - lr * g", "lr * (alpha * v - g)", "-lr * g + v * alpha", "v[0], g")
    assert [result.outcome for result in run_one(code, run, *options)] == [
        Outcome.RIGHT,
        Outcome.DIFFERS,
        Outcome.SAME_AS_KEY,
        Outcome.DIFFERS,
    ]


def test_a_script_leaves_named_results() -> None:
    run = ScriptRun({"m": Draw.ARRAY, "g": Draw.ARRAY, "b": Draw.RATE, "t": Draw.COUNT}, ("m_hat",))
    code = "m = b * m + (1 - b) * g\nm_hat = m / {{あ}}"
    results = run_one(code, run, "(1 - b**t)", "(1 - b*t)", "(1 - pow(b, t))", "'text'")
    assert [result.outcome for result in results] == [
        Outcome.RIGHT,
        Outcome.DIFFERS,
        Outcome.SAME_AS_KEY,
        Outcome.RAISES,
    ]


def test_a_result_that_is_no_number_is_an_error() -> None:
    run = ScriptRun({}, ("x",))
    errors = [
        result.error for result in run_one("x = {{あ}}", run, "1", "'a'", "None", "1j", "range")
    ]
    assert errors[0] == ""
    assert all(error.startswith("TypeError: state 1, x is no number") for error in errors[1:])


def test_states_come_from_the_seed_alone() -> None:
    assert inputs_of(RUN, "a") == inputs_of(RUN, "a")
    assert inputs_of(RUN, "a") != inputs_of(RUN, "b")


def test_some_gradients_are_tiny_and_some_stay_zero() -> None:
    gradients = [
        [np.concatenate([np.ravel(part) for part in step.values()]) for step in state["grads"]]
        for state in map(dict[str, Any], inputs_of(RUN, "1"))
    ]
    sizes = np.abs(np.array(gradients))
    assert sorted(sizes.max(axis=(1, 2)) < 1e-5) == [False, False, False, True]
    assert np.count_nonzero((sizes == 0).all(axis=1)) == 1


def test_listings_that_draw_are_compared_on_the_same_draws() -> None:
    code = "import random\nimport numpy as np\nx = np.random.rand(3) * random.random() {{あ}}"
    results = run_one(code, ScriptRun({}, ("x",)), "+ 0", "- 0")
    assert results[1].outcome is Outcome.SAME_AS_KEY


# Hostile listings -------------------------------------------------------------------------------

# The module os, without an import: what every object of the interpreter leads to.
CLASSES = "().__class__.__base__.__subclasses__()"
OS = f"[c for c in {CLASSES} if c.__name__ == '_wrap_close'][0].__init__.__globals__"

STOPPED = {
    "endless": ("while True: pass", "no end within 0.5 s"),
    "swallows everything": (
        "while True:\n    try:\n        while True: pass\n    except BaseException: pass",
        "no end within",
    ),
    "endless in C": ("sum(range(10**15))", "no end within"),
    "huge power": ("9**9**9", "no end within"),
    "endless exception text": (
        "class E(Exception):\n    def __str__(self):\n        while True: pass\nraise E",
        "no end within",
    ),
    "reads a file": ("open('/etc/passwd').read()", "a listing cannot use open"),
    "reaches out and hides it": (
        "try: open('/etc/passwd')\nexcept OSError: pass",
        "a listing cannot use open",
    ),
    "writes a file": ("open('left-behind', 'w').write('x')", "a listing cannot use open"),
    "imports os": ("import os", "a listing cannot import os"),
    "imports by name": ("__import__('subprocess')", "a listing cannot import subprocess"),
    "imports a neighbour": ("from . import driver", "a listing cannot import"),
    "forks": (f"{OS}['fork']()", "a listing cannot use os.fork"),
    "runs a command": (f"{OS}['system']('true')", "a listing cannot use os.system"),
    "kills its parent": (f"{OS}['kill']({OS}['getppid'](), 9)", "a listing cannot use os.kill"),
    "asks a question": ("input()", "a listing cannot use builtins.input"),
    "starts the debugger": ("breakpoint()", "a listing cannot use"),
    "reads by NumPy": ("np.loadtxt('/etc/passwd')", "a listing cannot use open"),
    "ends the process": (f"{OS}['_exit'](0)", "the process ended"),
    "closes everything": (
        f"for fd in range(64):\n    try: {OS}['close'](fd)\n    except OSError: pass",
        "the process ended",
    ),
    "babbles": (
        f"for fd in range(3, 64):\n  try: {OS}['write'](fd, b'{{}}\\n')\n  except OSError: pass",
        "the listing wrote where only answers are written",
    ),
    "changes NumPy": ("np.sqrt = lambda x: 7", "the listing changes what it imports"),
    "changes a module": (
        "import math\nmath.sqrt = abs",
        "the listing changes what it imports",
    ),
}
RAISED = {
    "exits": ("raise SystemExit(3)", "SystemExit: 3"),
    "interrupts": ("raise KeyboardInterrupt", "KeyboardInterrupt:"),
    "large list": ("x = [0] * (2 * 10**8)", "MemoryError:"),
    "large array": ("x = np.zeros(10**10)", ""),
    "deep": ("def f(): return f()\nf()", "RecursionError:"),
    "escapes in its error": ("raise ValueError('\\x1b[2J\\u202ea\\nb')", "ValueError: [2Ja b"),
    "half a character": ("raise ValueError('\\ud800')", "ValueError: ?"),
    "long error": ("raise ValueError('x' * 10**6)", "ValueError: xxx"),
    "large result": ("x = np.zeros(10**6)", "ValueError: state 1, x holds more than 10000 numbers"),
    "lies about itself": (
        "class A:\n    def __array__(self, *a, **k): raise KeyError('no')\nx = A()",
        "KeyError: 'no'",
    ),
}
HARMLESS = {
    "prints without end": "for _ in range(10**4): print('x' * 1000)",
    "warns": "import numpy\nnumpy.log(numpy.zeros(3)); 1 is 1",
    "imports what computes": "import math\nfrom collections import deque\nimport numpy.linalg as L",
    "hides NumPy": "np = None",
    "own builtins": "__builtins__['sum'] = None",
}


@cache
def hostile() -> Mapping[str, OptionResult]:
    codes = {
        **{name: code for name, (code, _) in (STOPPED | RAISED).items()},
        **HARMLESS,
    }
    listing_of = {
        name: Listing(
            name,
            "x = 1.0\n{{あ}}\n",
            (Blank("あ", ("pass", code), 0),),
            ScriptRun({}, ("x",), states=1),
        )
        for name, code in codes.items()
    }
    results = execute(tuple(listing_of.values()), seed="1", limits=LIMITS)
    assert all(result["あ"][0].outcome is Outcome.RIGHT for result in results)
    return {name: result["あ"][1] for name, result in zip(listing_of, results, strict=True)}


@pytest.mark.parametrize("name", STOPPED)
def test_what_does_not_end_or_reaches_out_is_stopped_and_the_rest_goes_on(name: str) -> None:
    result = hostile()[name]
    assert result.outcome is Outcome.STOPPED
    assert STOPPED[name][1] in result.error
    assert problems(result) == ["blank.option_fails"]


@pytest.mark.parametrize("name", RAISED)
def test_what_fails_says_so_in_one_plain_line(name: str) -> None:
    result = hostile()[name]
    assert result.outcome is Outcome.RAISES
    assert RAISED[name][1] in result.error
    assert result.error.isprintable()
    assert len(result.error) <= 200


@pytest.mark.parametrize("name", HARMLESS)
def test_what_only_computes_is_left_alone(name: str) -> None:
    assert hostile()[name].outcome is Outcome.SAME_AS_KEY


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    run_one(
        "x = 1\n{{あ}}", ScriptRun({}, ("x",)), "pass", f"{OS}['mkdir']('left')", "while 1: pass"
    )
    assert list(tmp_path.iterdir()) == []


def test_nothing_of_the_surroundings_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET", "1")
    code = f"names = list({OS}['environ'])\nx = {{{{あ}}}}"
    results = run_one(code, ScriptRun({}, ("x",)), "0", "int('SECRET' in names)", "len(names) > 2")
    assert [result.outcome for result in results[1:]] == [Outcome.SAME_AS_KEY] * 2


Processes = list[subprocess.Popen[bytes]]


@pytest.fixture
def processes(monkeypatch: pytest.MonkeyPatch) -> Processes:
    """Every process that is started, in order."""
    started: Processes = []

    class Kept(subprocess.Popen[bytes]):
        def __init__(self, *arguments: Any, **options: Any) -> None:  # noqa: ANN401
            super().__init__(*arguments, **options)
            started.append(self)

    monkeypatch.setattr(subprocess, "Popen", Kept)
    return started


def test_a_batch_takes_one_process(processes: Processes) -> None:
    listings = [
        Listing(str(number), SGD, (Blank("あ", ("-=", "+="), 0),), OptimizerRun("SGD"))
        for number in range(20)
    ]
    assert len(execute(listings, seed="1", limits=LIMITS)) == 20
    assert len(processes) == 1


def test_nothing_to_run_starts_nothing(processes: Processes) -> None:
    assert execute([], seed="1") == ()
    assert processes == []


@pytest.mark.parametrize("executable", ["/nowhere/python", "/bin/false"])
def test_without_a_python_the_whole_check_says_why(
    executable: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", executable)
    with pytest.raises(QuizdeckError) as caught:
        run_one(SGD, OptimizerRun("SGD"), "-=", "+=")
    assert caught.value.key == "blank.no_process"
    assert BLANKS["blank.no_process"].ja.format(**caught.value.details)


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="no process groups on this platform")
def test_ending_a_process_ends_what_it_has_started() -> None:
    sleeper = "import time; print('up', flush=True); time.sleep(60)"
    starter = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {sleeper!r}])"
    parent = subprocess.Popen(
        [sys.executable, "-c", starter], stdout=subprocess.PIPE, start_new_session=True
    )
    assert parent.stdout is not None
    assert parent.stdout.readline() == b"up\n"
    process._end(parent)
    # The sleeper holds the other end of the pipe: it ends only with it.
    assert parent.communicate(timeout=10)[0] == b""


def test_an_interrupted_check_ends_the_process(
    processes: Processes, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = process._Answers.next

    def interrupted(answers: process._Answers, seconds: float) -> Mapping[str, object]:
        if ask(answers, seconds) == {"ready": True}:
            return {"ready": True}
        raise KeyboardInterrupt

    monkeypatch.setattr(process._Answers, "next", interrupted)
    with pytest.raises(KeyboardInterrupt):
        run_one("{{あ}}", ScriptRun({}, ()), "while 1: pass", "1")
    assert [ended.returncode is not None for ended in processes] == [True]
