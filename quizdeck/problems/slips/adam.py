"""Every wrong step with Adam, in the book's convention and in the paper's."""

from quizdeck.problems.slips import adam_corrections, adam_moments, adam_rate, adam_step
from quizdeck.problems.slips.slip import Slip

SLIPS: tuple[Slip, ...] = (
    *adam_moments.SLIPS,
    *adam_corrections.SLIPS,
    *adam_rate.SLIPS,
    *adam_step.SLIPS,
)
