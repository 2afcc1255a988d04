"""What stands beside the picture of the explorer: the step, the tables, the rates."""

from collections.abc import Iterator, Sequence

from quizdeck.expressions.typeset_line import one_line
from quizdeck.language.catalogue import text
from quizdeck.optimizers.method import GRADIENT, PARAMETER, Method
from quizdeck.optimizers.notations import BOOK, Notation
from quizdeck.optimizers.walk import Walk
from quizdeck.present.landscape import Trail, mark_of
from quizdeck.present.letters import Letters
from quizdeck.present.spans import Line, Span, Style
from quizdeck.study.explorer import AXES, WALKERS, Cell, Explorer, Rates, number_of
from quizdeck.text import Language, cell_width

_POINTER, _NOTHING = "▸", "–"
_SEEN_EPS = 1e-6
_NAME_WIDTH, _NUMBER_WIDTH = 7, 11
PANEL_WIDTH = 2 + _NAME_WIDTH + 2 * _NUMBER_WIDTH


def trails(explorer: Explorer) -> tuple[Trail, ...]:
    """Return the walks that are shown, the chosen one on top."""
    order = sorted(explorer.shown, key=lambda number: number == explorer.chosen)
    return tuple(trail_of(explorer.walk_of(number)) for number in order)


def trail_of(walk: Walk) -> Trail:
    """Return a walk under its own name."""
    return Trail(walk, walk.method.family, mark_of(walk.method))


def title_line(explorer: Explorer, language: Language) -> Line:
    """Return what is walked down, from where, and how far one is."""
    x, y = map(number_of, explorer.start)
    step = text("explorer.step", language, step=explorer.cursor, steps=explorer.steps)
    return (
        Span(f"{text('explorer.title', language)}   ", Style.STRONG),
        Span(f"{step}   ", Style.ACCENT),
        Span(one_line(explorer.objective.latex), Style.MATH),
        Span(f"   {text('explorer.start', language, x=x, y=y)}", Style.MUTED),
    )


def rates_line(explorer: Explorer, language: Language, notation: Notation = BOOK) -> Line:
    """Return the rates of the chosen method, the one that the keys change standing out."""
    letters = Letters(notation, explorer.method)
    edited, _ = explorer.edited
    values = dict(explorer.rates[explorer.chosen])
    title = text("explorer.rates", language, method=explorer.method.name.in_language(language))
    spans = [Span(f"{title}  ")]
    for name in explorer.editable:
        style = Style.BLANK if name == edited else Style.PLAIN
        spans += [Span(f" {_named(letters, name, float(values[name]))} ", style), Span(" ")]
    return (*spans, Span(f" {text('explorer.change', language)}", Style.MUTED))


def panel_lines(
    explorer: Explorer, language: Language, room: int, notation: Notation = BOOK
) -> tuple[Line, ...]:
    """Return as much as ``room`` lines hold: all tables, else the chosen one, all names above it.

    A method that is alone has its table alone, below the names.
    """
    names = [_legend_line(explorer, number, language) for number in range(len(WALKERS))]
    tables = [tuple(_table(explorer, number, notation)) for number in range(len(WALKERS))]
    everything = tuple(
        line for name, table in zip(names, tables, strict=True) for line in (name, *table, ())
    )[:-1]
    if len(everything) <= room and not explorer.is_alone:
        return everything
    chosen = tables[explorer.chosen]
    overview = (*names, (), *chosen)
    return overview if len(overview) <= room else (names[explorer.chosen], *chosen)


def summary_line(explorer: Explorer, language: Language, notation: Notation = BOOK) -> Line:
    """Return where the chosen method is, in one line."""
    walk = explorer.walk
    x, y = walk.points[min(explorer.cursor, len(walk.steps))]
    theta = one_line(Letters(notation, walk.method).symbol(PARAMETER, str(explorer.cursor)))
    place = f"{theta} = ({number_of(x)}, {number_of(y)})   f = {number_of(_height(walk, (x, y)))}"
    return (*_name(walk, language), Span(f"   {place}"), *_remark(explorer, walk, language))


def rates_text(method: Method, rates: Rates, notation: Notation = BOOK) -> str:
    """Return the rates of a method in one line, without an ε that nobody would notice."""
    letters = Letters(notation, method)
    shown = ((name, float(value)) for name, value in rates)
    return "  ".join(
        _named(letters, name, value) for name, value in shown if name != "eps" or value > _SEEN_EPS
    )


