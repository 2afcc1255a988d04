"""The command that looks for everything that an author of banks has to mend."""

import json
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from quizdeck.banks.blueprint_files import blueprint_files
from quizdeck.banks.files import shipped_banks
from quizdeck.banks.inspection import executed, inspected, placed, read_banks
from quizdeck.banks.question import Bank, Finding, QuestionKind
from quizdeck.cli.checking_plans import bank_paths, checked_plans
from quizdeck.cli.surroundings import Surroundings
from quizdeck.errors import ExitCode
from quizdeck.language.catalogue import text
from quizdeck.text import Language

_MANY = 50  # listings of which the progress is told


def check(options: Namespace, around: Surroundings) -> int:
    """Print every problem of banks and of plans of mocks, each with file, line and column.

    As JSON it is one object::

        {"findings": [{"file": "banks/adam.yaml", "line": 42, "column": 7,
                       "key": "banks.not_number", "severity": "error" or "advice",
                       "message": {"ja": "…", "en": "…"}}, …],
         "counts": {"errors": 1, "advice": 0, "banks": 1, "items": 24}}

    ``banks`` and ``items`` count what can be used. A file is named relative to the working
    directory where it lies in it, else as it was given.
    """
    paths = [Path(path) for path in options.paths] or list(shipped_banks())
    plan_paths = blueprint_files(paths)
    read = read_banks(bank_paths(paths, plan_paths), _name_of)
    remarks = list(inspected(read.banks))
    if options.execute:
        _announce(read.banks, around)
        remarks += executed(read.banks, lambda done, count: _tell_progress(done, count, around))
    checked = checked_plans(plan_paths, read.banks, _name_of)
    findings = [*read.findings, *placed(remarks, read.excerpts), *checked.findings]
    findings.sort(key=lambda finding: (finding.place, finding.key))
    if options.format == "json":
        document = _document(findings, read.banks)
        print(json.dumps(document, ensure_ascii=False), file=around.stdout)
    else:
        _say(findings, around)
    for plan in checked.fillable:
        details = {"name": plan.id, "parts": plan.parts}
        around.complain(text("mock.fillable", around.language, **details))
    _conclude(findings, read.banks, around)
    return ExitCode.PROBLEMS_FOUND if findings else ExitCode.DONE


def _name_of(path: Path) -> str:
    try:
        return str(path.absolute().relative_to(Path.cwd()))
    except (OSError, ValueError):
        return str(path)


def _announce(banks: Sequence[Bank], around: Surroundings) -> None:
    questions = [question for bank in banks for question in bank.questions]
    count = sum(q.kind is QuestionKind.CODE and q.run is not None for q in questions)
    around.complain(text("banks.executing", around.language, count=count))


def _tell_progress(done: int, count: int, around: Surroundings) -> None:
    if count > _MANY:
        around.complain(text("banks.executed", around.language, done=done, count=count))


def _say(findings: Sequence[Finding], around: Surroundings) -> None:
    for finding in findings:
        message = text(finding.key, around.language, **finding.details)
        if finding.is_advice:
            message = text("banks.advice", around.language, message=message)
        around.say(f"{finding.place}: {message}")


def _document(findings: Sequence[Finding], banks: Sequence[Bank]) -> dict[str, object]:
    advice = sum(finding.is_advice for finding in findings)
    return {
        "findings": [_record(finding) for finding in findings],
        "counts": {
            "errors": len(findings) - advice,
            "advice": advice,
            "banks": len(banks),
            "items": _items(banks),
        },
    }


def _record(finding: Finding) -> dict[str, object]:
    message = {str(lang): text(finding.key, lang, **finding.details) for lang in Language}
    severity = "advice" if finding.is_advice else "error"
    about = {"key": finding.key, "severity": severity, "message": message}
    return {**asdict(finding.place), **about}


def _items(banks: Sequence[Bank]) -> int:
    return sum(len(question.parts) for bank in banks for question in bank.questions)


def _conclude(findings: Sequence[Finding], banks: Sequence[Bank], around: Surroundings) -> None:
    counts = {"count": len(findings), "banks": len(banks), "items": _items(banks)}
    key = "check.found" if findings else "check.clean"
    around.complain(text(key, around.language, **counts))
    if advice := sum(finding.is_advice for finding in findings):
        around.complain(text("banks.advice_count", around.language, count=advice))
