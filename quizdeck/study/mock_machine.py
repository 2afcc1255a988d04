"""A mock quiz as a machine: go anywhere, answer, change, flag, hand in; nothing is judged before.

Time is wall clock: it goes on while the program is closed, and when it is up the paper is in. A
mock is the fold of its records; whatever is in the log can be taken up again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import reduce
from typing import assert_never

from quizdeck.banks.blueprints import Area
from quizdeck.study.answering import answered
from quizdeck.study.exercise import Exercise
from quizdeck.study.mock import Mock, Sheet
from quizdeck.study.mock_events import Chose, Ending, Event, Flagged, HandedIn, Noted, WentTo
from quizdeck.study.moment import Moment
from quizdeck.study.paper import Slot
from quizdeck.study.records import Json, Mode, Outcome, Record, RecordKind
from quizdeck.text import Localized

_AGAIN, _GOOD = 1, 3


def begun_mock(
    identity: str,
    moment: Moment,
    *,
    preset: str,
    title: Localized,
    seed: int,
    minutes: int,
    slots: tuple[Slot, ...],
    exercises: tuple[Exercise, ...],
    sources: Mapping[str, str],
) -> tuple[Mock, tuple[Record, ...]]:
    """Begin a mock; ``sources`` are the questions' own texts, which the paper keeps."""
    payload: dict[str, Json] = {
        "preset": preset,
        "title": {"ja": title.ja, "en": title.en},
        "seed": seed,
        "minutes": minutes,
        "slots": [[s.section, s.question, s.item, s.area.value] for s in slots],
        "topics": [exercise.topic for exercise in exercises],
        "keys": [exercise.correct_numbers[0] for exercise in exercises],
        "shown": [dict(exercise.snapshot()) for exercise in exercises],
        "sources": dict(sources),
    }
    record = _record(identity, moment, identity, RecordKind.SESSION_STARTED, payload)
    return _begun(record, exercises), (record,)


def advance_mock(mock: Mock, event: Event) -> tuple[Mock, tuple[Record, ...]]:
    """Return the mock after ``event`` and what the log keeps; after the end nothing changes."""
    if mock.is_over:
        return mock, ()
    match event:
        case WentTo(identity, moment, place):
            if not 0 <= place < len(mock.slots) or place == mock.place:
                return mock, ()
            payload: dict[str, Json] = {"place": place}
            record = _record(identity, moment, mock.id, RecordKind.MOCK_MOVED, payload)
        case Chose(identity, moment, number):
            exercise = mock.exercises[mock.place]
            if number is not None and not 1 <= number <= exercise.key_count:
                return mock, ()
            payload = {"place": mock.place, "number": number}
            record = _record(
                identity, moment, mock.id, RecordKind.MOCK_CHOSE, payload, item=exercise.item
            )
        case Flagged(identity, moment):
            payload = {"place": mock.place, "flag": not mock.sheets[mock.place].is_flagged}
            record = _record(identity, moment, mock.id, RecordKind.MOCK_FLAGGED, payload)
        case Noted(identity, moment, text):
            if text == mock.sheets[mock.place].note:
                return mock, ()
            payload = {"place": mock.place, "text": text}
            record = _record(identity, moment, mock.id, RecordKind.MOCK_NOTED, payload)
        case HandedIn():
            return _handed_in(mock, event)
        case _:
            assert_never(event)
    return _folded(mock, record), (record,)


def resumed_mock(records: Iterable[Record], exercises: tuple[Exercise, ...] = ()) -> Mock | None:
    """Return the mock that ``records`` tell of; None for none.

    Without its paper's ``exercises`` it cannot be gone on with, but says all about its result.
    """
    mock = None
    for record in records:
        if record.kind is RecordKind.SESSION_STARTED:
            mock = _begun(record, exercises)
        elif mock is not None:
            mock = _folded(mock, record)
    return mock


def slots_of(payload: Mapping[str, Json]) -> tuple[Slot, ...]:
    """Return the places of a paper as its first record holds them."""
    return tuple(
        Slot(int(str(row[0])), str(row[1]), str(row[2]), Area(str(row[3])))
        for row in _list(payload.get("slots"))
        if isinstance(row, list)
    )


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


def _begun(record: Record, exercises: tuple[Exercise, ...]) -> Mock:
    payload, slots = record.payload, slots_of(record.payload)
    return Mock(
        id=record.session,
        preset=str(payload.get("preset")),
        title=_title(payload),
        seed=int(str(payload.get("seed"))),
        minutes=int(str(payload.get("minutes"))),
        slots=slots,
        topics=tuple(map(str, _list(payload.get("topics")))),
        keys=tuple(int(str(key)) for key in _list(payload.get("keys"))),
        exercises=exercises,
        sheets=_seen((Sheet(),) * len(slots), 0),
        begun=record.moment,
        place=0,
        since=record.moment,
    )


