"""The tree of nodes: literal texts, where they stand, and what is left out."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from quizdeck.banks import nodes
from quizdeck.banks.nodes import (
    MAX_DEPTH,
    Mapping,
    Node,
    Scalar,
    Sequence,
    Unusable,
    compose,
    offset_within,
)
from quizdeck.banks.report import Report, Source

HERE = "▶"


@pytest.fixture(params=["CSafeLoader", "SafeLoader"], autouse=True)
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nodes, "_LOADER", getattr(yaml, request.param))


def composed(text: str) -> tuple[Node | None, list[tuple[str, str]]]:
    report = Report(Source("x", text))
    root = compose(report)
    return root, [(finding.key, str(finding.place)) for finding in report.findings()]


def value_of(text: str) -> Scalar:
    root, findings = composed(text)
    assert findings == []
    assert isinstance(root, Mapping)
    value = root.entries[-1][1]
    assert isinstance(value, Scalar)
    return value


class TestScalars:
    @pytest.mark.parametrize("written", ["no", "1:30", "1e-3", "012", "~", "2026-11-24", "0x1F"])
    def test_keep_their_letters_whatever_yaml_makes_of_them(self, written: str) -> None:
        assert (value_of(f"a: {written}\n").text, value_of(f"a: {written}\n").style) == (
            written,
            "",
        )

    @pytest.mark.parametrize(
        ("written", "style"), [("'b'", "'"), ('"b"', '"'), ("|\n  b", "|"), (">\n  b", ">")]
    )
    def test_know_how_they_were_written(self, written: str, style: str) -> None:
        scalar = value_of(f"a: {written}")
        assert (scalar.text.strip(), scalar.style) == ("b", style)

    def test_lose_control_and_direction_characters(self) -> None:
        report = Report(Source("x", r'a: "\u001b[31mred\u202e"'))
        root = compose(report)
        assert isinstance(root, Mapping)
        value = root.entries[0][1]
        assert isinstance(value, Scalar)
        assert value.text == "[31mred"

    @pytest.mark.parametrize(
        "written",
        [
            "a: one ▶! two",
            "a: 日本語😀 ▶! two",
            "a: 'it''s ▶! two'",
            r'a: "one \"quoted\" \\beta ▶! two"',
            'a: "folded\n\n   over ▶! lines"',
            "a: folded\n  over ▶! lines\n",
            "a: |\n  def f():\n\n      return ▶!\n",
            "a: >-\n  one\n  two ▶!\n",
            "b: '!'\na: |2  # a comment !\n   one\n   two ▶!\n",
        ],
    )
    def test_know_where_each_of_their_characters_stands(self, written: str) -> None:
        text = written.replace(HERE, "")
        scalar = value_of(text)
        assert offset_within(scalar, text, scalar.text.index("!")) == written.index(HERE)


class TestCollections:
    def test_hold_nodes_that_know_where_they_begin_and_end(self) -> None:
        text = "a: [b, c]\nd: e\n"
        root, _ = composed(text)
        assert isinstance(root, Mapping)
        (key, items), (last, _) = root.entries
        assert isinstance(items, Sequence)
        assert [text[node.start : node.end] for node in (key, *items.items, last)] == [*"abcd"]
        assert text[items.start : items.end] == "[b, c"

    def test_keep_the_first_of_two_equal_keys(self) -> None:
        root, findings = composed("a: 1\nb: 2\na: 3\n")
        assert findings == [("banks.duplicate_key", "x:3:1")]
        assert isinstance(root, Mapping)
        assert [(key.text, value.start) for key, value in root.entries] == [("a", 3), ("b", 8)]

    def test_leave_keys_out_that_are_no_texts(self) -> None:
        root, findings = composed("? [a]\n: 1\nb: 2\n")
        assert findings == [("banks.key_not_text", "x:1:3")]
        assert isinstance(root, Mapping)
        assert [key.text for key, _ in root.entries] == ["b"]


class TestRefusals:
    def test_an_alias_is_expanded_to_nothing(self) -> None:
        root, findings = composed("a: &x [1, 1]\nb: [*x, *x]\n")
        assert findings == [
            ("banks.anchor", "x:1:4"),
            ("banks.alias", "x:2:5"),
            ("banks.alias", "x:2:9"),
        ]
        assert isinstance(root, Mapping)
        items = root.entries[1][1]
        assert isinstance(items, Sequence)
        assert all(isinstance(item, Unusable) for item in items.items)

    def test_an_alias_bomb_costs_nothing(self) -> None:
        lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
        lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 20)]
        _, findings = composed("\n".join(lines))
        assert len(findings) == 20 + 19 * 9

    @pytest.mark.parametrize("tag", ["!!python/name:os.system", "!!int", "!x", "!", "!!str"])
    def test_a_tag_makes_nothing(self, tag: str) -> None:
        assert composed(f"a: {tag} b\n")[1] == [("banks.tag", "x:1:4")]

    @pytest.mark.parametrize("opening", ["[", "- ", "? ", "{a: ", "[a, ["])
    def test_nesting_ends_the_reading_at_once(self, opening: str) -> None:
        _, findings = composed(opening * 100_000)
        assert [key for key, _ in findings] == ["banks.nesting"]

    def test_nesting_up_to_the_limit_is_read(self) -> None:
        assert composed("[" * MAX_DEPTH + "]" * MAX_DEPTH)[1] == []

    def test_nothing_but_comments_has_no_root(self) -> None:
        assert composed("# nothing\n") == (None, [])

    @pytest.mark.parametrize("escape", [r"\UFFFFFFFF", r"\ud800", r"\xZZ", r"\q"])
    def test_an_escape_that_is_none_is_told(self, escape: str) -> None:
        _, findings = composed(f'a: "{escape}"\n')
        assert findings
        assert {key for key, _ in findings} <= {"banks.escape", "banks.syntax", "banks.character"}


LIST = "title: x\nquestions:\n  # the first\n  - a: 1\n  - b: 2\n\n  - c: 3\nafter: 4\n"


class TestABrokenItem:
    @pytest.mark.parametrize("letter", [*"abc"])
    def test_is_left_out_alone(self, letter: str) -> None:
        root, findings = composed(LIST.replace(f"{letter}: ", f"{letter}: @"))
        assert [key for key, _ in findings] == ["banks.syntax_start"]
        assert isinstance(root, Mapping)
        items = root.entries[1][1]
        assert isinstance(items, Sequence)
        names = [item.entries[0][0].text for item in items.items if isinstance(item, Mapping)]
        assert names == [name for name in "abc" if name != letter]
        assert root.entries[2][0].start == LIST.index("after") + 1

    def test_does_not_change_the_listing_before_it(self) -> None:
        text = "questions:\n- a: |\n    one\n\n- b: @\n\n- c: 3\n"
        root, _ = composed(text)
        assert isinstance(root, Mapping)
        items = root.entries[0][1]
        assert isinstance(items, Sequence)
        first = items.items[0]
        assert isinstance(first, Mapping)
        assert isinstance(first.entries[0][1], Scalar)
        assert first.entries[0][1].text == "one\n"

    def test_outside_the_questions_ends_the_reading(self) -> None:
        assert composed(LIST.replace("title: x", "title: @x"))[0] is None


def holds_nothing(text: str) -> bool:
    lines = (line.strip() for line in text.splitlines())
    return all(not line or line.startswith(("#", "---")) for line in lines)


class TestAnyText:
    @settings(max_examples=200, deadline=None)
    @given(st.text(alphabet="ab:-?[]{},&*!|>'\"%@`# \n\\\ud800あ", max_size=60))
    def test_gives_a_tree_or_findings_inside_the_text(self, text: str) -> None:
        for parser in (yaml.CSafeLoader, yaml.SafeLoader):
            report = Report(Source("x", text))
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(nodes, "_LOADER", parser)
                root = compose(report)
            assert root is not None or report.findings() or holds_nothing(text)
            assert all(f.place.line <= text.count("\n") + 1 for f in report.findings())
