"""The picture of the explorer: runs of the canvas become strips, with the colours of the theme."""

from collections.abc import Callable
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from quizdeck.present.canvas import Row
from quizdeck.present.contours import LEVELS

Rows = tuple[Row, ...]


class PictureView(Widget):
    """Asks ``draw`` for rows of its own size; the ground is shaded where the terminal can do it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "picture--paper",
        "picture--contour",
        "picture--lowest",
        "picture--sgd",
        "picture--momentum",
        "picture--adagrad",
        "picture--adam",
        "picture--unnamed",
        "picture--deep",
        "picture--high",
    }

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._draw: Callable[[int, int], Rows] | None = None
        self._rows: Rows = ()
        self._drawn_for: Size | None = None
        self._looks: dict[tuple[str, int], Style] = {}

    def show(self, draw: Callable[[int, int], Rows]) -> None:
        """Show what ``draw`` makes of a width and a height, now and whenever they change."""
        self._draw, self._drawn_for = draw, None
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return one row."""
        if self._drawn_for != self.size and self._draw is not None:
            self._rows, self._drawn_for = self._draw(*self.size), self.size
        if y >= len(self._rows):
            return Strip.blank(self.size.width)
        row = self._rows[y]
        return Strip(
            [Segment(run.text, self._look(run.ink.name, run.shade)) for run in row],
            self.size.width,
        )

    def notify_style_update(self) -> None:
        """Forget the colours of a theme that is no more."""
        super().notify_style_update()
        self._looks = {}

    @property
    def has_shades(self) -> bool:
        """Return whether the terminal shows finely graded colours; others make blocks of them."""
        return self.app.console.color_system == "truecolor" and not self.app.no_color

    def _look(self, ink: str, shade: int) -> Style:
        look = self._looks.get((ink, shade))
        if look is None:
            styles, ground = self.get_component_styles(f"picture--{ink}"), self._ground(shade)
            look = Style(
                color=(ground + styles.color).rich_color,
                bgcolor=ground.rich_color,
                bold=styles.text_style.bold,
            )
            self._looks[ink, shade] = look
        return look

    def _ground(self, shade: int) -> Color:
        high = self.get_component_styles("picture--high").background
        if not self.has_shades:
            return high
        deep = high + self.get_component_styles("picture--deep").background
        return deep.blend(high, shade / LEVELS)
