"""The app: where one goes, and nothing else."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType

from quizdeck.desk.drawing import FRESH, Drawing
from quizdeck.language.catalogue import text
from quizdeck.study.session import Session
from quizdeck.tui.bench import Bench
from quizdeck.tui.screens.home import HomeScreen

if TYPE_CHECKING:
    from quizdeck.study.mock import Mock


class QuizdeckApp(App[None]):
    """Opens the home screen, or a session on top of it."""

    CSS_PATH: ClassVar = ["styles/base.tcss", "styles/session.tcss"]
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "key.quit", show=False, priority=True),
    ]

    def __init__(
        self,
        bench: Bench,
        session: Session | None = None,
        drawing: Drawing = FRESH,
        *,
        mock: "Mock | None" = None,
    ) -> None:
        super().__init__()
        self.title = "quizdeck"
        self._bench = bench
        self._session = session
        self._drawing = drawing
        self._mock = mock

    def action_help_quit(self) -> None:
        """Say which key leaves; Ctrl+C copies in a field and is easily pressed by habit."""
        message = f"Ctrl+Q  {text('key.quit', self._bench.language)}"
        self.notify(message, markup=False)

    def on_mount(self) -> None:
        """Open the first screen."""
        self.push_screen(HomeScreen(self._bench))
        if self._mock is not None:
            from quizdeck.tui.screens.mock import MockScreen  # noqa: PLC0415, as below

            self.push_screen(MockScreen(self._bench, self._mock))
        if self._session is not None:
            # a session is loaded only when one begins
            from quizdeck.tui.screens.session import SessionScreen  # noqa: PLC0415

            self.push_screen(SessionScreen(self._bench, self._session, self._drawing))
