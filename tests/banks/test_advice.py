"""What could be better about questions that can be asked."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizdeck.banks.advice import shown_width
from quizdeck.banks.near_duplicates import near_duplicates
from tests.banks.conftest import Check, place_in

WHY = "why: {ja: 理由, en: reason}"
LONG, SHORT = "a long answer of many words", "one or two words"


def option(text: str, *, right: bool = False) -> str:
    return f"      - {{text: '{text}', {'correct: true, ' if right else ''}{WHY}}}\n"


def question(
    id_: str, options: Sequence[str], *, right: int = 0, prompt: str = "選べ。", more: str = ""
) -> str:
    written = "".join(option(text, right=place == right) for place, text in enumerate(options))
    return (
        f"  - id: {id_}\n    kind: choice\n    level: 1\n    tags: [word]\n{more}"
        f"    prompt: {{ja: '{prompt}', en: '{prompt}'}}\n    options:\n{written}"
        "    explanation: {ja: 説明, en: explanation}\n"
    )


def bank(*questions: str, name: str = "words") -> str:
    head = f"format: 1\nbank: {name}\ntitle: {{ja: 題, en: title}}\nsource: own\nquestions:\n"
    return head + "".join(questions)


# As different from one another as questions are, and all of the same length.
TOPICS = [
    f"{first}{second}{third}{fourth}" * 4
    for first, second, third, fourth in zip(
        "かきくけこさしすせそ",
        "たちつてとなにぬねの",
        "はひふへほまみむめも",
        "やゆよらりるれろわを",
        strict=True,
    )
]


def alike(topic: int) -> list[str]:
    return [f"{TOPICS[topic]}{letter}" for letter in "甲乙丙丁"]


def keys(found: Sequence[tuple[str, str]]) -> list[str]:
    return [key for _, key in found]


class TestTheLengthOfTheRightOption:
    @pytest.mark.parametrize(
        ("options", "key"),
        [
            ([LONG + LONG, LONG, LONG[:-1], LONG[:-2]], "banks.right_longest"),
            ([SHORT[:9], LONG, LONG[:-1], LONG[:-2]], "banks.right_shortest"),
            # a third longer, or longer than most and not than all
            ([LONG + " and more", LONG, LONG[:-1], LONG[:-2]], None),
            ([LONG, LONG + "!", SHORT, SHORT[:-1]], None),
            # twice as long, which of a few letters says nothing
            (["weight", "the", "and", "or"], None),
            # what counts is the width on the screen
            (["重み付きの平均による方法", "average of the weights", "sum", "b" * 20], None),
            (["$\\frac{\\partial L}{\\partial W}$", "$W - L$", "$W + L$", "$W L$"], None),
        ],
    )  # fmt: skip
    def test_gives_it_away_if_it_is_conspicuous(
        self, check: Check, options: Sequence[str], key: str | None
    ) -> None:
        written = bank(question("words/a", options)).replace("{text", "▶{text", 1)
        assert check(written) == ([] if key is None else [(place_in(written), key)])

    def test_is_looked_at_in_both_languages(self, check: Check) -> None:
        written = bank(question("words/a", ["one", "two", "three", "four"]))
        written = written.replace("{text: 'one'", f"▶{{text: {{ja: 一, en: '{LONG}'}}")
        assert check(written) == [(place_in(written), "banks.right_longest")]

    def test_is_that_of_the_blank_or_part_it_belongs_to(self, check: Check) -> None:
        part = question("x", [LONG + LONG, *TOPICS[:3]]).replace("id: x", "id: part")
        part = "".join(f"    {line}\n" for line in part.splitlines())
        part = part.replace("        level: 1\n        tags: [word]\n", "")
        other = part.replace("id: part", "id: other").replace(LONG + LONG, TOPICS[4])
        group = (
            "  - id: words/group\n    kind: group\n    level: 1\n    tags: [word]\n"
            "    prompt: {ja: 文, en: text}\n    parts:\n"
        )
        written = bank(group + other + part.replace("{text", "▶{text", 1))
        assert check(written) == [(place_in(written), "banks.right_longest")]


@pytest.mark.parametrize(
    ("options", "stands_out"),
    [
        (["`m`", "average", "momentum", "variance"], True),
        (["$m_t$", "average", "momentum", "variance"], True),
        (["平均する。", "合計する", "減算する", "乗算する"], True),
        (["`m`", "`v`", "average", "variance"], False),
        (["average", "`m`", "$v$", "variance"], False),
    ],
)
def test_the_right_option_should_not_be_the_only_one_of_its_form(
    check: Check, options: Sequence[str], *, stands_out: bool
) -> None:
    written = bank(question("words/a", options)).replace("{text", "▶{text", 1)
    found = [(place_in(written), "banks.right_stands_out")] if stands_out else []
    assert check(written) == found


class TestTheRightOptionsOfABank:
    def test_should_not_stand_at_one_place(self, check: Check) -> None:
        rights = [1, 1, 1, 1, 1, 0, 2, 3]
        questions = [question(f"words/q{i}", alike(i), right=r) for i, r in enumerate(rights)]
        assert check(bank(*questions)) == [("words.yaml:1:1", "banks.right_at_one_place")]

    def test_may_stand_there_in_a_small_bank(self, check: Check) -> None:
        questions = [question(f"words/q{i}", alike(i), right=1) for i in range(7)]
        assert check(bank(*questions)) == []

    def test_may_stand_there_in_most(self, check: Check) -> None:
        rights = [1, 1, 1, 1, 0, 0, 2, 3]
        questions = [question(f"words/q{i}", alike(i), right=r) for i, r in enumerate(rights)]
        assert check(bank(*questions)) == []

    @pytest.mark.parametrize(("longest", "is_told"), [(5, False), (6, True)])
    def test_should_not_be_the_longest_far_more_often_than_by_chance(
        self, check: Check, longest: int, *, is_told: bool
    ) -> None:
        questions = []
        for i in range(8):
            options = alike(i)
            options[i % 4] += "い" * (i < longest)
            questions.append(question(f"words/q{i}", options, right=i % 4))
        assert keys(check(bank(*questions))) == ["banks.right_often_longest"] * is_told


class TestASource:
    def test_that_only_some_questions_lack_is_told_of_these(self, check: Check) -> None:
        named = question("words/a", alike(0), more="    source: a book\n")
        written = bank(named, question("words/b", alike(1))).replace("source: own\n", "")
        written = written.replace("- id: words/b", "- ▶id: words/b")
        assert check(written) == [(place_in(written), "banks.no_source")]

    def test_that_a_whole_bank_lacks_is_told_once(self, check: Check) -> None:
        written = bank(question("words/a", alike(0)), question("words/b", alike(1)))
        written = written.replace("source: own\n", "")
        assert check(written) == [("words.yaml:1:1", "banks.no_source")]


class TestANearDuplicate:
    PROMPT = "".join(topic[:4] for topic in TOPICS) + "".join(topic[1:3] for topic in TOPICS)
    FIRST = question("words/a", alike(0), prompt=PROMPT)

    @pytest.mark.parametrize(
        "second",
        [
            question("words/b", alike(0), prompt=PROMPT),
            question("words/b", alike(0), prompt=f" {PROMPT} 。"),
            question("words/b", [*alike(0)[2:], *alike(0)[:2]], prompt=PROMPT),
            question("words/b", alike(0), prompt=PROMPT + "か"),
        ],
        ids=["the same", "other spaces", "options in another order", "a letter more"],
    )
    def test_is_told_with_the_question_it_repeats(self, check: Check, second: str) -> None:
        written = bank(self.FIRST, second).replace("- id: words/b", "- ▶id: words/b")
        assert check(written) == [(place_in(written), "banks.near_duplicate")]

    def test_may_be_in_another_bank(self, check: Check) -> None:
        second = bank(self.FIRST.replace("words/a", "zoo/a"), name="zoo")
        assert check(bank(self.FIRST), second) == [("zoo.yaml:6:5", "banks.near_duplicate")]

    def test_has_the_same_numbers(self, check: Check) -> None:
        numbers = [
            question(f"words/{name}", alike(0), prompt=f"{TOPICS[1]}{number}を求めよ。")
            for name, number in (("a", "0.9"), ("b", "0.99"), ("c", "0.9"))
        ]
        written = bank(*numbers).replace("- id: words/c", "- ▶id: words/c")
        assert check(written) == [(place_in(written), "banks.near_duplicate")]

    def test_is_no_other_question_on_the_same_topic(self, check: Check) -> None:
        second = question("words/b", alike(2), prompt=TOPICS[1])
        assert check(bank(self.FIRST, second)) == []


def shared(one: str, other: str) -> float:
    runs = [{text[i : i + 5] for i in range(len(text) - 4)} for text in (one, other)]
    return len(runs[0] & runs[1]) / len(runs[0] | runs[1])


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text("abc", min_size=30, max_size=40), min_size=2, max_size=8))
def test_near_duplicates_share_four_fifths(texts: list[str]) -> None:
    longer = [text + text[::-1] for text in texts]
    found = dict(near_duplicates(longer))
    for place, first in found.items():
        assert first < place
        assert shared(longer[place], longer[first]) >= 0.8
    for place, text in enumerate(longer):
        assert place in found or text not in longer[:place]


def test_near_duplicates_are_found_among_very_many_that_begin_alike() -> None:
    texts = [f"{'前置きの長い文' * 3}{i:x}{i * 7919:x}{'あとがき' * 2}" for i in range(3000)]
    assert len(dict(near_duplicates([*texts, texts[-1]]))) >= 1


@pytest.mark.parametrize(
    ("text", "width"),
    [("平均", 4), ("`m_t`", 3), ("$m_t$", 2), ("**強調**", 4), ("$$x$$ と `y`", 6)],
)
def test_a_width_is_that_on_the_screen(text: str, width: int) -> None:
    assert shown_width(text) == width


class TestNeeds:
    CHAIN = tuple(
        question(f"words/{one}", alike(i), more=f"    needs: [words/{other}]\n")
        for i, (one, other) in enumerate(pairwise("abc"))
    )

    def test_may_form_a_chain(self, check: Check) -> None:
        assert check(bank(*self.CHAIN, question("words/c", alike(4)))) == []

    def test_that_form_a_circle_are_told_once(self, check: Check) -> None:
        last = question("words/c", alike(4), more="    needs: [▶words/a]\n")
        written = bank(*self.CHAIN, last)
        assert check(written) == [(place_in(written), "banks.circular_need")]

    def test_may_name_an_item_by_its_former_id(self, check: Check) -> None:
        last = question("words/z", alike(4), more="    formerly: [words/c]\n")
        assert check(bank(*self.CHAIN, last)) == []

    def test_may_name_an_item_of_another_bank(self, check: Check) -> None:
        other = bank(question("zoo/c", alike(5)), name="zoo")
        assert check(bank(self.CHAIN[1].replace("words/c", "zoo/c")), other) == []
