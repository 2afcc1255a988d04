"""The tables of statistics: aligned in cells, within eighty columns, in both languages."""

from dataclasses import replace

import pytest

from quizdeck.language.catalogue import text
from quizdeck.present.blocks import laid_out
from quizdeck.present.spans import plain_text
from quizdeck.present.statistics import WIDTH, statistics_document
from quizdeck.present.tables import shortened, table
from quizdeck.problems.slips.registry import slip_by_id
from quizdeck.study.moment import Moment
from quizdeck.study.records import Json, Mode, Outcome, Record, RecordKind
from quizdeck.study.session import Confidence
from quizdeck.study.statistics import Flag, Statistics, statistics_of
from quizdeck.text import Language, cell_width
from tests.study.plainly import Plain

DAY = 20_522  # 2026-03-10
LANGUAGES = pytest.mark.parametrize("language", Language)
SLIP = "adam.v.no_decay"
PROMPT = "次の説明のうち、Adam について最も適切なものを選べ。" * 3


def attempt(number: int, item: str, day: int, *, right: bool) -> Record:
    return Record(
        f"a{number}",
        RecordKind.ATTEMPT,
        Moment(day * 86_400_000 + 12 * 3_600_000 + number, 0),
        "s",
        Mode.DRILL,
        item,
        outcome=Outcome.CORRECT if right else Outcome.WRONG,
        grade=3 if right else 1,
        elapsed_milliseconds=40_000,
        payload={"slips": [] if right else [SLIP], "confidence": Confidence.SURE},
    )


def statistics(*records: Record) -> Statistics:
    log, due_days = Plain(records), (DAY, DAY, DAY + 3)
    levels = {"adam.v.2": 2}
    return statistics_of(
        log.attempts,
        log.causes,
        today=DAY,
        levels=levels,
        due_days=due_days,
        notes={"adam.v.2": "ε の位置を見直す"} if records else {},
    )


MISS = attempt(1, "adam.v.2", DAY - 1, right=False)
CAUSE = replace(MISS, identity="c", kind=RecordKind.CAUSE, target="a1", payload={"cause": "time"})
REGULAR = statistics(
    MISS,
    CAUSE,
    attempt(2, "adam.v.2", DAY, right=True),
    attempt(3, "adam/gone", DAY, right=False),
    attempt(4, "mine/" + "x" * 90, DAY, right=False),
)
MOCK: dict[str, Json] = {
    "begun": "2026-03-09T20:15:00+09:00",
    "percent": 75,
    "correct": 9,
    "total": 12,
}


def page(found: Statistics, language: Language) -> list[str]:
    document = statistics_document(found, language, prompts={"adam/gone": PROMPT})
    return [plain_text(line) for line in laid_out(document, WIDTH)]


@LANGUAGES
def test_without_a_record_it_says_so(language: Language) -> None:
    assert page(statistics(), language) == [text("stats.none", language)]


@LANGUAGES
def test_no_line_is_wider_than_the_page_and_every_table_line_is_one_line(
    language: Language,
) -> None:
    shown = page(REGULAR, language)
    assert max(map(cell_width, shown)) <= WIDTH
    assert sum("…" in line for line in shown) >= 2


@LANGUAGES
def test_every_part_is_there(language: Language) -> None:
    shown = "\n".join(page(replace(REGULAR, mocks=(MOCK,)), language))
    for key in ("by_topic", "by_level", "by_item", "by_slip", "said", "predicted", "causes"):
        assert text(f"stats.{key}", language) in shown
    assert text("stats.forecast", language, days=14) in shown
    assert "03-10 2   03-11 –   03-12 –   03-13 1" in shown
    assert "2026-03-09 20:15  75% (9/12)" in shown
    assert slip_by_id(SLIP).name.in_language(language)[:6] in shown
    assert text("stats.open", language) in shown
    assert text("stats.no_level", language) in shown


@LANGUAGES
def test_a_part_without_rows_has_no_heading(language: Language) -> None:
    shown = "\n".join(page(statistics(attempt(1, "adam.v.2", DAY, right=True)), language))
    for key in ("by_item", "by_slip", "predicted", "causes", "mocks"):
        assert text(f"stats.{key}", language) not in shown


@LANGUAGES
def test_what_is_marked_stands_there_with_its_whole_note(language: Language) -> None:
    long = replace(REGULAR, flags=(Flag("adam/gone", "長いメモ" * 30), Flag("adam.v.2", "")))
    shown = page(long, language)
    assert text("stats.flags", language) in shown
    assert "長いメモ" * 30 in "".join(line.strip() for line in shown)
    assert sum("⚑" in line for line in shown) == 2


@LANGUAGES
def test_what_is_marked_is_listed_before_anything_is_answered(language: Language) -> None:
    shown = page(replace(statistics(), flags=(Flag("adam.v.2", "ε"),)), language)
    assert text("stats.none", language) in shown
    assert shown[-1].strip() == "ε"


@LANGUAGES
def test_a_narrow_table_says_that_it_has_more_columns(language: Language) -> None:
    document = statistics_document(REGULAR, language, prompts={})
    narrow = [plain_text(line) for line in laid_out(document, 40)]
    assert max(map(cell_width, narrow)) <= 40
    assert any(line.endswith(" …") for line in narrow)
    assert not any(line.endswith(" …") for line in page(REGULAR, language))


def test_the_weakest_are_those_most_seldom_right() -> None:
    assert [g.name for g in REGULAR.weakest][-1] == "adam.v.2"
    assert statistics(attempt(1, "adam.v.2", DAY, right=True)).weakest == ()


def test_columns_line_up_in_cells() -> None:
    lines = [
        plain_text(line) for line in table(["", "回数"], [["間違い", "1"], ["x", "23"]], width=40)
    ]
    assert lines == ["          回数", "  間違い     1", "  x         23"]


@pytest.mark.parametrize(
    ("name", "width", "short"),
    [("abcdef", 6, "abcdef"), ("abcdef", 4, "abc…"), ("間違い", 5, "間違…"), ("間違い", 4, "間…")],
)
def test_what_is_too_long_is_cut_with_an_ellipsis(name: str, width: int, short: str) -> None:
    assert shortened(name, width) == short
    assert cell_width(short) <= width
