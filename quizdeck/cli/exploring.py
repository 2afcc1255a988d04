"""The command that opens the explorer."""

from argparse import Namespace

from quizdeck.cli.numbers import start_in_sight, typed_rates
from quizdeck.cli.studying import explore_on_screen
from quizdeck.cli.surroundings import Surroundings
from quizdeck.optimizers.objectives import objective_by_id
from quizdeck.study.explorer import RATE_NAMES, explorer_of


def explore(options: Namespace, around: Surroundings) -> int:
    """Open the explorer on an objective."""
    objective = objective_by_id(options.objective)
    explorer = explorer_of(
        objective,
        start=start_in_sight(objective, options),
        steps=options.steps,
        typed=typed_rates(RATE_NAMES, options),
    )
    return explore_on_screen(around, explorer)
