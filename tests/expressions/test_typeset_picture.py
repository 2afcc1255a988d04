"""A formula as a picture: what it looks like, row by row."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizdeck.expressions.typeset_line import MathStyle, one_line
from quizdeck.expressions.typeset_picture import picture
from quizdeck.text import cell_width

PICTURES = [
    (
        r"lr_t = lr \cdot \frac{\sqrt{1-\beta_2^t}}{1-\beta_1^t}",
        """
           √(1 − β₂ᵗ)
lrₜ = lr · ──────────
            1 − β₁ᵗ
""",
    ),
    (
        r"\Delta\theta_t = -\frac{a}{b} g_t",
        """
        a
Δθₜ = − ─ gₜ
        b
""",
    ),
    (
        r"\eta \left( \frac{\hat{m}_t}{\sqrt{\hat{v}_t} + \epsilon} + \lambda\theta \right)",
        """
 ⎛  m̂ₜ        ⎞
η⎜─────── + λθ⎟
 ⎝√v̂ₜ + ε     ⎠
""",
    ),
    (
        r"\sum_{i=1}^{n} x_i",
        """
 n
 ∑  xᵢ
i=1
""",
    ),
    (
        r"\max_\theta L",
        """
max L
 θ
""",
    ),
    (
        r"\sqrt{\frac{a}{b}} + 1",
        """
┌──
│ a
│ ─ + 1
√ b
""",
    ),
    (
        r"\left(\frac{a}{b}\right)^2",
        """
⎛a⎞²
⎜─⎟
⎝b⎠
""",
    ),
    (
        r"f(x) = \begin{cases} x^2 & (x > 0) \\ 0 & \text{他} \end{cases}",
        """
       ⎧ x²  (x > 0)
f(x) = ⎨
       ⎩ 0   他
""",
    ),
    (
        r"\frac{\frac{a}{b}}{c}",
        """
 a
 ─
 b
───
 c
""",
    ),
    (
        r"\nabla_\theta e^{-\frac{x}{2}}",
        """
   −x/2
∇ e
 θ
""",
    ),
]


@pytest.mark.parametrize(("source", "expected"), PICTURES)
def test_what_a_formula_looks_like(source: str, expected: str) -> None:
    assert [row.rstrip() for row in picture(source)] == expected.strip("\n").split("\n")


def test_plain_pictures_are_drawn_in_ascii() -> None:
    assert picture(r"\left(\frac{\sqrt{v_t}}{2}\right)", MathStyle.PLAIN) == (
        "/sqrt(v_t)\\",
        "|---------|",
        r"\    2    /",
    )


def test_every_formula_of_the_subject_is_a_rectangle(formula: str) -> None:
    for style in MathStyle:
        rows = picture(formula, style)
        assert len({cell_width(row) for row in rows}) == 1
        assert all(row.isprintable() for row in rows)


def test_what_needs_one_row_is_the_one_line_form() -> None:
    for source in (r"\theta_t = \theta_{t-1} - \eta g_t", r"\sqrt{1 - \beta} \ne |x|"):
        assert picture(source) == (one_line(source),)


@given(st.text("x2+-^_{}()[]|&\\ ", max_size=30))
def test_whatever_reads_on_one_line_has_a_picture(text: str) -> None:
    for style in MathStyle:
        try:
            one_line(text, style)
        except Exception:  # noqa: BLE001 - the line form is the reference
            continue
        rows = picture(text, style)
        assert len({cell_width(row) for row in rows}) == 1
