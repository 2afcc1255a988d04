"""Charts as SVG without scripts: colours come from the classes of the page that they stand in.

Lengths are in units of the view box, which is ``WIDTH`` wide whatever is drawn.
"""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from quizdeck.language.catalogue import text
from quizdeck.present.charts.bars import Bar
from quizdeck.present.charts.columns import Column
from quizdeck.present.charts.heatmap import MOST_WEEKS, month_starts, shade
from quizdeck.present.charts.lines import Series
from quizdeck.present.charts.pictures import Bars, Columns, Picture, Year
from quizdeck.present.dates import weekday_names
from quizdeck.study.moment import calendar_date
from quizdeck.study.statistics_days import DAYS_A_WEEK, monday_of
from quizdeck.text import Language, cell_width

WIDTH = 720

_CELL = 7.4  # of a letter of half width, at the size of the page's small text
_ROW, _BAR = 24, 10
_GAP = 12
_SHORTEST_BAR, _LONGEST_BAR = 160, 420
_LINE_HEIGHT, _COLUMN_HEIGHT = 150, 120
_BELOW, _ABOVE = 22, 18
_DAY, _SQUARE = 13, 11
_SHADES = (1, 2, 3, 4)

Point = tuple[float, float]
Box = tuple[float, float, float, float]


def svg(picture: Picture, language: Language) -> str:
    """Return the chart of a picture, or a sentence where there is nothing to draw yet."""
    match picture.chart:
        case Bars(bars) if bars:
            drawn, height = _bars(bars)
        case Columns(columns) if any(column.value for column in columns):
            drawn, height = _columns(columns)
        case Year(counts, today) if any(counts.values()):
            drawn, height = _year(Year(counts, today), language)
        case Series(values) as series if any(value is not None for value in values):
            drawn, height = _line(series)
        case _:
            return f'<p class="muted">{escape(text("chart.nothing", language))}</p>'
    return (
        f'<svg viewBox="0 0 {WIDTH} {height:g}" role="img" aria-label="{escape(picture.title)}">'
        f"{''.join(drawn)}</svg>"
    )


def _text(x: float, y: float, words: str, *, anchor: str = "start", kind: str = "") -> str:
    name = f' class="{kind}"' if kind else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{name}>{escape(words)}</text>'


def _rectangle(box: Box, kind: str, words: str = "") -> str:
    x, y, width, height = box
    title = f"<title>{escape(words)}</title>" if words else ""
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" '
        f'class="{kind}">{title}</rect>'
    )


def _stroke(points: Sequence[Point], kind: str) -> str:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polyline points="{path}" class="{kind}"/>'


def _bars(bars: Sequence[Bar]) -> tuple[list[str], float]:
    """Return a row a bar; labels go above where they would leave too little room beside them."""
    label = _CELL * max(cell_width(bar.label) for bar in bars)
    note = _CELL * max(cell_width(bar.note) for bar in bars)
    is_beside = WIDTH - label - note - 2 * _GAP >= _SHORTEST_BAR
    left = label + _GAP if is_beside else 0
    length = min(WIDTH - left - note - _GAP, _LONGEST_BAR)
    row = _ROW if is_beside else 2 * _ROW
    drawn = [
        part for place, bar in enumerate(bars) for part in _bar(bar, place * row, left, length)
    ]
    return drawn, row * len(bars)


def _bar(bar: Bar, top: float, left: float, length: float) -> Iterator[str]:
    yield _text(0, top + 16, bar.label)
    middle = top + 12 + (0 if left else _ROW)
    filled = length * min(max(bar.share, 0.0), 1.0)
    yield _rectangle((left, middle - _BAR / 2, length, _BAR), "track")
    yield _rectangle((left, middle - _BAR / 2, filled, _BAR), bar.style.value)
    if bar.mark is not None:
        yield _rectangle((left + length * bar.mark - 1, middle - 9, 2, 18), "mark")
    yield _text(left + length + _GAP, middle + 4, bar.note, kind="muted")


def _columns(columns: Sequence[Column]) -> tuple[list[str], float]:
    most = max(column.value for column in columns)
    step = WIDTH / len(columns)
    ground = _ABOVE + _COLUMN_HEIGHT
    drawn = []
    for place, column in enumerate(columns):
        middle = (place + 0.5) * step
        height = _COLUMN_HEIGHT * column.value / most
        if column.value:
            box = (middle - 0.35 * step, ground - height, 0.7 * step, height)
            drawn.append(_rectangle(box, "accent"))
            drawn.append(_text(middle, ground - height - 5, str(column.value), anchor="middle"))
        for row, words in enumerate(column.labels, start=1):
            y, kind = ground + 18 * row, column.label_style.value
            drawn.append(_text(middle, y, words, anchor="middle", kind=kind))
    return drawn, ground + 18 * len(columns[0].labels) + 6


