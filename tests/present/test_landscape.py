"""The picture of the explorer, and what stands beside it."""

import pytest

from quizdeck.language.catalogue import text
from quizdeck.optimizers import rmsprop
from quizdeck.optimizers.objectives import BEALE, OBJECTIVES, SADDLE, VALLEY, Objective
from quizdeck.present.explorer import (
    PANEL_WIDTH,
    no_step_text,
    panel_lines,
    rates_line,
    summary_line,
    title_line,
    trails,
)
from quizdeck.present.landscape import MARKS, Frame, landscape, mark_of
from quizdeck.present.spans import Line, Style
from quizdeck.study.explorer import Explorer, explorer_of, isolated, moved, on_cell, with_rate
from quizdeck.text import Language, cell_width

ROOM = 100


def picture(explorer: Explorer, *, is_lettered: bool = False) -> list[str]:
    frame = Frame(explorer.window, 45, 19)
    rows = landscape(
        explorer.objective, frame, trails(explorer), explorer.cursor, is_lettered=is_lettered
    )
    return ["".join(run.text for run in row) for row in rows]


def words(lines: tuple[Line, ...]) -> list[str]:
    return ["".join(span.text for span in line).rstrip() for line in lines]


@pytest.mark.parametrize("objective", OBJECTIVES, ids=lambda objective: objective.id)
def test_every_head_is_on_the_picture_with_its_letter(objective: Objective) -> None:
    drawn = "".join(picture(moved(explorer_of(objective), 4)))
    for mark in MARKS.values():
        assert mark.head in drawn
        assert mark.letter in drawn
    # where several end on one place, the chosen one lies on top
    for number, mark in enumerate(MARKS.values()):
        chosen = isolated(isolated(explorer_of(objective), number), number)
        assert mark.head in "".join(picture(moved(chosen, 30)))


def test_a_path_grows_by_the_steps_that_are_shown() -> None:
    start = isolated(explorer_of(VALLEY), 3)
    before = picture(start)
    assert "".join(before).count("◆") == 1
    after = picture(moved(start, 30))
    assert sum(a != b for a, b in zip(before, after, strict=True)) > 10
    assert picture(moved(moved(start, 30), -30)) == before


def test_letters_along_the_paths_tell_them_apart_without_colour() -> None:
    explorer = moved(explorer_of(VALLEY), 30)
    plain, lettered = ("".join(picture(explorer, is_lettered=i)) for i in (False, True))
    for mark in MARKS.values():
        assert lettered.count(mark.letter) >= plain.count(mark.letter)
    assert sum(lettered.count(m.letter) for m in MARKS.values()) > 10


def test_a_method_without_a_mark_of_its_own_has_its_initial() -> None:
    assert mark_of(rmsprop.BOOK).letter == "R"


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("room", [ROOM, 19, 10])
def test_the_panel_takes_the_room_there_is(room: int, language: Language) -> None:
    explorer = on_cell(moved(explorer_of(BEALE), 7), 1)
    lines = words(panel_lines(explorer, language, room))
    assert len(lines) <= room
    assert all(cell_width(line) <= PANEL_WIDTH for line in lines)
    assert sum("lr " in line for line in lines) == (4 if room > 10 else 1)
    assert sum("θ₇" in line for line in lines) == (8 if room == ROOM else 2)


def test_the_number_that_is_asked_stands_out() -> None:
    explorer = on_cell(moved(isolated(explorer_of(VALLEY), 0), 3), 1)
    marked = [
        span.text
        for line in panel_lines(explorer, Language.ENGLISH, ROOM)
        for span in line
        if span.style is Style.BLANK
    ]
    assert marked == [f"{explorer.walk.steps[2][1]['delta_theta']:.4g}"]


def test_before_the_first_step_there_is_nothing_but_the_start() -> None:
    lines = words(panel_lines(isolated(explorer_of(VALLEY), 3), Language.ENGLISH, ROOM))
    (theta,) = (line for line in lines if line.lstrip("▸ ").startswith("θ"))
    assert theta.split() == ["θ₀", "-7", "2"]
    (m,) = (line for line in lines if line.lstrip("▸ ").startswith("m"))
    assert m.split()[-2:] == ["–", "–"]


@pytest.mark.parametrize("language", list(Language))
def test_a_walk_that_diverged_says_at_which_step_from_that_step_on(language: Language) -> None:
    explorer = with_rate(isolated(explorer_of(VALLEY), 0), explorer_of(VALLEY).edited[1] * 7)
    broken_at = explorer.walk.broken_at
    assert broken_at is not None
    said = text("explorer.diverged", language, step=broken_at)
    for step in (broken_at - 1, broken_at, 30):
        at_step = moved(explorer, step)
        shown = "\n".join(words(panel_lines(at_step, language, ROOM)))
        assert (said in shown) == (step >= broken_at)
        line = words((summary_line(at_step, language),))[0]
        assert (said in line) == (step >= broken_at)
        assert picture(at_step)
    assert said in no_step_text(moved(explorer, 30), language)
    assert text("explorer.no_step", language) == no_step_text(explorer, language)


def test_a_walk_that_left_the_picture_says_so() -> None:
    explorer = moved(with_rate(isolated(explorer_of(SADDLE), 1), VALLEY_LR * 12), 1)
    shown = words(panel_lines(explorer, Language.ENGLISH, ROOM))
    assert any("out of view" in line for line in shown)


VALLEY_LR = explorer_of(VALLEY).edited[1]


@pytest.mark.parametrize("language", list(Language))
def test_the_lines_above_and_below_say_what_and_how(language: Language) -> None:
    explorer = moved(explorer_of(VALLEY), 4)
    (title,) = words((title_line(explorer, language),))
    assert "f(x, y) = x²/20 + y²" in title
    assert "(-7, 2)" in title
    assert "4 / 30" in title
    (rates,) = words((rates_line(explorer, language),))
    assert "lr 0.3" in rates
    assert "β₂ 0.999" in rates
    (edited,) = (s.text for s in rates_line(explorer, language) if s.style is Style.BLANK)
    assert edited.strip() == "lr 0.3"
