"""Home and summary: counts in words."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from quizdeck.language.catalogue import text
from quizdeck.present.blocks import Document, laid_out
from quizdeck.present.home import home_document, home_head, score_lines, start_label, topic_name
from quizdeck.present.spans import plain_text
from quizdeck.present.summary import item_title, summary_document
from quizdeck.problems.problem import build
from quizdeck.problems.skills.registry import skill_by_id
from quizdeck.problems.slips.registry import all_slips
from quizdeck.study.counts import NamedCount, Score, SlipCount
from quizdeck.study.exercise import NumericExercise
from quizdeck.study.overview import Overview
from quizdeck.study.policy import PRACTICE
from quizdeck.study.records import Outcome
from quizdeck.study.session import Phase, Result
from quizdeck.text import Language

if TYPE_CHECKING:
    from tests.present.conftest import Answered

LANGUAGES = pytest.mark.parametrize("language", Language)
TUESDAY = 20_522  # 2026-03-10
SLIP = all_slips()[0]

NEW_USER = Overview(
    today=TUESDAY,
    due=0,
    new=2,
    minutes=2,
    left_in_session=0,
    can_learn_more=True,
    has_history=False,
    streak=0,
    scores=(),
    slips=(),
    week=(0,) * 7,
)
REGULAR = NEW_USER._replace(
    due=3,
    new=1,
    minutes=3,
    has_history=True,
    streak=5,
    scores=(Score("adam", 3, 2, 41.4), Score("momentum", 10, 10, 20.0)),
    slips=(NamedCount(SLIP.name, 4),),
    week=(0, 12, 0, 3, 0, 0, 20),
)


def page(document: Document) -> str:
    return "\n".join(plain_text(line) for line in laid_out(document, 200))


@LANGUAGES
def test_a_new_user_is_welcomed_and_shown_no_empty_tables(language: Language) -> None:
    shown = page(home_document(NEW_USER, language))
    assert text("home.first_time", language) in shown
    assert text("home.workload", language, due=0, new=2, minutes=2) in shown
    assert text("home.accuracy", language) not in shown
    assert text("home.week", language) not in shown


@LANGUAGES
def test_home_says_what_waits_and_how_it_has_been_going(language: Language) -> None:
    shown = page(home_document(REGULAR, language))
    assert text("home.workload", language, due=3, new=1, minutes=3) in shown
    assert text("home.streak", language, days=5).replace("\u00a0", " ") in shown
    assert text("home.of_attempts", language, percent=67, count=3) in shown
    assert SLIP.name.in_language(language) in shown
    assert text("home.times", language, count=4) in shown
    assert text("home.first_time", language) not in shown


@pytest.mark.parametrize(
    ("language", "week"),
    [
        (Language.JAPANESE, "この7日         水 –  木 12  金 –  土 3  日 –  月 –  火 20"),
        (Language.ENGLISH, "Last 7 days      We –  Th 12  Fr –  Sa 3  Su –  Mo –  Tu 20"),
    ],
)
def test_the_week_ends_today(language: Language, week: str) -> None:
    assert page(home_document(REGULAR, language)).split("\n")[-1].strip() == week


@LANGUAGES
def test_what_falls_due_is_counted_from_tomorrow_on(language: Language) -> None:
    overview = REGULAR._replace(ahead=(3, 0, 0, 0, 0, 0, 1))
    last = page(home_document(overview, language)).split("\n")[-1].split()
    names = (
        "水木金土日月火" if language is Language.JAPANESE else "We Th Fr Sa Su Mo Tu".split()  # noqa: SIM905
    )
    counted = list(zip(names, "3–––––1", strict=True))
    assert list(zip(last[-14::2], last[-13::2], strict=True)) == counted


@LANGUAGES
def test_the_head_counts_down_to_the_exam(language: Language) -> None:
    for exam_day in (None, TUESDAY - 1):
        assert plain_text(home_head(TUESDAY, exam_day, language)).endswith(("（火）", "(Tu)"))
    head = plain_text(home_head(TUESDAY, TUESDAY + 81, language))
    assert head.startswith("quizdeck   2026-03-10")
    assert head.endswith(text("home.exam", language, days=81))


@LANGUAGES
@pytest.mark.parametrize(
    ("change", "status", "label"),
    [
        ({}, None, "home.start"),
        ({"left_in_session": 4}, "home.resume", "home.continue"),
        ({"due": 0, "new": 0}, "home.nothing_due", "home.extra"),
        (
            {"due": 0, "new": 0, "can_learn_more": False},
            "home.nothing_due",
            "home.all_met",
        ),
    ],
)
def test_enter_does_what_the_page_says(
    language: Language, change: dict[str, object], status: str | None, label: str
) -> None:
    overview = REGULAR._replace(**change)  # type: ignore[arg-type]  # any field
    shown = page(home_document(overview, language))
    assert start_label(overview, language) == text(label, language)
    assert f"▸ {text(label, language)}  Enter" in shown
    if status is not None:
        assert text(status, language, left=4) in shown.split("\n")[0]


@LANGUAGES
def test_faults_of_the_banks_are_told(language: Language) -> None:
    warning = text("home.bank_problems", language, count=3)
    assert warning in page(home_document(REGULAR, language, faults=3))
    assert warning in page(home_document(NEW_USER, language, faults=3))
    assert warning not in page(home_document(REGULAR, language))


def test_bars_are_as_long_as_the_score_and_line_up() -> None:
    scores = [Score("adam", 4, 4, 1.0), Score("momentum", 4, 1, 1.0), Score("x", 3, 0, 1.0)]
    lines = [plain_text(line) for line in score_lines(scores, Language.ENGLISH)]
    assert [line.count("█") for line in lines] == [20, 5, 0]
    assert [line.count("░") for line in lines] == [0, 15, 20]
    assert len({min(line.find(c) % 1000 for c in "█░") for line in lines}) == 1


def test_topics_are_written_as_their_authors_do() -> None:
    topics = ("adam", "adagrad", "momentum", "sgd", "nesterov", "rmsprop", "other", "mine")
    assert [topic_name(topic, Language.ENGLISH) for topic in topics] == [
        *("Adam", "AdaGrad", "Momentum", "SGD", "NAG", "RMSProp", "Other", "mine"),
    ]


EXERCISE = NumericExercise(build(skill_by_id("adam.v.2"), 7))


@LANGUAGES
def test_a_summary_counts_first_tries_only(answered: "Answered", language: Language) -> None:
    results = (
        Result("adam/a", Outcome.CORRECT, is_return=False, elapsed_milliseconds=30_000),
        Result("adam/b", Outcome.WRONG, is_return=False, elapsed_milliseconds=50_000),
        Result("adam/c", Outcome.REVEALED, is_return=False, elapsed_milliseconds=10_000),
        Result("adam/b", Outcome.CORRECT, is_return=True, elapsed_milliseconds=10_000),
        Result("adam/c", Outcome.CORRECT, is_return=True, elapsed_milliseconds=25_000),
    )
    session = replace(answered(EXERCISE), phase=Phase.FINISHED, results=results, queue=())
    shown = page(
        summary_document(
            session, language, titles=["B!"], slips=[SlipCount(SLIP.id, 2)], due_tomorrow=9
        )
    )
    assert shown.startswith(text("summary.title", language))
    assert text("summary.score", language, correct=1, total=3, percent=33) in shown
    assert text("summary.time", language, seconds=25) in shown
    assert text("summary.returned", language, count=2) in shown
    assert "・B!" in shown
    assert SLIP.name.in_language(language) in shown
    assert text("summary.tomorrow", language, count=9) in shown
    assert shown.endswith(text("summary.saved", language))


@LANGUAGES
def test_a_session_left_is_not_called_done(answered: "Answered", language: Language) -> None:
    shown = page(summary_document(answered(EXERCISE, "1234.5"), language))
    assert shown.startswith(text("summary.left", language))
    assert text("summary.score", language, correct=0, total=1, percent=0) in shown
    assert text("summary.returned", language, count=1) not in shown
    assert text("summary.misses", language) not in shown


@LANGUAGES
def test_a_session_without_an_answer_has_no_score(answered: "Answered", language: Language) -> None:
    shown = page(summary_document(answered(EXERCISE), language))
    assert "%" not in shown
    assert text("summary.saved", language) in shown


def test_practice_counts_every_problem_and_returns_none(answered: "Answered") -> None:
    result = Result("adam.v.2", Outcome.WRONG, is_return=False, elapsed_milliseconds=1000)
    session = answered(EXERCISE, policy=PRACTICE)
    session = replace(session, phase=Phase.FINISHED, results=(result, result), queue=())
    shown = page(summary_document(session, Language.ENGLISH))
    assert "0 of 2" in shown
    assert "came back" not in shown


def test_an_evening_away_from_the_desk_is_no_thinking(answered: "Answered") -> None:
    hours = Result("adam.v.2", Outcome.CORRECT, is_return=False, elapsed_milliseconds=18_000_000)
    session = replace(answered(EXERCISE), results=(hours,))
    assert "600 s" in page(summary_document(session, Language.ENGLISH))


@pytest.mark.parametrize(
    ("item", "prompt", "title"),
    [
        ("adam.v.2", None, "Adam  vₜ  Lv 2"),
        ("adagrad.delta_theta.3", None, "AdaGrad  Δθₜ  Lv 3"),
        ("gone.skill.1", None, "gone.skill.1"),
        ("adam/x", "短い問い\n\n続き", "Adam  短い問い"),
        ("adam/x#rate", "$\\beta_2$ と [/]", "Adam  β₂ と [/]"),
        ("adam/x", "長" * 41, f"Adam  {'長' * 40}…"),
    ],
)
def test_a_missed_item_is_named_by_its_topic_and_its_beginning(
    item: str, prompt: str | None, title: str
) -> None:
    assert item_title(item, prompt, Language.JAPANESE) == title
