"""What a node is read as, and that nothing is said twice about the same node."""

import pytest

from quizdeck.banks.nodes import Mapping, Node, Unusable, compose
from quizdeck.banks.reader import Reader
from quizdeck.banks.report import Report, Source
from quizdeck.text import Localized, same_in_both


def reader_of(written: str) -> tuple[Reader, Node]:
    """Return a reader, and the node of ``written`` as the value of a key."""
    report = Report(Source("x", f"a: {written}\n"))
    root = compose(report)
    assert isinstance(root, Mapping)
    return Reader(report), root.entries[0][1]


def found(reader: Reader) -> list[tuple[str, int]]:
    return [(finding.key, finding.place.column) for finding in reader.report.findings()]


class TestNumbers:
    @pytest.mark.parametrize("number", [1, 3, 5])
    def test_within_the_limits_are_read(self, number: int) -> None:
        reader, node = reader_of(str(number))
        assert (reader.number(node, 1, 5), found(reader)) == (number, [])

    @pytest.mark.parametrize("written", ["0", "6", "03", "3.0", "'3'", "+3", "３", "[3]", "~"])
    def test_written_in_any_other_way_are_not(self, written: str) -> None:
        reader, node = reader_of(written)
        assert reader.number(node, 1, 5) is None
        assert found(reader) == [("banks.not_number", 4)]


class TestTruth:
    @pytest.mark.parametrize(("written", "value"), [("true", True), ("false", False)])
    def test_is_one_of_two_words(self, written: str, value: bool) -> None:  # noqa: FBT001
        reader, node = reader_of(written)
        assert (reader.truth(node), found(reader)) == (value, [])

    def test_is_false_where_nothing_is_written(self) -> None:
        assert reader_of("x")[0].truth(None) is False

    @pytest.mark.parametrize("written", ["yes", "True", "on", "'true'", "1", "[]", "{}"])
    def test_is_no_other_word(self, written: str) -> None:
        reader, node = reader_of(written)
        assert reader.truth(node) is None
        assert found(reader) == [("banks.not_truth", 4)]


class TestTexts:
    @pytest.mark.parametrize(
        "written",
        [
            *("no", "Yes", "off", "y", "~", "null", "012", "0o17", "0b1", "0xFF", "1_000", "1:30"),
            *("1e-3", ".5", "-.5", "+1", "1.", ".nan", "-.INF", "2026-11-24", "2026-1-2 10:00"),
        ],
    )
    def test_are_not_left_to_yaml(self, written: str) -> None:
        for quoted, is_text in ((written, False), (f"'{written}'", True), (f'"{written}"', True)):
            reader, node = reader_of(quoted)
            assert reader.word(node) == (written if is_text else None)
            assert bool(found(reader)) is not is_text

    @pytest.mark.parametrize("written", ["none", "1 / 2", "v2", "1.2.3", "０", "e-3", "No."])
    def test_without_quotes_are_fine_where_yaml_has_no_other_idea(self, written: str) -> None:
        reader, node = reader_of(written)
        assert (reader.word(node), found(reader)) == (written, [])

    @pytest.mark.parametrize("written", ["''", '""', "'　'", '"\\n"', "|", '"\\u200b"'])
    def test_are_not_empty(self, written: str) -> None:
        reader, node = reader_of(written)
        assert reader.word(node) is None
        assert found(reader) == [("banks.empty_text", 4)]


class TestLines:
    def test_may_be_shared_by_both_languages(self) -> None:
        reader, node = reader_of("'$x$'")
        assert (reader.line(node), found(reader)) == (same_in_both("$x$"), [])

    def test_may_be_two(self) -> None:
        reader, node = reader_of("{ja: い, en: b}")
        assert (reader.line(node), found(reader)) == (Localized("い", "b"), [])

    def test_hold_no_displayed_formula(self) -> None:
        reader, node = reader_of("{ja: い, en: '$$x$$'}")
        reader.line(node)
        assert found(reader) == [("banks.display", 17)]

    def test_are_more_than_prose_allows(self) -> None:
        reader, node = reader_of("shared")
        assert reader.prose(node) is None
        assert found(reader) == [("banks.not_mapping", 4)]


@pytest.mark.parametrize(
    "reading", ["number", "truth", "word", "prose", "line", "items", "entries"]
)
def test_nothing_more_is_said_about_a_node_that_is_a_problem_already(reading: str) -> None:
    reader, _ = reader_of("x")
    options: dict[str, dict[str, object]] = {
        "number": {"least": 1, "most": 5},
        "entries": {"required": ("b",)},
        "choice_of": {"allowed": ("b",)},
    }
    assert not getattr(reader, reading)(Unusable(3, 4), **options.get(reading, {}))
    assert found(reader) == []
