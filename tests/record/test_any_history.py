"""Whatever happens to two logs, in whatever order: the schedule is always what the log implies."""

import itertools
import tempfile
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from quizdeck.record.store import Store, open_store
from quizdeck.study.moment import Moment
from quizdeck.study.records import Mode, Outcome, Record, RecordKind
from quizdeck.study.schedule import rebuilt

DAY = 86_400_000
DEVICES = ("one", "two")
ITEMS = st.sampled_from(("adam.v.2", "adam.m.1", "q/学習率"))


class TwoMachines(RuleBasedStateMachine):
    """Two devices that answer, take back, rest and merge; ``kept`` is a log without undone answers.

    What was undone is never written to ``kept``.
    """

    def __init__(self) -> None:
        super().__init__()
        self.stack = ExitStack()
        self.numbers = itertools.count()

    @initialize()
    def start(self) -> None:
        folder = Path(self.stack.enter_context(tempfile.TemporaryDirectory()))
        self.stores = {name: self._opened(folder, name) for name in DEVICES}
        self.answers: dict[str, list[Record]] = {name: [] for name in DEVICES}
        self.folder = folder

    def _opened(self, folder: Path, name: str) -> Store:
        path = folder / f"{name}.db"
        store = open_store(path, now=Moment(0, 0), new_device=lambda: name)
        store._connection.execute("PRAGMA synchronous = OFF")
        return self.stack.enter_context(store)

    def teardown(self) -> None:
        self.stack.close()

    def record(self, kind: RecordKind, item: str, day: int, mode: Mode = Mode.DRILL) -> Record:
        number = next(self.numbers)
        return Record(f"id-{number:06}", kind, Moment(day * DAY + number, 0), "s", mode, item)

    @rule(
        device=st.sampled_from(DEVICES),
        item=ITEMS,
        day=st.integers(20_000, 20_010),
        grade=st.integers(1, 4),
        mode=st.sampled_from(Mode),
    )
    def answer(self, device: str, item: str, day: int, grade: int, mode: Mode) -> None:
        shown = self.record(RecordKind.SHOWN, item, day, mode)
        outcome = Outcome.WRONG if grade == 1 else Outcome.CORRECT
        attempt = replace(
            self.record(RecordKind.ATTEMPT, item, day, mode),
            target=shown.identity,
            outcome=outcome,
            grade=grade,
        )
        self.stores[device].append((shown, attempt))
        self.answers[device].append(attempt)

    @precondition(lambda self: any(self.answers.values()))
    @rule(data=st.data(), again=st.booleans())
    def take_back(self, data: st.DataObject, *, again: bool) -> None:
        device = data.draw(st.sampled_from([d for d in DEVICES if self.answers[d]]))
        attempt = data.draw(st.sampled_from(self.answers[device]))
        self.answers[device].remove(attempt)
        void = replace(
            self.record(RecordKind.VOID, attempt.item or "", 20_010), target=attempt.identity
        )
        self.stores[device].append((void,))
        if again:
            answer = self.record(RecordKind.ATTEMPT, attempt.item or "", 20_010, attempt.mode)
            answer = replace(answer, target=attempt.target, outcome=Outcome.CORRECT, grade=3)
            self.stores[device].append((answer,))
            self.answers[device].append(answer)

    @precondition(lambda self: any(self.answers.values()))
    @rule(data=st.data(), grade=st.integers(1, 4))
    def rate_by_hand(self, data: st.DataObject, grade: int) -> None:
        device = data.draw(st.sampled_from([d for d in DEVICES if self.answers[d]]))
        attempt = data.draw(st.sampled_from(self.answers[device]))
        rated = self.record(RecordKind.RATED, attempt.item or "", 20_010, attempt.mode)
        self.stores[device].append((replace(rated, target=attempt.identity, grade=grade),))

    @rule(device=st.sampled_from(DEVICES), item=ITEMS, marks=st.booleans())
    def mark(self, device: str, item: str, *, marks: bool) -> None:
        kind = RecordKind.FLAGGED if marks else RecordKind.UNFLAGGED
        store, note = self.stores[device], "note" if marks else None
        store.append((replace(self.record(kind, item, 20_005), payload={"note": note}),))
        assert store.flag(item) == store.flags().get(item) == note

    @rule(device=st.sampled_from(DEVICES), item=ITEMS, rests=st.booleans())
    def rest(self, device: str, item: str, *, rests: bool) -> None:
        kind = RecordKind.SUSPENDED if rests else RecordKind.RESUMED
        record = self.record(kind, item, 20_005)
        self.stores[device].append((record,))
        assert (item in self.stores[device].resting(20_005)) == rests

    @rule(into=st.sampled_from(DEVICES))
    def merge(self, into: str) -> None:
        (other,) = set(DEVICES) - {into}
        merged = self.stores[into].merge(self.stores[other].export())
        assert merged.quarantined == ()
        assert self.stores[into].merge(self.stores[other].export()).added == 0

    @rule()
    def merge_both_ways(self) -> None:
        for into in DEVICES:
            self.merge(into)
        one, two = (self.stores[device] for device in DEVICES)
        assert sorted(one.export()) == sorted(two.export())
        assert one.memories() == two.memories()

    @rule(device=st.sampled_from(DEVICES))
    def rebuild(self, device: str) -> None:
        self.stores[device].rebuild_schedule()

    @invariant()
    def schedules_are_what_the_logs_imply(self) -> None:
        for store in getattr(self, "stores", {}).values():
            records = sorted(
                (*store.attempts(), *store.records(kinds=(RecordKind.RATED,))),
                key=lambda record: (record.moment.study_day, record.moment.epoch_milliseconds),
            )
            assert store.memories() == rebuilt(records)
            assert store.schedule_matches_log()

    @invariant()
    def what_was_taken_back_never_happened(self) -> None:
        if hasattr(self, "stores"):
            for device in DEVICES:
                mine = {a.identity for name in DEVICES for a in self.answers[name]}
                standing = {record.identity for record in self.stores[device].attempts()}
                assert {a.identity for a in self.answers[device]} <= standing
                assert standing - mine <= self._not_yet_heard_of(device)

    def _not_yet_heard_of(self, device: str) -> set[str]:
        """Return the answers of the other device whose taking back has not come here yet."""
        (other,) = set(DEVICES) - {device}
        return {
            record.target or "" for record in self.stores[other].records(kinds=(RecordKind.VOID,))
        }


def test_any_history_of_two_machines() -> None:
    run_state_machine_as_test(
        TwoMachines, settings=settings(max_examples=30, stateful_step_count=20, deadline=None)
    )
