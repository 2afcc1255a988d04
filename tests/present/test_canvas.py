"""The canvas of braille dots."""

from hypothesis import given
from hypothesis import strategies as st

from quizdeck.present.canvas import DOTS_ACROSS, DOTS_DOWN, PAPER, Canvas, Ink

LOW, HIGH, TOP = Ink(1, "low"), Ink(2, "high"), Ink(3, "top")
coordinates = st.floats(-500, 500)
points = st.tuples(coordinates, coordinates)


def texts(canvas: Canvas) -> list[str]:
    return ["".join(run.text for run in row) for row in canvas.rows()]


def test_every_dot_of_a_cell_has_its_place() -> None:
    canvas = Canvas(8, 1)
    for cell, (x, y) in enumerate((x, y) for y in range(DOTS_DOWN) for x in range(DOTS_ACROSS)):
        canvas.dot(cell * DOTS_ACROSS + x, y, LOW)
    assert texts(canvas) == ["⠁⠈⠂⠐⠄⠠⡀⢀"]


def test_lines_are_drawn_from_end_to_end() -> None:
    canvas = Canvas(4, 2)
    canvas.line((0, 0), (7, 7), LOW)
    assert texts(canvas) == ["⠑⢄  ", "  ⠑⢄"]


def test_a_higher_layer_hides_what_a_cell_held_and_a_lower_one_changes_nothing() -> None:
    canvas = Canvas(1, 1)
    for ink, x in ((LOW, 0), (HIGH, 1), (LOW, 0)):
        canvas.dot(x, 0, ink)
    assert texts(canvas) == ["⠈"]
    canvas.sign(0, 0, "●", TOP)
    canvas.dot(0, 0, HIGH)
    ((run,),) = canvas.rows()
    assert (run.text, run.ink) == ("●", TOP)


def test_cells_without_ink_join_the_run_beside_them_on_the_same_shade() -> None:
    canvas = Canvas(6, 1, shades=[0, 0, 0, 0, 5, 5])
    canvas.dot(2, 0, LOW)
    canvas.dot(6, 0, HIGH)
    ((first, second, third),) = canvas.rows()
    assert [(r.text, r.ink, r.shade) for r in (first, second, third)] == [
        (" ⠁ ", LOW, 0),
        ("⠁", HIGH, 0),
        ("  ", PAPER, 5),
    ]


def test_a_copy_goes_its_own_way() -> None:
    canvas = Canvas(2, 2)
    canvas.dot(0, 0, LOW)
    before = canvas.rows()
    twin = canvas.copy()
    twin.line((0, 0), (3, 7), HIGH)
    twin.sign(1, 1, "x", TOP)
    assert canvas.rows() == before
    assert texts(twin)[1].endswith("x")


@given(st.integers(-2, 20), st.integers(-2, 12), st.lists(st.tuples(points, points), max_size=5))
def test_rows_are_as_wide_as_the_canvas_wherever_one_draws(
    width: int, height: int, lines: list[tuple[tuple[float, float], tuple[float, float]]]
) -> None:
    canvas = Canvas(width, height)
    for layer, (start, end) in enumerate(lines):
        canvas.line(start, end, Ink(layer, "line"))
        canvas.sign(round(start[0]), round(start[1]), "●", TOP)
        canvas.dot(round(end[0]), round(end[1]), LOW)
    assert [len(text) for text in texts(canvas)] == [max(0, width)] * max(0, height)


@given(points, points)
def test_a_line_sets_the_dots_near_it_and_no_others(
    start: tuple[float, float], end: tuple[float, float]
) -> None:
    canvas = Canvas(10, 6)
    canvas.line(start, end, LOW)
    for x, y in dots_of(canvas):
        assert distance((x, y), start, end) <= 1


def dots_of(canvas: Canvas) -> list[tuple[int, int]]:
    bits = (0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80)
    return [
        (column * DOTS_ACROSS + place % DOTS_ACROSS, row * DOTS_DOWN + place // DOTS_ACROSS)
        for row, text in enumerate(texts(canvas))
        for column, character in enumerate(text)
        for place, bit in enumerate(bits)
        if character != " " and ord(character) & bit
    ]


def distance(
    point: tuple[float, float], start: tuple[float, float], end: tuple[float, float]
) -> float:
    """Return how far a point is from the segment between two others."""
    run, fall = end[0] - start[0], end[1] - start[1]
    square = run * run + fall * fall
    along = (point[0] - start[0]) * run + (point[1] - start[1]) * fall
    part = min(1.0, max(0.0, along / square)) if square else 0.0
    x, y = start[0] + run * part, start[1] + fall * part
    return float(((point[0] - x) ** 2 + (point[1] - y) ** 2) ** 0.5)
