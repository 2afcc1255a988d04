"""The home page: today in one glance."""

from collections.abc import Iterator, Sequence

from quizdeck.language.catalogue import text
from quizdeck.present.blocks import Block, Document, Gap, Paragraph, Verbatim
from quizdeck.present.dates import weekday_name
from quizdeck.present.spans import Line, Span, Style
from quizdeck.problems.slips.registry import slip_by_id
from quizdeck.study.overview import Overview
from quizdeck.study.scores import Score, SlipCount
from quizdeck.study.topics import OTHER
from quizdeck.text import Language, cell_width

_BAR_CELLS = 20
_TOPIC_NAMES = {
    "sgd": "SGD",
    "momentum": "Momentum",
    "nesterov": "NAG",
    "adagrad": "AdaGrad",
    "rmsprop": "RMSProp",
    "adam": "Adam",
}


def home_document(
    overview: Overview, language: Language, *, faults: int = 0, exam_days: int | None = None
) -> Document:
    """Return today's work and how to start it, then how it has been going.

    ``exam_days`` is how far off the exam is, None without a date.
    """
    blocks: list[Block] = [*_today(overview, language)]
    if exam_days is not None and exam_days >= 0:
        days = text("home.exam", language, days=exam_days)
        blocks += [Gap(), Paragraph((Span(days, Style.STRONG),))]
    if not overview.has_history:
        blocks += [Gap(), Paragraph((Span(text("home.first_time", language)),))]
    else:
        blocks += _history(overview, language)
    if faults:
        warning = text("home.bank_problems", language, count=faults)
        blocks += [Gap(), Paragraph((Span(warning, Style.WRONG),))]
    return tuple(blocks)


def start_label(overview: Overview, language: Language) -> str:
    """Return what Enter does on the home page."""
    if overview.left_in_session:
        return text("home.continue", language)
    if overview.workload.items:
        return text("home.start", language)
    if overview.workload.put_off:
        return text("home.more_reviews", language)
    return text("home.extra" if overview.can_learn_more else "home.all_met", language)


def topic_name(topic: str, language: Language) -> str:
    """Return how a topic is written; a bank of one's own has the name it gave itself."""
    return text("topic.other", language) if topic == OTHER else _TOPIC_NAMES.get(topic, topic)


def score_lines(scores: Sequence[Score], language: Language) -> Iterator[Line]:
    """Yield a bar, a percentage and a count for each topic."""
    widest = max((cell_width(topic_name(score.topic, language)) for score in scores), default=0)
    for score in scores:
        name = topic_name(score.topic, language)
        filled = round(_BAR_CELLS * score.correct / score.attempts)
        note = text("home.of_attempts", language, percent=score.percent, count=score.attempts)
        yield (
            Span(f"  {name}{' ' * (widest - cell_width(name))}  "),
            Span("█" * filled, Style.ACCENT),
            Span("░" * (_BAR_CELLS - filled), Style.MUTED),
            Span(f"  {note}"),
        )


def slip_lines(slips: Sequence[SlipCount], language: Language) -> Iterator[Block]:
    """Yield each slip with how often it was made."""
    for count in slips:
        name = slip_by_id(count.slip).name.in_language(language)
        times = text("home.times", language, count=count.times)
        yield Paragraph((Span(name), Span(f"  {times}", Style.MUTED)), (Span("  "),))


def _today(overview: Overview, language: Language) -> Iterator[Block]:
    load = overview.workload
    if overview.left_in_session:
        status = text("home.resume", language, left=overview.left_in_session)
    elif load.items:
        counts = {"due": len(load.due), "new": len(load.new), "minutes": load.minutes}
        status = text("home.workload", language, **counts)
    else:
        status = text("home.nothing_due", language)
    title = Span(f"{text('home.title', language)}   ", Style.STRONG)
    streak = text("home.streak", language, days=overview.streak)
    yield Paragraph((title, Span(status), Span(f"    {streak}", Style.MUTED)))
    yield Gap()
    if overview.workload.put_off:
        put_off = text("home.put_off", language, count=overview.workload.put_off)
        yield Paragraph((Span(put_off, Style.MUTED),))
        yield Gap()
    start = start_label(overview, language)
    yield Paragraph((Span(f"▸ {start}", Style.ACCENT), Span("  Enter", Style.MUTED)))


def _history(overview: Overview, language: Language) -> Iterator[Block]:
    if overview.slips:
        yield from _heading("home.slips", language)
        yield from slip_lines(overview.slips, language)
    yield from _heading("home.accuracy", language)
    yield Verbatim(tuple(score_lines(overview.scores, language)))
    yield from _heading("home.week", language)
    yield Paragraph((Span(_week(overview, language)),), (Span("  "),))


def _heading(key: str, language: Language) -> Iterator[Block]:
    yield Gap()
    yield Paragraph((Span(text(key, language), Style.STRONG),))


def _week(overview: Overview, language: Language) -> str:
    first = overview.today - len(overview.week) + 1
    return "   ".join(
        f"{weekday_name(day, language)} {count or '–'}"
        for day, count in enumerate(overview.week, start=first)
    )
