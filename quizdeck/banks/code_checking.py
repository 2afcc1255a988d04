"""Listings with blanks: whether what is typed fits in, and whether only the right option is right.

``execution_remarks`` is the only check that runs code of a bank; see ``code_blanks.execution``.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from quizdeck.banks.question import Choose, Question, QuestionKind, TypedLine
from quizdeck.banks.remarks import Path, Remark, path_of_part
from quizdeck.code_blanks.execution import Blank, Listing, OptionResult, execute
from quizdeck.code_blanks.listing import code_of, filled, syntax_fault
from quizdeck.code_blanks.runs import Run

Progress = Callable[[int, int], None]  # how many listings have been run, of how many

_SEED = "check"
_BATCH = 50  # listings a process, so that there is something to say of the progress


class _Blank(NamedTuple):
    """What may stand in a blank, each with where the bank has it; ``right`` is a place."""

    mark: str
    texts: tuple[str, ...]
    paths: tuple[Path, ...]
    right: int
    is_typed: bool


def fitting_remarks(question: Question) -> Iterator[Remark]:
    """Yield every answer to type with which the listing is no Python; nothing is run."""
    blanks = _blanks(question)
    if question.listing is None or not any(blank.is_typed for blank in blanks):
        return
    code = filled(question.listing, {b.mark: code_of(b.texts[b.right]) for b in blanks})
    if fault := syntax_fault(code):
        for blank in blanks:
            if blank.is_typed:
                path, error = blank.paths[blank.right], str(fault)
                yield Remark(question, path, "banks.answer_misfit", {"error": error})


def execution_remarks(questions: Sequence[Question], progress: Progress) -> Iterator[Remark]:
    """Run the listings of all code questions with every option, and yield what that shows.

    Raises ``QuizdeckError`` where no Python can be started.
    """
    to_run: list[tuple[Question, Listing]] = []
    for question in questions:
        if question.kind is QuestionKind.CODE and question.run is not None:
            to_run.append((question, _listing(question, question.run)))
        elif question.kind is QuestionKind.CODE:
            yield Remark(question, (), "banks.no_run", is_advice=True)
    for begin in range(0, len(to_run), _BATCH):
        progress(begin, len(to_run))
        batch = to_run[begin : begin + _BATCH]
        all_results = execute([listing for _, listing in batch], seed=_SEED)
        for (question, _), results in zip(batch, all_results, strict=True):
            yield from _of_results(question, results)


def _of_results(
    question: Question, results: Mapping[str, Sequence[OptionResult]]
) -> Iterator[Remark]:
    for blank in _blanks(question):
        for path, result in zip(blank.paths, results[blank.mark], strict=True):
            for key, details in result.problems:
                yield Remark(question, path, key, details)


def _listing(question: Question, run: Run) -> Listing:
    blanks = tuple(Blank(b.mark, b.texts, b.right) for b in _blanks(question))
    return Listing(question.id, question.listing or "", blanks, run)


def _blanks(question: Question) -> tuple[_Blank, ...]:
    found = []
    for place, part in enumerate(question.parts):
        path, mark = path_of_part(question, place), part.mark or ""
        match part.task:
            case Choose(options):
                texts = tuple(option.text.ja for option in options)
                paths = tuple((*path, "options", at) for at in range(len(options)))
                right = next(at for at, option in enumerate(options) if option.is_correct)
                found.append(_Blank(mark, texts, paths, right, is_typed=False))
            case TypedLine(answer, wrong):
                wrong_paths = ((*path, "wrong", at, "text") for at in range(len(wrong)))
                texts = (answer, *(line.text for line in wrong))
                found.append(
                    _Blank(mark, texts, ((*path, "answer"), *wrong_paths), 0, is_typed=True)
                )
            case _:
                pass
    return tuple(found)
