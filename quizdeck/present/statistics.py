"""All the statistics as tables."""

from collections.abc import Iterator, Mapping, Sequence

from quizdeck.language.catalogue import text
from quizdeck.present.blocks import Block, Document, Gap, Paragraph, Verbatim
from quizdeck.present.home import topic_name
from quizdeck.present.scores import totals_line
from quizdeck.present.spans import Span, Style
from quizdeck.present.summary import item_title
from quizdeck.present.tables import table
from quizdeck.problems.slips.registry import slip_by_id
from quizdeck.study.moment import calendar_date
from quizdeck.study.records import Json
from quizdeck.study.statistics import NO_LEVEL, SlipGroup, Statistics
from quizdeck.study.statistics_groups import EXAM_SECONDS, Group, Share
from quizdeck.text import Language

WIDTH = 80
_MOST_ITEMS = 10
_NOTHING = "–"


def weakest(statistics: Statistics) -> tuple[Group, ...]:
    """Return the items that most seldom are right at first try, fewer than all right."""
    imperfect = [g for g in statistics.items if g.right.part < g.right.whole]
    by_share = sorted(imperfect, key=lambda g: (g.right.part / g.right.whole, -g.right.whole))
    return tuple(by_share[:_MOST_ITEMS])


def statistics_document(
    statistics: Statistics, language: Language, *, prompts: Mapping[str, str | None]
) -> Document:
    """Return every table that has rows; ``prompts`` are those of the weakest items."""
    if not statistics.attempts:
        return (Paragraph((Span(text("stats.none", language)),)),)
    topics = [(topic_name(g.name, language), g) for g in statistics.topics]
    topics.append((text("stats.total", language), statistics.total))
    levels = [(_level(g.name, language), g) for g in statistics.levels]
    items = [(item_title(g.name, prompts.get(g.name), language), g) for g in weakest(statistics)]
    note = text("stats.note", language, seconds=EXAM_SECONDS)
    return (
        Paragraph((Span(totals_line(statistics.scores, language)),)),
        *_groups("stats.by_topic", topics, language),
        *_groups("stats.by_level", levels, language),
        *_groups("stats.by_item", items, language),
        *_slips(statistics.slips, language),
        *_causes(statistics, language),
        *_said(statistics, language),
        *_predicted(statistics, language),
        *_forecast(statistics, language),
        *_mocks(statistics.mocks, language),
        Gap(),
        Paragraph((Span(note, Style.MUTED),)),
    )


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
    yield from _section(text(key, language), header, rows)


def _slips(slips: Sequence[SlipGroup], language: Language) -> Iterator[Block]:
    keys = ("stats.column.times", "stats.column.state", "stats.column.right")
    header = ["", *(text(key, language) for key in (*keys, "stats.column.retained"))]
    rows = [
        [
            slip_by_id(slip.history.slip).name.in_language(language),
            str(slip.history.times),
            text("stats.mended" if slip.history.is_mended else "stats.open", language),
            _share(slip.right),
            _share(slip.retained),
        ]
        for slip in slips
    ]
    yield from _section(text("stats.by_slip", language), header, rows)


def _causes(statistics: Statistics, language: Language) -> Iterator[Block]:
    header = ["", text("stats.column.times", language)]
    rows = [[text(f"cause.{c.cause}", language), str(c.times)] for c in statistics.causes]
    yield from _section(text("stats.causes", language), header, rows)


def _said(statistics: Statistics, language: Language) -> Iterator[Block]:
    header = ["", text("stats.column.right", language)]
    rows = [
        [text(f"confidence.{said.confidence}", language), _share(said.right)]
        for said in statistics.said
    ]
    yield from _section(text("stats.said", language), header, rows)


def _predicted(statistics: Statistics, language: Language) -> Iterator[Block]:
    keys = ("stats.column.predicted", "stats.column.retained")
    header = ["", *(text(key, language) for key in keys)]
    rows = [
        [f"{100 * b.low:.0f}–{100 * b.high:.0f}%", f"{100 * b.mean:.0f}%", _share(b.known)]
        for b in statistics.predicted
    ]
    yield from _section(text("stats.predicted", language), header, rows)


def _forecast(statistics: Statistics, language: Language) -> Iterator[Block]:
    title = text("stats.forecast", language, days=len(statistics.forecast))
    days = (f"{calendar_date(d.study_day):%m-%d} {d.due or _NOTHING}" for d in statistics.forecast)
    yield Gap()
    yield Paragraph((Span(title, Style.STRONG),))
    yield Paragraph((Span("   ".join(days)),), (Span("  "),))


def _mocks(mocks: Sequence[Mapping[str, Json]], language: Language) -> Iterator[Block]:
    rows = [
        [str(m["begun"])[:16].replace("T", " "), f"{m['percent']}% ({m['correct']}/{m['total']})"]
        for m in mocks
    ]
    yield from _section(text("stats.mocks", language), ["", ""], rows)


def _section(title: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[Block]:
    if rows:
        yield Gap()
        yield Paragraph((Span(title, Style.STRONG),))
        lines = tuple(table(header, rows, width=WIDTH))
        yield Verbatim(lines if any(header) else lines[1:])


def _level(name: str, language: Language) -> str:
    if name == NO_LEVEL:
        return text("stats.no_level", language)
    return text("stats.level", language, level=name)


def _share(share: Share) -> str:
    return f"{share.percent}% ({share.whole})" if share.whole else _NOTHING


def _percent(share: Share) -> str:
    return f"{share.percent}%" if share.whole else _NOTHING


def _seconds(seconds: float | None) -> str:
    return _NOTHING if seconds is None else f"{seconds:.0f}"
