"""The scores page."""

from quizdeck.language.catalogue import text
from quizdeck.present.blocks import Block, Document, Gap, Paragraph, Verbatim
from quizdeck.present.home import score_lines, slip_lines, topic_name
from quizdeck.present.spans import Span, Style
from quizdeck.study.overview import Scores
from quizdeck.text import Language


def scores_document(scores: Scores, language: Language) -> Document:
    """Return accuracy by topic, the pace, and the slips that keep happening."""
    if not scores.attempts:
        return (Paragraph((Span(text("stats.none", language)),)),)
    blocks: list[Block] = [
        Paragraph((Span(totals_line(scores, language)),)),
        Gap(),
        Paragraph((Span(text("stats.accuracy", language), Style.STRONG),)),
        Verbatim(tuple(score_lines(scores.topics, language))),
        Gap(),
        Paragraph((Span(text("stats.seconds", language), Style.STRONG),)),
    ]
    blocks += [
        Paragraph(
            (Span(f"{score.mean_seconds:.0f} s"),),
            (Span(f"  {topic_name(score.topic, language)}  "),),
        )
        for score in scores.topics
    ]
    if scores.slips:
        blocks += [Gap(), Paragraph((Span(text("stats.slips", language), Style.STRONG),))]
        blocks += slip_lines(scores.slips, language)
    return tuple(blocks)


def totals_line(scores: Scores, language: Language) -> str:
    """Return the counts of everything on one line."""
    totals = text("stats.attempts", language, count=scores.attempts, days=scores.days)
    streak = text("home.streak", language, days=scores.streak)
    due = f"{text('stats.due', language)}: {scores.due}"
    return f"{totals} ・ {streak} ・ {due}"
