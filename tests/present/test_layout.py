"""Every page at every width: nothing sticks out, nothing is lost."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from quizdeck.desk.deck import Deck
from quizdeck.expressions.typeset_line import one_line
from quizdeck.expressions.typeset_picture import picture
from quizdeck.present.blocks import (
    Block,
    Chart,
    Document,
    Formula,
    Gap,
    Paragraph,
    Verbatim,
    laid_out,
)
from quizdeck.present.exercise import exercise_document
from quizdeck.present.feedback import feedback_document
from quizdeck.present.rich_text import blocks
from quizdeck.present.spans import Line, Span, Style, plain_text
from quizdeck.problems.precision import display
from quizdeck.problems.problem import build
from quizdeck.problems.skills.registry import SKILLS
from quizdeck.study.exercise import Exercise, NumericExercise
from quizdeck.study.session import Phase
from quizdeck.text import Language
from tests.answers import right_answer, wrong_answer

if TYPE_CHECKING:
    from tests.present.conftest import Answered

WIDTHS = (8, 17, 26, 40, 80, 120)


def without_spaces(text: str) -> str:
    return "".join(text.split())


def characters(block: Block) -> set[str]:
    """Return what may be visible of a block: a formula is a picture or one line."""
    match block:
        case Paragraph(spans, lead):
            return {without_spaces(plain_text((*lead, *spans)))}
        case Formula(latex):
            return {without_spaces(one_line(latex)), without_spaces("".join(picture(latex)))}
        case Verbatim(lines):
            return {without_spaces("".join(map(plain_text, lines)))}
        case Gap():
            return {""}
        case Chart():
            pytest.fail("an exercise has none")


def check(document: Document, width: int) -> None:
    for block in document:
        lines = laid_out((block,), width)
        assert lines
        for line in lines:
            assert cell_len(plain_text(line)) <= width, (width, plain_text(line))
        assert without_spaces("".join(map(plain_text, lines))) in characters(block)


def exercises(deck: Deck) -> Iterator[Exercise]:
    for item in deck.parts:
        exercise = deck.drawn(item, "identity")
        assert exercise is not None
        yield exercise
    for skill in SKILLS:
        yield NumericExercise(build(skill, 1))


def answers(exercise: Exercise) -> Iterator[str | None]:
    yield None
    yield right_answer(exercise)
    yield wrong_answer(exercise)
    if isinstance(exercise, NumericExercise):
        problem = exercise.problem
        yield from (display(slip.value, problem.precision) for slip in problem.slips[:2])


@pytest.mark.parametrize("language", Language)
def test_questions_fit_every_width_and_lose_nothing(deck: Deck, language: Language) -> None:
    for exercise in exercises(deck):
        document = exercise_document(exercise, language)
        for width in WIDTHS:
            check(document, width)


@pytest.mark.parametrize("language", Language)
def test_feedback_fits_every_width_and_loses_nothing(
    deck: Deck, answered: "Answered", language: Language
) -> None:
    for number, exercise in enumerate(exercises(deck)):
        for count, text in enumerate(answers(exercise)):
            session = answered(exercise, text)
            if session.phase is Phase.FEEDBACK:
                document = feedback_document(session, language)
                check(document, WIDTHS[(number + count) % len(WIDTHS)])


@pytest.mark.parametrize("width", range(8, 121, 3))
def test_one_long_page_fits_any_width(deck: Deck, answered: "Answered", width: int) -> None:
    item = max(deck.parts, key=lambda item: len(deck.parts[item][0].listing or ""))
    exercise = deck.drawn(item, "identity")
    assert exercise is not None
    for language in Language:
        check(feedback_document(answered(exercise, "1"), language), width)


STYLES = st.sampled_from(Style)
SPANS = st.lists(st.builds(Span, st.text("学率、。(「aβ m̂ₜ", max_size=20), STYLES), max_size=4).map(
    tuple
)
LINES = st.lists(
    st.text("学率a[]=  β", max_size=40).map(lambda t: (Span(t, Style.CODE),)), max_size=3
)
BLOCKS = st.one_of(
    st.builds(Paragraph, SPANS, SPANS),
    st.builds(Verbatim, LINES.map(tuple)),
    st.just(Gap()),
    st.sampled_from([Formula(r"v_t = \frac{\beta_2}{1-\beta_1^t} v_{t-1}"), Formula("x")]),
)


@given(BLOCKS, st.integers(8, 120))
@settings(max_examples=300, deadline=None)
def test_any_block_fits_and_loses_nothing(block: Block, width: int) -> None:
    lines = laid_out((block,), width)
    assert all(cell_len(plain_text(line)) <= width for line in lines)
    assert without_spaces("".join(map(plain_text, lines))) in characters(block)


def texts(lines: tuple[Line, ...]) -> list[str]:
    return [plain_text(line) for line in lines]


def test_following_lines_hang_under_the_text() -> None:
    paragraph = Paragraph((Span("学習率を大きくすると"),), (Span(" 1  ", Style.ACCENT),))
    assert texts(laid_out((paragraph,), 16)) == [" 1  学習率を大き", "    くすると"]


def test_a_lead_that_leaves_no_room_runs_in() -> None:
    paragraph = Paragraph((Span("大きくする"),), (Span("1. "),))
    assert texts(laid_out((paragraph,), 10)) == ["1. 大きく", "する"]


def test_a_formula_is_drawn_where_it_fits_and_written_where_not() -> None:
    formula = Formula(r"x = \frac{a + b + c}{2}")
    assert len(laid_out((formula,), 40)) == 3
    assert texts(laid_out((formula,), 12)) == ["  x = (a + b", "  + c)/2"]


def test_code_keeps_its_columns_and_goes_on_under_a_hanging_indent() -> None:
    listing = Verbatim(((Span("    return a[i] + b[j]", Style.CODE),),))
    assert texts(laid_out((listing,), 30)) == ["    return a[i] + b[j]"]
    assert texts(laid_out((listing,), 18)) == ["    return a[i] ", "      + b[j]"]


def test_a_calculation_goes_on_before_a_sign_and_no_number_is_divided() -> None:
    sheet = Verbatim(((Span("  lr₃ = 0.1 · √(1 − 0.98³) ≈ 0.0496934 → 0.0497", Style.MATH),),))
    assert [line.rstrip() for line in texts(laid_out((sheet,), 44))] == [
        "  lr₃ = 0.1 · √(1 − 0.98³) ≈ 0.0496934",
        "      → 0.0497",
    ]


def test_a_page_narrower_than_anything_readable_is_laid_out_in_eight_cells() -> None:
    assert laid_out(blocks("学習率を大きく"), 1) == laid_out(blocks("学習率を大きく"), 8)


def test_styles_survive_the_breaking_of_lines() -> None:
    paragraph = Paragraph((Span("学習率", Style.STRONG), Span("は大きい"), Span("η", Style.MATH)))
    lines = laid_out((paragraph,), 8)
    assert lines == (
        (Span("学習率", Style.STRONG), Span("は")),
        (Span("大きい"), Span("η", Style.MATH)),
    )


def test_a_short_formula_stays_in_one_line_and_a_long_one_is_divided() -> None:
    short = Paragraph((Span("Find it at step "), Span("t = 1", Style.MATH), Span(".")))
    assert [plain_text(line) for line in laid_out((short,), 20)] == ["Find it at step", "t = 1."]
    long = Paragraph((Span("f(x, y) = x² / 20 + y²", Style.MATH),))
    assert len(laid_out((long,), 14)) == 2


def test_a_no_break_space_holds_words_together_and_is_shown_as_any_other() -> None:
    page = Paragraph((Span("today   Streak:\u00a05\u00a0d"),))
    assert [plain_text(line) for line in laid_out((page,), 16)] == ["today", "Streak: 5 d"]
