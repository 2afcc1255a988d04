"""All the statistics as tables."""

from collections.abc import Iterator, Mapping, Sequence

from quizdeck.language.catalogue import text
from quizdeck.present.blocks import Block, Chart, Document, Gap, Paragraph
from quizdeck.present.charts.room import no_room
from quizdeck.present.home import topic_name
from quizdeck.present.spans import Line, Span, Style
from quizdeck.present.statistics_charts import level_name, slip_name
from quizdeck.present.summary import item_title
from quizdeck.present.tables import room_of_names, table
from quizdeck.study.moment import calendar_date
from quizdeck.study.statistics import Scores, Statistics
from quizdeck.study.statistics_groups import EXAM_SECONDS, Group, Share
from quizdeck.text import Language

WIDTH = 80
_NAME, _SHORTEST_NAME, _FEWEST_COLUMNS = 12, 4, 2
_MORE = " …"
_NOTHING = "–"


def statistics_document(
    statistics: Statistics, language: Language, *, prompts: Mapping[str, str | None]
) -> Document:
    """Return every table that has rows; ``prompts`` are those of the items that are named."""
    marked = tuple(flag_list(statistics, language, prompts=prompts))
    if not statistics.attempts:
        return (Paragraph((Span(text("stats.none", language)),)), *marked)
    return (
        Paragraph((Span(totals_line(statistics.scores, language)),)),
        *group_tables(statistics, language, prompts=prompts),
        *slip_table(statistics, language),
        *_causes(statistics, language),
        *_said(statistics, language),
        *prediction_table(statistics, language),
        *_forecast(statistics, language),
        *mock_table(statistics, language),
        *marked,
        Gap(),
        explanation(language),
    )


def totals_line(scores: Scores, language: Language) -> str:
    """Return the counts of everything on one line."""
    totals = text("stats.attempts", language, count=scores.attempts, days=scores.days)
    streak = text("home.streak", language, days=scores.streak)
    due = f"{text('stats.due', language)}: {scores.due}"
    return f"{totals} ・ {streak} ・ {due}"


def explanation(language: Language) -> Paragraph:
    """Return what the columns of the tables mean."""
    note = text("stats.note", language, seconds=EXAM_SECONDS)
    return Paragraph((Span(note, Style.MUTED),))


def group_tables(
    statistics: Statistics, language: Language, *, prompts: Mapping[str, str | None]
) -> Iterator[Block]:
    """Yield the tables of topics, levels and the weakest items, whose ``prompts`` these are."""
    topics = [(topic_name(g.name, language), g) for g in statistics.topics]
    topics.append((text("stats.total", language), statistics.total))
    levels = [(level_name(g, language), g) for g in statistics.levels]
    items = [(item_title(g.name, prompts.get(g.name), language), g) for g in statistics.weakest]
    yield from _groups("stats.by_topic", topics, language)
    yield from _groups("stats.by_level", levels, language)
    yield from _groups("stats.by_item", items, language)


def _groups(key: str, named: Sequence[tuple[str, Group]], language: Language) -> Iterator[Block]:
    keys = ("stats.column.right", "stats.column.retained", "stats.column.median")
    header = ["", *(text(key, language) for key in (*keys, "stats.column.mean"))]
    header.append(text("stats.column.over", language, seconds=EXAM_SECONDS))
    rows = [
        [
            name,
            _share(group.right),
            _share(group.retained),
            _seconds(group.pace.median_seconds),
            _seconds(group.pace.mean_seconds),
            _percent(Share(group.pace.over, group.pace.timed)),
        ]
        for name, group in named
    ]
    yield from _section(text(key, language), header, rows, language)


def slip_table(statistics: Statistics, language: Language) -> Iterator[Block]:
    """Yield every slip with how the items go in which it was made."""
    keys = ("stats.column.times", "stats.column.state", "stats.column.right")
    header = ["", *(text(key, language) for key in (*keys, "stats.column.retained"))]
    rows = [
        [
            slip_name(slip.history.slip, language),
            str(slip.history.times),
            text("stats.mended" if slip.history.is_mended else "stats.open", language),
            _share(slip.right),
            _share(slip.retained),
        ]
        for slip in statistics.slips
    ]
    yield from _section(text("stats.by_slip", language), header, rows, language)


