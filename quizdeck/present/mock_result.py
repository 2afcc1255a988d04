"""The result of a mock quiz: by area and method, time, changes, and one's own earlier ones."""

from collections.abc import Iterator, Sequence

from quizdeck.language.catalogue import text
from quizdeck.present.blocks import Block, Document, Gap, Paragraph, Verbatim
from quizdeck.present.exercise import authored_prompt, numeric_prompt
from quizdeck.present.feedback import sheet_lines
from quizdeck.present.home import topic_name
from quizdeck.present.judged import judged
from quizdeck.present.rich_text import blocks
from quizdeck.present.spans import Span, Style
from quizdeck.problems.slips.registry import slip_by_id
from quizdeck.study.answering import answered
from quizdeck.study.exercise import NumericExercise
from quizdeck.study.mock import Mock
from quizdeck.study.mock_result import MockResult, Rate, result_of
from quizdeck.text import Language, cell_width

_NAME_WIDTH = 12
_BAR = 16
_PACE_SECONDS = 69  # the real exam's time for a 小問


def result_document(mock: Mock, earlier: Sequence[Mock], language: Language) -> Document:
    """Return the whole result; ``earlier`` are one's own mocks of the same plan, the last first."""
    result = result_of(mock)
    before = result_of(earlier[0]) if earlier else None
    return (
        *_head(result, mock, language),
        Gap(),
        *_rates("mock.by_area", result.areas, before.areas if before else (), language),
        Gap(),
        *_rates("mock.by_topic", result.topics, before.topics if before else (), language),
        Gap(),
        *_time(result, language),
        *_slips(result, language),
        Gap(),
        Paragraph((Span(text("mock.no_line", language), Style.MUTED),)),
    )


def part_document(mock: Mock, place: int, language: Language) -> Document:
    """Return one 小問 of a mock that is in, with what was chosen, the key and the explanation."""
    exercise, sheet = mock.exercises[place], mock.sheets[place]
    answer = answered(exercise, str(sheet.chosen)) if sheet.chosen is not None else None
    key = "feedback.correct" if mock.is_correct(place) else "feedback.wrong"
    key = "mock.not_answered" if answer is None else key
    style = Style.CORRECT if mock.is_correct(place) else Style.WRONG
    seconds = round(sheet.milliseconds / 1000)
    said = text("mock.took", language, seconds=seconds)
    flag = "   ⚑" if sheet.is_flagged else ""
    lines: list[Block] = [
        Paragraph((Span(text(key, language), style), Span(f"   {said}{flag}", Style.MUTED))),
        Gap(),
    ]
    if isinstance(exercise, NumericExercise):
        lines += [*numeric_prompt(exercise, language), Gap(), *judged(exercise, answer, language)]
        lines += [Gap(), Verbatim(tuple(sheet_lines(exercise.problem.sheet)))]
    else:
        lines += [*authored_prompt(exercise, language), *judged(exercise, answer, language)]
        if exercise.part.explanation is not None:
            lines += [Gap(), *blocks(exercise.part.explanation.in_language(language))]
    return tuple(lines)


def _head(result: MockResult, mock: Mock, language: Language) -> Iterator[Block]:
    day = mock.begun.local_time.strftime("%Y-%m-%d %H:%M")
    title = mock.title.in_language(language)
    yield Paragraph((Span(title, Style.STRONG), Span(f"   {day}", Style.MUTED)))
    total = result.total
    words = text(
        "mock.total", language, percent=total.percent, correct=total.correct, total=total.total
    )
    yield Paragraph((Span(words, Style.ACCENT),))


def _rates(
    key: str, rates: Sequence[Rate], before: Sequence[Rate], language: Language
) -> Iterator[Block]:
    earlier = {rate.name: rate.percent for rate in before}
    yield Paragraph((Span(text(key, language), Style.STRONG),))
    for rate in rates:
        name = _name(rate.name, key, language)
        padding = " " * max(1, _NAME_WIDTH - cell_width(name))
        filled = round(_BAR * rate.correct / rate.total)
        bar = "█" * filled + "░" * (_BAR - filled)
        then = f"   ← {earlier[rate.name]}%" if rate.name in earlier else ""
        time = text("mock.took", language, seconds=rate.seconds_a_part)
        counts = f"  {rate.percent:>3}%  {f'({rate.correct}/{rate.total})':<9}{time}"
        yield Paragraph(
            (Span(f"  {name}{padding}"), Span(bar, Style.ACCENT), Span(f"{counts}{then}"))
        )


def _name(name: str, key: str, language: Language) -> str:
    return text(f"area.{name}", language) if key == "mock.by_area" else topic_name(name, language)


def _time(result: MockResult, language: Language) -> Iterator[Block]:
    minutes, seconds = divmod(result.total.milliseconds // 1000, 60)
    slowest = ", ".join(str(place + 1) for place in result.slowest)
    yield Paragraph(
        (
            Span(
                text(
                    "mock.time",
                    language,
                    time=f"{minutes}:{seconds:02}",
                    seconds=result.total.seconds_a_part,
                    pace=_PACE_SECONDS,
                    slowest=slowest,
                )
            ),
        )
    )
    changes = result.changes
    yield Paragraph(
        (
            Span(
                text(
                    "mock.changes",
                    language,
                    count=changes.count,
                    mended=changes.mended,
                    spoilt=changes.spoilt,
                    flags=result.flags,
                    unanswered=result.unanswered,
                )
            ),
        )
    )


def _slips(result: MockResult, language: Language) -> Iterator[Block]:
    if not result.slips:
        return
    yield Gap()
    yield Paragraph((Span(text("summary.slips", language), Style.STRONG),))
    for slip in dict.fromkeys(result.slips):
        name = slip_by_id(slip).name.in_language(language)
        yield Paragraph((Span(name),), (Span("  ・"),))
