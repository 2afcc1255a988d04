"""Every number of the statistics, by hand on small logs; and that no two groupings disagree."""

from dataclasses import astuple, replace
from statistics import fmean
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizdeck.study.records import Mode, Record, RecordKind
from quizdeck.study.schedule import rebuilt, recall
from quizdeck.study.scores import scores_by_topic
from quizdeck.study.session import Cause, Confidence
from quizdeck.study.statistics import Statistics, due_forecast, statistics_of
from quizdeck.study.statistics_groups import Share, added
from tests.study.conftest import attempted as attempt
from tests.study.plainly import Plain, kept_of, pace_of, right_of

if TYPE_CHECKING:
    from tests.study.conftest import Attempted

DAY = 20_000
LEVELS = {"adam.v.2": 2, "adam.m.1": 1, "momentum.v.1": 1, "adam/words": 3}


def counted(*records: Record, today: int = DAY, due_days: tuple[int, ...] = ()) -> Statistics:
    log = Plain(records)
    return statistics_of(log.attempts, log.causes, today=today, levels=LEVELS, due_days=due_days)


def about(target: Record, kind: RecordKind, **payload: str) -> Record:
    return Record(
        f"{kind}-{target.identity}-{'-'.join(payload.values())}",
        kind,
        target.moment,
        target.session,
        target.mode,
        target.item,
        target=target.identity,
        payload=payload,
    )


def sure(record: Record, confidence: Confidence) -> Record:
    return replace(record, payload={**record.payload, "confidence": confidence})


def test_of_nothing_there_is_nothing() -> None:
    nothing = counted()
    assert nothing.total.right == nothing.total.retained == Share(0, 0)
    assert nothing.total.right.percent is None
    assert nothing.total.pace.median_seconds is None
    assert (nothing.attempts, nothing.streak, nothing.due) == (0, 0, 0)
    assert (nothing.topics, nothing.slips, nothing.predicted) == ((), (), ())


def test_accuracy_is_of_first_tries_of_a_day_and_retention_of_later_days(
    attempted: "Attempted",
) -> None:
    met, again, kept, other = (
        attempted(grade=1),
        attempted(grade=3, hour=21),
        attempted(grade=3, day=DAY + 1),
        attempted("adam.m.1", grade=3),
    )
    total = counted(met, again, kept, other).total
    assert total.right == Share(2, 3)
    assert total.retained == Share(1, 1)


def test_practice_is_tried_but_neither_meets_an_item_nor_keeps_it(attempted: "Attempted") -> None:
    practised = attempted(mode=Mode.PRACTICE)
    drilled, later = attempted(day=DAY + 1), attempted(day=DAY + 2, mode=Mode.PRACTICE)
    total = counted(practised, drilled, later).total
    assert (total.right, total.retained) == (Share(3, 3), Share(0, 0))


def test_what_was_right_with_help_is_not_retained(attempted: "Attempted") -> None:
    hinted = replace(attempted(day=DAY + 1), grade=1)
    total = counted(attempted(), hinted).total
    assert (total.right, total.retained) == (Share(2, 2), Share(0, 1))


def test_the_earliest_of_a_day_is_the_first_whatever_device_it_was_written_on(
    attempted: "Attempted",
) -> None:
    evening, morning = attempted(grade=3, hour=20), attempted(grade=1, hour=8)
    assert counted(evening, morning).total.right == Share(0, 1)


def test_groups_are_by_topic_level_and_item(attempted: "Attempted") -> None:
    found = counted(
        attempted(grade=1),
        attempted("adam.m.1"),
        attempted("momentum.v.1"),
        attempted("adam/gone"),
    )
    assert [(g.name, g.right) for g in found.topics] == [
        ("momentum", Share(1, 1)),
        ("adam", Share(2, 3)),
    ]
    assert [(g.name, g.right) for g in found.levels] == [
        ("", Share(1, 1)),
        ("1", Share(2, 2)),
        ("2", Share(0, 1)),
    ]
    assert [g.name for g in found.items] == ["adam.m.1", "adam.v.2", "adam/gone", "momentum.v.1"]


