"""Level lines run where the objective has their height, and close."""

from itertools import pairwise
from math import dist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizdeck.optimizers.objectives import OBJECTIVES, VALLEY, Objective
from quizdeck.present.contours import LEVELS, band_of, contours
from quizdeck.present.landscape import Frame, backdrop


@pytest.mark.parametrize("objective", OBJECTIVES, ids=lambda objective: objective.id)
def test_a_line_inside_the_window_runs_at_its_height(objective: Objective) -> None:
    left, right, bottom, top = objective.window
    lines = contours(objective, objective.window)
    levels = [line.level for line in lines]
    assert levels == sorted(set(levels))
    assert len(levels) == LEVELS
    gap = min(above - below for below, above in pairwise(levels))
    for line in lines:
        inside = [
            (x, y) for ring in line.rings for x, y in ring if left < x < right and bottom < y < top
        ]
        assert inside
        for point in inside:
            assert objective.value(point) == pytest.approx(line.level, rel=0.03, abs=gap / 2)


@pytest.mark.parametrize("objective", OBJECTIVES, ids=lambda objective: objective.id)
def test_a_ring_goes_from_square_to_neighbouring_square_and_back(objective: Objective) -> None:
    left, right, bottom, top = objective.window
    longest = 2 * ((right - left) / 96 + (top - bottom) / 72)
    for line in contours(objective, objective.window):
        for ring in line.rings:
            assert all(dist(a, b) <= longest for a, b in pairwise((*ring, ring[0])))


def test_the_lines_of_a_bowl_are_its_ellipses() -> None:
    for line in contours(VALLEY, VALLEY.window)[:3]:
        (ring,) = line.rings
        height = max(y for _, y in ring)
        assert height == pytest.approx(line.level**0.5, rel=0.03)


def test_a_height_lies_between_its_levels() -> None:
    assert [band_of(value, (1.0, 2.0)) for value in (0.5, 1.0, 1.5, 2.0, 9.0)] == [0, 1, 1, 2, 2]


@given(
    st.sampled_from(OBJECTIVES),
    st.floats(-1e4, 1e4),
    st.floats(-1e4, 1e4),
    st.integers(0, 60),
    st.integers(0, 30),
)
@settings(max_examples=25)
def test_every_window_and_every_size_has_a_picture(
    objective: Objective, x: float, y: float, width: int, height: int
) -> None:
    rows = backdrop(objective, Frame(objective.window.holding((x, y)), width, height)).rows()
    assert [sum(len(run.text) for run in row) for row in rows] == [width] * height