def _causes(statistics: Statistics, language: Language) -> Iterator[Block]:
    header = ["", text("stats.column.times", language)]
    rows = [[text(f"cause.{c.cause}", language), str(c.times)] for c in statistics.causes]
    yield from _section(text("stats.causes", language), header, rows, language)


def _said(statistics: Statistics, language: Language) -> Iterator[Block]:
    header = ["", text("stats.column.right", language)]
    rows = [
        [text(f"confidence.{said.confidence}", language), _share(said.right)]
        for said in statistics.said
    ]
    yield from _section(text("stats.said", language), header, rows, language)


def prediction_table(statistics: Statistics, language: Language) -> Iterator[Block]:
    """Yield how many reviews were known, by the recall that was predicted."""
    keys = ("stats.column.predicted", "stats.column.retained")
    header = ["", *(text(key, language) for key in keys)]
    rows = [
        [f"{100 * b.low:.0f}–{100 * b.high:.0f}%", f"{100 * b.mean:.0f}%", _share(b.known)]
        for b in statistics.predicted
    ]
    yield from _section(text("stats.predicted", language), header, rows, language)


def _forecast(statistics: Statistics, language: Language) -> Iterator[Block]:
    title = text("stats.forecast", language, days=len(statistics.forecast))
    days = (f"{calendar_date(d.study_day):%m-%d} {d.due or _NOTHING}" for d in statistics.forecast)
    yield Gap()
    yield Paragraph((Span(title, Style.STRONG),))
    yield Paragraph((Span("   ".join(days)),), (Span("  "),))


def mock_table(statistics: Statistics, language: Language) -> Iterator[Block]:
    """Yield every mock that is in."""
    rows = [
        [str(m["begun"])[:16].replace("T", " "), f"{m['percent']}% ({m['correct']}/{m['total']})"]
        for m in statistics.mocks
    ]
    yield from _section(text("stats.mocks", language), ["", ""], rows, language)


def flag_list(
    statistics: Statistics, language: Language, *, prompts: Mapping[str, str | None]
) -> Iterator[Block]:
    """Yield every item that is marked, and its note whole."""
    if statistics.flags:
        yield Gap()
        yield Paragraph((Span(text("stats.flags", language), Style.STRONG),))
    for flag in statistics.flags:
        name = item_title(flag.item, prompts.get(flag.item), language)
        yield Paragraph((Span(name),), (Span("  ⚑ "),))
        if flag.note:
            yield Paragraph((Span(flag.note, Style.MUTED),), (Span("    "),))


def _section(
    title: str, header: Sequence[str], rows: Sequence[Sequence[str]], language: Language
) -> Iterator[Block]:
    if rows:
        yield Gap()
        yield Paragraph((Span(title, Style.STRONG),))
        yield Chart(lambda width: _fitting(header, rows, min(width, WIDTH), language))


def _fitting(
    header: Sequence[str], rows: Sequence[Sequence[str]], width: int, language: Language
) -> Sequence[Line]:
    """Return the table with as many columns as fit beside a name that can be told apart."""
    columns = len(header)
    while columns > _FEWEST_COLUMNS and room_of_names(_first(columns, header, rows), width) < _NAME:
        columns -= 1
    named, *those = _first(columns, header, rows)
    if room_of_names([named, *those], width) < _SHORTEST_NAME:
        return no_room(width, 1, language)
    lines = tuple(table(named, those, width=width))
    return lines if any(header) else lines[1:]


def _first(
    columns: int, header: Sequence[str], rows: Sequence[Sequence[str]]
) -> list[Sequence[str]]:
    """Return the first columns, with a sign where there are more."""
    names = list(header[:columns])
    if columns < len(header):
        names[-1] += _MORE
    return [names, *(row[:columns] for row in rows)]


def _share(share: Share) -> str:
    return f"{share.percent}% ({share.whole})" if share.whole else _NOTHING


def _percent(share: Share) -> str:
    return f"{share.percent}%" if share.whole else _NOTHING


def _seconds(seconds: float | None) -> str:
    return _NOTHING if seconds is None else f"{seconds:.0f}"
