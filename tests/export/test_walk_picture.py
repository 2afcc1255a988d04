"""Walks as a picture and as a table."""

from collections.abc import Sequence
from fractions import Fraction
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizdeck.export.walk_picture import walk_picture
from quizdeck.export.walk_tables import walk_rows
from quizdeck.optimizers.objectives import OBJECTIVES, VALLEY, Objective
from quizdeck.optimizers.registry import METHODS
from quizdeck.optimizers.walk import FARTHEST, Walk, walk_down
from quizdeck.study.explorer import Explorer, Rates, explorer_of, rates_for, with_rate
from quizdeck.text import Language

SVG = "{http://www.w3.org/2000/svg}"
places = st.floats(-FARTHEST, FARTHEST)


def walks_of(explorer: Explorer) -> list[tuple[Walk, Rates]]:
    return list(zip(explorer.walks, explorer.rates, strict=True))


def drawn(
    walks: Sequence[tuple[Walk, Rates]], language: Language = Language.JAPANESE
) -> ET.Element:
    return ET.fromstring(walk_picture(walks, language))


def words(picture: ET.Element) -> list[str]:
    return [element.text or "" for element in picture.iter(f"{SVG}text")]


def test_the_picture_holds_every_point_of_every_walk() -> None:
    explorer = explorer_of(VALLEY)
    lines = list(drawn(walks_of(explorer)).iter(f"{SVG}polyline"))
    assert [len(line.attrib["points"].split()) for line in lines] == [31, 31, 31, 31]
    starts = {line.attrib["points"].split()[0] for line in lines}
    assert len(starts) == 1


@pytest.mark.parametrize(
    ("language", "title"),
    [
        (Language.JAPANESE, "f(x, y) = x²/20 + y² を (-7, 2) から下る（更新 30 回）"),
        (Language.ENGLISH, "Down f(x, y) = x²/20 + y² from (-7, 2): 30 updates"),
    ],
)
def test_the_picture_says_what_it_shows_and_with_which_rates(
    language: Language, title: str
) -> None:
    said = words(drawn(walks_of(explorer_of(VALLEY)), language))
    assert title in said
    assert "D  Adam" in said
    assert "lr 0.3  β₁ 0.9  β₂ 0.999" in said
    assert "lr 0.95" in said


def test_a_walk_that_diverged_says_so_in_its_legend() -> None:
    explorer = with_rate(explorer_of(VALLEY, typed={"lr": Fraction(2)}), Fraction(1, 2))
    said = words(drawn(walks_of(explorer)))
    assert "ステップ 8 で発散" in said


def test_the_same_walks_give_the_same_bytes() -> None:
    walks = walks_of(explorer_of(VALLEY))
    first = walk_picture(walks, Language.JAPANESE)
    assert walk_picture(walks, Language.JAPANESE) == first


@given(
    st.sampled_from(OBJECTIVES),
    st.lists(st.sampled_from(METHODS), min_size=1, max_size=6, unique=True),
    st.tuples(places, places),
    st.fractions(min_value="1/1000", max_value=1000, max_denominator=1000),
)
@settings(max_examples=25)
def test_whatever_is_allowed_can_be_drawn(
    objective: Objective, methods: list[object], start: tuple[float, float], lr: Fraction
) -> None:
    walks = []
    for method in METHODS:
        if method in methods:
            rates = rates_for(method, objective, {"lr": lr})
            floats = tuple((name, float(value)) for name, value in rates)
            walks.append((walk_down(method, floats, objective, start, 12), rates))
    picture = drawn(walks)
    assert len(list(picture.iter(f"{SVG}polyline"))) == len(walks)
    assert len([text for text in words(picture) if text]) >= 2 * len(walks)


def test_the_table_has_a_row_for_every_step_that_was_taken() -> None:
    rows = walk_rows(walks_of(explorer_of(VALLEY)))
    assert len(rows) == 4 * 30
    assert rows[90]["method"] == "adam.book"
    assert rows[90]["theta_x"] == f"{explorer_of(VALLEY).walk.points[1][0]:.12g}"
    diverging = explorer_of(VALLEY, typed={"lr": Fraction(2)})
    assert sum(row["method"] == "sgd.book" for row in walk_rows(walks_of(diverging))) == 7
