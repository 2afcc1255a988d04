"""Months of study as a person leaves them: days off, getting better, slips that come and go."""

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from quizdeck.banks.library import load_banks, shipped_banks
from quizdeck.desk.deck import Deck
from quizdeck.problems.skills.registry import SKILLS
from quizdeck.problems.wrong_values import modelled_slips
from quizdeck.record.identity import uuid7
from quizdeck.record.rows import INSERT_EVENT, content_of, event_of
from quizdeck.record.store import open_store
from quizdeck.study.memory import Memory
from quizdeck.study.moment import Moment
from quizdeck.study.records import Json, Mode, Outcome, Record, RecordKind
from quizdeck.study.schedule import recall, reviewed
from quizdeck.study.session import Cause, Confidence

LAST_DAY = 20_416  # 2025-11-24, a Monday
_DAYS = 150
_NEW_A_DAY, _MOST_A_DAY = 4, 34
_TOKYO = 540
_HARD_TOPICS = {"adam": 0.10, "nesterov": 0.12, "rmsprop": 0.05, "sgd": -0.06}
_HABITS = 3  # slips that somebody makes again and again


def write_believable_log(path: Path, *, days: int = _DAYS, last_day: int = LAST_DAY) -> None:
    """Write a log of daily drills that end on ``last_day``."""
    moment = _moment(last_day, 0)
    with open_store(path, now=moment, new_device=lambda: "device-1") as store:
        connection = store._connection
        connection.execute("BEGIN")
        for number, record in enumerate(_records(days, last_day), start=1):
            connection.execute(INSERT_EVENT, event_of(content_of(record), store.device, number))
        connection.execute("COMMIT")
        store.rebuild_schedule()


def _records(days: int, last_day: int) -> Iterator[Record]:
    chance = random.Random(11)
    slips = {skill.id: [each.slip.id for each in modelled_slips(skill)] for skill in SKILLS}
    deck = Deck(load_banks(shipped_banks()).banks)
    unmet = [candidate.item for candidate in deck.in_teaching_order()]
    memories: dict[str, Memory] = {}
    number = 0
    for day in range(last_day - days + 1, last_day + 1):
        if day != last_day and chance.random() < _rest(day, last_day):
            continue
        progress = 1 - (last_day - day) / days
        for second, item in enumerate(_asked(chance, memories, unmet, day)):
            number += 4
            grade = _grade(chance, memories.get(item), item, day, progress)
            memories[item] = reviewed(memories.get(item), item, grade, day)
            yield from _answered(
                chance,
                number,
                moment=_moment(day, 60 * second),
                item=item,
                grade=grade,
                slips=slips.get(item, ()),
                progress=progress,
            )


def _rest(day: int, last_day: int) -> float:
    """Return how likely a day off is: more so on Sundays, and for a holiday in the middle."""
    is_holiday = last_day - 84 <= day <= last_day - 76
    return 0.9 if is_holiday else 0.45 if (day + 3) % 7 == 6 else 0.12


def _asked(
    chance: random.Random, memories: Mapping[str, Memory], unmet: list[str], day: int
) -> Sequence[str]:
    due = [memory for memory in memories.values() if memory.due_day <= day]
    due.sort(key=lambda memory: recall(memory, day))
    fresh = [unmet.pop(0) for _ in range(min(_NEW_A_DAY, len(unmet)))]
    items = [memory.item for memory in due][: chance.randint(8, _MOST_A_DAY)] + fresh
    chance.shuffle(items)
    return items


def _grade(
    chance: random.Random, memory: Memory | None, item: str, day: int, progress: float
) -> int:
    known = 0.55 if memory is None else recall(memory, day)
    hard = _HARD_TOPICS.get(re.split(r"[./]", item)[0], 0.0)
    is_known = chance.random() < known - hard + 0.12 * progress
    return chance.choice((2, 3, 3, 3, 4)) if is_known else 1


def _answered(
    chance: random.Random,
    number: int,
    *,
    moment: Moment,
    item: str,
    grade: int,
    slips: Sequence[str],
    progress: float,
) -> Iterator[Record]:
    session = f"session-{moment.study_day}"
    ids = [uuid7(moment.epoch_milliseconds, (number + i).to_bytes(10, "big")) for i in range(3)]
    is_right = grade > 1
    made: list[Json] = [] if is_right or not slips else [_slip(chance, slips)]
    said = chance.choice((None, Confidence.SURE, Confidence.UNSURE))
    if not is_right and chance.random() < 0.4:
        said = Confidence.GUESS
    seconds = chance.lognormvariate(4.35 - 0.55 * progress, 0.45) * (1 if is_right else 1.3)
    yield Record(ids[0], RecordKind.SHOWN, moment, session, Mode.DRILL, item)
    yield Record(
        ids[1],
        RecordKind.ATTEMPT,
        moment,
        session,
        Mode.DRILL,
        item,
        target=ids[0],
        outcome=Outcome.CORRECT if is_right else Outcome.WRONG,
        grade=grade,
        elapsed_milliseconds=round(1000 * seconds),
        payload={"slips": made, **({"confidence": said.value} if said else {})},
    )
    if not is_right and chance.random() < 0.5:
        cause: dict[str, Json] = {"cause": chance.choice(list(Cause)).value}
        yield Record(
            ids[2], RecordKind.CAUSE, moment, session, Mode.DRILL, item, ids[1], payload=cause
        )


def _slip(chance: random.Random, slips: Sequence[str]) -> str:
    return chance.choice(slips[:_HABITS]) if chance.random() < 0.8 else chance.choice(slips)


def _moment(day: int, second: int) -> Moment:
    return Moment((day * 86_400 + 19 * 3600 + second - _TOKYO * 60) * 1000, _TOKYO)
