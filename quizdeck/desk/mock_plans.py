"""The plans of mock quizzes that one can choose from."""

from collections.abc import Iterable
from pathlib import Path

from quizdeck.banks.blueprint_files import FOLDER, read_blueprint
from quizdeck.banks.blueprints import Blueprint
from quizdeck.banks.files import shipped_banks
from quizdeck.banks.question import Finding
from quizdeck.errors import UsageError


class FaultyPlanError(UsageError):
    """A plan has problems; ``findings`` are all of them."""

    def __init__(self, path: Path, findings: tuple[Finding, ...]) -> None:
        super().__init__("mock.faulty", path=str(path), count=len(findings))
        self.findings = findings


def known_blueprints(folders: Iterable[Path] = ()) -> tuple[Blueprint, ...]:
    """Return the usable plans of the program and of the banks in ``folders``, the shortest first.

    A plan of one's own takes the place of the program's with its name.
    """
    paths = [at for f in (*shipped_banks(), *folders) for at in sorted(f.glob(f"{FOLDER}/*.yaml"))]
    read = (read_blueprint(path)[0] for path in paths)
    plans = {plan.id: plan for plan in read if plan is not None}
    return tuple(sorted(plans.values(), key=lambda plan: (plan.minutes, plan.id)))


def blueprint_called(name: str, folders: Iterable[Path] = ()) -> Blueprint:
    """Return a known plan by its name or one from a file.

    Raises ``UsageError``, for a plan that cannot be used ``FaultyPlanError``.
    """
    plans = known_blueprints(folders)
    for plan in plans:
        if plan.id == name:
            return plan
    path = Path(name)
    if path.suffix not in {".yaml", ".yml"} and not path.is_file():
        raise UsageError("mock.unknown", name=name, known=", ".join(plan.id for plan in plans))
    if not path.exists():
        raise UsageError("mock.no_file", path=name)
    plan_read, findings = read_blueprint(path, name)
    if plan_read is None:
        raise FaultyPlanError(path, findings)
    return plan_read
