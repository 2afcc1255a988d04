"""The mini-format: what is marked, what is not, and what is shown as it was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizdeck.expressions.typeset_line import one_line
from quizdeck.present.blocks import Formula, Gap, Paragraph
from quizdeck.present.rich_text import blocks, spans
from quizdeck.present.spans import Span, Style, between, plain_text


@pytest.mark.parametrize(
    "text",
    [
        "params[key] -= lr * grads[key]",
        "[/] [bold]x[/bold] [@click=app.quit]",
        "a[i][j]",
        "{x} %s {{}} \\n",
        "5 * 3 * 2",
        "a ** b",
        "C:\\dir & <b>",
        "costs $5",
        "a $ b",
        "`unclosed",
        "**unclosed",
        "$unclosed x_t",
        "",
    ],
)
def test_what_is_no_mark_is_shown_as_it_is(text: str) -> None:
    assert spans(text) == ((Span(text),) if text else ())


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("the `params[key]` is", (Span("the "), Span("params[key]", Style.CODE), Span(" is"))),
        ("**not** this", (Span("not", Style.STRONG), Span(" this"))),
        ("率は $\\beta_2$ である", (Span("率は "), Span("β₂", Style.MATH), Span(" である"))),
        ("`$x$` and `**y**`", (Span("$x$", Style.CODE), Span(" and "), Span("**y**", Style.CODE))),
        ("$m$$v$", (Span(one_line("m"), Style.MATH), Span(one_line("v"), Style.MATH))),
        ("`a` costs $5", (Span("a", Style.CODE), Span(" costs $5"))),
    ],
)
def test_marks_become_styles(text: str, marked: tuple[Span, ...]) -> None:
    assert spans(text) == marked


@pytest.mark.parametrize("latex", [r"\frac{1}{", r"\unknown x", "学習率", "x_1_2", "{"])
def test_a_formula_that_cannot_be_set_is_shown_as_its_source(latex: str) -> None:
    assert spans(f"see ${latex}$ here") == (
        Span("see "),
        Span(f"${latex}$", Style.CODE),
        Span(" here"),
    )
    assert blocks(f"$${latex}$$") == (Paragraph((Span(f"$${latex}$$", Style.CODE),)),)


def test_paragraphs_and_formulas_stand_apart() -> None:
    assert blocks("勾配は\n次の通り。\n\n$$g_t = 2$$\nend $$x$$") == (
        Paragraph((Span("勾配は次の通り。"),)),
        Gap(),
        Formula("g_t = 2"),
        Gap(),
        Paragraph((Span("end"),)),
        Gap(),
        Formula("x"),
    )


def test_a_formula_may_go_over_several_lines() -> None:
    assert blocks("$$\nm_t\n= 1\n$$") == (Formula("m_t\n= 1"),)


@pytest.mark.parametrize("text", ["", "\n", " \n\n \n"])
def test_nothing_makes_no_blocks(text: str) -> None:
    assert blocks(text) == ()


def test_control_characters_are_dropped_at_the_door() -> None:
    assert spans("a\x1b[31mb\u202ec\x00") == (Span("a[31mbc"),)
    assert blocks("a\x07\r\n\r\nb") == (Paragraph((Span("a"),)), Gap(), Paragraph((Span("b"),)))


PIECES = st.sampled_from(
    [
        "$",
        "$$",
        "`",
        "**",
        "*",
        "[/]",
        "params[k]",
        "β",
        "学習率",
        " ",
        "\n",
        "\n\n",
        "x_t",
        "\\frac",
    ]
)


@given(st.lists(PIECES, max_size=14).map("".join))
def test_no_text_breaks_the_reader_and_no_letter_is_lost(text: str) -> None:
    shown = "".join(
        plain_text(block.spans) if isinstance(block, Paragraph) else "x" for block in blocks(text)
    )
    for letter in "学βk":
        expected = text.count(letter)
        assert shown.count(letter) == expected or "$$" in text
    assert plain_text(spans(text)).count("学") == text.count("学")


@given(st.lists(st.text("aβ学", max_size=4), max_size=5), st.integers(0, 20), st.integers(0, 20))
def test_a_part_of_spans_is_the_part_of_their_text(
    texts: list[str], start: int, length: int
) -> None:
    styles = [Style.PLAIN, Style.CODE, Style.MATH, Style.STRONG, Style.MUTED]
    whole = [Span(text, style) for text, style in zip(texts, styles, strict=False)]
    part = between(whole, start, start + length)
    assert plain_text(part) == plain_text(whole)[start : start + length]
    assert all(span.text for span in part)
