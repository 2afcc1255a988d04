"""Questions and their parts, made of the entries that were read."""

from collections.abc import Sequence

from quizdeck.banks.checking import Fault, listing_faults, marks_in
from quizdeck.banks.claim_reading import ClaimReader
from quizdeck.banks.nodes import Scalar
from quizdeck.banks.question import Part, Place, Question, QuestionKind, Task
from quizdeck.banks.reader import Reader
from quizdeck.banks.report import Report
from quizdeck.banks.revision import revised
from quizdeck.banks.run_reading import run_of
from quizdeck.banks.shapes import Entry, Fields, kind_of
from quizdeck.banks.tasks import TaskReader
from quizdeck.text import Localized

_GROUP_SIZE = range(2, 7)


class QuestionReader:
    """Makes questions of fields; ``ids`` are those of all questions so far, and grow."""

    def __init__(
        self, report: Report, bank: str, source: Localized | None, ids: dict[str, Place]
    ) -> None:
        self._report = report
        self._read = Reader(report)
        self._tasks = TaskReader(report)
        self._claims = ClaimReader(report)
        self._bank = bank
        self._source = source
        self._ids = ids

    def question(self, fields: Fields) -> Question | None:
        """Return the question, or None where something of it is missing or unreadable."""
        id_ = self._new_id(fields.entry("id"))
        kind = _kind(fields)
        listing = self._listing(fields.entry("listing"))
        parts = self._parts(id_ or "", kind, fields)
        claims = self._claims.claims(fields)
        run = run_of(fields, self._report)
        level, tags = fields.get("level", int), fields.all("tags", str)
        if id_ is None or kind is None or level is None or not parts or None in parts:
            return None
        prompt = fields.get("prompt", Localized)
        return Question(
            id=id_,
            kind=kind,
            bank=self._bank,
            level=level,
            tags=tags,
            prompt=prompt,
            listing=listing,
            parts=tuple(revised(part, prompt, listing) for part in parts if part),
            place=self._report.source.place(fields.node.start),
            topic=fields.get("topic", str) or self._bank,
            source=fields.get("source", Localized) or self._source,
            needs=fields.all("needs", str),
            formerly=fields.all("formerly", str),
            claims=claims,
            run=run,
        )

    def _parts(self, id_: str, kind: QuestionKind | None, fields: Fields) -> Sequence[Part | None]:
        match kind:
            case QuestionKind.CODE:
                return self._blanks(id_, fields)
            case QuestionKind.GROUP:
                return self._group(id_, fields)
            case None:
                return ()
            case _:
                return (self._part(id_, kind, fields, prompt=None),)

    def _blanks(self, id_: str, fields: Fields) -> Sequence[Part | None]:
        blanks = fields.elements("blanks")
        parts = [self._blank(id_, blank.value) for blank in blanks]
        self._refuse_repeated_ids(blanks)
        self._match_marks(fields.entry("listing"), blanks)
        return parts

    def _blank(self, id_: str, fields: object) -> Part | None:
        if not isinstance(fields, Fields):
            return None
        task = self._tasks.blank(fields)
        mark, prompt = fields.get("mark", str), fields.get("prompt", Localized)
        return self._assembled(_part_id(id_, fields), mark, prompt, task, fields)

    def _group(self, id_: str, fields: Fields) -> Sequence[Part | None]:
        elements = fields.elements("parts")
        if elements and len(elements) not in _GROUP_SIZE:
            start = fields.entry("parts").start
            bounds = {"least": _GROUP_SIZE.start, "most": _GROUP_SIZE.stop - 1}
            self._report.add(start, "banks.part_count", found=len(elements), **bounds)
        self._refuse_repeated_ids(elements)
        parts: list[Part | None] = []
        for element in elements:
            if isinstance(element.value, Fields) and (kind := _kind(element.value)):
                prompt = element.value.get("prompt", Localized)
                parts.append(
                    self._part(_part_id(id_, element.value), kind, element.value, prompt=prompt)
                )
        return parts

    def _part(
        self, id_: str, kind: QuestionKind, fields: Fields, *, prompt: Localized | None
    ) -> Part | None:
        return self._assembled(id_, None, prompt, self._tasks.task(kind, fields), fields)

    def _assembled(
        self,
        id_: str,
        mark: str | None,
        prompt: Localized | None,
        task: Task | None,
        fields: Fields,
    ) -> Part | None:
        if task is None:
            return None
        return Part(
            id=id_,
            mark=mark,
            prompt=prompt,
            task=task,
            explanation=fields.get("explanation", Localized),
            is_unsuitable=fields.get("unsuitable", bool) or False,
            revision="",
            answer_revision="",
            place=self._report.source.place(fields.node.start),
        )

    def _listing(self, entry: Entry) -> str | None:
        if not isinstance(entry.value, str) or not isinstance(entry.node, Scalar):
            return None
        self._read.add_within(entry.node, listing_faults(entry.value))
        return entry.value.rstrip("\n")

    def _refuse_repeated_ids(self, parts: Sequence[Entry]) -> None:
        first: dict[str, Place] = {}
        for part in parts:
            if isinstance(part.value, Fields):
                self._refuse_repeated_id(part.value.entry("id"), first)

    def _refuse_repeated_id(self, entry: Entry, first: dict[str, Place]) -> None:
        if not isinstance(entry.value, str):
            return
        place = self._report.source.place(entry.start)
        if first.setdefault(entry.value, place) is not place:
            details = {"id": entry.value, "first": str(first[entry.value])}
            self._report.add(entry.start, "banks.duplicate_id", **details)

    def _new_id(self, entry: Entry) -> str | None:
        self._refuse_repeated_id(entry, self._ids)
        return entry.value if isinstance(entry.value, str) else None

    def _match_marks(self, listing: Entry, blanks: Sequence[Entry]) -> None:
        if not isinstance(listing.value, str) or not isinstance(listing.node, Scalar):
            return
        marks = [b.value.entry("mark") for b in blanks if isinstance(b.value, Fields)]
        if not marks or any(mark.value is None for mark in marks):
            return
        shown, asked = marks_in(listing.value), set[object]()
        for mark in marks:
            if mark.value in asked:
                self._report.add(mark.start, "banks.mark_twice", mark=mark.value)
            elif mark.value not in shown:
                self._report.add(mark.start, "banks.mark_not_shown", mark=mark.value)
            asked.add(mark.value)
        missing = {mark: offset for mark, offset in shown.items() if mark not in asked}
        self._read.add_within(
            listing.node,
            (Fault(at, "banks.mark_not_asked", {"mark": mark}) for mark, at in missing.items()),
        )


def _kind(fields: Fields) -> QuestionKind | None:
    written = kind_of(fields.node)
    return QuestionKind(written) if written in set(QuestionKind) else None


def _part_id(question_id: str, fields: Fields) -> str:
    return f"{question_id}#{fields.get('id', str)}"
