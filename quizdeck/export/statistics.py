"""The statistics as plain data for scripts.

``attempts``, ``days``, ``streak``, ``due``   how much there is, how many days in a row, what is due
``topics``        accuracy of first tries and mean seconds: topic, attempts, correct, mean_seconds
``slips``         the ten made most often: slip, times
``today``         the study day that counts as today, as a date
``exam_seconds``  what the exam allows for a question
``total``, ``by_topic``, ``by_level``, ``by_item``   the same keys for all and for each group:
                  tries, right (first tries of a day), reviews, retained (on a later day, known
                  without help), median_seconds, mean_seconds (null where none was timed), timed,
                  over_exam_pace; named by topic, level (null for what no longer exists), item
``by_slip``       slip, times, is_mended, days_without, last_date, items, and tries, right, reviews,
                  retained of the items in which it was made
``forecast``      date, due: for today with all that is overdue, and the days after
``confidence``    said (sure, unsure, guess), tries, right
``predictions``   from, to, mean (of the predicted recall), reviews, retained
``causes``        cause, times
``mocks``         as ``mocks.mock_records`` makes them
``flags``         item, note, of the items that are marked
"""

from dataclasses import asdict
from typing import Any

from quizdeck.study.moment import calendar_date
from quizdeck.study.statistics import NO_LEVEL, SlipGroup, Statistics
from quizdeck.study.statistics_groups import EXAM_SECONDS, Group, Share

Data = dict[str, Any]


def statistics_record(statistics: Statistics) -> Data:
    """Return all the statistics under the keys above."""
    levels = (({"level": _level(g.name)}, g) for g in statistics.levels)
    return {
        **asdict(statistics.scores),
        "topics": [score._asdict() for score in statistics.scores.topics],
        "slips": [count._asdict() for count in statistics.scores.slips],
        "today": _date(statistics.today),
        "exam_seconds": EXAM_SECONDS,
        "total": _group(statistics.total),
        "by_topic": [{"topic": g.name, **_group(g)} for g in statistics.topics],
        "by_level": [{**name, **_group(g)} for name, g in levels],
        "by_item": [{"item": g.name, **_group(g)} for g in statistics.items],
        "by_slip": [_slip(slip) for slip in statistics.slips],
        "forecast": [{"date": _date(d.study_day), "due": d.due} for d in statistics.forecast],
        "confidence": [
            {"said": said.confidence, **_shares(said.right, "tries", "right")}
            for said in statistics.said
        ],
        "predictions": [
            {
                "from": each.low,
                "to": each.high,
                "mean": each.mean,
                **_shares(each.known, "reviews", "retained"),
            }
            for each in statistics.predicted
        ],
        "causes": [asdict(count) for count in statistics.causes],
        "mocks": list(statistics.mocks),
        "flags": [asdict(flag) for flag in statistics.flags],
    }


def _group(group: Group) -> Data:
    return {
        **_shares(group.right, "tries", "right"),
        **_shares(group.retained, "reviews", "retained"),
        "median_seconds": group.pace.median_seconds,
        "mean_seconds": group.pace.mean_seconds,
        "timed": group.pace.timed,
        "over_exam_pace": group.pace.over,
    }


def _slip(slip: SlipGroup) -> Data:
    history = slip.history
    return {
        "slip": history.slip,
        "times": history.times,
        "is_mended": history.is_mended,
        "days_without": history.days_without,
        "last_date": _date(history.last_day),
        "items": list(history.items),
        **_shares(slip.right, "tries", "right"),
        **_shares(slip.retained, "reviews", "retained"),
    }


def _shares(share: Share, whole: str, part: str) -> Data:
    return {whole: share.whole, part: share.part}


def _level(name: str) -> int | None:
    return None if name == NO_LEVEL else int(name)


def _date(study_day: int) -> str:
    return calendar_date(study_day).isoformat()
