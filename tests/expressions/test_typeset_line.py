"""A formula as one line: its spelling, and that it reads back to the same value."""

import re
from dataclasses import dataclass

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quizdeck.errors import MathError
from quizdeck.expressions.latex_symbols import SYMBOLS
from quizdeck.expressions.latex_tree import Kind
from quizdeck.expressions.small_letters import as_superscript
from quizdeck.expressions.typeset_line import MathStyle, one_line

SPELLINGS = [
    (r"v_t = \beta_2 v_{t-1} + (1-\beta_2) g_t^2", "vₜ = β₂vₜ₋₁ + (1 − β₂)gₜ²"),
    (r"lr_t = lr \cdot \frac{\sqrt{1-\beta_2^t}}{1-\beta_1^t}", "lrₜ = lr · √(1 − β₂ᵗ)/(1 − β₁ᵗ)"),
    (r"\frac{a+b}{c}", "(a + b)/c"),
    (r"\frac{a}{bc}", "a/(bc)"),
    (r"\frac{ab}{c} + d", "ab/c + d"),
    (r"\frac{a \cdot b}{c}", "(a · b)/c"),
    (r"\frac{a}{\frac{b}{c}}", "a/(b/c)"),
    (r"\frac{a}{(b+c)^2}", "a/(b + c)²"),
    (r"\frac{-a}{-b}", "(−a)/(−b)"),
    (r"a / \frac{b}{c}", "a/(b/c)"),
    (r"\eta \frac{1}{\sqrt{h}} g", "η(1/√h)g"),
    (r"\eta \,\frac{1}{2}", "η (1/2)"),
    (r"\mathrm{lr}\frac{a}{b}", "lr (a/b)"),
    (r"\left(\frac{a}{b}\right)^2", "(a/b)²"),
    (r"\frac{a}{b}^2", "(a/b)²"),
    (r"\sqrt{v}^2 \ne \sqrt{v^2}", "(√v)² ≠ √(v²)"),
    (r"\sqrt{\hat{v}_t} g", "√v̂ₜ g"),
    (r"\sqrt{v}(1-x)", "√v (1 − x)"),
    (r"\sqrt[3]{x} + \sqrt[n]{y}", "∛x + root(y, n)"),
    (r"\frac{\partial L}{\partial W}", "∂L/∂W"),
    (r"\frac{\log x}{2}", "(log x)/2"),
    (r"\log\frac{a}{b}", "log(a/b)"),
    (r"\frac{1}{n}\sum_{i=1}^n x_i", "(1/n) ∑ᵢ₌₁ⁿ xᵢ"),
    (r"\nabla_\theta L(\theta)", "∇_θ L(θ)"),
    (r"x_\theta^2", "x²_θ"),
    (r"x_{i,j}^2", "x_(i,j)²"),
    (r"\mathbb{R}^{n \times d}", "ℝ^(n × d)"),
    (r"{a+b}^2", "(a + b)²"),
    (r"10^{-8}", "10⁻⁸"),
    (r"2^{0.5}", "2^0.5"),
    (r"x^{\top} W^{\mathsf T}", "xᵀWᵀ"),
    (r"\theta^* := -g", "θ* := −g"),
    (r"\theta^* x", "θ* x"),
    (r"g_{1:t}", "g_(1:t)"),
    (r"a - -b \cdot (-c)", "a − −b · (−c)"),
    (r"|a| - |-b|", "|a| − |−b|"),
    (r"p(x|y)", "p(x|y)"),
    (r"\lVert w \rVert_2^2", "‖w‖₂²"),
    (r"f''(x) = f'^2", "f′′(x) = f′²"),
    (r"\text{学習率} \eta \text{ は正}", "学習率η は正"),
    (r"2\mathrm{lr}\,g", "2 lr g"),
    (r"a_1, \ldots, a_n", "a₁, …, aₙ"),
    (r"1{,}000", "1,000"),
    (r"50\%", "50%"),
    (r"\hat{\mathrm{lr}} \bar{x}", "hat(lr)x̄"),
    (
        r"f(x) = \begin{cases} x & (x > 0) \\ 0 \end{cases}",
        "f(x) = {x, (x > 0); 0}",
    ),
]

PLAIN_SPELLINGS = [
    (r"\hat{m}_t = \frac{m_t}{1-\beta_1^t}", "m_hat_t = m_t/(1 - beta_1^t)"),
    (r"\beta_2 v_{t-1} + (1-\beta_2) g_t^2", "beta_2 v_(t-1) + (1 - beta_2) g_t^2"),
    (r"lr_t = lr \cdot \sqrt{1-\beta_2^t}", "lr_t = lr * sqrt(1 - beta_2^t)"),
    (r"\alpha\frac{a}{b}", "alpha (a/b)"),
    (r"x^{2t} x^{(t)}", "x^(2t) x^(t)"),
    (r"\theta \gets \theta - \eta \nabla L", "theta <- theta - eta nabla L"),
    (r"\frac{1}{\nabla L}", "1/(nabla L)"),
    (r"h \odot g \le \infty", "h .* g <= inf"),
]


@pytest.mark.parametrize(("source", "line"), SPELLINGS)
def test_unicode_spelling(source: str, line: str) -> None:
    assert one_line(source) == line


@pytest.mark.parametrize(("source", "line"), PLAIN_SPELLINGS)
def test_plain_spelling(source: str, line: str) -> None:
    assert one_line(source, MathStyle.PLAIN) == line


def test_every_formula_of_the_subject_is_one_line_without_a_command(formula: str) -> None:
    for style in MathStyle:
        line = one_line(formula, style)
        assert line == line.strip()
        assert not set("\\\n") & set(line)


