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
from quizdeck.text import cell_width

_WIDTH = 80


def due(options: Namespace, around: Surroundings) -> int:
    """Print what is due today."""
    with around.open_desk() as (desk, _):
        overview = desk.overview()
    load = overview.workload
    counts = {"due": len(load.due), "new": len(load.new), "minutes": load.minutes}
    values = {**counts, "streak": overview.streak}
    if options.format == "json":
        print(json.dumps(values), file=around.stdout)
    else:
        around.say(text("due.line", around.language, **values))
    return ExitCode.DONE


def stats(options: Namespace, around: Surroundings) -> int:
    """Print the scores."""
    with around.open_desk() as (desk, _):
        scores = desk.scores()
    if options.format == "json":
        print(json.dumps(asdict(scores), ensure_ascii=False), file=around.stdout)
        return ExitCode.DONE
    for line in laid_out(scores_document(scores, around.language), _WIDTH):
        around.say(plain_text(line).rstrip())
    return ExitCode.DONE


def skills(options: Namespace, around: Surroundings) -> int:
    """Print every numeric skill."""
    if options.format == "jsonl":
        for skill in SKILLS:
            print(json.dumps(_skill_record(skill), ensure_ascii=False), file=around.stdout)
        return ExitCode.DONE
    rows = [text("skills.header", around.language).split("\t")]
    for skill in SKILLS:
        count = len(modelled_slips(skill))
        rows.append([skill.id, str(skill.level), skill.method.id, str(count)])
    widths = [max(map(cell_width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = zip(row, widths, strict=True)
        padded = (cell + " " * (width - cell_width(cell)) for cell, width in cells)
        around.say("  ".join(padded).rstrip())
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
            around.say(f"{finding.place}: {message}")
    key = "check.found" if loaded.findings else "check.clean"
    counts = {"count": len(loaded.findings), "banks": len(loaded.banks), "items": items}
    around.complain(text(key, around.language, **counts))
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
