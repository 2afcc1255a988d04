"""Generated problems in the formats of ``quizdeck generate``."""

from collections.abc import Mapping

from quizdeck.export.flat_text import flat, flat_formula, in_both
from quizdeck.expressions.exact import Value
from quizdeck.language.catalogue import text
from quizdeck.optimizers.notations import BOOK, Notation
from quizdeck.problems.precision import decimal_text, display, exact_text
from quizdeck.problems.problem import Problem
from quizdeck.study.records import Json
from quizdeck.text import Language


def problem_record(problem: Problem, notation: Notation = BOOK) -> Mapping[str, Json]:
    """Return everything about a problem as JSON can hold it.

    Numbers that answers depend on are exact rationals in strings under the names of the equations;
    ``decimal`` has 12 significant digits.
    """
    skill = problem.skill
    rule: dict[str, Json] = {"rule": problem.precision.rule.value}
    if problem.precision.digits is not None:
        rule["n"] = problem.precision.digits
    sheet: list[Json] = [flat_formula(line.latex) for line in problem.sheet_in(notation)]
    given: dict[str, Json] = {
        name: list(value) if isinstance(value, list) else value
        for name, value in problem.given.items()
    }
    return {
        "variant": problem.variant,
        "skill": skill.id,
        "version": skill.version,
        "level": skill.level,
        "method": skill.method.id,
        "given": given,
        "ask": skill.ask,
        "prompt": dict(in_both(problem.prompt_in(notation))),
        "answer": {
            "exact": exact_text(problem.answer),
            "decimal": decimal_text(problem.answer),
            "precision": rule,
        },
        "slips": [
            {"id": slip.id, "value": _value_text(slip.value), "key": slip.is_key}
            for slip in problem.slips
        ],
        "sheet": {"ja": sheet, "en": sheet},
        "verified": {
            "recurrence": _value_text(problem.proof.recurrence),
            "closed_form": _value_text(problem.proof.closed_form),
            "numpy": problem.proof.numpy,
        },
    }


def problem_text(problem: Problem, language: Language, notation: Notation = BOOK) -> str:
    """Return a problem with its key and sheet for reading."""
    answer = display(problem.answer, problem.precision)
    return "\n".join(
        [
            f"[{problem.variant}]",
            flat(problem.prompt_in(notation).in_language(language)),
            text("generate.answer", language, answer=answer),
            *(f"  {flat_formula(line.latex)}" for line in problem.sheet_in(notation)),
            "",
        ]
    )


def _value_text(value: Value) -> str:
    """Return an exact rational, or twelve digits of what is none."""
    return exact_text(value) or decimal_text(value)
