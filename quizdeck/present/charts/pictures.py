"""What there is to see in a picture, however it is drawn."""

from collections.abc import Mapping
from dataclasses import dataclass

from quizdeck.present.charts.bars import Bar
from quizdeck.present.charts.columns import Column
from quizdeck.present.charts.lines import Series


@dataclass(frozen=True, slots=True)
class Bars:
    """Horizontal bars, of which ``most`` are shown where there is little room, or all."""

    bars: tuple[Bar, ...]
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """Upright bars."""

    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """The answers of each study day that has any, up to ``today``."""

    counts: Mapping[int, int]
    today: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart with its title and a word beside it."""

    title: str
    note: str
    chart: Bars | Columns | Series | Year
