"""Every wrong step in the inverse puzzles."""

from quizdeck.problems.slips import inverse_gradients, inverse_rates
from quizdeck.problems.slips.slip import Slip

SLIPS: tuple[Slip, ...] = (*inverse_rates.SLIPS, *inverse_gradients.SLIPS)
