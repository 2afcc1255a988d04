"""Run the program as a shell does."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass

PROGRAM = (sys.executable, "-m", "quizdeck")


@dataclass(frozen=True)
class Ran:
    """How one run ended."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


def quizdeck(
    *words: str, typed: str | bytes = "", environment: Mapping[str, str] | None = None
) -> Ran:
    """Run ``quizdeck`` with ``typed`` on its standard input, through real pipes."""
    sent = typed if isinstance(typed, bytes) else typed.encode()
    ran = subprocess.run(
        [*PROGRAM, *words],
        input=sent,
        capture_output=True,
        env={**os.environ, **(environment or {})},
        timeout=60,
        check=False,
    )
    return Ran(ran.returncode, ran.stdout.decode(), ran.stderr.decode())