def _year(year: Year, language: Language) -> tuple[list[str], float]:
    """Return a column a week, a row a day of the week, and below it what the shades mean."""
    first = monday_of(year.today) - DAYS_A_WEEK * (MOST_WEEKS - 1)
    shown = {day: count for day, count in year.counts.items() if first <= day <= year.today}
    most = max(shown.values(), default=0)
    drawn = [
        _text(_left_of(week), 11, name, kind="muted")
        for week, name in month_starts(first, MOST_WEEKS, language)
        if week < MOST_WEEKS - 1
    ]
    for row, name in enumerate(weekday_names(language)):
        if row % 2 == 0 and row < DAYS_A_WEEK - 1:
            drawn.append(_text(0, _ABOVE + _DAY * row + 10, name, kind="muted"))
    for day in range(first, year.today + 1):
        week, row = divmod(day - first, DAYS_A_WEEK)
        count = shown.get(day, 0)
        kind = f"shade{shade(count, most) if count else 0}"
        words = f"{calendar_date(day).isoformat()}: {count}"
        box = (_left_of(week), _ABOVE + _DAY * row, _SQUARE, _SQUARE)
        drawn.append(_rectangle(box, kind, words))
    bottom = _ABOVE + _DAY * DAYS_A_WEEK
    drawn += _shades(most, bottom, language)
    return drawn, bottom + _ROW


def _left_of(week: int) -> float:
    return 24 + _DAY * week


def _shades(most: int, top: float, language: Language) -> Iterator[str]:
    """Yield the words for the shades, with squares where the terminal has characters."""
    keyed = text("chart.shades", language, weeks=MOST_WEEKS, shades="\0", most=most)
    before, _, after = keyed.partition("\0")
    left = 24 + _CELL * cell_width(before)
    yield _text(24, top + 16, before, kind="muted")
    for level in _SHADES:
        yield _rectangle((left + _DAY * (level - 1), top + 6, _SQUARE, _SQUARE), f"shade{level}")
    yield _text(left + _DAY * len(_SHADES) + 6, top + 16, after.strip(), kind="muted")


def _line(series: Series) -> tuple[list[str], float]:
    axis = series.axis
    labels = (axis.low_label, axis.high_label, axis.target_label)
    left = _CELL * max(map(cell_width, labels)) + 8
    low, high = _point(series, left, 0, axis.low), _point(series, left, 0, axis.high)
    bottom = low[1]
    drawn = [
        _text(left - 8, low[1] + 4, axis.low_label, anchor="end", kind="muted"),
        _text(left - 8, high[1] + 4, axis.high_label, anchor="end", kind="muted"),
        _stroke([high, low, (WIDTH - 6, bottom)], "axis"),
        _text(left, bottom + 18, series.first, kind="muted"),
        _text(WIDTH, bottom + 18, series.last, anchor="end", kind="muted"),
    ]
    if axis.target is not None:
        y = _point(series, left, 0, axis.target)[1]
        drawn.append(_stroke([(left, y), (WIDTH - 6, y)], "target"))
        if min(abs(y - low[1]), abs(y - high[1])) > _GAP:
            drawn.append(_text(left - 8, y + 4, axis.target_label, anchor="end", kind="muted"))
    return drawn + list(_course(series, left)), bottom + _BELOW + 4


def _course(series: Series, left: float) -> Iterator[str]:
    """Yield a line for every stretch without a gap, and a dot for every value."""
    for is_known, stretch in groupby(enumerate(series.values), lambda each: each[1] is not None):
        points = [_point(series, left, n, value) for n, value in stretch if value is not None]
        if is_known:
            yield _stroke(points, "line")
            yield from (f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.5"/>' for x, y in points)


def _point(series: Series, left: float, place: int, value: float) -> Point:
    axis = series.axis
    share = min(max((value - axis.low) / (axis.high - axis.low), 0.0), 1.0)
    step = (WIDTH - 6 - left) / max(1, len(series.values) - 1)
    return left + step * place, 8 + _LINE_HEIGHT * (1 - share)