def test_plain_style_is_ascii_but_for_words_of_the_source(formula: str) -> None:
    line = one_line(formula, MathStyle.PLAIN)
    assert line.isascii() or r"\text" in formula


@pytest.mark.parametrize("command", sorted(SYMBOLS))
@pytest.mark.parametrize("style", MathStyle)
def test_no_command_is_dropped(command: str, style: MathStyle) -> None:
    symbol = SYMBOLS[command]
    shown = symbol.text if style is MathStyle.UNICODE else symbol.plain
    if symbol.kind is not Kind.SPACE:
        assert shown
    assert shown in one_line(rf"a {command} b", style)


NAMES = {"x": 1.3, r"\beta": 0.9, r"\mathrm{lr}": 0.7, "v_t": 1.7, r"\hat{m}": 0.6}
SHOWN = {"x": 1.3, "β": 0.9, "beta": 0.9, "lr": 0.7, "vₜ": 1.7, "v_t": 1.7}
SHOWN |= {"m̂": 0.6, "m_hat": 0.6}


@dataclass(frozen=True, slots=True)
class Written:
    """LaTeX, its value, and how tightly it binds: 0 sum, 1 product, 2 power, 3 atom."""

    latex: str
    value: complex
    rank: int

    def inside(self, rank: int) -> str:
        return self.latex if self.rank >= rank else rf"\left({self.latex}\right)"


def sums(parts: tuple[Written, str, Written]) -> Written:
    a, sign, b = parts
    value = a.value + b.value if sign == "+" else a.value - b.value
    return Written(f"{a.inside(0)} {sign} {b.inside(1)}", value, 0)


def products(parts: tuple[Written, str, Written]) -> Written:
    a, sign, b = parts
    return Written(f"{a.inside(1)} {sign} {b.inside(2)}", a.value * b.value, 1)


def quotients(parts: tuple[Written, Written]) -> Written:
    a, b = parts
    assume(abs(b.value) > 1e-3)
    return Written(rf"\frac{{{a.latex}}}{{{b.latex}}}", a.value / b.value, 3)


def roots(a: Written) -> Written:
    return Written(rf"\sqrt{{{a.latex}}}", a.value**0.5, 3)


def powers(parts: tuple[Written, Written]) -> Written:
    a, b = parts
    assume(abs(a.value) > 1e-3)
    assume(abs(b.value) < 5)
    return Written(f"{a.inside(3)}^{{{b.latex}}}", a.value**b.value, 2)


def negatives(a: Written) -> Written:
    return Written(f"-{a.inside(1)}", -a.value, 0)


LEAVES = st.one_of(
    st.integers(1, 12).map(lambda n: Written(str(n), n, 3)),
    st.sampled_from(sorted(NAMES)).map(lambda name: Written(name, NAMES[name], 3)),
)
ARITHMETIC = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-"), inner).map(sums),
        st.tuples(inner, st.sampled_from(["", r"\cdot", r"\times"]), inner).map(products),
        st.tuples(inner, inner).map(quotients),
        st.tuples(inner, inner).map(powers),
        inner.map(roots),
        inner.map(negatives),
    ),
    max_leaves=8,
)
RAISED = {as_superscript(c): c for c in "0123456789+−=()abcdefghijklmnoprstuvwxyz"}
TOKEN = re.compile(
    r"sqrt|m_hat|v_t|beta|lr|vₜ|m̂|[xβ]|\d+|[-+−·×*/^√()]|[" + "".join(filter(None, RAISED)) + "]+"
)


class Reader:
    """Reads one-line arithmetic: side by side binds tighter than a slash, a script tightest."""

    def __init__(self, text: str) -> None:
        self.tokens = TOKEN.findall(text)
        assert "".join(self.tokens) == text.replace(" ", "")

    def next(self) -> str:
        return self.tokens[0] if self.tokens else ""

    def sum(self) -> complex:
        sign = -1 if self.next() in {"-", "−"} else 1
        if sign < 0:
            self.tokens.pop(0)
        value = sign * self.product()
        while self.next() in {"+", "-", "−"}:
            value += self.product() if self.tokens.pop(0) == "+" else -self.product()
        return value

    def product(self) -> complex:
        value = self.factors()
        while self.next() in {"·", "×", "*", "/"}:
            value = value / self.factors() if self.tokens.pop(0) == "/" else value * self.factors()
        return value

    def factors(self) -> complex:
        value = self.power()
        while self.next() and self.next() not in "+-−·×*/)":
            value *= self.power()
        return value

    def power(self) -> complex:
        value = self.atom()
        if self.next() == "^":
            self.tokens.pop(0)
            return value ** self.atom()
        if self.next()[:1] in RAISED:
            return value ** Reader("".join(RAISED[c] for c in self.tokens.pop(0))).sum()
        return value

    def atom(self) -> complex:
        token = self.tokens.pop(0)
        if token in {"√", "sqrt"}:
            return self.atom() ** 0.5
        if token == "(":
            value = self.sum()
            assert self.tokens.pop(0) == ")"
            return value
        return SHOWN[token] if token in SHOWN else int(token)


@given(ARITHMETIC, st.sampled_from(MathStyle))
@settings(max_examples=500)
def test_one_line_reads_back_to_the_same_value(written: Written, style: MathStyle) -> None:
    line = one_line(written.latex, style)
    value = Reader(line).sum()
    assert abs(value - written.value) <= 1e-9 * max(1, abs(written.value)), line


@given(st.text())
def test_arbitrary_text_raises_nothing_but_math_errors(text: str) -> None:
    for style in MathStyle:
        try:
            assert "\n" not in one_line(text, style)
        except MathError:
            continue
