"""Commands that look: what is due, the scores, the skills, the shape of banks."""

import json
from argparse import Namespace
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from quizdeck.cli.surroundings import Surroundings
from quizdeck.cli.writing import written_to
from quizdeck.errors import ExitCode
from quizdeck.language.catalogue import text
from quizdeck.present.blocks import laid_out
from quizdeck.present.spans import plain_text
from quizdeck.problems.skill import Skill
from quizdeck.problems.skills.registry import SKILLS
from quizdeck.problems.wrong_values import modelled_slips
from quizdeck.text import Language, cell_width, without_controls

if TYPE_CHECKING:
    from quizdeck.desk.statistics import Gathered


def due(options: Namespace, around: Surroundings) -> int:
    """Print what is due today."""
    with around.open_desk() as (desk, _):
        overview = desk.overview()
    counts = {"due": overview.due, "new": overview.new, "minutes": overview.minutes}
    values = {**counts, "streak": overview.streak}
    if options.format == "json":
        print(json.dumps(values), file=around.stdout)
    else:
        around.say(text("due.line", around.language, **values))
    return ExitCode.DONE


def stats(options: Namespace, around: Surroundings) -> int:
    """Print the statistics, or write them to a file."""
    from quizdeck.desk.statistics import gathered  # noqa: PLC0415, what is due takes a moment only

    with around.open_desk() as (desk, _):
        found = gathered(desk)
    with written_to(options.output, around.stdout) as output:
        output.writelines(_statistics_in(options.format, found, around.language))
    return ExitCode.DONE


def _statistics_in(form: str, found: "Gathered", language: Language) -> Iterator[str]:
    """Yield the statistics in the form that was asked for, which alone is imported."""
    prompts = found.prompts_in(language)
    if form == "json":
        from quizdeck.export.statistics import statistics_record  # noqa: PLC0415

        yield json.dumps(statistics_record(found.statistics), ensure_ascii=False) + "\n"
    elif form == "html":
        from quizdeck.export.statistics_page import statistics_page  # noqa: PLC0415

        yield from statistics_page(found.statistics, language, prompts=prompts)
    else:
        from quizdeck.present.statistics import WIDTH, statistics_document  # noqa: PLC0415

        document = statistics_document(found.statistics, language, prompts=prompts)
        for line in laid_out(document, WIDTH):
            yield without_controls(plain_text(line).rstrip()) + "\n"


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


def schema(options: Namespace, around: Surroundings) -> int:
    """Print the JSON Schema of a bank, or write it to a file."""
    from quizdeck.banks.schema import bank_schema  # noqa: PLC0415, the others need no bank format

    with written_to(options.output, around.stdout) as output:
        print(json.dumps(bank_schema(), ensure_ascii=False, indent=2), file=output)
    return ExitCode.DONE


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
