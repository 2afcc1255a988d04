"""Walks down an objective as an SVG picture: level lines, paths, marks, words."""

from collections.abc import Iterator, Sequence
from itertools import cycle
from typing import NamedTuple
from xml.sax.saxutils import escape

from quizdeck.expressions.typeset_line import one_line
from quizdeck.language.catalogue import text
from quizdeck.optimizers.notations import BOOK, Notation
from quizdeck.optimizers.objectives import Objective, Point, Window
from quizdeck.optimizers.walk import Walk
from quizdeck.present.contours import Contour, contours
from quizdeck.present.explorer import broken_text, rates_text
from quizdeck.present.landscape import mark_of
from quizdeck.study.explorer import Rates, number_of
from quizdeck.text import Language

_WIDTH, _HEIGHT = 960, 560
_LEFT, _TOP, _RIGHT, _BOTTOM = 56, 64, 232, 44  # margins: the heights at left, the legend at right
_PLOT_WIDTH, _PLOT_HEIGHT = _WIDTH - _LEFT - _RIGHT, _HEIGHT - _TOP - _BOTTOM
_FONT = "'Noto Sans CJK JP','Hiragino Sans','Yu Gothic',Meiryo,'DejaVu Sans',sans-serif"
_LOWEST_SHADE, _HIGHEST_SHADE = (206, 226, 245), (250, 252, 254)
_PAPER, _TEXT, _FAINT, _LINE = "#ffffff", "#1f2933", "#52606d", "#9fb3c8"
# Okabe and Ito's colours, which the colour-blind tell apart, dark enough for a white ground.
_COLOURS = {"sgd": "#d97706", "momentum": "#b83280", "adagrad": "#047857", "adam": "#1d4ed8"}
_OTHER_COLOURS = ("#4b5563", "#0e7490", "#9f1239", "#4d7c0f", "#6d28d9")
_SHAPES = {
    "sgd": "M-6,0a6,6 0 1,0 12,0a6,6 0 1,0 -12,0z",
    "momentum": "M-5.5,-5.5h11v11h-11z",
    "adagrad": "M0,-7l6.5,12h-13z",
    "adam": "M0,-7.5l6.5,7.5l-6.5,7.5l-6.5,-7.5z",
}
_FAR = 10  # a path is drawn as far as so many pictures away


def walk_picture(
    walks: Sequence[tuple[Walk, Rates]], language: Language, notation: Notation = BOOK
) -> str:
    """Return the picture of walks on one objective from one start, their rates beside them.

    The same walks give the same bytes.
    """
    first, _ = walks[0]
    window = first.objective.window.holding(first.start)
    plane = _Plane(window)
    looks = tuple(_looks([walk for walk, _ in walks]))
    pieces = [
        *_head(first, max(_length(walk) for walk, _ in walks), language),
        *_ground(contours(first.objective, window), plane),
        *_axes(window, plane),
        *_lowest(first.objective, plane),
        *(
            piece
            for (walk, _), look in zip(walks, looks, strict=True)
            for piece in _path(walk, look, plane)
        ),
        *_legend(walks, looks, language, notation),
        "</svg>",
    ]
    return "\n".join(pieces)


class _Look(NamedTuple):
    """By which colour and shape a walk is known."""

    colour: str
    shape: str


def _looks(walks: Sequence[Walk]) -> Iterator[_Look]:
    others = cycle(_OTHER_COLOURS)
    for walk in walks:
        family = walk.method.family
        colour = _COLOURS[family] if family in _COLOURS else next(others)
        yield _Look(colour, _SHAPES.get(family, _SHAPES["sgd"]))


def _length(walk: Walk) -> int:
    return walk.broken_at or len(walk.steps)


class _Plane:
    """Where points of a window lie in the picture."""

    def __init__(self, window: Window) -> None:
        self._window = window

    def place(self, point: Point) -> tuple[float, float]:
        """Return the place of a point in the picture."""
        left, right, bottom, top = self._window
        return (
            _LEFT + (point[0] - left) / (right - left) * _PLOT_WIDTH,
            _TOP + (top - point[1]) / (top - bottom) * _PLOT_HEIGHT,
        )

    def text(self, point: Point) -> str:
        """Return the place of a point as SVG writes it, to a hundredth of a unit."""
        x, y = self.place(point)
        return f"{_short(x)},{_short(y)}"


def _short(value: float) -> str:
    digits = f"{min(max(value, -_FAR * _WIDTH), _FAR * _WIDTH):.2f}".rstrip("0").rstrip(".")
    return "0" if digits == "-0" else digits


def _head(walk: Walk, steps: int, language: Language) -> Iterator[str]:
    x, y = map(number_of, walk.start)
    formula = one_line(walk.objective.latex)
    words = text("explorer.picture_title", language, formula=formula, x=x, y=y, steps=steps)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}"'
        f' width="{_WIDTH}" height="{_HEIGHT}" font-family="{_FONT}"'
        ' role="img" xml:space="preserve">'
    )
    yield f"<title>{escape(words)}</title>"
    yield f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="{_PAPER}"/>'
    yield _words(_LEFT, 38, 18, words, _TEXT)
    yield (
        f'<clipPath id="plot"><rect x="{_LEFT}" y="{_TOP}" width="{_PLOT_WIDTH}"'
        f' height="{_PLOT_HEIGHT}"/></clipPath>'
    )


