"""Every slip, by id; those of a family are loaded when a problem of that family needs them."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from quizdeck.problems.slips.slip import Slip, by_id

# Each family has the module of its name, and the slips in it the beginning of their ids.
FAMILIES = (
    "adam",
    "momentum",
    "nesterov",
    "sgd",
    "adagrad",
    "rmsprop",
    "vector",
    "amsgrad",
    "adadelta",
    "ema",
    "inverse",
    "steps",
    "compare",
    "stability",
    "weight_decay",
    "epsilon",
    "constant",
    "schedule",
)


@cache
def slips_of(family: str) -> tuple[Slip, ...]:
    """Return the slips with the methods of a family, in catalogue order; others have none."""
    if family not in FAMILIES:
        return ()
    slips: tuple[Slip, ...] = import_module(f"quizdeck.problems.slips.{family}").SLIPS
    return slips


def all_slips() -> tuple[Slip, ...]:
    """Return every slip of every family."""
    return tuple(slip for family in FAMILIES for slip in slips_of(family))


def is_slip(id_: str) -> bool:
    """Return whether a slip is called ``id_``; a log may name some of another version."""
    return id_ in _by_id(id_.partition(".")[0])


def slip_by_id(id_: str) -> Slip:
    """Return the slip called ``id_``; raises ``KeyError`` for an unknown one."""
    return _by_id(id_.partition(".")[0])[id_]


@cache
def _by_id(family: str) -> Mapping[str, Slip]:
    return by_id(slips_of(family))
