"""The plans of mock quizzes, read from YAML as banks are."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePath

from quizdeck.banks.checking import character_faults
from quizdeck.banks.format import FORMAT_VERSION, SLUG
from quizdeck.banks.nodes import compose
from quizdeck.banks.question import Finding, Place
from quizdeck.banks.reader import Reader
from quizdeck.banks.report import Report, Source
from quizdeck.banks.shapes import Fields, Line, ListOf, OneOf, Prose, Record, Whole
from quizdeck.text import Localized


class Area(StrEnum):
    """What a 小問 is about, as the result counts it."""

    FORMULA = "formula"
    CODE = "code"
    NUMERIC = "numeric"
    CONCEPT = "concept"
    NOTATION = "notation"


_NOWHERE = Place("", 1, 1)


@dataclass(frozen=True, slots=True)
class SectionPlan:
    """One 大問, or several of a kind: how many 小問 of which areas, topics and levels."""

    title: Localized
    parts: int
    areas: tuple[Area, ...]
    topics: tuple[str, ...] = ()
    levels: tuple[int, ...] = ()
    place: Place = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Blueprint:
    """The plan of a paper.

    Of its 小問 ``unsuitable`` ask for what does not hold and ``blanks`` for what fills a blank;
    None leaves it open.
    """

    id: str
    title: Localized
    note: Localized
    minutes: int
    sections: tuple[SectionPlan, ...]
    unsuitable: int | None = None
    blanks: int | None = None
    place: Place = field(default=_NOWHERE, compare=False)

    @property
    def parts(self) -> int:
        """Return how many 小問 a paper has."""
        return sum(section.parts for section in self.sections)


_SECTION = Record(
    {"title": Line(), "parts": Whole(1, 200), "areas": ListOf(OneOf(tuple(Area)))},
    {"topics": ListOf(SLUG), "levels": ListOf(Whole(1, 4))},  # what is beyond the exam has 5
)
BLUEPRINT = Record(
    {
        "format": Whole(FORMAT_VERSION, FORMAT_VERSION),
        "mock": SLUG,
        "title": Line(),
        "note": Prose(),
        "minutes": Whole(1, 600),
        "sections": ListOf(_SECTION),
    },
    {"unsuitable": Whole(0, 200), "blanks": Whole(0, 200)},
)


def load_blueprint(text: str, file: str) -> tuple[Blueprint | None, tuple[Finding, ...]]:
    """Return the plan in ``text``, None where it cannot be used, and what is wrong with it."""
    report = Report(Source(file, text))
    report.add_all(character_faults(report.source.text))
    root = compose(report)
    if root is None and report.is_clean():
        report.add(0, "banks.empty_file")
    fields = None if root is None else BLUEPRINT.read(Reader(report), root)
    name = PurePath(file).stem
    if fields is not None and fields.get("mock", str) not in {None, name}:
        details = {"name": fields.get("mock", str), "file": name}
        report.add(fields.entry("mock").start, "banks.other_name", **details)
    if fields is not None:
        _refuse_more_than_all(fields, report)
    plan = _plan(fields, report.source) if fields is not None and report.is_clean() else None
    return plan, report.findings()


def _refuse_more_than_all(fields: Fields, report: Report) -> None:
    """Report more unsuitable 小問, or more blanks, than there are 小問."""
    parts = sum(section.get("parts", int) or 0 for section in fields.all("sections", Fields))
    for name in ("unsuitable", "blanks"):
        if (fields.get(name, int) or 0) > parts:
            report.add(fields.entry(name).start, "mock.more_than_all", parts=parts)


def _plan(fields: Fields, source: Source) -> Blueprint | None:
    title, note = fields.get("title", Localized), fields.get("note", Localized)
    id_, minutes = fields.get("mock", str), fields.get("minutes", int)
    if title is None or note is None or id_ is None or minutes is None:
        return None
    return Blueprint(
        id_,
        title,
        note,
        minutes,
        tuple(_section(section, source) for section in fields.all("sections", Fields)),
        fields.get("unsuitable", int),
        fields.get("blanks", int),
        source.place(fields.entry("mock").start),
    )


def _section(fields: Fields, source: Source) -> SectionPlan:
    return SectionPlan(
        fields.get("title", Localized) or Localized("", ""),
        fields.get("parts", int) or 0,
        tuple(map(Area, fields.all("areas", str))),
        fields.all("topics", str),
        fields.all("levels", int),
        source.place(fields.entry("parts").start),
    )