def test_time_is_held_against_the_exam(attempted: "Attempted") -> None:
    times = (20, 69, 70, 5 * 3600)
    pace = counted(*(attempted(f"adam/{i}", seconds=s) for i, s in enumerate(times))).total.pace
    assert (pace.timed, pace.over) == (4, 2)
    assert pace.median_seconds == 69.5
    assert pace.mean_seconds == (20 + 69 + 70 + 600) / 4


def test_what_was_never_shown_took_no_time(attempted: "Attempted") -> None:
    unseen = replace(attempted(grade=1), elapsed_milliseconds=None)
    pace = counted(unseen, attempted("adam.m.1", seconds=30)).total.pace
    assert (pace.timed, pace.mean_seconds) == (1, 30)


def test_the_forecast_holds_two_weeks_with_what_is_overdue_today() -> None:
    days = due_forecast((DAY - 9, DAY, DAY + 1, DAY + 13, DAY + 14), DAY)
    assert [(d.study_day, d.due) for d in days if d.due] == [(DAY, 2), (DAY + 1, 1), (DAY + 13, 1)]
    assert len(days) == 14


def test_a_streak_ends_today_or_yesterday(attempted: "Attempted") -> None:
    days = [attempted(day=DAY - back) for back in (1, 2, 4)]
    assert counted(*days).streak == 2
    assert counted(*days, today=DAY + 1).streak == 0


def test_confidence_is_held_against_the_outcome_of_first_tries(attempted: "Attempted") -> None:
    found = counted(
        sure(attempted("adam/a", grade=1), Confidence.SURE),
        sure(attempted("adam/a", hour=21), Confidence.SURE),
        sure(attempted("adam/b"), Confidence.SURE),
        sure(attempted("adam/c", grade=1), Confidence.GUESS),
        attempted("adam/d"),
    )
    assert [(said.confidence, said.right) for said in found.said] == [
        (Confidence.SURE, Share(1, 2)),
        (Confidence.GUESS, Share(0, 1)),
    ]


def test_recall_is_predicted_from_what_was_known_before_the_attempt(attempted: "Attempted") -> None:
    first, second = attempted(), attempted(day=DAY + 10, grade=1)
    (memory,) = rebuilt([first]).values()
    (found,) = counted(first, second).predicted
    assert found.mean == recall(memory, DAY + 10)
    assert found.low <= found.mean < found.high
    assert found.known == Share(0, 1)


def test_a_slip_goes_with_the_items_it_was_made_in(attempted: "Attempted") -> None:
    made = attempted(grade=1, slips=("adam.v.no_decay",))
    found = counted(made, attempted(day=DAY + 1), attempted(day=DAY + 2), attempted("adam.m.1"))
    (slip,) = found.slips
    assert (slip.history.times, slip.history.is_mended) == (1, True)
    assert (slip.right, slip.retained) == (Share(2, 3), Share(2, 2))


def test_of_one_miss_the_last_cause_counts(attempted: "Attempted") -> None:
    misses = [attempted(f"adam/{i}", grade=1, hour=8 + i) for i in range(3)]
    causes = [about(miss, RecordKind.CAUSE, cause="time") for miss in misses]
    later = replace(about(misses[0], RecordKind.CAUSE, cause="slip"), moment=misses[2].moment)
    counts = counted(*misses, *causes, later).causes
    assert [(c.cause, c.times) for c in counts] == [(Cause.TIME, 2), (Cause.SLIP, 1)]


items = st.sampled_from([*LEVELS, "mine/gone"])
attempts = st.builds(
    lambda item, day, hour, grade, mode, confidence, slips: sure(
        attempt(item, DAY + day, hour, grade=grade, mode=mode, slips=slips), confidence
    ),
    items,
    st.integers(0, 20),
    st.integers(5, 23),
    st.sampled_from([1, 2, 3]),
    st.sampled_from(Mode),
    st.sampled_from(Confidence),
    st.sampled_from([(), ("adam.v.no_decay",), ("adam.m.no_decay", "adam.v.no_decay")]),
)
logs = st.lists(attempts, max_size=40, unique_by=lambda record: record.identity)


