"""Two traces are the same if they differ by nothing but rounding."""

from math import inf, nan

import pytest

from quizdeck.code_blanks.traces import Record, difference

SHAPE = (2,)


def part(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return difference((Record("x", SHAPE, one),), (Record("x", SHAPE, other),)) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((1.0, 2.0), (1.0 + 1e-12, 2.0)),
        ((1e-20, 2e-20), (1e-20 * (1 + 1e-12), 2e-20)),
        ((1e8, 0.0), (1e8, 1e-9)),
        ((nan, 1.0), (nan, 1.0)),
        ((inf, -inf), (inf, -inf)),
    ],
)
def test_rounding_is_no_difference(one: tuple[float, ...], other: tuple[float, ...]) -> None:
    assert not part(one, other)
    assert not part(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((1.0, 2.0), (1.0 + 1e-8, 2.0)),
        ((1e-20, 2e-20), (1.1e-20, 2e-20)),
        ((0.0, 1e-20), (1e-21, 1e-20)),
        ((nan, 1.0), (0.0, 1.0)),
        ((inf, 1.0), (-inf, 1.0)),
        ((inf, 1.0), (1e300, 1.0)),
    ],
)
def test_everything_else_is_one(one: tuple[float, ...], other: tuple[float, ...]) -> None:
    assert part(one, other)
    assert part(other, one)


def test_shapes_and_lengths_count() -> None:
    one, other = Record("x", (2,), (1.0, 1.0)), Record("x", (2, 1), (1.0, 1.0))
    assert difference((one,), (other,)) is not None
    assert difference((one,), (one, one)) is not None
    assert difference((one, one), (one,)) is not None
    assert difference((), ()) is None
