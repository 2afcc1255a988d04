import json
import subprocess
import sys
from collections.abc import Sequence

import pytest

SERVER = {"aiohttp", "textual_serve"}
HEAVY = ("textual", "rich", "numpy", "fsrs", "yaml", "sqlite3", *SERVER)

GRADED = """
{"variant": "adam.v.1@7", "answer": "1"}
{"item": "adam/lineage-words", "answer": "1"}
"""

LOADS = """
import json, sys
from quizdeck.cli import main
try:
    code = main(sys.argv[1:])
except SystemExit as end:
    code = end.code
print(json.dumps([code or 0, sorted(sys.modules)]), file=sys.stderr)
"""


def loaded_by(words: Sequence[str], typed: str = "") -> set[str]:
    """Return which of the heavy packages a command has loaded by its end."""
    command = [sys.executable, "-c", LOADS, *words]
    ran = subprocess.run(command, input=typed, capture_output=True, text=True, check=True)
    code, modules = json.loads(ran.stderr.splitlines()[-1])
    assert code == 0, ran.stderr
    return set(HEAVY) & set(modules)


@pytest.mark.parametrize(
    "words", [["--version"], ["--help"], ["trace", "--help"], ["serve", "--help"]], ids=" ".join
)
def test_what_needs_nothing_loads_nothing(words: list[str]) -> None:
    assert loaded_by(words) == set()


def test_due_loads_neither_numpy_nor_fsrs() -> None:
    assert loaded_by(["due"]) <= {"yaml", "sqlite3"}


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        (["generate", "--count", "1"], ""),
        (["grade"], GRADED),
        (["check"], ""),
        (["skills"], ""),
        (["stats"], ""),
        (["trace", "sgd", "--grads", "1"], ""),
        (["practice", "--plain", "--count", "1"], "q\n"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_only_the_screens_load_textual(words: list[str], typed: str) -> None:
    assert not loaded_by(words, typed) & {"textual", "rich", *SERVER}


def test_only_serve_loads_a_server() -> None:
    """What draws the screens is loaded by every command that opens them."""
    code = "import json, sys, quizdeck.tui.app; print(json.dumps(sorted(sys.modules)))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not SERVER & set(json.loads(ran.stdout))
