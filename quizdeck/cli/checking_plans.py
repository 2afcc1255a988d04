"""The part of a check that is about plans of mock quizzes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from quizdeck.banks.blueprint_files import FOLDER, read_blueprint
from quizdeck.banks.blueprints import Blueprint
from quizdeck.banks.files import bank_files, shipped_banks
from quizdeck.banks.library import load_banks
from quizdeck.banks.question import Bank, Finding
from quizdeck.problems.skills.registry import SKILLS
from quizdeck.study.plan_checking import blocks_of, plan_findings


@dataclass(frozen=True)
class CheckedPlans:
    """The plans that the banks can fill, and everything found wrong with any."""

    fillable: tuple[Blueprint, ...]
    findings: tuple[Finding, ...]


def bank_paths(paths: Sequence[Path], plans: Sequence[Path]) -> list[Path]:
    """Return where banks are looked for: everywhere but in plans and in folders of nothing else."""
    known = {path.absolute() for path in plans}
    return [path for path in paths if path.absolute() not in known and not _only_plans(path, known)]


def checked_plans(
    paths: Sequence[Path], banks: Sequence[Bank], name_of: Callable[[Path], str]
) -> CheckedPlans:
    """Check plans against ``banks``, or against the program's where there are none."""
    if not paths:
        return CheckedPlans((), ())
    blocks = blocks_of(banks or load_banks(shipped_banks()).banks, SKILLS)
    fillable, findings = [], list[Finding]()
    for path in paths:
        plan, found = read_blueprint(path, name_of(path))
        lacking = tuple(plan_findings(plan, blocks)) if plan is not None else ()
        findings += (*found, *lacking)
        if plan is not None and not lacking:
            fillable.append(plan)
    return CheckedPlans(tuple(fillable), tuple(findings))


def _only_plans(path: Path, known: set[Path]) -> bool:
    """Return whether a folder holds plans and no banks."""
    if path.absolute().name == FOLDER and path.is_dir():
        return True
    has_banks = any(found.is_file() for found in bank_files((path,)))
    return not has_banks and any(path.absolute() in plan.parents for plan in known)
