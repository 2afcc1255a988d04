"""Everything that a check of banks finds: what reading them finds, and what comes after it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from quizdeck.banks.advice import advice
from quizdeck.banks.claim_checking import refutation
from quizdeck.banks.code_checking import Progress, execution_remarks, fitting_remarks
from quizdeck.banks.excerpts import Excerpt
from quizdeck.banks.files import bank_files
from quizdeck.banks.mentions import mention_remarks
from quizdeck.banks.number_checking import number_remarks
from quizdeck.banks.question import Bank, Finding, Part, Place, Question
from quizdeck.banks.reading import reading_of, repeated_id
from quizdeck.banks.remarks import Remark, finding_of
from quizdeck.banks.report import on_one_line


@dataclass
class ReadBanks:
    """Banks with all that is wrong with their text, and the text of every question by its id."""

    banks: list[Bank] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    excerpts: dict[str, Excerpt] = field(default_factory=dict)


def read_banks(paths: Iterable[Path], name_of: Callable[[Path], str]) -> ReadBanks:
    """Read banks; every place in them has its file by ``name_of``."""
    read, ids = ReadBanks(), dict[str, Place]()
    for path in bank_files(paths):
        _read_file(path, on_one_line(name_of(path)), read, ids)
    return read


def inspected(banks: Sequence[Bank]) -> Iterator[Remark]:
    """Yield all that can be said about banks that are used together; none of their code is run."""
    for bank in banks:
        for question in bank.questions:
            yield from _claim_remarks(question)
            yield from number_remarks(question)
            yield from fitting_remarks(question)
    yield from mention_remarks(banks)
    yield from advice(banks)


def executed(banks: Sequence[Bank], progress: Progress) -> Iterator[Remark]:
    """Run the listings of all code questions, and yield what that shows."""
    return execution_remarks([q for bank in banks for q in bank.questions], progress)


def placed(remarks: Iterable[Remark], excerpts: Mapping[str, Excerpt]) -> Iterator[Finding]:
    """Yield remarks at their places."""
    for remark in remarks:
        about = remark.about
        yield finding_of(remark, excerpts.get(about.id) if isinstance(about, Question) else None)


def _claim_remarks(question: Question) -> Iterator[Remark]:
    for place, claim in enumerate(question.claims):
        if refuted := refutation(claim):
            yield Remark(question, ("verify", place), *refuted)


def _read_file(path: Path, name: str, read: ReadBanks, ids: dict[str, Place]) -> None:
    questions = []
    with reading_of(path) as reading:
        read.findings += (_named(finding, name) for finding in reading.findings)
        for piece in reading.pieces:
            read.findings += (_named(finding, name) for finding in piece.findings)
            if piece.name is None:
                continue
            place = replace(piece.place, file=name)
            if (first := ids.setdefault(piece.name, place)) is not place:
                read.findings.append(repeated_id(place, piece.name, str(first)))
            elif piece.question is not None:
                questions.append(_question_named(piece.question, name))
                read.excerpts[piece.name] = piece.excerpt
        if reading.header is not None and questions:
            place = replace(reading.header.place, file=name)
            bank = Bank(reading.header.name, reading.header.title, tuple(questions), place)
            read.banks.append(bank)


def _named(finding: Finding, file: str) -> Finding:
    return replace(finding, place=replace(finding.place, file=file))


def _question_named(question: Question, file: str) -> Question:
    parts = tuple(_part_named(part, file) for part in question.parts)
    return replace(question, parts=parts, place=replace(question.place, file=file))


def _part_named(part: Part, file: str) -> Part:
    return replace(part, place=replace(part.place, file=file))
