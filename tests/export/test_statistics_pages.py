"""The page of the statistics: it stands alone, and shows the numbers that the terminal shows."""

import re
from collections.abc import Sequence
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest

from quizdeck.export.statistics import statistics_record
from quizdeck.export.statistics_page import statistics_page
from quizdeck.language.catalogue import text
from quizdeck.present.statistics_pictures import pictures
from quizdeck.study.attempts import Attempt
from quizdeck.study.statistics import Flag, Statistics, statistics_of
from quizdeck.text import Language

LANGUAGES = pytest.mark.parametrize("language", Language)
TODAY = 20_522  # 2026-03-10
SLIP = "adam.v.no_decay"


def answered(item: str, day: int, *, right: bool) -> Attempt:
    return Attempt(item, day, right, 3 if right else 1, 40_000, None if right else SLIP, "sure")


def counted(*attempts: Attempt, today: int = TODAY) -> Statistics:
    due = [today, today, today + 3] if attempts else []
    return statistics_of(attempts, ["time"], today=today, levels={"adam.v.2": 2}, due_days=due)


MONTHS = counted(
    *(
        answered(item, day, right=(day + place) % 3 > 0)
        for day in range(TODAY - 60, TODAY + 1, 2)
        for place, item in enumerate(("adam.v.2", "momentum/gone", "mine/<b>&"))
    )
)
ONE_ANSWER = counted(answered("adam.v.2", TODAY, right=True))
A_YEAR_APART = counted(
    answered("adam.v.2", TODAY - 400, right=True), answered("adam.v.2", TODAY, right=False)
)
CLOCK_IN_THE_PAST = counted(
    *(answered("adam.v.2", TODAY + later, right=True) for later in (0, 40, 80)), today=TODAY
)
LOGS = {
    "empty": counted(),
    "one answer": ONE_ANSWER,
    "a gap of a year": A_YEAR_APART,
    "a clock in the past": CLOCK_IN_THE_PAST,
    "months": MONTHS,
}
EVERY_LOG = pytest.mark.parametrize("log", LOGS.values(), ids=LOGS)


def page(log: Statistics, language: Language) -> str:
    return "".join(statistics_page(log, language, prompts={}))


class Balance(HTMLParser):
    """Fails on a tag that is not closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.links: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.links += [name for name, _ in attrs if name in {"href", "src", "xlink:href"}]
        if tag != "meta":
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def close(self) -> None:
        super().close()
        assert self._open == []


@LANGUAGES
@EVERY_LOG
def test_it_is_whole_and_loads_and_runs_nothing(log: Statistics, language: Language) -> None:
    shown = page(log, language)
    found = Balance()
    found.feed(shown)
    found.close()
    assert not found.names & {"script", "link", "img", "iframe", "object", "use"}
    assert found.links == []
    assert not re.search(r"https?:|url\(|@import|\son\w+=", shown)
    assert shown.startswith(f'<!DOCTYPE html>\n<html lang="{language}">')
    assert "prefers-color-scheme: dark" in shown
    for drawn in re.findall("<svg.*?</svg>", shown, re.DOTALL):
        assert ET.fromstring(drawn).get("aria-label")


@LANGUAGES
@EVERY_LOG
def test_nothing_is_drawn_outside_its_picture(log: Statistics, language: Language) -> None:
    for drawn in re.findall("<svg.*?</svg>", page(log, language), re.DOTALL):
        svg = ET.fromstring(drawn)
        _, _, width, height = map(float, svg.get("viewBox", "").split())
        for box in svg.iter("rect"):
            left, top, across, down = (float(box.get(n, "")) for n in ("x", "y", "width", "height"))
            assert 0 <= left <= left + across <= width + 0.2
            assert 0 <= top <= top + down <= height + 0.2
        for dot in svg.iter("circle"):
            assert 0 <= float(dot.get("cx", "")) <= width
            assert 0 <= float(dot.get("cy", "")) <= height


@LANGUAGES
def test_every_picture_has_its_title_and_its_numbers(language: Language) -> None:
    shown = unescape(page(MONTHS, language))
    drawn = pictures(MONTHS, language)
    assert len(drawn) == 12
    for picture in drawn:
        assert f"<h2>{picture.title} <small>{picture.note}</small></h2>" in shown
    assert all(
        f"<h2>{picture.title} <small>{picture.note}</small></h2>" in shown for picture in drawn
    )


@LANGUAGES
def test_the_numbers_are_those_for_scripts(language: Language) -> None:
    shown, record = unescape(page(MONTHS, language)), statistics_record(MONTHS)
    for topic in record["by_topic"]:
        assert f">{round(100 * topic['right'] / topic['tries'])}% ({topic['tries']})<" in shown
        kept = f">{round(100 * topic['retained'] / topic['reviews'])}% ({topic['reviews']})<"
        assert kept in shown
    (slip,) = record["by_slip"]
    assert text("stats.slip.open", language, times=slip["times"]) in shown
    assert text("stats.due_today", language, count=record["due"]) in shown
    count = text("stats.attempts", language, count=record["attempts"], days=record["days"])
    assert count in shown
    days = re.findall(r"<title>\d{4}-\d\d-\d\d: (\d+)</title>", shown)
    assert sum(map(int, days)) == record["attempts"]


@LANGUAGES
def test_an_empty_log_says_so(language: Language) -> None:
    shown = page(counted(), language)
    assert text("stats.none", language) in shown
    assert "<svg" not in shown


def test_what_people_wrote_is_text() -> None:
    flagged = replace(MONTHS, flags=(Flag("mine/<b>", "<script>alert(1)</script>\x1b[31m & more"),))
    shown = page(flagged, Language.ENGLISH)
    assert "<script" not in shown
    assert "\x1b" not in shown
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown
    assert "mine/&lt;b&gt;" in shown
