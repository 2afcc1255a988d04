"""A good bank, and what makes faulty ones of it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from quizdeck.banks.inspection import executed, inspected, placed, read_banks
from quizdeck.banks.loader import LoadedBank, load_bank
from quizdeck.banks.question import Bank, Finding

HERE = "▶"  # stands in a mutated bank just before the place of the finding
FILE = "sample.yaml"

# A bank without a fault that has every kind of question.
KINDS = Path(__file__).with_name("kinds.yaml").read_text(encoding="utf-8")

GOOD_BANK = r"""format: 1
bank: sample
title: {ja: 見本, en: Sample}
questions:
  - id: sample/second-moment
    kind: choice
    level: 2
    tags: [formula, concept]
    prompt:
      ja: '$v_t$ の更新式はどれか。'
      en: "Which rule updates $v_t$?"
    options:
      - text: '$v_t = v_{t-1} + g_t^2$'
        why: {ja: 減衰がない。, en: Nothing decays.}
      - text: '$v_t = \beta_2 v_{t-1} + (1-\beta_2) g_t^2$'
        correct: true
        why: {ja: 指数移動平均である。, en: A moving average.}
      - text: {ja: '`v` は変わらない', en: '`v` stays'}
        why: {ja: 毎回変わる。, en: It changes every time.}
      - text: {ja: どれでもない, en: none of these}
        why: {ja: 正しい式がある。, en: One of them is right.}
    explanation:
      ja: |
        **平均**である。

        $$v_t = \beta_2 v_{t-1} + (1-\beta_2) g_t^2$$
      en: |
        An **average**.
  - id: sample/numpy-class
    kind: code
    level: 3
    tags: [code]
    prompt: {ja: 空欄を埋めよ。, en: Fill the blanks.}
    listing: |
      def update(self, key, g):
          self.v[key] *= {{あ}}
          self.v[key] += {{い}} * g * g
    blanks:
      - id: decay
        mark: あ
        prompt: {ja: 減衰, en: The decay}
        options:
          - {text: '`b2`', correct: true, why: {ja: 正しい。, en: Right.}}
          - {text: '`b1`', why: {ja: 別の率。, en: The other rate.}}
          - {text: '`1 - b2`', why: {ja: 逆。, en: Swapped.}}
          - {text: '`lr`', why: {ja: 学習率。, en: The learning rate.}}
        explanation: {ja: 古い値の重み。, en: The weight of the past.}
      - id: weight
        mark: い
        options:
          - {text: '`b2`', why: {ja: 逆。, en: Swapped.}}
          - {text: '`1 - b2`', correct: true, why: {ja: 正しい。, en: Right.}}
          - {text: '`1 + b2`', why: {ja: 符号。, en: The sign.}}
          - {text: '`-lr`', why: {ja: 学習率。, en: The learning rate.}}
        explanation: {ja: 新しい値の重み。, en: The weight of the present.}
  - id: sample/unsuitable-statement
    kind: choice
    level: 1
    tags: [concept]
    unsuitable: true
    prompt: {ja: 不適切なものを選べ。, en: Choose what does not hold.}
    options:
      - {text: {ja: 一つ目, en: first}, why: {ja: 成り立つ。, en: It holds.}}
      - {text: {ja: 二つ目, en: second}, why: {ja: 成り立つ。, en: It holds.}}
      - {text: {ja: 三つ目, en: third}, why: {ja: 成り立つ。, en: It holds.}}
      - {text: {ja: 四つ目, en: fourth}, why: {ja: 成り立つ。, en: It holds.}}
      - text: {ja: 五つ目, en: fifth}
        correct: true
        why: {ja: 成り立たない。, en: It does not hold.}
    explanation: {ja: 五つ目だけが違う。, en: Only the fifth differs.}
"""


@pytest.fixture
def good_bank() -> str:
    """Give the text of ``sample.yaml``, which has every feature of the format and no fault."""
    return GOOD_BANK


def mutated(old: str, new: str) -> str:
    before, found, after = GOOD_BANK.partition(old)
    assert found
    return before + new + after


def changed(*changes: tuple[str, str]) -> str:
    """Return the bank of every kind with texts exchanged, each of which it must have."""
    bank = KINDS
    for old, new in changes:
        assert old in bank
        bank = bank.replace(old, new, 1)
    return bank


def file_of(bank: str) -> str:
    """Return the name that the file of a bank must have."""
    named = re.search(r"^bank: *([a-z0-9-]+) *$", bank.replace(HERE, ""), re.MULTILINE)
    return f"{named[1]}.yaml" if named else FILE


def without_marker(bank: str, file: str = FILE) -> tuple[str, str | None]:
    before, found, after = bank.partition(HERE)
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return before + after, f"{file}:{line}:{column}" if found else None


def found_in(bank: str, file: str = FILE) -> tuple[LoadedBank, str | None]:
    unmarked, place = without_marker(bank, file)
    return load_bank(unmarked, file), place


Check = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Give a check of banks: places and keys of all that is found, run only on demand."""

    def checked(*banks: str, execute: bool = False) -> list[tuple[str, str]]:
        findings = check_banks(tmp_path, *banks, execute=execute)
        return [(str(finding.place), finding.key) for finding in findings]

    return checked


def check_banks(folder: Path, *banks: str, execute: bool = False) -> list[Finding]:
    """Write banks into a folder and return all that a check of them finds, in order."""
    for bank in banks:
        (folder / file_of(bank)).write_text(bank.replace(HERE, ""), encoding="utf-8")
    read = read_banks([folder], lambda path: path.name)
    remarks = list(inspected(read.banks))
    if execute:
        remarks += executed(read.banks, lambda _done, _count: None)
    findings = [*read.findings, *placed(remarks, read.excerpts)]
    return sorted(findings, key=lambda finding: (finding.place, finding.key))


def place_in(bank: str) -> str:
    """Return the place of the marker of a bank."""
    _, place = without_marker(bank, file_of(bank))
    assert place is not None
    return place


def ids(bank: Bank | None) -> list[str]:
    return [question.id for question in bank.questions] if bank else []
