"""Code questions are run only on demand, and then every option is."""

from pathlib import Path

import pytest

from quizdeck.language.catalogue import text
from quizdeck.text import Language
from tests.banks.conftest import KINDS, Check, changed, check_banks, place_in

RIGHT = "'`np.sqrt(1.0 - self.beta2**self.iter)`'"
WRONG = "'`np.sqrt(1.0 - self.beta1**self.iter)`'"
TYPED = "'self.m[key] += (1 - self.beta1) * (grads[key] - self.m[key])'"
TYPED_WRONG = "'self.m[key] += (1 - self.beta1) * grads[key]'"

PROBLEMS = {
    "a wrong option that computes the same as the right one": (
        "blank.same_as_key",
        [(f"- {{text: {WRONG}", "- ▶{text: '`(1.0 - self.beta2**self.iter)**0.5`'")],
    ),
    "two wrong options that compute the same": (
        "blank.options_equal",
        [(f"- {{text: {WRONG}", "- ▶{text: '`(1.0 - self.beta2**self.iter)**1`'")],
    ),
    "a right option that is not what the reference computes": (
        "blank.key_differs",
        [(f"- {{text: {RIGHT}", "- ▶{text: '`np.sqrt(1.0 + self.beta2**self.iter)`'")],
    ),
    "a right option that raises": (
        "blank.key_fails",
        [(f"- {{text: {RIGHT}", "- ▶{text: '`np.sqrt(1.0 - self.beta3**self.iter)`'")],
    ),
    "a wrong option that is not Python": (
        "blank.unreadable",
        [(f"- {{text: {WRONG}", "- ▶{text: '`np.sqrt(1.0 - self.beta1`'")],
    ),
    "a wrong option without an end": (
        "blank.option_fails",
        [(f"- {{text: {WRONG}", "- ▶{text: '`sum(iter(int, 1))`'")],
    ),
    "a typed answer that is not what the reference computes": (
        "blank.key_differs",
        [(f"answer: {TYPED}", "answer: ▶'self.m[key] += (1 - self.beta1) * (grads[key] + 1)'")],
    ),
    "settings that the reference does not know": (
        "blank.reference_fails",
        [
            ("reference: adam.book", "reference: momentum.book"),
            (f"- {{text: {RIGHT}", f"- ▶{{text: {RIGHT}"),
        ],
    ),
}


@pytest.mark.parametrize("problem", PROBLEMS)
def test_running_shows_it_at_the_place_of_the_option(problem: str, check: Check) -> None:
    key, changes = PROBLEMS[problem]
    bank = changed(*changes)
    assert (place_in(bank), key) in check(bank, execute=True)


@pytest.mark.parametrize("problem", PROBLEMS)
def test_nothing_of_it_is_found_without_running(problem: str, check: Check) -> None:
    _, changes = PROBLEMS[problem]
    assert check(changed(*changes)) == []


def test_what_running_shows_is_told_in_both_languages(tmp_path: Path) -> None:
    _, changes = PROBLEMS["two wrong options that compute the same"]
    (finding,) = check_banks(tmp_path, changed(*changes), execute=True)
    said = [text(finding.key, language, **finding.details) for language in Language]
    assert said == [
        "この選択肢は3番目の選択肢と同じ結果になります。",
        "this option computes the same as option 3.",
    ]
    assert not finding.is_advice


def test_a_listing_that_says_not_how_to_run_it_is_advice(check: Check) -> None:
    run = KINDS[KINDS.index("    run:\n") : KINDS.index("  - id: kinds/group")]
    bank = changed((run, ""), ("- id: kinds/update-line", "- ▶id: kinds/update-line"))
    assert check(bank) == []
    assert check(bank, execute=True) == [(place_in(bank), "banks.no_run")]


@pytest.mark.parametrize("execute", [False, True])
def test_a_listing_that_would_write_a_file_writes_none(
    check: Check, tmp_path: Path, *, execute: bool
) -> None:
    written = str(tmp_path / "written")
    pieces = [written[start : start + 40] for start in range(0, len(written), 40)]
    lines = ["where = ''", *(f"where += '{piece}'" for piece in pieces), "open(where, 'w').close()"]
    listing = "".join(f"      {line}\n" for line in lines)
    bank = changed(("    listing: |\n", f"    listing: |\n{listing}"))
    keys = {key for _, key in check(bank, execute=execute)}
    assert keys == ({"blank.key_fails", "blank.option_fails"} if execute else set())
    assert not Path(written).exists()


def test_without_execution_no_python_is_started(
    check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_words: object, **_options: object) -> None:
        raise AssertionError

    monkeypatch.setattr("subprocess.Popen", refused)
    assert check(KINDS) == []
