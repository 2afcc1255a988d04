"""The log leaves as text and comes back the same; two logs become one whatever the order."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizdeck.record.exchange import Objection
from quizdeck.record.store import Store, open_store
from quizdeck.study.moment import Moment
from quizdeck.study.records import Mode, Outcome, Record, RecordKind

DAY = 24 * 60 * 60 * 1000
ITEMS = ("adam/one", "adam/two", "adam.v.2")
Log = Callable[[str], Store]


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Log]:
    opened: list[Store] = []

    def open_log(device: str, name: str | None = None) -> Store:
        path = tmp_path / f"{name or device}.db"
        store = open_store(path, now=Moment(0, 0), new_device=lambda: device)
        opened.append(store)
        return store

    yield open_log
    for store in opened:
        store.close()


def answer(
    device: str, number: int, *, item: str = "adam/one", day: int = 0, grade: int = 3
) -> list[Record]:
    """Return what showing and answering an item leaves, with identities of the device's own."""
    moment = Moment(day * DAY + number, 0)
    shown = Record(f"{device}-s{number}", RecordKind.SHOWN, moment, "s", Mode.DRILL, item)
    outcome = Outcome.CORRECT if grade > 1 else Outcome.WRONG
    attempt = Record(
        f"{device}-a{number}", RecordKind.ATTEMPT, moment, "s", Mode.DRILL, item,
        target=shown.identity, outcome=outcome, grade=grade, elapsed_milliseconds=5,
    )  # fmt: skip
    return [shown, attempt]


def void(device: str, number: int, target: str, item: str = "adam/one") -> Record:
    moment = Moment(number, 0)
    return Record(
        f"{device}-v{number}", RecordKind.VOID, moment, "s", Mode.DRILL, item, target=target
    )


class TestExport:
    def test_comes_back_byte_for_byte(self, log: Log) -> None:
        store = log("a")
        store.append([*answer("a", 1), *answer("a", 2, item="adam/two"), void("a", 3, "a-a1")])
        lines = list(store.export())
        assert len(lines) == 5
        again = log("b")
        merged = again.merge(lines)
        assert (merged.added, merged.known, merged.quarantined) == (5, 0, ())
        assert list(again.export()) == lines
        assert again.memories() == store.memories()

    def test_of_ones_own_leaves_out_what_came_from_elsewhere(self, log: Log) -> None:
        one, other = log("a"), log("b")
        one.append(answer("a", 1))
        other.append(answer("b", 1))
        one.merge(other.export())
        assert [json.loads(line)["device"] for line in one.export_own()] == ["a", "a"]
        assert len(list(one.export())) == 4


class TestMerging:
    def test_a_second_time_adds_nothing(self, log: Log) -> None:
        one, other = log("a"), log("b")
        other.append(answer("b", 1))
        assert one.merge(other.export()).added == 2
        merged = one.merge(other.export())
        assert (merged.added, merged.known) == (0, 2)

    def test_the_earlier_attempt_of_a_day_is_the_scheduled_one(self, log: Log) -> None:
        one, other = log("a"), log("b")
        one.append(answer("a", 500, grade=1))
        other.append(answer("b", 100, grade=3))
        one.merge(other.export())
        other.merge(one.export())
        assert one.memories() == other.memories()
        assert one.memories()["adam/one"].stability > 2  # Good, not Again

    def test_an_altered_event_is_put_aside_and_explained(self, log: Log) -> None:
        one, other = log("a"), log("b")
        other.append(answer("b", 1))
        shown, attempt = other.export()
        merged = one.merge([shown, attempt.replace('"grade":3', '"grade":4')])
        assert merged.added == 1
        assert [q.objection for q in merged.quarantined] == [Objection.ALTERED]

    @pytest.mark.parametrize("line", ["{", "[]", '"x"', "{}", "1e999", "\x00", '{"id": 1}'])
    def test_a_line_that_is_no_event_is_put_aside(self, log: Log, line: str) -> None:
        merged = log("a").merge([line])
        assert [q.objection for q in merged.quarantined] == [Objection.UNREADABLE]

    def test_a_cloned_device_is_noticed(self, log: Log) -> None:
        one, clone = log("a"), log("a", "clone")  # type: ignore[call-arg]
        one.append(answer("a", 1))
        clone.append(answer("a", 2))
        before = list(one.export())
        merged = one.merge(clone.export())
        assert {q.objection for q in merged.quarantined} == {Objection.OTHER_EVENT}
        assert list(one.export()) == before

    def test_a_gap_waits_for_what_is_missing(self, log: Log) -> None:
        one, other = log("a"), log("b")
        other.append([*answer("b", 1), *answer("b", 2)])
        lines = list(other.export())
        merged = one.merge([lines[0], lines[3]])
        assert merged.added == 1
        assert [q.objection for q in merged.quarantined] == [Objection.GAP]
        assert one.merge(lines).added == 3
        assert list(one.export()) == lines

    def test_a_word_about_an_event_that_is_missing_waits_for_it(self, log: Log) -> None:
        one, other, third = log("a"), log("b"), log("c")
        one.append(answer("a", 1))
        other.merge(one.export())
        other.append([void("b", 1, "a-a1")])
        merged = third.merge(other.export_own())
        assert [q.objection for q in merged.quarantined] == [Objection.TARGET_MISSING]
        assert third.merge(other.export()).added == 3
        assert third.memories() == {}


