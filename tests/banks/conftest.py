"""A good bank, and what makes faulty ones of it."""

import pytest

from quizdeck.banks.loader import LoadedBank, load_bank
from quizdeck.banks.question import Bank

HERE = "▶"  # stands in a mutated bank just before the place of the finding
FILE = "sample.yaml"

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


def without_marker(bank: str) -> tuple[str, str | None]:
    before, found, after = bank.partition(HERE)
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return before + after, f"{FILE}:{line}:{column}" if found else None


def found_in(bank: str) -> tuple[LoadedBank, str | None]:
    unmarked, place = without_marker(bank)
    return load_bank(unmarked, FILE), place


def ids(bank: Bank | None) -> list[str]:
    return [question.id for question in bank.questions] if bank else []
