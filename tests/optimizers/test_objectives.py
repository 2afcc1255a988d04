"""The surfaces to walk down."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizdeck.optimizers.objectives import OBJECTIVES, Objective, objective_by_id


@pytest.mark.parametrize("objective", OBJECTIVES, ids=lambda objective: objective.id)
def test_every_objective_knows_its_slope_and_its_lowest_point(objective: Objective) -> None:
    h = 1e-5
    for x, y in (objective.start, (0.7, -0.4), (2.5, 1.1)):
        slope = (
            (objective.value((x + h, y)) - objective.value((x - h, y))) / (2 * h),
            (objective.value((x, y + h)) - objective.value((x, y - h))) / (2 * h),
        )
        assert objective.gradient((x, y)) == pytest.approx(slope, rel=1e-6, abs=1e-6)
        assert objective.value(objective.lowest) <= objective.value((x, y))
    assert objective.gradient(objective.lowest) == pytest.approx((0, 0), abs=1e-12)
    assert objective_by_id(objective.id) is objective
    for other in objective.as_low:
        assert objective.value(other) == pytest.approx(objective.value(objective.lowest))
        assert objective.gradient(other) == pytest.approx((0, 0), abs=1e-12)


@pytest.mark.parametrize("objective", OBJECTIVES, ids=lambda objective: objective.id)
@given(st.floats(-1e4, 1e4), st.floats(-1e4, 1e4))
def test_a_window_grows_around_a_point_and_never_shrinks(
    objective: Objective, x: float, y: float
) -> None:
    before, after = objective.window, objective.window.holding((x, y))
    assert after.left <= before.left < before.right <= after.right
    assert after.bottom <= before.bottom < before.top <= after.top
    assert after.left < x < after.right
    assert after.bottom < y < after.top
