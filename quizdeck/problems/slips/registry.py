"""Every slip, by id."""

from quizdeck.problems.slips import (
    adadelta,
    adagrad,
    adam,
    amsgrad,
    momentum,
    nesterov,
    puzzles,
    rmsprop,
    sgd,
    vector,
)
from quizdeck.problems.slips.slip import Slip, by_id

SLIPS: tuple[Slip, ...] = (
    *adam.SLIPS,
    *momentum.SLIPS,
    *nesterov.SLIPS,
    *sgd.SLIPS,
    *adagrad.SLIPS,
    *rmsprop.SLIPS,
    *vector.SLIPS,
    *amsgrad.SLIPS,
    *adadelta.SLIPS,
    *puzzles.SLIPS,
)
_BY_ID = by_id(SLIPS)


def slip_by_id(id_: str) -> Slip:
    """Return the slip called ``id_``; raises ``KeyError`` for an unknown one."""
    return _BY_ID[id_]
