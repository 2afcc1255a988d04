"""The app: where one goes, and nothing else."""

import gc
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import BindingType

from quizdeck.desk.appearance import SettingName, ThemeName
from quizdeck.errors import QuizdeckError
from quizdeck.language.catalogue import error_text, text
from quizdeck.present.keys import Place
from quizdeck.present.line_breaking import broken_lines
from quizdeck.tui.bench import Bench
from quizdeck.tui.bindings import bindings_of
from quizdeck.tui.mathematics import MathApp
from quizdeck.tui.screens.base import QuizScreen
from quizdeck.tui.screens.home import HomeScreen
from quizdeck.tui.themes import theme_of

if TYPE_CHECKING:
    from quizdeck.desk.drawing import Drawing
    from quizdeck.study.explorer import Explorer
    from quizdeck.study.mock import Mock
    from quizdeck.study.session import Session

_TOAST_WIDTH = 60  # or half of the screen
_TOAST_EDGES = 4  # the border, the padding and the margin


class QuizdeckApp(MathApp):
    """Opens the home screen, or a session on top of it."""

    CSS_PATH: ClassVar = "styles/base.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.EVERYWHERE)

    def __init__(
        self,
        bench: Bench,
        session: "Session | None" = None,
        drawing: "Drawing | None" = None,
        *,
        mock: "Mock | None" = None,
        explorer: "Explorer | None" = None,
        with_tour: bool = False,
        is_wide: bool = False,
    ) -> None:
        super().__init__()
        self.title = "quizdeck"
        self._bench = bench
        self._session = session
        self._drawing = drawing
        self._mock = mock
        self._explorer = explorer
        self._with_tour = with_tour
        self._is_wide = is_wide
        # known before any style is read, so that styles are read once
        self.wear()

    def choose_theme(self, name: ThemeName) -> None:
        """Go over to a set of colours and remember it."""
        try:
            self._bench.set(SettingName.THEME, name.value)
        except QuizdeckError as error:
            self.notify(error_text(error, self._bench.language), severity="error", markup=False)
        self.wear()

    def wear(self) -> None:
        """Look as the settings say."""
        looks = self._bench.appearance
        self.register_theme(theme_of(looks.theme))
        self.theme = looks.theme.value
        self.animation_level = "none" if looks.is_calm else "full"
        if looks.math_style is not self.math_style:
            self.math_style = looks.math_style
            for screen in self.screen_stack:
                for widget in screen.query("*"):
                    widget.refresh(layout=True)

    def notify(self, message: str, **options: Any) -> None:  # noqa: ANN401, passed on as they are
        """Say something in passing, its lines broken as Japanese wants them."""
        room = min(_TOAST_WIDTH, self.size.width // 2) - _TOAST_EDGES
        lines = broken_lines(message, max(1, room))
        options.pop("markup", None)
        super().notify("\n".join(lines), markup=False, **options)

    def action_help(self) -> None:
        """Open the help of the screen in front."""
        from quizdeck.tui.screens.help import HelpScreen  # noqa: PLC0415, not at start-up

        screen = self.screen
        if isinstance(screen, QuizScreen) and not isinstance(screen, HelpScreen):
            self.push_screen(HelpScreen(self._bench, screen.offered()))

    def action_command_palette(self) -> None:
        """Offer everything that can be done here by name."""
        from quizdeck.tui.palette import palette  # noqa: PLC0415, not at start-up

        if isinstance(self.screen, QuizScreen) and not self.screen.is_too_small:
            self.push_screen(palette(self.screen))

    def action_help_quit(self) -> None:
        """Say which key leaves; Ctrl+C copies in a field and is easily pressed by habit."""
        message = f"Ctrl+Q  {text('key.quit', self._bench.language)}"
        self.notify(message, markup=False)

    def get_default_screen(self) -> HomeScreen:
        """Return what lies under all other screens."""
        return HomeScreen(self._bench)

    def on_mount(self) -> None:
        """Open what is to be seen in place of home."""
        self.call_later(gc.enable)  # it may have been put off until something is seen
        if self._mock is not None:
            from quizdeck.tui.screens.mock import MockScreen  # noqa: PLC0415, as below

            self.push_screen(MockScreen(self._bench, self._mock))
        if self._explorer is not None:
            from quizdeck.tui.screens.explorer import ExplorerScreen  # noqa: PLC0415, as below

            self.push_screen(ExplorerScreen(self._bench, self._explorer))
        if self._session is not None:
            # a session is loaded only when one begins
            from quizdeck.tui.screens.session import SessionScreen  # noqa: PLC0415

            self.push_screen(SessionScreen(self._bench, self._session, self._drawing))
        if self._with_tour:
            from quizdeck.tui.screens.tour import TourScreen  # noqa: PLC0415, once for ever

            self.push_screen(TourScreen(self._bench))
        if self._is_wide:
            message = text("screen.wide", self._bench.language)
            self.notify(message, severity="warning", timeout=30, markup=False)
