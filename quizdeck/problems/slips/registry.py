"""Every slip, by id."""

from quizdeck.problems.slips import adagrad, adam, momentum
from quizdeck.problems.slips.slip import Slip, by_id

SLIPS: tuple[Slip, ...] = adam.SLIPS + momentum.SLIPS + adagrad.SLIPS
_BY_ID = by_id(SLIPS)


def slip_by_id(id_: str) -> Slip:
    """Return the slip called ``id_``; raises ``KeyError`` for an unknown one."""
    return _BY_ID[id_]