def _ground(lines: Sequence[Contour], plane: _Plane) -> Iterator[str]:
    """Yield the areas below each level, the highest first, with the level line around them."""
    yield '<g clip-path="url(#plot)" fill-rule="evenodd">'
    yield (
        f'<rect x="{_LEFT}" y="{_TOP}" width="{_PLOT_WIDTH}" height="{_PLOT_HEIGHT}"'
        f' fill="{_shade(1)}"/>'
    )
    for place, line in reversed(tuple(enumerate(lines))):
        rings = "".join(f"M{'L'.join(map(plane.text, ring))}z" for ring in line.rings)
        yield (
            f'<path d="{rings}" fill="{_shade(place / len(lines))}" stroke="{_LINE}"'
            f' stroke-width="0.8"><title>f = {number_of(line.level)}</title></path>'
        )
    yield "</g>"


def _shade(part: float) -> str:
    pairs = zip(_LOWEST_SHADE, _HIGHEST_SHADE, strict=True)
    return "#" + "".join(f"{round(low + (high - low) * part):02x}" for low, high in pairs)


def _axes(window: Window, plane: _Plane) -> Iterator[str]:
    bottom = _TOP + _PLOT_HEIGHT
    for value in _ticks(window.left, window.right):
        x, _ = plane.place((value, window.bottom))
        yield f'<path d="M{_short(x)},{bottom}v5" stroke="{_FAINT}"/>'
        yield _words(x, bottom + 20, 13, number_of(value), anchor="middle")
    for value in _ticks(window.bottom, window.top):
        _, y = plane.place((window.left, value))
        yield f'<path d="M{_LEFT},{_short(y)}h-5" stroke="{_FAINT}"/>'
        yield _words(_LEFT - 9, y + 4.5, 13, number_of(value), anchor="end")
    yield _words(_LEFT + _PLOT_WIDTH, bottom + 36, 13, "x", anchor="end")
    yield _words(_LEFT - 30, _TOP + 5, 13, "y", anchor="end")
    yield (
        f'<rect x="{_LEFT}" y="{_TOP}" width="{_PLOT_WIDTH}" height="{_PLOT_HEIGHT}" fill="none"'
        f' stroke="{_FAINT}"/>'
    )


def _ticks(low: float, high: float) -> Iterator[float]:
    """Yield round numbers between two ends, from four to nine of them."""
    step = next(s for s in (0.1, 0.2, 0.5, 1, 2, 5, 10, 10**2, 10**3, 10**4) if high - low < 9 * s)
    first = int(-(-low // step))
    yield from (k * step for k in range(first, int(high // step) + 1))


def _lowest(objective: Objective, plane: _Plane) -> Iterator[str]:
    for point in (objective.lowest, *objective.as_low):
        x, y = map(_short, plane.place(point))
        yield (
            f'<path d="M{x},{y}m-8,0h16m-8,-8v16" stroke="{_TEXT}" stroke-width="2.5" fill="none"'
            ' clip-path="url(#plot)"/>'
        )


def _path(walk: Walk, look: _Look, plane: _Plane) -> Iterator[str]:
    """Yield the polyline, a point for every update, and the mark of the last one."""
    colour = look.colour
    yield f'<g clip-path="url(#plot)" stroke="{colour}" fill="{colour}">'
    yield f"<title>{escape(walk.method.name.en)}</title>"
    corners = " ".join(map(plane.text, walk.points))
    yield f'<polyline points="{corners}" fill="none" stroke-width="2" stroke-linejoin="round"/>'
    for t, point in enumerate(walk.points):
        x, y = map(_short, plane.place(point))
        yield f'<circle cx="{x}" cy="{y}" r="2.6"><title>t = {t}: {_pair(point)}</title></circle>'
    x, y = map(_short, plane.place(walk.points[-1]))
    yield (
        f'<path d="{look.shape}" transform="translate({x},{y})" stroke="{_PAPER}"'
        ' stroke-width="1.5"/>'
    )
    yield "</g>"


def _pair(point: Point) -> str:
    return f"({number_of(point[0])}, {number_of(point[1])})"


def _legend(
    walks: Sequence[tuple[Walk, Rates]],
    looks: Sequence[_Look],
    language: Language,
    notation: Notation,
) -> Iterator[str]:
    x, y = _LEFT + _PLOT_WIDTH + 28, _TOP + 14
    for (walk, rates), look in zip(walks, looks, strict=True):
        name = f"{mark_of(walk.method).letter}  {walk.method.name.in_language(language)}"
        end = broken_text(walk, language) or f"θ = {_pair(walk.points[-1])}"
        yield (
            f'<path d="{look.shape}" transform="translate({x},{y - 5})" fill="{look.colour}"/>'
            f"{_words(x + 16, y, 16, name, _TEXT)}"
            f"{_words(x + 16, y + 20, 13, rates_text(walk.method, rates, notation))}"
            f"{_words(x + 16, y + 38, 13, end)}"
        )
        y += 72
    yield (
        f'<path d="M{x - 7},{y - 5}h14m-7,-7v14" stroke="{_TEXT}" stroke-width="2.5"/>'
        f"{_words(x + 16, y, 14, text('explorer.lowest', language), _TEXT)}"
    )


def _words(
    x: float, y: float, size: int, words: str, colour: str = _FAINT, *, anchor: str = "start"
) -> str:
    return (
        f'<text x="{_short(x)}" y="{_short(y)}" font-size="{size}" fill="{colour}"'
        f' text-anchor="{anchor}">{escape(words)}</text>'
    )
