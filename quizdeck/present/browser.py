"""The bank browser: the rows of its list, what narrows them, and one item whole."""

from collections.abc import Iterator
from dataclasses import dataclass

from quizdeck.banks.question import FixedNumber, TypedLine, WrongNumber
from quizdeck.banks.searching import Listed
from quizdeck.language.catalogue import text
from quizdeck.optimizers.notations import BOOK, Notation
from quizdeck.present.aside import flag_document
from quizdeck.present.blocks import Block, Document, Gap, Paragraph, Verbatim
from quizdeck.present.exercise import authored_prompt, kind_label, numeric_prompt
from quizdeck.present.feedback import key_line, sheet_lines
from quizdeck.present.home import topic_name
from quizdeck.present.judged import judged
from quizdeck.present.letters import Letters
from quizdeck.present.rich_text import blocks, spans
from quizdeck.present.rows import clipped, padded
from quizdeck.present.spans import Line, Span, Style
from quizdeck.problems.precision import display
from quizdeck.problems.slips.registry import slip_by_id
from quizdeck.study.exercise import AuthoredExercise, Exercise, NumericExercise
from quizdeck.study.moment import calendar_date
from quizdeck.study.records import Outcome
from quizdeck.study.standing import Answered, ItemState, Standing
from quizdeck.text import Language, cell_width

_TOPIC_CELLS, _MOST_MARKS = 9, 20
_STATE_STYLES = {
    ItemState.NEW: Style.MUTED,
    ItemState.DUE: Style.ACCENT,
    ItemState.FAILING: Style.WRONG,
    ItemState.RESTING: Style.MUTED,
    ItemState.FLAGGED: Style.ACCENT,
}
_MARKS = {
    Outcome.CORRECT: Span("●", Style.CORRECT),
    Outcome.WRONG: Span("○", Style.WRONG),
    Outcome.REVEALED: Span("–", Style.MUTED),
}


@dataclass(frozen=True, slots=True)
class Filters:
    """What narrows the list; None for all."""

    typed: str = ""
    topic: str | None = None
    level: int | None = None
    state: ItemState | None = None


def filter_line(filters: Filters, count: int, language: Language) -> Line:
    """Return what narrows the list, and how many items are left."""
    everything = text("browser.all", language)
    topic = everything if filters.topic is None else topic_name(filters.topic, language)
    level = everything if filters.level is None else str(filters.level)
    state = everything if filters.state is None else text(f"state.{filters.state}", language)
    chosen = (("topic", topic), ("level", level), ("state", state))
    line = [Span(f"{text('browser.count', language, count=count)}   ", Style.STRONG)]
    for name, value in chosen:
        line.append(Span(f"{text(f'key.{name}', language)}: ", Style.MUTED))
        style = Style.MUTED if value == everything else Style.ACCENT
        line.append(Span(f"{value}   ", style))
    return tuple(line)


def item_row(
    listed: Listed, state: ItemState | None, language: Language, width: int, *, is_flagged: bool
) -> Line:
    """Return one row of the list: topic, level, state in a word, a flag, and how it begins."""
    part = listed.name.partition("#")[2]
    level = text("session.level", language, level=listed.level)
    label = text(f"state.{state}", language) if state else ""
    state_cells = max(cell_width(text(f"state.{each}", language)) for each in ItemState)
    front = (
        padded(topic_name(listed.topic, language), _TOPIC_CELLS),
        Span(f" {level}  ", Style.MUTED),
        padded(label, state_cells, _STATE_STYLES[state] if state else Style.PLAIN),
        Span(" ⚑ " if is_flagged else "   ", Style.ACCENT),
    )
    part_of = (Span(text("browser.part", language, part=part), Style.MUTED),) if part else ()
    title = spans(listed.title.in_language(language))
    return clipped((*front, *part_of, *title), width)


def item_document(
    exercise: Exercise, standing: Standing, language: Language, notation: Notation = BOOK
) -> Document:
    """Return an item whole: the question, its key, why each option is as it is, and its record."""
    return (
        *_shown(exercise, language, notation),
        *flag_document(standing.note, language),
        *_record(standing, language),
        *_about(exercise, language),
    )


