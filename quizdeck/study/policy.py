"""What makes a drill a drill: how a session treats its items."""

from dataclasses import dataclass

from quizdeck.study.records import Mode


@dataclass(frozen=True, slots=True)
class Policy:
    """How a session treats its items; the modes differ in nothing else."""

    mode: Mode
    returns_misses: bool


DRILL = Policy(Mode.DRILL, returns_misses=True)
PRACTICE = Policy(Mode.PRACTICE, returns_misses=False)
POLICIES = {policy.mode: policy for policy in (DRILL, PRACTICE)}
