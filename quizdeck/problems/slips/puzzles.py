"""Every slip of the puzzles."""

from quizdeck.problems.slips import (
    compare,
    constant,
    ema,
    epsilon,
    inverse_gradients,
    inverse_rates,
    schedule,
    stability,
    steps,
    weight_decay,
)
from quizdeck.problems.slips.slip import Slip

SLIPS: tuple[Slip, ...] = (
    *ema.SLIPS,
    *inverse_rates.SLIPS,
    *inverse_gradients.SLIPS,
    *steps.SLIPS,
    *compare.SLIPS,
    *stability.SLIPS,
    *weight_decay.SLIPS,
    *epsilon.SLIPS,
    *constant.SLIPS,
    *schedule.SLIPS,
)
