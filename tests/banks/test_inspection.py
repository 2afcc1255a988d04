"""A check of whatever can be read ends in findings that can be said."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizdeck.banks.inspection import inspected, placed, read_banks
from quizdeck.language.catalogue import text
from quizdeck.text import Language
from tests.banks.conftest import KINDS, check_banks

# What an author may have written instead of what stands in a good bank.
WORDS = [
    *("h", "m", "g", "theta", "lr_t / lr", "never: rises", "below: 'v - v'", "least-at: 1000"),
    *("0", "1", "-1", "1e30", "1/3", "sqrt(2)", "0.999999999", "adam.paper", "adadelta.paper"),
    *("'`'", "'$$'", "'$\\frac{}{}$'", "あ", "い", "x", "1000", "objective: beale", "constant: 0"),
    *("kinds/half-life", "kinds/pinned", "kinds/group#first", "choose-all", "choice", "true"),
]
PLAIN = KINDS.replace("    seed: 3\n", "")
TOKENS = sorted({word for line in PLAIN.splitlines() for word in line.split() if len(word) > 2})


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(TOKENS), st.sampled_from(WORDS)), max_size=4))
def test_a_bank_near_a_good_one_can_be_checked(changes: list[tuple[str, str]]) -> None:
    bank = PLAIN
    for old, new in changes:
        bank = bank.replace(old, new)
    with TemporaryDirectory() as folder:
        for finding in check_banks(Path(folder), bank):
            for language in Language:
                said = text(finding.key, language, **finding.details)
                assert "\n" not in said
            assert 1 <= finding.place.line <= bank.count("\n") + 1
            assert finding.place.column >= 1


@pytest.mark.parametrize("rest", ["", "# a long comment\n" * 120_000], ids=["whole", "in pieces"])
def test_a_remark_has_its_place_in_a_file_of_any_size(tmp_path: Path, rest: str) -> None:
    bank = KINDS.replace("never: falls", "never: rises")
    (tmp_path / "kinds.yaml").write_text(bank + rest, encoding="utf-8")
    read = read_banks([tmp_path], lambda path: path.name)
    (finding,) = placed(inspected(read.banks), read.excerpts)
    line = bank[: bank.index("{method: adagrad.book")].count("\n") + 1
    assert str(finding.place) == f"kinds.yaml:{line}:9"


def test_a_remark_keeps_what_it_quotes_on_one_short_line(tmp_path: Path) -> None:
    quantity = "h + " * 100 + "h"
    bank = KINDS.replace("quantity: h, never: falls", f"quantity: {quantity}, never: rises")
    (finding,) = check_banks(tmp_path, bank)
    assert len(text(finding.key, Language.ENGLISH, **finding.details)) < 250
