"""One question read alone, as if the rest of its file stood around it."""

from dataclasses import dataclass, replace

from quizdeck.banks.checking import character_faults
from quizdeck.banks.format import QUESTION
from quizdeck.banks.nodes import Node, Sequence, compose
from quizdeck.banks.question import Finding, Place, Question
from quizdeck.banks.questions import QuestionReader
from quizdeck.banks.reader import Reader
from quizdeck.banks.report import Report, Source
from quizdeck.text import Localized


@dataclass(frozen=True, slots=True)
class Header:
    """What a bank says of itself, and of where its questions are from unless they say so."""

    name: str
    title: Localized
    source: Localized | None
    place: Place


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A question as it stands in its file: whole lines, of which the first is number ``line``."""

    file: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Piece:
    """What one question of a file gave: ``name`` is its id, which stands at ``place``.

    A question that is not readable is None and may have an id all the same. ``excerpt`` is what
    has to be read to have the question again.
    """

    name: str | None
    place: Place
    question: Question | None
    excerpt: Excerpt
    findings: tuple[Finding, ...] = ()


def read_excerpt(excerpt: Excerpt, bank: str, source: Localized | None) -> Piece:
    """Read one question of ``bank``, written as an element of a list or as a mapping alone."""
    report = Report(_ExcerptSource(excerpt))
    report.add_all(character_faults(report.source.text))
    root = compose(report)
    node = root.items[0] if isinstance(root, Sequence) and root.items else root
    names: dict[str, Place] = {}
    question = None
    if node is not None and (fields := QUESTION.read(Reader(report), node)):
        question = QuestionReader(report, bank, source, names).question(fields)
    name, place = next(iter(names.items()), (None, report.source.place(0)))
    return Piece(
        name,
        place,
        question if node and report.is_clean(node.start, node.end) else None,
        excerpt if node is None else cut_out(report.source, node),
        report.findings(),
    )


def cut_out(source: Source, node: Node) -> Excerpt:
    """Return a node of ``source`` as a text that is read alone, every column where it was."""
    place = source.place(node.start)
    is_bracketed = source.text[node.end : node.end + 1] in {"}", "]"}  # ends at its last bracket
    written = source.text[node.start : node.end + is_bracketed]
    return Excerpt(source.file, " " * (place.column - 1) + written, place.line)


class _ExcerptSource(Source):
    """The text of an excerpt, with the places of its file."""

    def __init__(self, excerpt: Excerpt) -> None:
        super().__init__(excerpt.file, excerpt.text)
        self._lines_before = excerpt.line - 1

    def place(self, offset: int) -> Place:
        """Return the place of the character at ``offset`` in the file."""
        place = super().place(offset)
        return replace(place, line=place.line + self._lines_before)
