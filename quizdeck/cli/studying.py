"""Commands that open a session: on the screens or line by line."""

from argparse import Namespace
from datetime import date
from typing import TYPE_CHECKING

from quizdeck.cli.screens import require_terminal, run_app
from quizdeck.cli.surroundings import Surroundings
from quizdeck.desk.desk import Desk
from quizdeck.desk.drawing import FRESH, Drawing
from quizdeck.desk.places import read_settings, save_settings
from quizdeck.errors import ExitCode, UsageError
from quizdeck.language.catalogue import text
from quizdeck.problems.skill import Skill
from quizdeck.problems.skills.registry import SKILLS, skills_matching
from quizdeck.study.queue import SECONDS_AN_ITEM
from quizdeck.study.session import Session

if TYPE_CHECKING:
    from quizdeck.banks.blueprints import Blueprint
    from quizdeck.plain.conversation import Conversation
    from quizdeck.study.explorer import Explorer


def drill(options: Namespace, around: Surroundings) -> int:
    """Do today's drill."""
    count = options.count
    if options.minutes:
        in_time = max(1, options.minutes * 60 // SECONDS_AN_ITEM)
        count = min(count or in_time, in_time)
    if not options.plain:
        require_terminal(around)
    with around.open_desk(is_studied=True) as (desk, faults):
        if options.slips:
            session = desk.open_slip_drill(count=count)
        else:
            session = desk.open_drill(topic=options.topic, count=count)
        if options.plain:
            return _talk(around, desk, session)
        return run_app(around, lambda: (desk, faults), session)


def exam(options: Namespace, around: Surroundings) -> int:
    """Set the date of the exam, forget it, or say what lies before it."""
    if options.date == "none":
        save_settings(around.home, exam="")
        around.say(text("exam.forgotten", around.language))
        return ExitCode.DONE
    if options.date is not None:
        try:
            day = date.fromisoformat(options.date)
        except ValueError as error:
            raise UsageError("exam.bad_date", text=options.date) from error
        save_settings(around.home, exam=day.isoformat())
    with around.open_desk() as (desk, _):
        ahead = desk.plan.forecast()
    if ahead is None:
        around.say(text("exam.none", around.language))
        return ExitCode.DONE
    around.say(text("exam.days", around.language, days=ahead.days))
    key = "exam.enough" if ahead.meets_everything else "exam.too_late"
    around.say(
        text(
            key,
            around.language,
            new=ahead.new_items,
            met=ahead.new_before_exam,
            minutes=ahead.busiest_minutes,
        )
    )
    return ExitCode.DONE


def practice(options: Namespace, around: Surroundings) -> int:
    """Do numeric problems that are not scheduled."""
    chosen = chosen_skills(options.skills, options.level)
    drawing = Drawing(options.seed, with_options=options.options)
    if not options.plain:
        require_terminal(around)
    with around.open_desk(is_studied=True) as (desk, faults):
        session = desk.open_practice(chosen, count=options.count, seed=options.seed)
        if options.plain:
            return _talk(around, desk, session, drawing)
        return run_app(around, lambda: (desk, faults), session, drawing)


def mock(options: Namespace, around: Surroundings) -> int:
    """Sit a mock quiz: the one under way, or a new one."""
    plan = _plan(options.preset, around)
    if options.print:
        return _print_mock(options, around, plan)
    if not options.plain:
        require_terminal(around)
    with around.open_desk(is_studied=True) as (desk, faults):
        under_way = desk.mocks.under_way()
        paper = under_way or desk.mocks.begin(plan, options.seed)
        if not options.plain:
            return run_app(around, lambda: (desk, faults), mock=paper)
        from quizdeck.plain.mock import sit  # noqa: PLC0415, one front end of two
        from quizdeck.present.mock import clock_text  # noqa: PLC0415

        if under_way is not None and not under_way.is_over:
            left = clock_text(under_way.milliseconds_left(desk.now()))
            around.say(text("mock.resumed", around.language, time=left))
        sit(desk, paper, _conversation(around))
    return ExitCode.DONE


def _plan(name: str, around: Surroundings) -> "Blueprint":
    from quizdeck.desk.mock_plans import (  # noqa: PLC0415, only for mocks
        FaultyPlanError,
        blueprint_called,
    )

    try:
        return blueprint_called(name, (around.home.banks,))
    except FaultyPlanError as error:
        for finding in error.findings:
            message = text(finding.key, around.language, **finding.details)
            around.complain(f"{finding.place}: {message}")
        raise


def _print_mock(options: Namespace, around: Surroundings, plan: "Blueprint") -> int:
    from quizdeck.cli.writing import written_to  # noqa: PLC0415, only for mocks on paper
    from quizdeck.export.papers import html_paper, markdown_paper  # noqa: PLC0415

    with around.open_desk() as (desk, _):
        seed = desk.mocks.new_seed() if options.seed is None else options.seed
        slots, exercises = desk.mocks.paper(plan, seed)
    paper = html_paper if options.print == "html" else markdown_paper
    with written_to(options.output, around.stdout) as output:
        for piece in paper(plan, seed, tuple(zip(slots, exercises, strict=True)), around.language):
            print(piece, file=output)
    return ExitCode.DONE


def explore_on_screen(around: Surroundings, explorer: "Explorer") -> int:
    """Open the explorer above the home screen."""
    require_terminal(around)
    with around.open_desk(is_studied=True) as (desk, faults):
        return run_app(around, lambda: (desk, faults), explorer=explorer)


def chosen_skills(names: list[str], level: int | None) -> tuple[Skill, ...]:
    """Return the skills that the names and the level leave; raises ``UsageError`` for none."""
    found = [skill for name in names for skill in skills_matching(name)] if names else SKILLS
    chosen = tuple(skill for skill in found if level is None or skill.level == level)
    if not chosen:
        raise UsageError("usage.no_skill_at_level", level=level)
    return chosen


def _talk(
    around: Surroundings,
    desk: Desk,
    session: Session | None,
    drawing: Drawing = FRESH,
) -> int:
    from quizdeck.plain.session import play  # noqa: PLC0415, one front end of two

    if session is None:
        around.say(text("plain.nothing", around.language))
        return ExitCode.DONE
    play(desk, session, _conversation(around), drawing)
    return ExitCode.DONE


def _conversation(around: Surroundings) -> "Conversation":
    from quizdeck.desk.appearance import appearance_in  # noqa: PLC0415, only to talk line by line
    from quizdeck.plain.conversation import Conversation  # noqa: PLC0415

    style = appearance_in(read_settings(around.home)).math_style
    return Conversation(around.stdin, around.stdout, around.language, around.notation, style)
