"""The plans of mock quizzes, read from YAML as banks are."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePath

from quizdeck.banks.checking import character_faults
from quizdeck.banks.format import FORMAT_VERSION, SLUG
from quizdeck.banks.nodes import compose
from quizdeck.banks.question import Finding
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


@dataclass(frozen=True, slots=True)
class SectionPlan:
    """One 大問, or several of a kind: how many 小問 of which areas, topics and levels."""

    title: Localized
    parts: int
    areas: tuple[Area, ...]
    topics: tuple[str, ...] = ()
    levels: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Blueprint:
    """The plan of a paper; of its 小問 at least ``unsuitable`` ask for what does not hold."""

    id: str
    title: Localized
    note: Localized
    minutes: int
    sections: tuple[SectionPlan, ...]
    unsuitable: int = 0

    @property
    def parts(self) -> int:
        """Return how many 小問 a paper has."""
        return sum(section.parts for section in self.sections)


_SECTION = Record(
    {"title": Line(), "parts": Whole(1, 200), "areas": ListOf(OneOf(tuple(Area)))},
    {"topics": ListOf(SLUG), "levels": ListOf(Whole(1, 5))},
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
    {"unsuitable": Whole(0, 200)},
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
    plan = _plan(fields) if fields is not None and report.is_clean() else None
    return plan, report.findings()


def is_blueprint(path: Path) -> bool:
    """Return whether a file is meant to be a plan: it lies in a folder called ``mocks``."""
    return path.parent.name == "mocks"


def _plan(fields: Fields) -> Blueprint | None:
    title, note = fields.get("title", Localized), fields.get("note", Localized)
    id_, minutes = fields.get("mock", str), fields.get("minutes", int)
    if title is None or note is None or id_ is None or minutes is None:
        return None
    sections = tuple(map(_section, fields.all("sections", Fields)))
    return Blueprint(id_, title, note, minutes, sections, fields.get("unsuitable", int) or 0)


def _section(fields: Fields) -> SectionPlan:
    return SectionPlan(
        fields.get("title", Localized) or Localized("", ""),
        fields.get("parts", int) or 0,
        tuple(map(Area, fields.all("areas", str))),
        fields.all("topics", str),
        fields.all("levels", int),
    )