@given(logs)
def test_a_plain_count_of_the_whole_log_finds_the_same(log: list[Record]) -> None:
    plain, found = Plain(log), counted(*log)
    for name, group in [("", found.total), *((group.name, group) for group in found.items)]:
        firsts = [each for each in plain.firsts if name in {"", each.item}]
        reviews = [each for each in plain.reviews if name in {"", each.item}]
        assert (group.right.part, group.right.whole) == right_of(firsts)
        assert (group.retained.part, group.retained.whole) == kept_of(reviews)
        assert astuple(group.pace) == pace_of(firsts)
    assert {group.name for group in found.items} == {each.item for each in plain.standing}


@given(logs)
def test_a_plain_count_of_every_day_finds_the_same(log: list[Record]) -> None:
    plain, found = Plain(log), counted(*log)
    for day in found.days:
        here = [r for r in plain.firsts if r.moment.study_day == day.study_day]
        known = [r for r in plain.reviews if r.moment.study_day == day.study_day]
        assert day.answers == sum(r.moment.study_day == day.study_day for r in plain.standing)
        assert (day.group.right.part, day.group.right.whole) == right_of(here)
        assert (day.group.retained.part, day.group.retained.whole) == kept_of(known)
        assert astuple(day.group.pace) == pace_of(here)
    assert set(found.study_days) == {each.moment.study_day for each in plain.standing}


@given(logs)
def test_what_was_predicted_is_what_the_schedule_itself_expected(log: list[Record]) -> None:
    expected = Plain(log).predictions
    for found in counted(*log).predicted:
        inside = [
            (recall, known)
            for recall, known in expected
            if found.low <= recall and (recall < found.high or found.high == 1)
        ]
        assert found.known == Share(sum(known for _, known in inside), len(inside))
        assert found.mean == fmean(recall for recall, _ in inside)
    assert sum(each.known.whole for each in counted(*log).predicted) == len(expected)


@given(logs)
def test_the_groups_of_every_kind_add_up_to_the_total(log: list[Record]) -> None:
    found = counted(*log)
    for groups in (found.topics, found.levels, found.items):
        assert added(group.right for group in groups) == found.total.right
        assert added(group.retained for group in groups) == found.total.retained
        assert sum(group.pace.over for group in groups) == found.total.pace.over
        assert sum(group.pace.timed for group in groups) == found.total.pace.timed
    assert added(said.right for said in found.said) == found.total.right
    assert added(each.known for each in found.predicted) == found.total.retained


@given(logs)
def test_the_short_form_says_the_same(log: list[Record]) -> None:
    found = counted(*log)
    in_order = sorted(log, key=lambda r: (r.moment.study_day, r.moment.epoch_milliseconds))
    counts = [(s.topic, s.correct, s.attempts) for s in scores_by_topic(in_order)]
    assert [(s.topic, s.correct, s.attempts) for s in found.scores.topics] == counts
    assert {s.slip: s.times for s in found.scores.slips} == {
        s.history.slip: s.history.times for s in found.slips
    }


@given(logs, st.data())
def test_what_was_taken_back_never_counts(log: list[Record], data: st.DataObject) -> None:
    undone = [record for record in log if data.draw(st.booleans())]
    remarks = [
        about(r, kind, **payload)
        for r in undone
        for kind, payload in (
            (RecordKind.CAUSE, {"cause": "time"}),
            (RecordKind.SLIP_NAMED, {"slip": "adam.v.no_decay"}),
            (RecordKind.VOID, {}),
        )
    ]
    never = [record for record in log if record not in undone]
    assert counted(*log, *remarks) == counted(*never)


@given(logs)
def test_the_order_of_the_log_says_nothing(log: list[Record]) -> None:
    by_time = {(r.moment.epoch_milliseconds, r.item): r for r in log}.values()
    there, back = counted(*by_time), counted(*reversed(tuple(by_time)))
    assert there.total == back.total
    assert there.items == back.items


@pytest.mark.parametrize("offset", [-600, 0, 540])
def test_a_day_is_the_study_day_of_where_one_was(attempted: "Attempted", offset: int) -> None:
    late, night = attempted(hour=23, offset=offset), attempted(hour=27, offset=offset)
    found = counted(late, night)
    assert found.study_days == (DAY,)
    assert found.total.right == Share(1, 1)
