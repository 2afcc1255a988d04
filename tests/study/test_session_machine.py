"""A session under every sequence of events, in order or not, and after a crash anywhere."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizdeck.problems.problem import build
from quizdeck.problems.skills.registry import skill_by_id
from quizdeck.study.events import Continued, GaveUp, Presented, Started, Submitted
from quizdeck.study.exercise import Exercise, NumericExercise
from quizdeck.study.machine import advance, started
from quizdeck.study.moment import Moment
from quizdeck.study.policy import DRILL, PRACTICE, Policy
from quizdeck.study.records import Outcome, Record, RecordKind
from quizdeck.study.replay import resumed
from quizdeck.study.session import Phase, Result, Session
from tests.study.exercises import choice

Sent = Presented | Submitted | GaveUp | Continued

GONE = frozenset({"gone/one", "gone/two"})
ITEMS = ("adam/a", "adam/b", "adam/c", "adam/d", "adam/e", "adam/f", *sorted(GONE))


RIGHT, WRONG, UNREADABLE = "２", "1", "seven"


def exercise_of(item: str) -> Exercise | None:
    return None if item in GONE else choice(item)


@dataclass(frozen=True)
class Sitting:
    """A session played so far: how it stood after every event, and all that it left."""

    stands: tuple[Session, ...]
    logs: tuple[tuple[Record, ...], ...]  # the whole log after every event
    events: tuple[Sent, ...]

    @property
    def end(self) -> Session:
        return self.stands[-1]

    @property
    def log(self) -> tuple[Record, ...]:
        return self.logs[-1]

    def of_kind(self, kind: RecordKind) -> tuple[Record, ...]:
        return tuple(record for record in self.log if record.kind is kind)


def moment(seconds: int) -> Moment:
    return Moment(1_760_000_000_000 + 1000 * seconds, 540)


def begun(items: Sequence[str], policy: Policy) -> Sitting:
    session, records = started(Started("id-0", moment(0), tuple(items), policy))
    return Sitting((session,), (records,), ())


def event_of(word: str, session: Session, number: int) -> Sent:
    identity, now = f"id-{number}", moment(10 * number)
    match word:
        case "present":
            item = session.queue[0] if session.queue else "adam/a"
            return Presented(identity, now, exercise_of(item))
        case "right":
            return Submitted(identity, now, RIGHT)
        case "wrong":
            return Submitted(identity, now, WRONG)
        case "unreadable":
            return Submitted(identity, now, UNREADABLE)
        case "give_up":
            return GaveUp(identity, now)
        case _:
            return Continued(identity, now)


def played(sitting: Sitting, *words: str) -> Sitting:
    for word in words:
        event = event_of(word, sitting.end, len(sitting.stands))
        session, records = advance(sitting.end, event)
        sitting = Sitting(
            (*sitting.stands, session),
            (*sitting.logs, sitting.log + records),
            (*sitting.events, event),
        )
    return sitting


AWAITED: Mapping[Phase, frozenset[type[Sent]]] = {
    Phase.READY: frozenset({Presented}),
    Phase.ASKING: frozenset({Submitted, GaveUp}),
    Phase.FEEDBACK: frozenset({Continued}),
    Phase.FINISHED: frozenset(),
}
WORDS = ("present", "right", "wrong", "unreadable", "give_up", "continue")
# A round is usual; single words in between come at the wrong time more often than not.
ROUNDS = st.one_of(
    st.sampled_from(WORDS).map(lambda word: (word,)),
    st.sampled_from(WORDS[1:5]).map(lambda word: ("present", word, "continue")),
)
DRILLED_ITEMS = st.lists(st.sampled_from(ITEMS), max_size=7, unique=True)
PRACTISED_ITEMS = st.lists(st.sampled_from(ITEMS), max_size=7)


@st.composite
def sittings(draw: st.DrawFn, policy: Policy | None = None) -> Sitting:
    policy = policy or draw(st.sampled_from((DRILL, PRACTICE)))
    items = draw(DRILLED_ITEMS if policy is DRILL else PRACTISED_ITEMS)
    rounds = draw(st.lists(ROUNDS, max_size=16))
    return played(begun(items, policy), *(word for words in rounds for word in words))


@given(sittings())
def test_an_event_in_the_wrong_phase_changes_nothing_and_leaves_no_record(
    sitting: Sitting,
) -> None:
    for event, (before, after), (old, new) in zip(
        sitting.events, pairwise(sitting.stands), pairwise(sitting.logs), strict=True
    ):
        if type(event) not in AWAITED[before.phase]:
            assert after is before
            assert new == old
        else:
            assert after != before


@given(sittings())
def test_every_record_is_complete_and_has_an_identity_of_its_own(sitting: Sitting) -> None:
    identities = [record.identity for record in sitting.log]
    assert len(set(identities)) == len(identities)
    assert {record.session for record in sitting.log} == {sitting.end.id}
    assert {record.mode for record in sitting.log} == {sitting.end.policy.mode}
    for record in sitting.log:
        assert (record.target is not None) == (record.kind is RecordKind.ATTEMPT)
        assert (record.grade is not None) == (record.kind is RecordKind.ATTEMPT)
        assert (record.outcome is not None) == (record.kind is RecordKind.ATTEMPT)


@given(sittings())
def test_every_attempt_answers_one_shown_record_of_its_item(sitting: Sitting) -> None:
    shown: dict[str, str | None] = {}
    answered: set[str | None] = set()
    for record in sitting.log:
        if record.kind is RecordKind.SHOWN:
            shown[record.identity] = record.item
        elif record.kind is RecordKind.ATTEMPT:
            assert record.target is not None
            assert shown[record.target] == record.item
            assert record.target not in answered
            answered.add(record.target)
        elif record.kind is RecordKind.RETRY:
            assert list(shown.values())[-1] == record.item
            assert list(shown)[-1] not in answered


@given(sittings())
def test_a_grade_says_how_the_answer_came(sitting: Sitting) -> None:
    retries = 0
    for record in sitting.log:
        match record.kind:
            case RecordKind.SHOWN:
                retries = 0
            case RecordKind.RETRY:
                retries += 1
            case RecordKind.ATTEMPT:
                best = 2 if retries else 3
                assert record.grade == (best if record.outcome is Outcome.CORRECT else 1)


@given(sittings())
def test_retries_cost_nothing(sitting: Sitting) -> None:
    for event, (before, after) in zip(sitting.events, pairwise(sitting.stands), strict=True):
        if isinstance(event, Submitted) and event.text == UNREADABLE:
            expected = replace(before, answer=after.answer, retries=after.retries)
            assert after == expected


@given(sittings())
def test_results_are_the_attempts_of_the_log(sitting: Sitting) -> None:
    attempts = sitting.of_kind(RecordKind.ATTEMPT)
    assert [(r.item, r.outcome, r.elapsed_milliseconds) for r in sitting.end.results] == [
        (a.item, a.outcome, a.elapsed_milliseconds) for a in attempts
    ]


@given(sittings())
def test_a_session_is_finished_exactly_when_nothing_is_left(sitting: Sitting) -> None:
    for session, log in zip(sitting.stands, sitting.logs, strict=True):
        is_over = not session.queue and session.exercise is None
        assert (session.phase is Phase.FINISHED) == is_over
        ends = [record.kind for record in log].count(RecordKind.SESSION_ENDED)
        assert ends == (is_over and bool(log[0].payload["items"]))
        assert ends == 0 or log[-1].kind is RecordKind.SESSION_ENDED


@given(sittings(DRILL))
def test_a_drill_keeps_every_item_until_it_is_right(sitting: Sitting) -> None:
    items = sitting.stands[0].queue
    for session in sitting.stands:
        last = {result.item: result.outcome for result in session.results}
        for item in set(items) - GONE:
            is_right = last.get(item) is Outcome.CORRECT
            assert (item in session.queue) != is_right
        assert max(Counter(session.queue).values(), default=1) == 1


@given(sittings(DRILL))
def test_a_miss_returns_with_up_to_three_others_between(sitting: Sitting) -> None:
    for before, after in pairwise(sitting.stands):
        if len(after.results) > len(before.results):
            result, others = after.results[-1], before.queue[1:]
            assert before.queue[0] == result.item
            if result.outcome is Outcome.CORRECT:
                assert after.queue == others
            else:
                assert after.queue.index(result.item) == min(3, len(others))
                assert tuple(i for i in after.queue if i != result.item) == others


@given(sittings(PRACTICE))
def test_practice_asks_everything_once_in_its_order(sitting: Sitting) -> None:
    items = [item for item in sitting.stands[0].queue if item not in GONE]
    shown = [record.item for record in sitting.of_kind(RecordKind.SHOWN)]
    assert shown == items[: len(shown)]
    assert all(not result.is_return for result in sitting.end.results)
    if sitting.end.phase is Phase.FINISHED:
        assert shown == items


@given(sittings(DRILL))
def test_a_return_is_an_item_that_was_answered_before(sitting: Sitting) -> None:
    seen: set[str] = set()
    for result in sitting.end.results:
        assert result.is_return == (result.item in seen)
        seen.add(result.item)
    firsts = {r.item: r.outcome for r in reversed(sitting.end.results)}
    assert set(sitting.end.missed) == {i for i, o in firsts.items() if o is not Outcome.CORRECT}
    for before, after in pairwise(sitting.stands):
        if before.phase is Phase.ASKING and after.phase is Phase.FEEDBACK:
            assert before.is_return == after.is_return == after.results[-1].is_return


@given(sittings())
def test_first_tries_add_up(sitting: Sitting) -> None:
    for session in sitting.stands:
        asked = session.first_tries_left + len(session.first_tries)
        skipped = asked - len(sitting.stands[0].queue)
        assert -len([i for i in sitting.stands[0].queue if i in GONE]) <= skipped <= 0


def after_restart(session: Session) -> Session:
    """Return what a session comes back as: without feedback, without items that are gone."""
    queue = tuple(item for item in session.queue if item not in GONE)
    back = replace(session, queue=queue, answer=None)
    if session.phase is Phase.FEEDBACK:
        phase = Phase.READY if session.queue else Phase.FINISHED
        return replace(back, phase=phase, exercise=None, shown=None, retries=0, attempt=None)
    return back


def exercise_shown(record: Record) -> Exercise | None:
    return exercise_of(record.item or "")


@given(sittings())
@settings(deadline=None)
def test_a_session_comes_back_as_it_stood_whenever_it_was_interrupted(sitting: Sitting) -> None:
    for session, log in zip(sitting.stands, sitting.logs, strict=True):
        back = resumed(log, exercise_shown)
        assert back is not None
        assert after_restart(back) == after_restart(session)


@given(sittings(), st.data())
@settings(deadline=None)
def test_a_session_that_was_interrupted_goes_on_as_if_it_had_not_been(
    sitting: Sitting, data: st.DataObject
) -> None:
    stop = data.draw(st.integers(0, len(sitting.events)))
    back = resumed(sitting.logs[stop], exercise_shown)
    assert back is not None
    assert to_the_end(back).results == to_the_end(sitting.stands[stop]).results


def to_the_end(session: Session) -> Session:
    """Return the session after answers that are wrong and right in turn."""
    sitting = Sitting((session,), ((),), ())
    while sitting.end.phase is not Phase.FINISHED:
        answer = "right" if len(sitting.end.results) % 2 else "wrong"
        sitting = played(
            sitting, {"ready": "present", "asking": answer}.get(sitting.end.phase, "continue")
        )
    return sitting.end


def test_nothing_comes_back_from_an_empty_log() -> None:
    assert resumed((), exercise_shown) is None


def test_a_session_of_nothing_is_over_at_once() -> None:
    sitting = begun((), DRILL)
    assert sitting.end.phase is Phase.FINISHED
    assert [record.kind for record in sitting.log] == [RecordKind.SESSION_STARTED]


def test_the_first_record_holds_all_items() -> None:
    (record,) = begun(("adam/a", "adam/b"), DRILL).log
    assert record.payload == {"items": ["adam/a", "adam/b"]}
    assert record.session == record.identity


def test_an_item_missed_twice_comes_twice_and_then_no_more() -> None:
    sitting = played(
        begun(("adam/a", "adam/b"), DRILL),
        *("present", "wrong", "continue"),
        *("present", "right", "continue"),
        *("present", "give_up", "continue"),
        *("present", "right", "continue"),
    )
    outcomes = [(r.item, r.outcome, r.is_return) for r in sitting.end.results]
    assert outcomes == [
        ("adam/a", Outcome.WRONG, False),
        ("adam/b", Outcome.CORRECT, False),
        ("adam/a", Outcome.REVEALED, True),
        ("adam/a", Outcome.CORRECT, True),
    ]
    assert sitting.end.phase is Phase.FINISHED
    assert sitting.end.missed == ("adam/a",)


def test_an_attempt_keeps_what_was_typed_and_how_long_it_took() -> None:
    sitting = played(begun(("adam/a",), DRILL), "present", "unreadable", "right")
    shown, retry, attempt = sitting.log[1:]
    assert shown.payload == {"order": [3, 2, 0, 1], "revision": "r1", "key": "a1", "correct": 2}
    assert retry.payload == {"text": UNREADABLE, "verdict": "unreadable"}
    assert attempt.payload == {"text": RIGHT, "slips": []}
    assert attempt.elapsed_milliseconds == 20_000


def test_a_clock_set_back_makes_no_time_negative() -> None:
    sitting = played(begun(("adam/a",), DRILL), "present")
    session, _ = advance(sitting.end, Submitted("id-9", moment(-3600), RIGHT))
    assert session.results[-1].elapsed_milliseconds == 0


def test_the_same_skill_twice_in_practice_is_twice_a_first_try() -> None:
    sitting = played(
        begun(("adam/a", "adam/a"), PRACTICE),
        *("present", "wrong", "continue", "present", "wrong"),
    )
    assert [result.is_return for result in sitting.end.results] == [False, False]
    assert not sitting.end.is_return
    assert len(sitting.end.first_tries) == 2
    assert sitting.end.missed == ("adam/a",)


def test_items_that_vanished_are_skipped_without_a_record() -> None:
    sitting = played(begun(("gone/one", "gone/two", "adam/a"), DRILL), "present", "present")
    assert sitting.end.queue == ("adam/a",)
    assert len(sitting.log) == 1


def test_a_session_whose_items_all_vanished_ends() -> None:
    sitting = played(begun(("gone/one", "gone/two"), DRILL), "present", "present")
    assert sitting.end.phase is Phase.FINISHED
    assert [r.kind for r in sitting.log] == [RecordKind.SESSION_STARTED, RecordKind.SESSION_ENDED]


def test_an_answer_after_a_vanished_item_is_not_asked_for_again() -> None:
    sitting = played(
        begun(("gone/one", "adam/a", "adam/b"), DRILL), "present", "present", "right", "continue"
    )
    back = resumed(sitting.log, exercise_shown)
    assert back is not None
    assert back.queue == sitting.end.queue == ("adam/b",)


def test_what_was_shown_and_has_changed_since_is_drawn_anew() -> None:
    sitting = played(begun(("adam/a", "adam/b"), DRILL), "present", "unreadable")
    back = resumed(sitting.log, lambda _record: None)
    assert back is not None
    assert (back.phase, back.queue, back.shown) == (Phase.READY, ("adam/a", "adam/b"), None)
    again = played(Sitting((back,), ((),), ()), "present", "right")
    assert again.log[-1].grade == 3
    assert again.log[-1].target == again.log[0].identity


def numeric_session() -> tuple[Session, NumericExercise]:
    exercise = NumericExercise(build(skill_by_id("adam.v.2"), 7))
    sitting = begun(("adam.v.2",), DRILL)
    session, _ = advance(sitting.end, Presented("id-1", moment(1), exercise))
    return session, exercise


def test_a_slip_is_kept_with_the_attempt() -> None:
    session, exercise = numeric_session()
    slip = next(slip for slip in exercise.problem.slips if slip.is_key)
    _, (attempt,) = advance(session, Submitted("id-2", moment(2), str(slip.value)))
    assert attempt.outcome is Outcome.WRONG
    assert attempt.payload["slips"] == [slip.id]


def test_the_numbers_shown_are_frozen_in_the_log() -> None:
    session, exercise = numeric_session()
    assert session.shown is not None
    payload = session.shown.payload
    assert payload["variant"] == "adam.v.2@7"
    assert payload["version"] == exercise.problem.skill.version
    assert payload["given"] == dict(exercise.problem.given)
    assert payload["answer"] == str(exercise.problem.answer)


@pytest.mark.parametrize("text", ["", "abc", "1//2", "∞"])
def test_a_text_that_is_no_number_is_asked_again(text: str) -> None:
    session, _ = numeric_session()
    after, (record,) = advance(session, Submitted("id-2", moment(2), text))
    assert (after.phase, record.kind) == (Phase.ASKING, RecordKind.RETRY)
    assert record.grade is None


@pytest.mark.parametrize("text", ["5", "0", "-1", "1.0", "２２", "②", "one", "", " "])
def test_only_the_numbers_of_the_options_choose(text: str) -> None:
    sitting = played(begun(("adam/a",), DRILL), "present")
    session, _ = advance(sitting.end, Submitted("id-2", moment(2), text))
    assert session.phase is (Phase.FEEDBACK if text == "②" else Phase.ASKING)


def test_a_result_says_whose_it_is() -> None:
    sitting = played(begun(("adam/a",), DRILL), "present", "give_up")
    assert sitting.end.results == (Result("adam/a", Outcome.REVEALED, False, 10_000),)  # noqa: FBT003
    assert sitting.end.outcome is Outcome.REVEALED
