"""Commands that look: what is due, the scores, the skills, the state of banks."""

import json
from argparse import Namespace
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from quizdeck.banks.library import load_banks, shipped_banks
from quizdeck.cli.surroundings import Surroundings
from quizdeck.errors import ExitCode
from quizdeck.language.catalogue import text
from quizdeck.present.blocks import laid_out
from quizdeck.present.scores import scores_document
from quizdeck.present.spans import plain_text
from quizdeck.problems.skill import Skill
from quizdeck.problems.skills.registry import SKILLS
from quizdeck.problems.wrong_values import modelled_slips

_WIDTH = 80


def due(options: Namespace, around: Surroundings) -> int:
    """Print what is due today."""
    desk, _ = around.open_desk()
    overview = desk.overview()
    load = overview.workload
    counts = {"due": len(load.due), "new": len(load.new), "minutes": load.minutes}
    values = {**counts, "streak": overview.streak}
    if options.format == "json":
        print(json.dumps(values), file=around.stdout)
    else:
        print(text("due.line", around.language, **values), file=around.stdout)
    return ExitCode.DONE


def stats(options: Namespace, around: Surroundings) -> int:
    """Print the scores."""
    desk, _ = around.open_desk()
    scores = desk.scores()
    if options.format == "json":
        print(json.dumps(asdict(scores), ensure_ascii=False), file=around.stdout)
        return ExitCode.DONE
    for line in laid_out(scores_document(scores, around.language), _WIDTH):
        print(plain_text(line), file=around.stdout)
    return ExitCode.DONE


def skills(options: Namespace, around: Surroundings) -> int:
    """Print every numeric skill."""
    if options.format == "jsonl":
        for skill in SKILLS:
            print(json.dumps(_skill_record(skill), ensure_ascii=False), file=around.stdout)
        return ExitCode.DONE
    print(text("skills.header", around.language).replace("\t", "  "), file=around.stdout)
    widest = max(len(skill.id) for skill in SKILLS)
    for skill in SKILLS:
        count = len(modelled_slips(skill))
        row = f"{skill.id:{widest}}  Lv {skill.level}  {skill.method.id:14}  {count:2}"
        print(row, file=around.stdout)
    return ExitCode.DONE


def check(options: Namespace, around: Surroundings) -> int:
    """Print every problem of the banks, each with file, line and column."""
    paths = [Path(path) for path in options.paths] or shipped_banks()
    loaded = load_banks(paths)
    items = sum(len(q.parts) for bank in loaded.banks for q in bank.questions)
    if options.format == "json":
        for finding in loaded.findings:
            place = asdict(finding.place)
            message = text(finding.key, around.language, **finding.details)
            record = {**place, "key": finding.key, "message": message}
            print(json.dumps(record, ensure_ascii=False), file=around.stdout)
    else:
        for finding in loaded.findings:
            message = text(finding.key, around.language, **finding.details)
            print(f"{finding.place}: {message}", file=around.stdout)
    key = "check.found" if loaded.findings else "check.clean"
    counts = {"count": len(loaded.findings), "banks": len(loaded.banks), "items": items}
    print(text(key, around.language, **counts), file=around.stderr)
    return ExitCode.PROBLEMS_FOUND if loaded.findings else ExitCode.DONE


def _skill_record(skill: Skill) -> Mapping[str, object]:
    return {
        "skill": skill.id,
        "version": skill.version,
        "level": skill.level,
        "method": skill.method.id,
        "quantity": skill.quantity,
        "steps": skill.steps,
        "slips": [
            {
                "id": modelled.slip.id,
                "key": modelled.is_key,
                "name": {"ja": modelled.slip.name.ja, "en": modelled.slip.name.en},
            }
            for modelled in modelled_slips(skill)
        ],
    }
