"""Commands for scripts: problems and verdicts."""

import json
from argparse import Namespace
from collections.abc import Iterator, Sequence
from itertools import islice

from quizdeck.cli.studying import chosen_skills
from quizdeck.cli.surroundings import Surroundings
from quizdeck.cli.writing import written_to
from quizdeck.desk.deck import Deck
from quizdeck.errors import ExitCode, QuizdeckError, UsageError
from quizdeck.export.problems import problem_record, problem_text
from quizdeck.export.verdicts import verdict_record
from quizdeck.export.worksheets import html_worksheet, markdown_worksheet
from quizdeck.language.catalogue import error_text
from quizdeck.optimizers.notations import Notation
from quizdeck.problems.problem import Problem, problem_by_variant
from quizdeck.problems.skill import Skill
from quizdeck.study.exercise import Exercise, NumericExercise
from quizdeck.study.records import Json
from quizdeck.text import Language


def generate(options: Namespace, around: Surroundings) -> int:
    """Print problems with keys and sheets, the skills in turn, seeds counting up."""
    skills = chosen_skills(options.skills, options.level)
    problems = _problems(skills, options.seed, options.count)
    with written_to(options.output, around.stdout) as output:
        for piece in _written(options.format, problems, around.language, around.notation):
            print(piece, file=output)
    return ExitCode.DONE


def grade(_options: Namespace, around: Surroundings) -> int:
    """Grade JSON lines; a line that cannot be graded is told of and the rest goes on."""
    deck: Deck | None = None
    is_clean = True
    for number, line in enumerate(around.stdin, start=1):
        if not line.strip():
            continue
        try:
            name, answer = _request(line, number)
            if "item" in name:
                deck = deck or around.load_deck()[0]
                exercise = _authored(name["item"], deck)
            else:
                exercise = NumericExercise(problem_by_variant(name["variant"]))
            record = verdict_record(exercise, name, answer)
            print(json.dumps(record, ensure_ascii=False), file=around.stdout, flush=True)
        except QuizdeckError as error:
            message = error_text(error, around.language)
            around.complain(message if "line" in error.details else f"stdin:{number}: {message}")
            is_clean = False
    return ExitCode.DONE if is_clean else ExitCode.PROBLEMS_FOUND


def _problems(skills: Sequence[Skill], seed: int, count: int) -> Iterator[Problem]:
    """Yield the skills in turn, each with seeds counting up; made in blocks as they are read."""
    from quizdeck.problems.blocks import build_many  # noqa: PLC0415, NumPy only where it is used

    laps = range(seed, seed + -(-count // len(skills)))
    streams = [build_many(skill, laps) for skill in skills]
    return islice((problem for lap in zip(*streams, strict=True) for problem in lap), count)


def _written(
    form: str, problems: Iterator[Problem], language: Language, notation: Notation
) -> Iterator[str]:
    match form:
        case "jsonl":
            return (json.dumps(problem_record(p, notation), ensure_ascii=False) for p in problems)
        case "markdown":
            return markdown_worksheet(problems, language, notation)
        case "html":
            return html_worksheet(problems, language, notation)
        case _:
            return (problem_text(problem, language, notation) for problem in problems)


def _request(line: str, number: int) -> tuple[dict[str, str], str]:
    try:
        request: Json = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UsageError("grade.bad_line", line=number) from error
    if isinstance(request, dict):
        answer = request.get("answer")
        for field in ("variant", "item"):
            name = request.get(field)
            if isinstance(name, str) and isinstance(answer, str):
                return {field: name}, answer
    raise UsageError("grade.missing_field", line=number)


def _authored(item: str, deck: Deck) -> Exercise:
    """Return a question part as it stands in the bank."""
    exercise = deck.in_bank_order(item)
    if exercise is None:
        raise UsageError("usage.unknown_item", item=item)
    return exercise
