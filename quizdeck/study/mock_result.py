"""What a mock says about its taker: exact counts, and nothing about passing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizdeck.banks.blueprints import Area
from quizdeck.study.mock import Mock


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of how many 小問 are right, and how long they took."""

    name: str
    correct: int
    total: int
    milliseconds: int

    @property
    def percent(self) -> int:
        """Return the 得点率 in whole percents, a half rounded up."""
        return (200 * self.correct + self.total) // (2 * self.total)

    @property
    def seconds_a_part(self) -> int:
        """Return the average time of a 小問 in whole seconds, a half rounded up."""
        return (2 * self.milliseconds + 1000 * self.total) // (2000 * self.total)


@dataclass(frozen=True, slots=True)
class Changes:
    """How changing an answer went: from wrong to right, from right to wrong, between wrong ones."""

    mended: int
    spoilt: int
    neither: int

    @property
    def count(self) -> int:
        """Return how many answers were changed."""
        return self.mended + self.spoilt + self.neither


@dataclass(frozen=True, slots=True)
class MockResult:
    """The result of a mock that is in; ``slowest`` are the places of the three longest 小問."""

    preset: str
    seed: int
    total: Rate
    areas: tuple[Rate, ...]
    topics: tuple[Rate, ...]
    slowest: tuple[int, ...]
    changes: Changes
    flags: int
    unanswered: int
    slips: tuple[str, ...]
    missed: tuple[str, ...]


def result_of(mock: Mock) -> MockResult:
    """Return the result of a mock; what is unanswered counts as not right."""
    places = range(len(mock.slots))
    by_time = sorted(places, key=lambda i: (-mock.sheets[i].milliseconds, i))
    return MockResult(
        preset=mock.preset,
        seed=mock.seed,
        total=_rate("", mock, places),
        areas=_rates(mock, {i: mock.slots[i].area.value for i in places}, tuple(Area)),
        topics=_rates(mock, dict(enumerate(mock.topics)), ()),
        slowest=tuple(by_time[:3]),
        changes=_changes(mock),
        flags=len(mock.flagged),
        unanswered=len(mock.unanswered),
        slips=tuple(_slips(mock)),
        missed=tuple(mock.slots[i].item for i in places if not mock.is_correct(i)),
    )


def _rate(name: str, mock: Mock, places: Iterable[int]) -> Rate:
    among = tuple(places)
    time = sum(mock.sheets[place].milliseconds for place in among)
    return Rate(name, sum(map(mock.is_correct, among)), len(among), time)


def _rates(mock: Mock, names: dict[int, str], order: Sequence[str]) -> tuple[Rate, ...]:
    known = [*order, *sorted(set(names.values()) - set(order))]
    groups = ((name, [i for i, own in names.items() if own == name]) for name in known)
    return tuple(_rate(name, mock, places) for name, places in groups if places)


def _changes(mock: Mock) -> Changes:
    mended = spoilt = neither = 0
    for place, sheet in enumerate(mock.sheets):
        if sheet.first is None or sheet.first == sheet.chosen:
            continue
        was_right = sheet.first == mock.keys[place]
        if was_right:
            spoilt += 1
        elif mock.is_correct(place):
            mended += 1
        else:
            neither += 1
    return Changes(mended, spoilt, neither)


def _slips(mock: Mock) -> Iterable[str]:
    return (slip for sheet in mock.sheets for slip in sheet.slips[:1])
