"""Two columns: nothing is lost, and listings and sheets stand on the right."""

from hypothesis import given
from hypothesis import strategies as st

from quizdeck.present.blocks import Block, Gap, Paragraph, Verbatim
from quizdeck.present.columns import in_columns
from quizdeck.present.spans import Span, Style

WORDS, HEADING = Paragraph((Span("words"),)), Paragraph((Span("sheet", Style.STRONG),))
SHEET = Verbatim(((Span("v = 7"),),))
BLOCKS = st.lists(st.sampled_from([WORDS, HEADING, SHEET, Gap()]))


def test_a_sheet_goes_to_the_right_with_its_heading() -> None:
    page = (WORDS, Gap(), HEADING, SHEET, Gap(), WORDS)
    assert in_columns(page) == ((WORDS, Gap(), WORDS), (HEADING, SHEET))


def test_a_page_without_a_sheet_stays_whole() -> None:
    assert in_columns((HEADING, WORDS)) == ((HEADING, WORDS), ())


@given(BLOCKS)
def test_no_words_are_lost(blocks: list[Block]) -> None:
    left, right = in_columns(tuple(blocks))
    kept = [block for block in (*left, *right) if block != Gap()]
    for block in (WORDS, HEADING, SHEET):
        assert kept.count(block) == blocks.count(block)
    assert SHEET not in left