def _title(payload: Mapping[str, Json]) -> Localized:
    title = payload.get("title")
    words = title if isinstance(title, dict) else {}
    preset = str(payload.get("preset"))
    return Localized(str(words.get("ja", preset)), str(words.get("en", preset)))


def _folded(mock: Mock, record: Record) -> Mock:
    match record.kind:
        case RecordKind.MOCK_MOVED:
            place = int(str(record.payload.get("place")))
            mock = _with_time(mock, record.moment)
            return replace(mock, place=place, sheets=_seen(mock.sheets, place))
        case RecordKind.MOCK_CHOSE:
            place, number = int(str(record.payload.get("place"))), record.payload.get("number")
            chosen = number if isinstance(number, int) else None
            sheet = mock.sheets[place]
            first = sheet.first if sheet.first is not None else chosen
            return _with_sheet(mock, place, replace(sheet, chosen=chosen, first=first))
        case RecordKind.MOCK_FLAGGED:
            place = int(str(record.payload.get("place")))
            is_flagged = record.payload.get("flag") is True
            return _with_sheet(mock, place, replace(mock.sheets[place], is_flagged=is_flagged))
        case RecordKind.MOCK_NOTED:
            place, note = int(str(record.payload.get("place"))), str(record.payload.get("text"))
            return _with_sheet(mock, place, replace(mock.sheets[place], note=note))
        case RecordKind.ATTEMPT if "place" in record.payload:
            place = int(str(record.payload.get("place")))
            slips = tuple(map(str, _list(record.payload.get("slips"))))
            return _with_sheet(mock, place, replace(mock.sheets[place], slips=slips))
        case RecordKind.SESSION_ENDED:
            ending = Ending(str(record.payload.get("ending")))
            return replace(_with_time(mock, record.moment), ended=record.moment, ending=ending)
        case _:
            return mock


def _handed_in(mock: Mock, event: HandedIn) -> tuple[Mock, tuple[Record, ...]]:
    payload: dict[str, Json] = {"ending": event.ending}
    # time that is up was up at the deadline, however late anybody looks
    late = event.ending is Ending.TIME_UP
    moment = Moment(mock.deadline, event.moment.utc_offset_minutes) if late else event.moment
    end = _record(event.identity, moment, mock.id, RecordKind.SESSION_ENDED, payload)
    after = _folded(mock, end)
    attempts = tuple(
        _attempt(after, place, identity, moment)
        for place, identity in enumerate(event.identities)
        if after.sheets[place].chosen is not None
    )
    return reduce(_folded, attempts, after), (*attempts, end)


def _attempt(mock: Mock, place: int, identity: str, moment: Moment) -> Record:
    sheet, exercise = mock.sheets[place], mock.exercises[place]
    answer = answered(exercise, str(sheet.chosen))
    return replace(
        _record(identity, moment, mock.id, RecordKind.ATTEMPT, {}, item=exercise.item),
        outcome=Outcome.CORRECT if answer.is_correct else Outcome.WRONG,
        grade=_GOOD if answer.is_correct else _AGAIN,
        elapsed_milliseconds=sheet.milliseconds,
        payload={
            "place": place,
            "text": answer.text,
            "first": sheet.first,
            "slips": list(answer.verdict.slips),
            "flag": sheet.is_flagged,
        },
    )


def _with_time(mock: Mock, moment: Moment) -> Mock:
    """Add the time since the last turn to the 小問 in front, as far as it was exam time."""
    now = min(moment.epoch_milliseconds, mock.deadline)
    spent = max(0, now - mock.since.epoch_milliseconds)
    sheet = mock.sheets[mock.place]
    timed = replace(sheet, milliseconds=sheet.milliseconds + spent)
    return replace(_with_sheet(mock, mock.place, timed), since=moment)


def _with_sheet(mock: Mock, place: int, sheet: Sheet) -> Mock:
    return replace(mock, sheets=(*mock.sheets[:place], sheet, *mock.sheets[place + 1 :]))


def _seen(sheets: tuple[Sheet, ...], place: int) -> tuple[Sheet, ...]:
    return (*sheets[:place], replace(sheets[place], is_seen=True), *sheets[place + 1 :])


def _record(
    identity: str,
    moment: Moment,
    session: str,
    kind: RecordKind,
    payload: Mapping[str, Json],
    *,
    item: str | None = None,
) -> Record:
    return Record(
        identity=identity,
        kind=kind,
        moment=moment,
        session=session,
        mode=Mode.MOCK,
        item=item,
        payload=payload,
    )
