"""How mathematics is written on all screens: the app knows, the widgets ask."""

from textual.app import App
from textual.widget import Widget

from quizdeck.expressions.math_style import MathStyle


class MathApp(App[None]):
    """An app that says how its widgets write mathematics."""

    math_style = MathStyle.UNICODE

    def wear(self) -> None:
        """Look as the settings say."""


def math_style_of(widget: Widget) -> MathStyle:
    """Return how a widget writes mathematics."""
    app = widget.app
    return app.math_style if isinstance(app, MathApp) else MathStyle.UNICODE
