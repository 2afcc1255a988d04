"""A slip stays open until two different days have passed without it."""

from quizdeck.study.moment import Moment
from quizdeck.study.records import Mode, Outcome, Record, RecordKind
from quizdeck.study.slip_history import SlipHistory, slip_histories

DAY = 24 * 60 * 60 * 1000


def attempt(number: int, day: int, item: str, *slips: str) -> Record:
    return Record(
        f"a{number}",
        RecordKind.ATTEMPT,
        Moment(day * DAY + number, 540),
        "s",
        Mode.DRILL,
        item,
        outcome=Outcome.WRONG if slips else Outcome.CORRECT,
        payload={"slips": list(slips)},
    )


def named(number: int, slip: str) -> Record:
    return Record(
        f"n{number}", RecordKind.SLIP_NAMED, Moment(0, 0), "s", Mode.DRILL,
        target=f"a{number}", payload={"slip": slip},
    )  # fmt: skip


def only(*records: Record) -> SlipHistory:
    (history,) = slip_histories(records)
    return history


def test_it_is_mended_after_two_days_and_not_after_two_answers() -> None:
    made = attempt(1, 10, "adam.v.2", "no_decay")
    first, again, second = (attempt(i, d, "adam.v.2") for i, d in ((2, 11), (3, 11), (4, 12)))
    assert not only(made).is_mended
    assert not only(made, first, again).is_mended
    assert only(made, first, again, second).is_mended


def test_the_day_it_was_made_does_not_count() -> None:
    made = attempt(1, 10, "adam.v.2", "no_decay")
    assert only(made, attempt(2, 10, "adam.v.2"), attempt(3, 11, "adam.v.2")).days_without == 1


def test_other_items_say_nothing_about_it() -> None:
    made = attempt(1, 10, "adam.v.2", "no_decay")
    assert only(made, attempt(2, 11, "adam.m.2"), attempt(3, 12, "adam.m.2")).days_without == 0


def test_made_again_it_is_open_again() -> None:
    days = [attempt(1, 10, "x", "slip"), attempt(2, 11, "x"), attempt(3, 12, "x")]
    assert only(*days).is_mended
    assert not only(*days, attempt(4, 13, "x", "slip")).is_mended


def test_the_one_that_was_named_counts() -> None:
    assert only(attempt(1, 10, "x", "first", "second"), named(1, "second")).slip == "second"


def test_open_ones_come_first_then_the_frequent_ones() -> None:
    histories = slip_histories(
        [
            attempt(1, 1, "x", "mended"),
            attempt(2, 1, "x", "mended"),
            attempt(3, 2, "x"),
            attempt(4, 3, "x"),
            attempt(5, 3, "y", "rare"),
            attempt(6, 3, "z", "frequent"),
            attempt(7, 4, "w", "frequent"),
        ]
    )
    assert [h.slip for h in histories] == ["frequent", "rare", "mended"]
    assert histories[0].items == ("w", "z")
