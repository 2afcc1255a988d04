"""Mock quizzes that are in, as plain data for scripts."""

from collections.abc import Iterable, Mapping, Sequence

from quizdeck.study.mock import Mock
from quizdeck.study.mock_result import Rate, result_of
from quizdeck.study.records import Json


def mock_records(mocks: Iterable[Mock]) -> list[dict[str, Json]]:
    """Return one record a mock, in the order given; ``parts`` holds every 小問.

    ``chosen``, ``first`` and ``key`` are numbers of options as they were shown; what is unanswered
    has no ``chosen``. Percentages are whole, a half rounded up; ``seconds`` of a group are sums.
    """
    return [_record(mock) for mock in mocks]


def _record(mock: Mock) -> dict[str, Json]:
    result = result_of(mock)
    changes = result.changes
    return {
        "id": mock.id,
        "preset": mock.preset,
        "title": {"ja": mock.title.ja, "en": mock.title.en},
        "seed": mock.seed,
        "minutes": mock.minutes,
        "begun": mock.begun.local_time.isoformat(),
        "ended": mock.ended.local_time.isoformat() if mock.ended else None,
        "ending": mock.ending,
        **_rate(result.total),
        "areas": _by_name(result.areas),
        "topics": _by_name(result.topics),
        "changes": {
            "to_right": changes.mended,
            "to_wrong": changes.spoilt,
            "between_wrong": changes.neither,
        },
        "flags": result.flags,
        "unanswered": result.unanswered,
        "slips": list(result.slips),
        "parts": [_part(mock, place) for place in range(len(mock.slots))],
    }


def _by_name(rates: Sequence[Rate]) -> dict[str, Json]:
    return {rate.name: dict(_rate(rate)) for rate in rates}


def _rate(rate: Rate) -> Mapping[str, Json]:
    return {
        "correct": rate.correct,
        "total": rate.total,
        "percent": rate.percent,
        "seconds": rate.milliseconds / 1000,
    }


def _part(mock: Mock, place: int) -> dict[str, Json]:
    slot, sheet = mock.slots[place], mock.sheets[place]
    return {
        "item": slot.item,
        "area": slot.area.value,
        "topic": mock.topics[place],
        "chosen": sheet.chosen,
        "first": sheet.first,
        "key": mock.keys[place],
        "is_correct": mock.is_correct(place),
        "is_flagged": sheet.is_flagged,
        "seconds": sheet.milliseconds / 1000,
    }
