"""What may be typed into a blank, how it is read, and what is said about the rest."""

import builtins
import time
from contextlib import suppress
from fractions import Fraction
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizdeck.code_blanks.grammar import Assignment, Code, quantities_in, read_code
from quizdeck.expressions.parse import parse_expression
from quizdeck.expressions.tree import Expression, Name, Number
from quizdeck.grading.reading import Unreadable
from quizdeck.language.code_blanks import BLANKS
from quizdeck.text import Language


def expression(text: str) -> Expression | None:
    return read_code(text, wants_assignment=False).expression


def refused(text: str, *, wants_assignment: bool = False) -> tuple[str, object]:
    with pytest.raises(Unreadable) as caught:
        read_code(text, wants_assignment=wants_assignment)
    details = caught.value.details
    entry = BLANKS[caught.value.key]
    names = {name for _, name, _, _ in Formatter().parse(entry.ja) if name}
    assert names <= set(details)
    for language in Language:
        assert entry.in_language(language).format(**details)
    return caught.value.key.removeprefix("blank."), details.get("column")


@pytest.mark.parametrize(
    ("typed", "formula"),
    [
        ("b1 * m + (1 - b1) * g", "b1*m + (1-b1)*g"),
        ("-g**2", "-g**2"),
        ("(-g)**2", "(-g)**2"),
        ("lr / np.sqrt(h)", "lr / sqrt(h)"),
        ("math.sqrt(h)", "sqrt(h)"),
        ("np.square(g)", "g**2"),
        ("np.power(g, 2)", "g**2"),
        ("np.abs(g) + abs(g) + np.absolute(g)", "abs(g) + abs(g) + abs(g)"),
        ("np.maximum(u, v) - max(u, v)", "max(u, v) - max(u, v)"),
        ("float(g)", "g"),
        ("g  # the gradient", "g"),
        ("+g", "g"),
        ("1_000 * g", "1000 * g"),
    ],
)
def test_python_s_spellings_are_read(typed: str, formula: str) -> None:
    assert expression(typed) == parse_expression(formula)


def test_a_decimal_is_the_number_on_paper() -> None:
    assert expression("0.1") == Number(Fraction(1, 10))
    assert expression("1e-7") == Number(Fraction(1, 10**7))


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("self.m[key]", "self.m[key]"),
        ("self . m [ key ]", "self.m[key]"),
        ('params["W"]', "params['W']"),
        ("x[0]", "x[0]"),
        ("state.m[key].v", "state.m[key].v"),
    ],
)
def test_a_quantity_has_one_name(typed: str, name: str) -> None:
    assert expression(typed) == Name(name)


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("ｂ１　＊　ｍ　＋　（１－ｂ１）＊ｇ", "b1 * m + (1-b1)*g"),
        ("self。m「key」", "self.m[key]"),
        ("ｍ＊＊２", "m**2"),
        ("m ー g", "m - g"),
        ("m − g", "m - g"),
        ("m・g", "m/g"),
        ("np.maximum(m、g)", "np.maximum(m, g)"),
        ("x[‘a’]", "x['a']"),
    ],
)
def test_what_an_input_method_leaves_is_read(typed: str, plain: str) -> None:
    assert expression(typed) == expression(plain)