def broken_text(walk: Walk, language: Language) -> str:
    """Return where a walk breaks off and why; nothing for one that does not."""
    if walk.broken is None:
        return ""
    return text(f"explorer.{walk.broken}", language, step=walk.broken_at)


def no_step_text(explorer: Explorer, language: Language) -> str:
    """Return why nothing can be asked here."""
    if not explorer.cursor:
        return text("explorer.no_step", language)
    name, why = explorer.method.name.in_language(language), broken_text(explorer.walk, language)
    return text("explorer.no_such_step", language, method=name, why=why)


def _legend_line(explorer: Explorer, number: int, language: Language) -> Line:
    walk = explorer.walk_of(number)
    pointer = _POINTER if number == explorer.chosen else " "
    is_hidden = number not in explorer.shown
    rate = Span(f"  lr {number_of(float(dict(explorer.rates[number])['lr']))}", Style.MUTED)
    if is_hidden:
        name = "".join(span.text for span in _name(walk, language))
        return (Span(f"{pointer}{number + 1} ", Style.MUTED), Span(name, Style.MUTED), rate)
    remark = _remark(explorer, walk, language)
    return (Span(f"{pointer}{number + 1} "), *_name(walk, language), *(remark or (rate,)))


def _name(walk: Walk, language: Language) -> Line:
    mark = mark_of(walk.method)
    name = walk.method.name.in_language(language)
    return (Span(f"{mark.head} {mark.letter} {name}", Style(walk.method.family)),)


def _remark(explorer: Explorer, walk: Walk, language: Language) -> Line:
    """Return that the walk has broken off, or that it is where nobody sees it."""
    if walk.broken_at is not None and explorer.cursor >= walk.broken_at:
        return (Span(f"  ✗ {broken_text(walk, language)}", Style.WRONG),)
    x, y = walk.points[min(explorer.cursor, len(walk.steps))]
    left, right, bottom, top = explorer.window
    if left <= x <= right and bottom <= y <= top:
        return ()
    return (Span(f"  {text('explorer.outside', language)}", Style.MUTED),)


def _table(explorer: Explorer, number: int, notation: Notation) -> Iterator[Line]:
    walk, letters = explorer.walk_of(number), Letters(notation, WALKERS[number])
    head = "".join(axis.rjust(_NUMBER_WIDTH) for axis in AXES)
    yield (Span(" " * (2 + _NAME_WIDTH) + head, Style.MUTED),)
    asked = explorer.cells[explorer.cell] if number == explorer.chosen else None
    for quantity in (GRADIENT, *(q for q in walk.method.quantities if q != GRADIENT)):
        name = one_line(letters.symbol(quantity, str(explorer.cursor)))
        yield _row(name, _numbers(walk, quantity, explorer.cursor), quantity, asked)
    points = walk.points
    height = "" if explorer.cursor >= len(points) else _height(walk, points[explorer.cursor])
    shown = _NOTHING if height == "" else number_of(float(height))
    yield _row("f", (shown, ""), "f", None)


def _row(name: str, numbers: Sequence[str], quantity: str, asked: Cell | None) -> Line:
    is_asked = asked is not None and asked.quantity == quantity
    padded = name + " " * (_NAME_WIDTH - cell_width(name))
    spans = [Span(f"{_POINTER if is_asked else ' '} "), Span(padded, Style.MATH)]
    for axis, number in enumerate(numbers):
        style = Style.BLANK if asked == Cell(quantity, axis) else Style.PLAIN
        spans += [Span(" " * (_NUMBER_WIDTH - len(number))), Span(number, style)]
    return tuple(spans)


def _numbers(walk: Walk, quantity: str, cursor: int) -> tuple[str, str]:
    if quantity == PARAMETER and cursor < len(walk.points):
        x, y = walk.points[cursor]
        return number_of(x), number_of(y)
    if not 1 <= cursor <= len(walk.steps):
        return (_NOTHING, "" if quantity == "lr_t" else _NOTHING)
    x_step, y_step = walk.steps[cursor - 1]
    shown = number_of(x_step[quantity])
    return (shown, "") if quantity == "lr_t" else (shown, number_of(y_step[quantity]))


def _height(walk: Walk, point: Sequence[float]) -> float:
    return walk.objective.value(point)


def _named(letters: Letters, rate: str, value: float) -> str:
    return f"{one_line(letters.notation.letter(rate, ''))} {number_of(value)}"
