"""The home page: today in one glance."""

from collections.abc import Iterable, Iterator, Sequence

from quizdeck.language.catalogue import text
from quizdeck.present.blocks import Block, Document, Gap, Paragraph, Verbatim
from quizdeck.present.dates import weekday_name
from quizdeck.present.spans import Line, Span, Style
from quizdeck.study.counts import NamedCount, Score
from quizdeck.study.moment import calendar_date
from quizdeck.study.overview import Overview
from quizdeck.study.topics import OTHER
from quizdeck.text import Language, cell_width

_BAR_CELLS = 20
_LABELS = ("home.slips", "home.week", "home.ahead")
_TRANSLATED = (OTHER, "training", "code", "descent", "misconceptions", "notation")
_TOPIC_NAMES = {
    "sgd": "SGD",
    "momentum": "Momentum",
    "nesterov": "NAG",
    "adagrad": "AdaGrad",
    "rmsprop": "RMSProp",
    "adam": "Adam",
    "adadelta": "AdaDelta",
}


def home_document(overview: Overview, language: Language, *, faults: int = 0) -> Document:
    """Return today's work and how to start it, then how it has been going and what is coming."""
    blocks: list[Block] = [*_today(overview, language)]
    if not overview.has_history:
        blocks += [Gap(), Paragraph((Span(text("home.first_time", language)),))]
    else:
        blocks += _history(overview, language)
    if faults:
        warning = text("home.bank_problems", language, count=faults)
        blocks += [Gap(), Paragraph((Span(warning, Style.WRONG),))]
    return tuple(blocks)


def home_head(today: int, exam_day: int | None, language: Language) -> Line:
    """Return the program's name, the date, and how far off the exam is, where it has a date."""
    day = calendar_date(today)
    date = text("home.date", language, date=day.isoformat(), weekday=weekday_name(today, language))
    head = (Span("quizdeck", Style.ACCENT), Span(f"   {date}", Style.MUTED))
    if exam_day is None or exam_day < today:
        return head
    days = text("home.exam", language, days=exam_day - today)
    return (*head, Span(f"   {days}", Style.STRONG))


def start_label(overview: Overview, language: Language) -> str:
    """Return what Enter does on the home page."""
    if overview.left_in_session:
        return text("home.continue", language)
    if overview.due or overview.new:
        return text("home.start", language)
    if overview.put_off:
        return text("home.more_reviews", language)
    return text("home.extra" if overview.can_learn_more else "home.all_met", language)


def topic_name(topic: str, language: Language) -> str:
    """Return how a topic is written; a bank of one's own has the name it gave itself."""
    if topic in _TRANSLATED:
        return text(f"topic.{topic}", language)
    return _TOPIC_NAMES.get(topic, topic)


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


def slip_lines(slips: Sequence[NamedCount], language: Language) -> Iterator[Paragraph]:
    """Yield each slip with how often it was made."""
    for count in slips:
        name = count.name.in_language(language)
        times = text("home.times", language, count=count.times)
        yield Paragraph((Span(name), Span(f"  {times}", Style.MUTED)), (Span("  "),))


def _today(overview: Overview, language: Language) -> Iterator[Block]:
    if overview.left_in_session:
        status = text("home.resume", language, left=overview.left_in_session)
    elif overview.due or overview.new:
        counts = {"due": overview.due, "new": overview.new, "minutes": overview.minutes}
        status = text("home.workload", language, **counts)
    else:
        status = text("home.nothing_due", language)
    title = Span(f"{text('home.title', language)}   ", Style.STRONG)
    streak = text("home.streak", language, days=overview.streak)
    yield Paragraph((title, Span(status), Span(f"    {streak}", Style.MUTED)))
    yield Gap()
    if overview.put_off:
        put_off = text("home.put_off", language, count=overview.put_off)
        yield Paragraph((Span(put_off, Style.MUTED),))
        yield Gap()
    start = start_label(overview, language)
    yield Paragraph((Span(f"▸ {start}", Style.ACCENT), Span("  Enter", Style.MUTED)))


def _history(overview: Overview, language: Language) -> Iterator[Block]:
    if overview.slips:
        yield from _beside("home.slips", slip_lines(overview.slips, language), language)
    yield Gap()
    yield Paragraph((Span(text("home.accuracy", language), Style.STRONG),))
    yield Verbatim(tuple(score_lines(overview.scores, language)))
    first = overview.today - len(overview.week) + 1
    week = _days(first, overview.week, language)
    yield from _beside("home.week", (Paragraph((Span(week),)),), language)
    if any(overview.ahead):
        ahead = _days(overview.today + 1, overview.ahead, language)
        row = Paragraph((Span(ahead),), (_label("home.ahead", language),))
        yield row


def _beside(key: str, rows: Iterable[Paragraph], language: Language) -> Iterator[Block]:
    """Yield rows with their heading in front of the first, so that all of home is one glance."""
    yield Gap()
    label = _label(key, language)
    for row in rows:
        yield Paragraph(row.spans, (label,))
        label = Span(" " * cell_width(label.text))


def _label(key: str, language: Language) -> Span:
    widest = max(cell_width(text(each, language)) for each in _LABELS)
    label = text(key, language)
    return Span(label + " " * (widest - cell_width(label) + 2), Style.STRONG)


def _days(first: int, counts: Sequence[int], language: Language) -> str:
    """Return a count for each weekday from study day ``first`` on."""
    return "  ".join(
        f"{weekday_name(day, language)}\u00a0{count or '–'}"
        for day, count in enumerate(counts, start=first)
    )
