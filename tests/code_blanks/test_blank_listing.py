"""Filling the blanks of a listing, and telling whether the result is Python."""

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizdeck.code_blanks.listing import code_of, filled, marks_in, syntax_fault

LISTING = """\
class SGD:
    def update(self, params, grads):
        for key in params:
            {{あ}}
        return {{い}}
"""


def test_a_blank_is_found_where_it_stands() -> None:
    first, second = marks_in(LISTING)
    assert (first.name, first.line, first.column) == ("あ", 4, 13)
    assert (second.name, second.line, second.column) == ("い", 5, 16)
    assert LISTING[first.offset :].startswith("{{あ}}")


def test_a_blank_that_stands_twice_is_found_twice_and_filled_twice() -> None:
    assert [mark.name for mark in marks_in("{{あ}} + {{あ}}")] == ["あ", "あ"]
    assert filled("{{あ}} + {{あ}}", {"あ": "g"}) == "g + g"


@pytest.mark.parametrize("text", ["no blank", "{あ}", "d = {}", "{{}}", "{{\n}}"])
def test_other_braces_are_no_blanks(text: str) -> None:
    assert marks_in(text) == ()


def test_lines_of_an_option_go_as_deep_as_the_blank() -> None:
    option = "if key in grads:\n    params[key] -= grads[key]\n\nprint(key)"
    code = filled(LISTING, {"あ": option, "い": "params"})
    assert code.splitlines()[3:7] == [
        "            if key in grads:",
        "                params[key] -= grads[key]",
        "",
        "            print(key)",
    ]
    assert syntax_fault(code) is None


def test_an_option_that_comes_indented_and_with_line_ends_is_the_same_option() -> None:
    plain = filled(LISTING, {"あ": "a = 1\nb = 2", "い": "a"})
    assert filled(LISTING, {"あ": "\n    a = 1\n    b = 2\n", "い": "a  "}) == plain


def test_a_blank_within_a_line_takes_the_text_as_it_is() -> None:
    assert filled("    x = 2 * {{あ}}", {"あ": "a + b"}) == "    x = 2 * a + b"


def test_a_blank_without_a_text_is_refused() -> None:
    with pytest.raises(KeyError):
        filled(LISTING, {"あ": "pass"})


@pytest.mark.parametrize(
    ("option", "code"),
    [("`g * g`", "g * g"), (" `g` ", "g"), ("g * g", "g * g"), ("`a` or `b`", "`a` or `b`")],
)
def test_the_code_of_an_option_stands_in_backticks(option: str, code: str) -> None:
    assert code_of(option) == code


def test_a_fault_has_its_place() -> None:
    fault = syntax_fault("a = 1\nb = (2")
    assert fault is not None
    assert (fault.line, fault.column) == (2, 5)
    assert "closed" in fault.reason


@pytest.mark.parametrize(
    "code", ["(" * 300, "x = '\\ud800'\0", "a" * 20_001, "-" * 15_000 + "1", "return {{あ"]
)
def test_hostile_code_is_a_fault_and_nothing_else(code: str) -> None:
    assert syntax_fault(code) is not None


def test_reading_runs_nothing() -> None:
    assert syntax_fault("raise SystemExit") is None
    assert syntax_fault("while True: pass") is None


def test_odd_spellings_are_no_faults() -> None:
    assert syntax_fault("x = '\\d' if 1 is 1 else 0") is None


@given(
    st.lists(st.sampled_from(["a = 1", "if a:\n    b = 2", "for c in d:\n    pass"]), min_size=1),
    st.integers(0, 4),
)
def test_whole_statements_fit_a_blank_at_any_depth(statements: list[str], depth: int) -> None:
    indents = ["    " * level for level in range(depth + 1)]
    listing = "".join(f"{indent}if x:\n" for indent in indents[:-1]) + indents[-1] + "{{あ}}\n"
    option = "\n".join(statements)
    code = filled(listing, {"あ": option})
    body: list[ast.stmt] = ast.parse(code).body
    for _ in range(depth):
        (outer,) = body
        assert isinstance(outer, ast.If)
        body = outer.body
    assert [ast.unparse(node) for node in body] == [
        ast.unparse(node) for node in ast.parse(option).body
    ]
