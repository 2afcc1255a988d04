"""How a session went."""

from collections.abc import Iterator, Sequence

from quizdeck.errors import UsageError
from quizdeck.expressions.typeset_line import one_line
from quizdeck.language.catalogue import text
from quizdeck.optimizers.symbols import symbol
from quizdeck.present.blocks import Block, Document, Gap, Paragraph
from quizdeck.present.home import slip_lines, topic_name
from quizdeck.present.rich_text import spans
from quizdeck.present.spans import Span, Style, plain_text
from quizdeck.problems.skills.registry import skill_by_id
from quizdeck.study.counts import SlipCount
from quizdeck.study.records import Mode, Outcome
from quizdeck.study.scores import mean_seconds, named
from quizdeck.study.session import Phase, Session
from quizdeck.study.topics import topic_of
from quizdeck.text import Language

_LONGEST_TITLE = 40


def summary_document(
    session: Session,
    language: Language,
    *,
    titles: Sequence[str] = (),
    slips: Sequence[SlipCount] = (),
    due_tomorrow: int | None = None,
) -> Document:
    """Return the score, the pace and what to look at again; ``titles`` name the missed items."""
    blocks: list[Block] = [_title(session, language), Gap()]
    if session.first_tries:
        blocks += _score(session, language)
    if titles:
        blocks += [Gap(), _heading("summary.misses", language)]
        blocks += [Paragraph((Span(title),), (Span("  ・"),)) for title in titles]
    if slips:
        blocks += [Gap(), _heading("summary.slips", language), *slip_lines(named(slips), language)]
    if due_tomorrow is not None:
        blocks += [
            Gap(),
            Paragraph((Span(text("summary.tomorrow", language, count=due_tomorrow)),)),
        ]
    saved = Span(text("summary.saved", language), Style.MUTED)
    return (*blocks, Gap(), Paragraph((saved,)))


def item_title(item: str, prompt: str | None, language: Language) -> str:
    """Return a short name for a missed item: where it belongs and how its prompt begins."""
    if prompt is None:
        return _skill_title(item, language)
    opening = plain_text(spans(prompt.strip().split("\n")[0]))
    short = opening if len(opening) <= _LONGEST_TITLE else f"{opening[:_LONGEST_TITLE]}…"
    return f"{topic_name(topic_of(item), language)}  {short}"


def _skill_title(item: str, language: Language) -> str:
    try:
        skill = skill_by_id(item)
    except UsageError:
        return item
    name = skill.method.name.in_language(language)
    asked = one_line(symbol(skill.quantity, "t")) if skill.has_step else ""
    return f"{name}  {asked}  {text('session.level', language, level=skill.level)}"


def _title(session: Session, language: Language) -> Paragraph:
    resumes = session.policy.mode is Mode.DRILL
    unfinished = "summary.left" if resumes else "summary.stopped"
    key = "summary.title" if session.phase is Phase.FINISHED else unfinished
    return Paragraph((Span(text(key, language), Style.STRONG),))


def _heading(key: str, language: Language) -> Paragraph:
    return Paragraph((Span(text(key, language), Style.STRONG),))


def _score(session: Session, language: Language) -> Iterator[Block]:
    firsts = session.first_tries
    correct = sum(result.outcome is Outcome.CORRECT for result in firsts)
    percent = round(100 * correct / len(firsts))
    score = text("summary.score", language, correct=correct, total=len(firsts), percent=percent)
    seconds = round(mean_seconds(result.elapsed_milliseconds for result in session.results))
    yield Paragraph((Span(score, Style.ACCENT),))
    yield Paragraph((Span(text("summary.time", language, seconds=seconds)),))
    missed = len(firsts) - correct
    if missed and session.policy.returns_misses and session.phase is Phase.FINISHED:
        yield Paragraph((Span(text("summary.returned", language, count=missed)),))
