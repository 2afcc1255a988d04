"""What a question or a part asks for, made of its entries and checked as a whole."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from quizdeck.banks.question import (
    Choose,
    DrawnNumber,
    FixedNumber,
    Number,
    Option,
    OrderedSteps,
    QuestionKind,
    Task,
    TypedLine,
    WrongLine,
    WrongNumber,
)
from quizdeck.banks.report import Report
from quizdeck.banks.shapes import Entry, Fields
from quizdeck.code_blanks.grammar import Code, read_code
from quizdeck.code_blanks.typed import refutation
from quizdeck.errors import QuizdeckError, UsageError
from quizdeck.grading.unreadable import Unreadable
from quizdeck.problems.pinning import pinned
from quizdeck.problems.precision import EXACT, Precision, PrecisionRule
from quizdeck.problems.skills.registry import skill_by_id
from quizdeck.problems.slips.registry import slip_by_id
from quizdeck.text import Localized

_CHOICES, _MANY_CHOICES = range(4, 6), range(4, 8)
_STEPS = range(3, 9)
_CHECK_SEED = "check"


class TaskReader:
    """Makes tasks of fields and reports what does not fit together."""

    def __init__(self, report: Report) -> None:
        self._report = report

    def task(self, kind: QuestionKind, fields: Fields) -> Task | None:
        """Return what is asked, or None where something keeps it from being asked."""
        match kind:
            case QuestionKind.CHOICE:
                return self._choose(fields, takes_all=False)
            case QuestionKind.CHOOSE_ALL:
                return self._choose(fields, takes_all=True)
            case QuestionKind.NUMERIC:
                return self._drawn(fields) if "skill" in fields else self._fixed(fields)
            case QuestionKind.ORDER:
                return self._ordered(fields)
            case QuestionKind.CODE | QuestionKind.GROUP:
                raise AssertionError(kind)

    def blank(self, fields: Fields) -> Task | None:
        """Return what is asked for a code blank: a line to type, or an option."""
        if "answer" in fields:
            return self._typed(fields)
        return self._choose(fields, takes_all=False)

    def _choose(self, fields: Fields, *, takes_all: bool) -> Choose | None:
        entry, elements = fields.entry("options"), fields.elements("options")
        if not elements:
            return None
        read = [(e, o) for e in elements if (o := self._option(e)) is not None]
        self._refuse_alike([(e, o.text) for e, o in read], "banks.same_options")
        allowed = _MANY_CHOICES if takes_all else _CHOICES
        if len(elements) not in allowed:
            self._count("banks.option_count", entry, len(elements), allowed)
        correct = sum(option.is_correct for _, option in read)
        if len(read) == len(elements) and (correct == 0 if takes_all else correct != 1):
            key = "banks.none_correct" if takes_all else "banks.correct_count"
            self._report.add(entry.start, key, found=correct)
        return Choose(tuple(option for _, option in read), takes_all)

    def _option(self, entry: Entry) -> Option | None:
        fields = entry.value
        if not isinstance(fields, Fields):
            return None
        text = fields.get("text", Localized)
        reason = self._reason(fields)
        is_correct = fields.get("correct", bool) if "correct" in fields else False
        if text is None or reason is None or is_correct is None:
            return None
        return Option(text, is_correct, *reason)

    def _reason(self, fields: Fields) -> tuple[Localized, str | None] | None:
        """Return why something is wrong and which slip it is; the slip's words serve as both."""
        named, slip = fields.get("slip", str), None
        if named is not None:
            try:
                slip = slip_by_id(named)
            except KeyError:
                self._report.add(fields.entry("slip").start, "banks.unknown_slip", slip=named)
                return None
        why = fields.get("why", Localized)
        if why is None and slip is None:
            if not {"why", "slip"} & fields.entries.keys():
                self._report.add(fields.node.start, "banks.missing_key", name="why")
            return None
        return why or slip.explanation, named  # type: ignore[union-attr]  # one of them is there

    def _fixed(self, fields: Fields) -> FixedNumber | None:
        answer = fields.get("answer", Number)
        precision = self._precision(fields)
        wrong = tuple(self._wrong_numbers(fields))
        if answer is None or precision is None:
            return None
        self._refuse_alike([(e, w.value.value) for e, w in wrong], "banks.same_numbers")
        for entry, number in wrong:
            if number.value.value == answer.value:
                self._report.add(entry.start, "banks.wrong_is_right")
        return FixedNumber(answer, precision, tuple(number for _, number in wrong))

    def _precision(self, fields: Fields) -> Precision | None:
        if "figures" in fields and "places" in fields:
            self._report.add(fields.entry("places").start, "banks.two_precisions")
            return None
        for name, rule in (
            ("figures", PrecisionRule.SIGNIFICANT),
            ("places", PrecisionRule.PLACES),
        ):
            if name in fields:
                digits = fields.get(name, int)
                return None if digits is None else Precision(rule, digits)
        return EXACT

    def _wrong_numbers(self, fields: Fields) -> Iterator[tuple[Entry, WrongNumber]]:
        for entry in fields.elements("wrong"):
            if isinstance(entry.value, Fields):
                value, reason = entry.value.get("value", Number), self._reason(entry.value)
                if value is not None and reason is not None:
                    yield entry, WrongNumber(value, *reason)

    def _drawn(self, fields: Fields) -> DrawnNumber | None:
        named = fields.get("skill", str)
        if named is None:
            return None
        try:
            skill = skill_by_id(named)
        except UsageError as error:
            self._report.add(fields.entry("skill").start, error.key, **error.details)
            return None
        pins = self._pins(fields)
        try:
            pinned(skill, dict(pins))
        except UsageError as error:
            self._report.add(fields.entry("pins").start, error.key, **error.details)
            return None
        return DrawnNumber(named, pins, fields.get("seed", int))

    def _pins(self, fields: Fields) -> tuple[tuple[str, Fraction], ...]:
        pins = fields.get("pins", Fields)
        if pins is None:
            return ()
        values = ((name, _fraction(entry.value)) for name, entry in pins.entries.items())
        return tuple((name, value) for name, value in values if value is not None)

    def _typed(self, fields: Fields) -> TypedLine | None:
        answer, at = fields.get("answer", str), fields.entry("answer")
        if answer is None:
            return None
        key = self._code(at, wants_assignment="=" in answer)
        if key is None or self._is_refuted(key, key, at) is None:
            return None
        return TypedLine(answer, tuple(self._wrong_lines(fields, key)))

    def _wrong_lines(self, fields: Fields, key: Code) -> Iterator[WrongLine]:
        for entry in fields.elements("wrong"):
            if not isinstance(entry.value, Fields):
                continue
            text, reason = entry.value.get("text", str), self._reason(entry.value)
            if text is None or reason is None:
                continue
            at = entry.value.entry("text")
            code = self._code(at, wants_assignment=bool(key.targets))
            is_refuted = code and self._is_refuted(code, key, at)
            if is_refuted is False:
                self._report.add(at.start, "banks.wrong_is_right")
            elif is_refuted:
                yield WrongLine(text, *reason)

    def _is_refuted(self, code: Code, key: Code, at: Entry) -> bool | None:
        """Return whether ``code`` is not what the key is; None where that cannot be told."""
        try:
            return refutation(code, key, seed=_CHECK_SEED) is not None
        except QuizdeckError as refusal:
            self._report.add(at.start, refusal.key, **refusal.details)
            return None

    def _code(self, entry: Entry, *, wants_assignment: bool) -> Code | None:
        try:
            return read_code(str(entry.value), wants_assignment=wants_assignment)
        except Unreadable as refusal:
            self._report.add(entry.start, refusal.key, **refusal.details)
            return None

    def _ordered(self, fields: Fields) -> OrderedSteps | None:
        entry, stages, seen = fields.entry("steps"), [], list[tuple[Entry, Localized]]()
        for element in fields.elements("steps"):
            if not isinstance(element.value, Fields):
                return None
            steps = _steps_of(element.value)
            if not steps or any(step is None for _, step in steps):
                return None
            seen += [(at, step) for at, step in steps if step is not None]
            stages.append(tuple(step for _, step in steps if step is not None))
        if not stages:
            return None
        self._refuse_alike(seen, "banks.same_options")
        if len(seen) not in _STEPS:
            self._count("banks.step_count", entry, len(seen), _STEPS)
        if len(stages) == 1:
            self._report.add(entry.start, "banks.any_order")
        return OrderedSteps(tuple(stages))

    def _refuse_alike(self, read: Sequence[tuple[Entry, object]], key: str) -> None:
        for i, (entry, value) in enumerate(read):
            if any(_reads_alike(value, earlier) for _, earlier in read[:i]):
                self._report.add(entry.start, key)

    def _count(self, key: str, entry: Entry, found: int, allowed: range) -> None:
        bounds = {"least": allowed.start, "most": allowed.stop - 1}
        self._report.add(entry.start, key, found=found, **bounds)


def _steps_of(fields: Fields) -> tuple[tuple[Entry, Localized | None], ...]:
    entries = fields.elements("any") if "any" in fields else (fields.entry("text"),)
    return tuple((e, e.value if isinstance(e.value, Localized) else None) for e in entries)


def _fraction(value: object) -> Fraction | None:
    if isinstance(value, int):
        return Fraction(value)
    exact = value.value if isinstance(value, Number) else None
    return exact if isinstance(exact, Fraction) else None


def _reads_alike(one: object, other: object) -> bool:
    """Return whether a reader of either language could not tell two things apart."""
    if isinstance(one, Localized) and isinstance(other, Localized):
        pairs = ((one.ja, other.ja), (one.en, other.en))
        return any(left.split() == right.split() for left, right in pairs)
    return one == other
