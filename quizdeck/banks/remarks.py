"""What is said about a question that was read, before it is known where that stands in the file.

A question keeps no places of its options, claims and the like; they are looked up for the few of
which there is something to say.
"""

from collections.abc import Mapping as AbstractMapping
from dataclasses import dataclass, field

from quizdeck.banks.excerpts import Excerpt
from quizdeck.banks.nodes import Mapping, Node, Sequence, compose
from quizdeck.banks.question import Bank, Finding, Place, Question, QuestionKind
from quizdeck.banks.report import Report, Source, on_one_line

Path = tuple[str | int, ...]

_PARTS = {QuestionKind.CODE: "blanks", QuestionKind.GROUP: "parts"}


@dataclass(frozen=True, slots=True)
class Remark:
    """A catalogue ``key`` and its details about what stands at ``path`` in ``about``.

    A path leads from the mapping of a question over keys and places of lists, from 0 on.
    """

    about: Question | Bank
    path: Path
    key: str
    details: AbstractMapping[str, object] = field(default_factory=dict, hash=False)
    is_advice: bool = False


def path_of_part(question: Question, place: int) -> Path:
    """Return where the part at ``place`` stands in its question."""
    name = _PARTS.get(question.kind)
    return () if name is None else (name, place)


def finding_of(remark: Remark, excerpt: Excerpt | None) -> Finding:
    """Return the remark at its place: that of the last thing on its path that is there.

    ``excerpt`` is the text of the question; without it the place is where the question begins.
    """
    place = remark.about.place
    if excerpt is not None and remark.path:
        place = _place_in(excerpt, remark.path, place.file) or place
    shown = {
        name: on_one_line(detail) if isinstance(detail, str) else detail
        for name, detail in remark.details.items()
    }
    return Finding(place, remark.key, shown, is_advice=remark.is_advice)


def _place_in(excerpt: Excerpt, path: Path, file: str) -> Place | None:
    source = Source(file, excerpt.text)
    root = compose(Report(source))
    node = root.items[0] if isinstance(root, Sequence) and root.items else root
    if node is None:
        return None
    place = source.place(_followed(node, path).start)
    return Place(file, place.line + excerpt.line - 1, place.column)


def _followed(node: Node, path: Path) -> Node:
    for step in path:
        child = _child(node, step)
        if child is None:
            return node
        node = child
    return node


def _child(node: Node, step: str | int) -> Node | None:
    match node, step:
        case Mapping(entries=entries), str():
            return next((value for key, value in entries if key.text == step), None)
        case Sequence(items=items), int() if step < len(items):
            return items[step]
        case _:
            return None