def test_assignments_are_read_in_all_their_forms() -> None:
    def read(text: str) -> Code:
        return read_code(text, wants_assignment=True)

    changed = parse_expression("m + g")
    assert read("m += g") == read("m = m + g") == Code(None, (Assignment(("m",), (changed,)),))
    assert read("m -= a + b").expressions == (parse_expression("m - (a + b)"),)
    assert read("a, b = b, a").assignments == (Assignment(("a", "b"), (Name("b"), Name("a"))),)
    assert [step.targets for step in read("a = 1; self.m[key] *= a").assignments] == [
        ("a",),
        ("self.m[key]",),
    ]


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("", ("empty", None)),
        ("  ", ("empty", None)),
        ("# nothing", ("empty", None)),
        ("g" * 301, ("too_long", None)),
        ("g +\ng", ("several_lines", None)),
        ("m = g", ("expression_wanted", None)),
        ("g²", ("character", 2)),
        ("m × g", ("character", 3)),
        ("β1 * m", ("character", 1)),
        ("①", ("character", 1)),
        ("m \\ g", ("character", 3)),
        ("m +", ("syntax", 3)),
        ("2g", ("syntax", 1)),
        ("  m g", ("syntax", 5)),
        ("(m + g", ("bracket_not_closed", 1)),
        ("m + g)", ("bracket_not_opened", 6)),
        ("self.m[key)", ("bracket_not_opened", 11)),
        ("(1 - b1)(g - m)", ("missing_product", 1)),
        ("2(g - m)", ("missing_product", 1)),
        ("lr * g^2", ("caret", 1)),
        ("v == g", ("comparison", 1)),
        ("g // 2", ("not_allowed", 1)),
        ("m @ g", ("not_allowed", 1)),
        ("'text'", ("not_allowed", 1)),
        ("True", ("not_allowed", 1)),
        ("1j", ("not_allowed", 1)),
        ("g if g else m", ("not_allowed", 1)),
        ("[g]", ("not_allowed", 1)),
        ("lambda: g", ("not_allowed", 1)),
        ("(y := g)", ("not_allowed", 2)),
        ("m[0:1]", ("not_allowed", 1)),
        ("m[i + 1]", ("not_allowed", 1)),
        ("np.pi", ("not_allowed", 1)),
        ("lr * np", ("not_allowed", 6)),
        ("abs", ("not_allowed", 1)),
        ("(g).real()", ("unknown_function", 1)),
        ("lr * np.sum(g)", ("unknown_function", 6)),
        ("sqrt(h)", ("unknown_function", 1)),
        ("np.sqrt()", ("argument_count", 1)),
        ("np.sqrt(h, out=h)", ("not_allowed", 1)),
        ("np.maximum(*h)", ("argument_count", 1)),
        ("np.maximum(h, *g)", ("not_allowed", 15)),
        ("g ** 101", ("exponent", 6)),
        ("1e999", ("too_complex", 1)),
        ("+".join("g" * 60), ("too_complex", 1)),
        ("import os", ("not_allowed", 1)),
        ("while g: pass", ("not_allowed", 1)),
        ("await g", ("not_allowed", 1)),
        ("f'{g}'", ("not_allowed", 1)),
    ],
)
def test_the_rest_is_refused_at_its_column(typed: str, refusal: tuple[str, object]) -> None:
    assert refused(typed) == refusal


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("m + g", ("assignment_wanted", None)),
        ("m = 1; g", ("statement_wanted", 8)),
        ("m == g", ("comparison", 1)),
        ("a = b = g", ("not_allowed", 1)),
        ("m //= g", ("not_allowed", 1)),
        ("a, b = g", ("not_allowed", 1)),
        ("m: float = g", ("not_allowed", 1)),
        ("del m", ("not_allowed", 1)),
        ("; ".join(["m = g"] * 7), ("too_complex", 1)),
    ],
)
def test_what_is_no_assignment_is_refused(typed: str, refusal: tuple[str, object]) -> None:
    assert refused(typed, wants_assignment=True) == refusal


LISTING = """
class Adam:
    def update(self, params, grads):
        for key in params:
            self.m[key] += (1 - self.beta1) * (grads[key] - self.m[key])
"""


def test_names_that_the_listing_does_not_have_are_refused_with_the_nearest() -> None:
    known = quantities_in(LISTING)
    assert {"self.m[key]", "self.beta1", "grads[key]", "params"} <= known
    with pytest.raises(Unreadable) as caught:
        read_code("self.beta * self.m[key]", wants_assignment=False, known=known)
    assert caught.value.key == "blank.misspelt_name"
    assert caught.value.details == {"column": 1, "name": "self.beta", "near": "self.beta1"}
    with pytest.raises(Unreadable) as caught:
        read_code("qqqq", wants_assignment=False, known=known)
    assert caught.value.key == "blank.unknown_name"


def test_a_name_that_was_just_written_is_known() -> None:
    known = quantities_in(LISTING)
    code = read_code("step = grads[key]; self.m[key] = step", wants_assignment=True, known=known)
    assert code.targets == {"step", "self.m[key]"}


def test_two_names_of_the_same_are_one() -> None:
    same = {"g": "grads[key]"}
    known = quantities_in(LISTING)
    assert read_code("g", wants_assignment=False, known=known, same=same).names == {"grads[key]"}


HOSTILE = [
    "9**9**9**9",
    "(" * 150 + ")" * 150,
    "-" * 290 + "1",
    "__import__('os').system('true')",
    "().__class__.__base__.__subclasses__()",
    "exec('x = 1')",
    "[x for x in (1).__class__.__mro__]",
    "*" * 300,
    "'" * 300,
    "{" * 150,
    "0x" + "f" * 290,
    "9" * 300,
    "\0",
    "\x1b[2J",
    "\ud800",
    "m\u202e",
]


@pytest.mark.parametrize("typed", HOSTILE)
@pytest.mark.parametrize("wants_assignment", [True, False])
def test_hostile_text_is_refused_or_read_in_no_time_and_runs_nothing(
    typed: str, *, wants_assignment: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise AssertionError

    for name in ("exec", "eval"):
        monkeypatch.setattr(builtins, name, fail)
    started = time.process_time()
    with suppress(Unreadable):
        read_code(typed, wants_assignment=wants_assignment)
    assert time.process_time() - started < 0.5


@given(st.text(st.sampled_from("mgv10.+-*/()[]=,;'\" \t#:selfnpqrt²ー（「\0\\"), max_size=40))
def test_nothing_but_a_refusal_comes_out(typed: str) -> None:
    for wants_assignment in (True, False):
        try:
            read_code(typed, wants_assignment=wants_assignment)
        except Unreadable as refusal:
            column = refusal.details.get("column", 1)
            assert isinstance(column, int)
            assert 1 <= column <= len(typed) + 1
