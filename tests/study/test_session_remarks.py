"""What is said beside an answer: an easy one, a mark, a rest after a miss."""

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from quizdeck.study.events import (
    Continued,
    Flagged,
    GaveUp,
    Hinted,
    NamedCause,
    Presented,
    RatedEasy,
    Skipped,
    Started,
    Step,
    Submitted,
    Suspended,
)
from quizdeck.study.machine import advance, started
from quizdeck.study.moment import Moment
from quizdeck.study.policy import DRILL, PRACTICE, Policy
from quizdeck.study.records import Outcome, Record, RecordKind
from quizdeck.study.replay import resumed
from quizdeck.study.session import Cause, Phase, Session, cleared
from tests.study.exercises import choice

Said = Callable[[str, Moment], Step]

RIGHT, WRONG, UNREADABLE = "２", "1", "seven"
SAID: dict[str, Said] = {
    "right": lambda id_, now: Submitted(id_, now, RIGHT),
    "wrong": lambda id_, now: Submitted(id_, now, WRONG),
    "unreadable": lambda id_, now: Submitted(id_, now, UNREADABLE),
    "give up": GaveUp,
    "hint": Hinted,
    "skip": Skipped,
    "rest": lambda id_, now: Suspended(id_, now, 21_000, f"{id_}-end"),
    "flag": lambda id_, now: Flagged(id_, now, "odd wording"),
    "unflag": lambda id_, now: Flagged(id_, now, None),
    "easy": RatedEasy,
    "cause": lambda id_, now: NamedCause(id_, now, Cause.MISREAD),
    "go on": Continued,
}


def moment(seconds: int) -> Moment:
    return Moment(1_760_000_000_000 + 1000 * seconds, 540)


def sat(*words: str, items: tuple[str, ...] = ("a", "b", "c"), policy: Policy = DRILL) -> "Run":
    session, log = started(Started("id-0", moment(0), items, policy))
    run = Run(session, log)
    for word in words:
        run.say(word)
    return run


class Run:
    """A session under way and the log that it left."""

    def __init__(self, session: Session, log: tuple[Record, ...]) -> None:
        self.session = session
        self.log = log
        self._count = 0

    def say(self, word: str) -> None:
        self._count += 1
        identity, now = f"id-{self._count}", moment(self._count)
        if word == "show":
            item = self.session.queue[0] if self.session.queue else "a"
            event: Step = Presented(identity, now, choice(item))
        else:
            event = SAID[word](identity, now)
        self.session, records = advance(self.session, event)
        self.log = (*self.log, *records)

    def of_kind(self, kind: RecordKind) -> tuple[Record, ...]:
        return tuple(record for record in self.log if record.kind is kind)


def test_a_right_answer_can_be_rated_as_easy_by_hand() -> None:
    run = sat("show", "right", "easy")
    (attempt,), (rated,) = run.of_kind(RecordKind.ATTEMPT), run.of_kind(RecordKind.RATED)
    assert (attempt.grade, rated.grade) == (3, 4)
    assert (rated.target, rated.item) == (attempt.identity, attempt.item)
    assert run.session.results[-1].is_easy


def test_nothing_else_can_be_rated_as_easy() -> None:
    for words in (
        ("show", "wrong"),
        ("show", "give up"),
        ("show", "hint", "right"),
        ("show", "unreadable", "right"),
        ("show",),
        (),
    ):
        assert sat(*words, "easy").of_kind(RecordKind.RATED) == ()
    assert sat("show", "right", "easy", policy=PRACTICE).of_kind(RecordKind.RATED) == ()
    missed = sat("show", "wrong", "go on", "show", "right", "easy", items=("a",))
    assert missed.of_kind(RecordKind.RATED) == ()


def test_a_mark_and_its_note_are_in_the_log_and_change_nothing_else() -> None:
    for before in (("show",), ("show", "wrong")):
        plain, marked = sat(*before), sat(*before, "flag", "unflag")
        assert marked.session == plain.session
        (on,), (off,) = marked.of_kind(RecordKind.FLAGGED), marked.of_kind(RecordKind.UNFLAGGED)
        assert (on.item, on.payload) == ("a", {"note": "odd wording"})
        assert off.item == "a"
    assert sat("flag").of_kind(RecordKind.FLAGGED) == ()


def test_what_rests_after_a_miss_does_not_come_back() -> None:
    run = sat("show", "wrong", "rest", "go on")
    assert run.session.queue == ("b", "c")
    assert run.session.results[-1].outcome is Outcome.WRONG


def test_the_session_is_over_once_the_last_item_rests() -> None:
    assert sat("show", "wrong", "rest", items=("a",)).session.phase is Phase.FEEDBACK
    run = sat("show", "wrong", "rest", "go on", items=("a",))
    assert run.session.phase is Phase.FINISHED
    assert len(run.of_kind(RecordKind.SESSION_ENDED)) == 1


@given(st.lists(st.sampled_from(("show", "show", *SAID)), max_size=40))
@settings(deadline=None)
def test_whatever_is_said_a_session_comes_back_as_it_stood(words: list[str]) -> None:
    run = sat(*words)
    back = resumed(run.log, lambda record: choice(record.item or ""))
    assert back is not None
    # feedback is not shown a second time
    stood = cleared(run.session) if run.session.phase is Phase.FEEDBACK else run.session
    assert (back.results, back.queue, back.phase) == (stood.results, stood.queue, stood.phase)
    assert (back.hints, back.retries) == (stood.hints, stood.retries)
