import pytest

from quizdeck.study.leech import failures


@pytest.mark.parametrize(
    ("lapses", "last_ratings", "expected"),
    [
        (0, (), None),
        (2, (1, 1), None),
        (3, (3, 3, 3, 3, 3), 3),
        (1, (1, 3, 1, 3, 1), 3),
        (0, (1, 1, 1, 1, 1), 5),
        (4, (1, 1, 1), 4),
        (0, (3, 3, 3, 1, 1, 1, 1), None),  # what is longer ago than five days counts no more
    ],
)
def test_an_item_keeps_failing_after_three_lapses_or_three_of_its_last_five_days(
    lapses: int, last_ratings: tuple[int, ...], expected: int | None
) -> None:
    assert failures(lapses, last_ratings) == expected
