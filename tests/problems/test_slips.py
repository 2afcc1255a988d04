"""Every slip as it is written down: lines that parse, and a place in some method for each."""

import pkgutil
import subprocess
import sys
from importlib import import_module

import pytest

from quizdeck.expressions.parse import parse_equation
from quizdeck.problems import slips
from quizdeck.problems.skills.registry import SKILLS
from quizdeck.problems.slips.registry import FAMILIES, all_slips, slip_by_id, slips_of
from quizdeck.problems.slips.slip import Slip

METHODS = {skill.method for skill in SKILLS}
ALL_SLIPS = pytest.mark.parametrize("slip", all_slips(), ids=lambda slip: slip.id)

LOADS = """
import sys
import quizdeck.problems.problem, quizdeck.grading.diagnosis
print(*sys.modules)
"""


@ALL_SLIPS
def test_every_line_of_a_slip_can_be_read(slip: Slip) -> None:
    for lines in (*slip.lines.values(), slip.remembered):
        for line in lines:
            parse_equation(line)


@ALL_SLIPS
def test_every_line_of_a_slip_has_its_place_in_a_method(slip: Slip) -> None:
    family = [method for method in METHODS if method.family == slip.family]
    used = {line for method in family for line in slip.applied_lines(method)}
    assert used == {line for lines in slip.lines.values() for line in lines}


@ALL_SLIPS
def test_a_slip_is_found_by_its_id(slip: Slip) -> None:
    assert slip_by_id(slip.id) is slip


@pytest.mark.parametrize("id_", ["adam.nothing", "nothing.m.no_decay", ""])
def test_no_other_slip_is_found(id_: str) -> None:
    with pytest.raises(KeyError):
        slip_by_id(id_)


def test_the_slips_of_a_family_bear_its_name() -> None:
    for family in FAMILIES:
        assert slips_of(family)
        assert {slip.family for slip in slips_of(family)} == {family}
    assert slips_of("nothing") == ()


def test_no_module_of_slips_is_forgotten() -> None:
    names = {module.name for module in pkgutil.iter_modules(slips.__path__)}
    modules = [import_module(f"{slips.__name__}.{name}") for name in names]
    written = {slip for module in modules for slip in vars(module).get("SLIPS", ())}
    assert written == set(all_slips())


def test_slips_wait_for_the_first_problem_of_their_family() -> None:
    ran = subprocess.run([sys.executable, "-c", LOADS], capture_output=True, text=True, check=True)
    loaded = set(ran.stdout.split())
    assert "quizdeck.problems.slips.registry" in loaded
    assert not {f"{slips.__name__}.{family}" for family in FAMILIES} & loaded
