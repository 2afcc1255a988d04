"""Commands for scripts: problems, verdicts, traces."""

import json
from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import islice

from quizdeck.cli.studying import chosen_skills
from quizdeck.cli.surroundings import Surroundings
from quizdeck.cli.writing import written_to
from quizdeck.desk.deck import Deck
from quizdeck.errors import ExitCode, QuizdeckError, UsageError
from quizdeck.export.problems import problem_record, problem_text
from quizdeck.export.traces import (
    Row,
    as_csv,
    as_json_lines,
    as_table,
    rows_of_descent,
    rows_of_gradients,
)
from quizdeck.export.verdicts import verdict_record
from quizdeck.export.worksheets import html_worksheet, markdown_worksheet
from quizdeck.grading.reading import Unreadable, read_answer
from quizdeck.language.catalogue import error_text
from quizdeck.optimizers.method import Method
from quizdeck.optimizers.notations import Notation
from quizdeck.optimizers.objectives import objective_by_id
from quizdeck.optimizers.rates import validated_rates
from quizdeck.optimizers.registry import method_by_id
from quizdeck.problems.problem import Problem, problem_by_variant
from quizdeck.problems.skill import Skill
from quizdeck.study.exercise import Exercise, NumericExercise
from quizdeck.study.records import Json
from quizdeck.text import Language

_TABLE_FIGURES, _DATA_FIGURES = 6, 12


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


def trace(options: Namespace, around: Surroundings) -> int:
    """Print every quantity of every step of a method."""
    method = method_by_id(options.method)
    rates = _rates(method, options)
    figures = _TABLE_FIGURES if options.format == "table" else _DATA_FIGURES
    if options.grads is not None:
        gradients = _numbers("--grads", options.grads)
        start = _numbers("--start", options.start)[0] if options.start else Fraction(0)
        rows = rows_of_gradients(method, rates, gradients, start, figures)
    elif options.objective is not None:
        rows = _walk(method, rates, options, figures)
    else:
        raise UsageError("usage.needs_gradients")
    form = {"table": as_table, "jsonl": as_json_lines, "csv": as_csv}[options.format]
    print(form(rows), file=around.stdout)
    return ExitCode.DONE


def _walk(
    method: Method, rates: Mapping[str, Fraction], options: Namespace, figures: int
) -> tuple[Row, ...]:
    objective = objective_by_id(options.objective)
    start = objective.start
    if options.start:
        x, y = _numbers("--start", options.start, count=2)
        start = (float(x), float(y))
    return rows_of_descent(method, rates, objective, start, steps=options.steps, figures=figures)


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


def _rates(method: Method, options: Namespace) -> dict[str, Fraction]:
    rates = dict(method.defaults)
    for name in rates:
        typed = getattr(options, name, None)
        if typed is not None:
            option = f"--{name.replace('_', '-')}"
            (rates[name],) = _numbers(option, typed, count=1)
    return dict(validated_rates(method, rates))


def _numbers(option: str, words: str, count: int | None = None) -> tuple[Fraction, ...]:
    """Read ``2,-1,4``; raises ``UsageError`` naming the option."""
    numbers: list[Fraction] = []
    for word in words.split(","):
        try:
            value = read_answer(word).value
        except Unreadable:
            break
        if isinstance(value, Fraction):
            numbers.append(value)
    if len(numbers) != (count or words.count(",") + 1):
        expected = ",".join(["0.1", "-2", "3"][: count or 3])
        raise UsageError("usage.bad_number", option=option, text=words, expected=expected)
    return tuple(numbers)