def item_head(exercise: Exercise, standing: Standing, language: Language) -> Line:
    """Return the topic, the kind, the level and the state of an item."""
    level = text("session.level", language, level=exercise.level)
    words = [topic_name(exercise.topic, language), kind_label(exercise, language), level]
    if standing.state:
        words.append(text(f"state.{standing.state}", language))
    return (Span(" ・ ".join(words), Style.MUTED),)


def _shown(exercise: Exercise, language: Language, notation: Notation) -> Iterator[Block]:
    if isinstance(exercise, AuthoredExercise):
        return _authored(exercise, language)
    return _numeric(exercise, language, notation)


def _authored(exercise: AuthoredExercise, language: Language) -> Iterator[Block]:
    part = exercise.part
    yield from authored_prompt(exercise, language)
    if judged_lines := tuple(judged(exercise, None, language)):
        yield from (*judged_lines, Gap())
    if key := key_line(part.task, language):
        yield from (Paragraph(key), Gap())
    if isinstance(part.task, FixedNumber | TypedLine):
        yield from _known_mistakes(part.task, language)
    if part.explanation is not None:
        yield from blocks(part.explanation.in_language(language))


def _known_mistakes(task: FixedNumber | TypedLine, language: Language) -> Iterator[Block]:
    if task.wrong:
        yield Paragraph((Span(text("browser.mistakes", language), Style.STRONG),))
    for wrong in task.wrong:
        typed = wrong.value.text if isinstance(wrong, WrongNumber) else wrong.text
        yield Paragraph(
            (Span(f"{typed}  ", Style.CODE), *spans(wrong.why.in_language(language))),
            (Span("  ✗  ", Style.WRONG),),
        )
    if task.wrong:
        yield Gap()


def _numeric(exercise: NumericExercise, language: Language, notation: Notation) -> Iterator[Block]:
    problem = exercise.problem
    yield Paragraph((Span(text("browser.example", language), Style.MUTED),))
    yield Gap()
    yield from (*numeric_prompt(exercise, language, notation), Gap())
    shown = display(problem.answer, problem.precision).replace("-", "\N{MINUS SIGN}")
    label = Span(f"{text('feedback.right_answer', language)}  ", Style.MUTED)
    yield Paragraph((label, Span(shown, Style.STRONG)))
    yield Verbatim(tuple(sheet_lines(problem.sheet_in(notation))))
    letters = Letters(notation, problem.skill.method)
    names = dict.fromkeys(slip.id for slip in problem.slips)
    if names:
        yield from (Gap(), Paragraph((Span(text("browser.slips", language), Style.STRONG),)))
    for slip in names:
        name = letters.of(slip_by_id(slip).name).in_language(language)
        yield Paragraph((Span(name),), (Span("  ・"),))
    if exercise.part and exercise.part.explanation:
        yield from (Gap(), *blocks(exercise.part.explanation.in_language(language)))


def _record(standing: Standing, language: Language) -> Iterator[Block]:
    yield from (Gap(), Paragraph((Span(text("browser.record", language), Style.STRONG),)))
    yield Paragraph(_answers(standing.answered, language), (Span("  "),))
    memory = standing.memory
    if memory is not None:
        days = {
            "last": calendar_date(memory.last_day).isoformat(),
            "due": calendar_date(memory.due_day).isoformat(),
        }
        words = text("browser.schedule", language, lapses=memory.lapses, **days)
        yield Paragraph((Span(words),), (Span("  "),))


def _answers(answered: Answered, language: Language) -> Line:
    if not answered.outcomes:
        return (Span(text("browser.never", language), Style.MUTED),)
    words = text(
        "browser.answered",
        language,
        right=answered.right,
        count=len(answered.outcomes),
        seconds=round(answered.mean_seconds),
    )
    return (Span(f"{words}   "), *(_MARKS[o] for o in answered.outcomes[-_MOST_MARKS:]))


def _about(exercise: Exercise, language: Language) -> Iterator[Block]:
    question = exercise.question
    about = [("browser.id", exercise.item)]
    if question is not None:
        about += [
            ("browser.tags", ", ".join(question.tags)),
            ("browser.place", str(question.place)),
        ]
        if question.source is not None:
            about.append(("browser.source", question.source.in_language(language)))
    yield Gap()
    for key, value in about:
        if value:
            words = f"{text(key, language)}: {value}"
            yield Paragraph((Span(words, Style.MUTED),), (Span("  "),))