EVENTS = st.lists(
    st.tuples(
        st.sampled_from("ab"),
        st.sampled_from(ITEMS),
        st.integers(0, 5),
        st.sampled_from((1, 2, 3)),
        st.booleans(),
    ),
    max_size=14,
)


def written(stores: dict[str, Store], events: list[tuple[str, str, int, int, bool]]) -> None:
    for number, (device, item, day, grade, is_voided) in enumerate(events):
        stores[device].append(answer(device, number, item=item, day=day, grade=grade))
        if is_voided:
            stores[device].append([void(device, number, f"{device}-a{number}", item)])


@given(EVENTS)
@settings(deadline=None, max_examples=40)
def test_a_merge_does_not_depend_on_who_takes_over_from_whom(
    tmp_path_factory: pytest.TempPathFactory, events: list[tuple[str, str, int, int, bool]]
) -> None:
    folder = tmp_path_factory.mktemp("merge")
    names = ("a", "b", "c", "d")
    stores = {
        name: open_store(folder / f"{name}.db", now=Moment(0, 0), new_device=lambda n=name: n)  # type: ignore[misc]
        for name in names
    }
    try:
        written(stores, events)
        a, b, c, d = (stores[name] for name in names)
        own_a, own_b = list(a.export()), list(b.export())
        c.merge(own_a)
        c.merge(own_b)
        d.merge([*reversed(own_b), *own_a])
        assert list(c.export()) == list(d.export())
        assert c.memories() == d.memories()
        a.merge(own_b)
        b.merge(own_a)
        assert a.memories() == b.memories() == c.memories()
        assert all(store.schedule_matches_log() for store in stores.values())
    finally:
        for store in stores.values():
            store.close()


@given(EVENTS)
@settings(deadline=None, max_examples=40)
def test_what_was_taken_back_might_never_have_happened(
    tmp_path_factory: pytest.TempPathFactory, events: list[tuple[str, str, int, int, bool]]
) -> None:
    folder = tmp_path_factory.mktemp("void")
    kept = [event for event in events if not event[-1]]
    results = []
    for name, happened in (("all", events), ("kept", kept)):
        stores = {
            device: open_store(
                folder / f"{name}-{device}.db",
                now=Moment(0, 0),
                new_device=lambda d=device: d,  # type: ignore[misc]
            )
            for device in "ab"
        }
        try:
            written(stores, happened)
            results.append([(s.memories(), s.study_days()) for s in stores.values()])
        finally:
            for store in stores.values():
                store.close()
    everything, without = results
    assert [m for m, _ in everything] == [m for m, _ in without]
    assert [d for _, d in everything] == [d for _, d in without]
