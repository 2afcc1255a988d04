"""A bank file read question by question: a small one as a whole, a large one in flat memory."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import BinaryIO

from quizdeck.banks.excerpts import Excerpt, Header, Piece, cut_out, read_excerpt
from quizdeck.banks.loader import load_bank
from quizdeck.banks.nodes import Mapping, Node, Sequence, compose
from quizdeck.banks.question import Bank, Finding, Place
from quizdeck.banks.reader import Reader
from quizdeck.banks.report import Report, Source, on_one_line
from quizdeck.banks.splitting import LONGEST_LINE, Block, BlockKind, blocks
from quizdeck.text import Localized

_MOST_BYTES = 500_000_000
_MOST_WHOLE = 2_000_000  # bytes of a file that is read as a whole
_MOST_FAULTS = 10_000  # more than anybody mends at once

Progress = Callable[[int, int], None]  # bytes read, bytes in all


@dataclass(frozen=True, slots=True)
class Reading:
    """A file's header, what is wrong with it, and its questions, which are read as they are taken.

    Without a header none of the questions is readable.
    """

    header: Header | None
    findings: tuple[Finding, ...]
    pieces: Iterable[Piece] = ()


@contextmanager
def reading_of(path: Path, progress: Progress | None = None) -> Iterator[Reading]:
    """Give what a file holds; never waits for a pipe or a device.

    An id that is used again within the file is noticed only in a small one.
    """
    refusal = _refusal(path)
    if refusal is not None:
        yield Reading(None, (refusal,))
        return
    try:
        file = path.open("rb")
    except (OSError, ValueError) as error:  # no path can hold a null character
        yield Reading(None, (_unreadable(path, error),))
        return
    with file:
        yield _reading(file, path.name, progress or _ignored)


def repeated_id(place: Place, id_: str, first: str) -> Finding:
    """Return what is said of an id that stands at ``place`` and earlier at ``first``."""
    return Finding(place, "banks.duplicate_id", {"id": on_one_line(id_), "first": first})


def _ignored(_done: int, _total: int) -> None:
    """Stand in for a progress that nobody looks at."""


def _refusal(path: Path) -> Finding | None:
    start = Source(path.name, "").place(0)
    try:
        if path.is_dir():
            return Finding(start, "banks.no_banks")
        if path.exists() and not path.is_file():
            return Finding(start, "banks.not_a_file")
        if path.is_file() and path.suffix != ".yaml":
            return Finding(start, "banks.suffix", {"name": on_one_line(f"{path.stem}.yaml")})
    except OSError as error:
        return _unreadable(path, error)
    return None


def _unreadable(path: Path, error: Exception) -> Finding:
    reason = getattr(error, "strerror", None) or str(error)
    return Finding(Source(path.name, "").place(0), "banks.unreadable", {"reason": reason})


def _reading(file: BinaryIO, name: str, progress: Progress) -> Reading:
    size = os.fstat(file.fileno()).st_size
    if size > _MOST_BYTES:
        limit = {"limit": _MOST_BYTES // 1_000_000}
        return Reading(None, (Finding(Source(name, "").place(0), "banks.too_large", limit),))
    if size > _MOST_WHOLE:
        return _in_pieces(file, name, size, progress)
    data = file.read(_MOST_WHOLE)
    progress(size, size)
    longest = max(map(len, data.splitlines()), default=0)
    if longest > LONGEST_LINE:
        return _in_pieces(BytesIO(data), name, size, progress)
    try:
        return _whole(data.decode(), name)
    except UnicodeDecodeError as error:
        readable = Source(name, data[: error.start].decode())
        place = readable.place(len(readable.text))
        return Reading(None, (Finding(place, "banks.not_utf8"),))


def _whole(text: str, file: str) -> Reading:
    loaded = load_bank(text, file)
    report = Report(Source(file, text))
    root = compose(report)
    excerpts = dict(_excerpts(root, report.source))
    questions = {q.id: q for q in loaded.bank.questions} if loaded.bank else {}
    pieces = []
    for name, place in loaded.ids.items():
        question = questions.get(name)
        excerpt = excerpts[question.place] if question else Excerpt(file, "", place.line)
        pieces.append(Piece(name, place, question, excerpt))
    return Reading(_header(loaded.bank, _source(root)), loaded.findings, pieces)


def _header(bank: Bank | None, source: Localized | None) -> Header | None:
    return None if bank is None else Header(bank.name, bank.title, source, bank.place)


def _source(root: Node | None) -> Localized | None:
    return Reader(Report(Source("", ""))).line(_entry(root, "source"))


def _excerpts(root: Node | None, source: Source) -> Iterator[tuple[Place, Excerpt]]:
    questions = _entry(root, "questions")
    for node in questions.items if isinstance(questions, Sequence) else ():
        yield source.place(node.start), cut_out(source, node)


def _entry(root: Node | None, name: str) -> Node | None:
    entries = root.entries if isinstance(root, Mapping) else ()
    return next((value for key, value in entries if key.text == name), None)


def _in_pieces(file: BinaryIO, name: str, size: int, progress: Progress) -> Reading:
    """Read a file twice: for its header, and for its questions as they are taken."""
    head: Block | None = None
    foot: Block | None = None
    is_list = False
    for block in _blocks(file):
        match block.kind:
            case BlockKind.HEAD:
                head = block
            case BlockKind.FOOT:
                foot = block
            case BlockKind.QUESTION:
                is_list = True
    assert head is not None
    faulty = tuple(_finding(name, block) for block in (head, foot) if block and block.fault)
    if not is_list and not faulty:
        faulty = (Finding(Source(name, "").place(0), "banks.not_by_dashes"),)
    if faulty:
        return Reading(None, faulty)
    header, findings = _header_between(head, foot, name)
    if header is None:
        return Reading(None, findings)
    return Reading(header, findings, _pieces(file, name, header, lambda at: progress(at, size)))


def _blocks(file: BinaryIO) -> Iterator[Block]:
    file.seek(0)
    stream = TextIOWrapper(file, encoding="utf-8-sig", errors="surrogateescape", newline=None)
    try:
        yield from blocks(stream)
    finally:
        if not stream.closed:
            stream.detach()


def _pieces(
    file: BinaryIO, name: str, header: Header, progress: Callable[[int], None]
) -> Iterator[Piece]:
    faults = 0
    for block in _blocks(file):
        if block.kind is not BlockKind.QUESTION:
            continue
        if block.fault is None:
            piece = read_excerpt(Excerpt(name, block.text, block.line), header.name, header.source)
        else:
            piece = _without_question(name, block, _finding(name, block))
        faults += len(piece.findings)
        yield piece
        progress(file.tell())
        if faults > _MOST_FAULTS:
            stop = Finding(piece.place, "banks.given_up", {"limit": _MOST_FAULTS})
            yield _without_question(name, block, stop)
            return


def _without_question(name: str, block: Block, finding: Finding) -> Piece:
    return Piece(None, finding.place, None, Excerpt(name, "", block.line), (finding,))


def _finding(name: str, block: Block) -> Finding:
    assert block.fault is not None
    place = Source(name, block.text).place(block.fault.offset)
    moved = replace(place, line=place.line + block.line - 1)
    return Finding(moved, block.fault.key, block.fault.details)


# One question that nothing is wrong with: a bank without any says nothing more of its header.
_STAND_IN = (
    "- {id: a/a, kind: order, level: 1, tags: [word], prompt: {ja: a, en: a}, "
    "steps: [{text: a}, {text: b}, {text: c}], explanation: {ja: a, en: a}}\n"
)


def _header_between(
    head: Block, foot: Block | None, name: str
) -> tuple[Header | None, tuple[Finding, ...]]:
    """Return the header of a bank with one question, and its findings at their places."""
    begin = head.text.count("\n") + 1
    loaded = load_bank(head.text + _STAND_IN + (foot.text if foot else ""), name)
    behind = foot.line - begin - 1 if foot else 0
    findings = tuple(_moved_behind(finding, begin, behind) for finding in loaded.findings)
    source = loaded.bank.questions[0].source if loaded.bank else None
    return _header(loaded.bank, source), findings


def _moved_behind(finding: Finding, line: int, lines: int) -> Finding:
    place = finding.place
    return replace(finding, place=replace(place, line=place.line + lines * (place.line > line)))
