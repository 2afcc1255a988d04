"""What stands around the picture of a path whose method is asked."""

from quizdeck.expressions.typeset_line import one_line
from quizdeck.language.catalogue import text
from quizdeck.optimizers.notations import BOOK, Notation
from quizdeck.present.blocks import Document, Gap, Paragraph
from quizdeck.present.explorer import rates_text, trail_of
from quizdeck.present.landscape import UNNAMED, Trail, mark_of
from quizdeck.present.spans import Line, Span, Style
from quizdeck.study.explorer import WALKERS, number_of
from quizdeck.study.path_quiz import PathQuiz, shape_of
from quizdeck.text import Language


def quiz_trails(quiz: PathQuiz) -> tuple[Trail, ...]:
    """Return the path without a name; once it is answered, all paths with theirs."""
    if quiz.given is None:
        return (Trail(quiz.explorer.walk_of(quiz.right), "unnamed", UNNAMED),)
    order = sorted(range(len(WALKERS)), key=lambda number: number == quiz.right)
    return tuple(trail_of(quiz.explorer.walk_of(number)) for number in order)


def quiz_title(quiz: PathQuiz, language: Language) -> Line:
    """Return what is walked down."""
    x, y = map(number_of, quiz.explorer.start)
    return (
        Span(f"{text('path_quiz.title', language)}   ", Style.STRONG),
        Span(one_line(quiz.explorer.objective.latex), Style.MATH),
        Span(f"   {text('explorer.start', language, x=x, y=y)}", Style.MUTED),
    )


def quiz_document(quiz: PathQuiz, language: Language, notation: Notation = BOOK) -> Document:
    """Return the question, or the verdict once it is answered, above every method's rates."""
    question = text("path_quiz.question", language, steps=quiz.explorer.steps)
    above = (Paragraph((Span(question),)),) if quiz.given is None else _verdict(quiz, language)
    choices = tuple(_choice(quiz, number, language, notation) for number in range(len(WALKERS)))
    return (*above, Gap(), *choices)


def reason(quiz: PathQuiz, language: Language) -> str:
    """Return in a sentence what of the path's shape shows the method; measured on the path."""
    walk = quiz.explorer.walk_of(quiz.right)
    shape, rates = shape_of(walk), dict(quiz.explorer.rates[quiz.right])
    family = walk.method.family
    key = f"path_quiz.why.{family}"
    if family == "sgd":
        key = "path_quiz.why.sgd_turning" if shape.turns else "path_quiz.why.sgd_straight"
    return text(
        key,
        language,
        axis=shape.axis,
        turns=shape.turns,
        updates=len(walk.steps),
        lr=number_of(float(rates["lr"])),
        first=f"{shape.first:.2g}",
        last=f"{shape.last:.2g}",
        ratio=f"{shape.longest / shape.first:.1f}",
    )


def _choice(quiz: PathQuiz, number: int, language: Language, notation: Notation) -> Paragraph:
    method = WALKERS[number]
    mark = mark_of(method)
    name = f"{mark.letter} {method.name.in_language(language)}"
    shown = name if quiz.given is None else f"{mark.head} {name}"
    sign, style = _sign(quiz, number)
    lead = Span(f"{sign}{number + 1}  ", style or Style.ACCENT)
    rates = rates_text(method, quiz.explorer.rates[number], notation)
    return Paragraph((Span(shown, Style(method.family)), Span(f"  {rates}", Style.MUTED)), (lead,))


def _sign(quiz: PathQuiz, number: int) -> tuple[str, Style | None]:
    if quiz.given is not None and number == quiz.right:
        return "✓", Style.CORRECT
    if number == quiz.given:
        return "✗", Style.WRONG
    return " ", None


def _verdict(quiz: PathQuiz, language: Language) -> Document:
    style = Style.CORRECT if quiz.is_correct else Style.WRONG
    label = text("feedback.correct" if quiz.is_correct else "feedback.wrong", language)
    name = WALKERS[quiz.right].name.in_language(language)
    headline = Paragraph((Span(f"{label}   ", style), Span(name, Style.STRONG)))
    return (headline, Paragraph((Span(reason(quiz, language)),)))
