"""Mathematics in ASCII, for fonts that lack small letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizdeck.expressions.math_style import MathStyle
from quizdeck.expressions.spelled_out import spelled_out
from quizdeck.present.blocks import laid_out
from quizdeck.present.math_styles import in_style
from quizdeck.present.rich_text import blocks
from quizdeck.present.spans import Span, Style, plain_text
from quizdeck.text import cell_width

PLAIN = MathStyle.PLAIN


@pytest.mark.parametrize(
    ("written", "spelled"),
    [
        ("β₂ᵗ の指数", "beta_2^t の指数"),
        ("mₜ₋₁", "m_(t-1)"),
        ("m̂ₜ と v̂ₜ", "m_hat_t と v_hat_t"),
        ("−√v", "-sqrtv"),
        ("gₜ²", "g_t^2"),
        ("Adam は 2014年", "Adam は 2014年"),
    ],
)
def test_running_text_is_spelled_out(written: str, spelled: str) -> None:
    assert spelled_out(written) == spelled


def test_a_page_is_in_the_style_chosen() -> None:
    page = blocks(r"勾配 $g_t$ と $\hat{m}_t$。" + "\n\n" + r"$$\frac{m_t}{1-\beta_1^t}$$")
    shown = "\n".join(plain_text(line) for line in laid_out(page, 60, PLAIN))
    assert "勾配 g_t と m_hat_t。" in shown
    assert "1 - beta_1^t" in shown
    assert not set("ₜβ₁─̂") & set(shown)


def test_code_stays_as_it_is() -> None:
    line = (Span("x = 'β₂'", Style.CODE), Span("β₂"))
    assert plain_text(in_style(line, PLAIN)) == "x = 'β₂'beta_2"


@given(st.text(), st.integers(20, 80))
def test_a_page_in_ascii_fits_the_width_too(text: str, width: int) -> None:
    for line in laid_out(blocks(text), width, PLAIN):
        assert cell_width(plain_text(line)) <= width
