"""Guessing which method walked a path; nothing of it is recorded."""

from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll

from quizdeck.present.keys import Place
from quizdeck.present.landscape import Frame, landscape
from quizdeck.present.path_quiz import quiz_document, quiz_title, quiz_trails
from quizdeck.study.explorer import moved
from quizdeck.study.path_quiz import PathQuiz, answered, new_path_quiz
from quizdeck.tui.bench import Bench
from quizdeck.tui.bindings import bindings_of
from quizdeck.tui.screens.scrolling import ScrollingScreen
from quizdeck.tui.widgets.document_view import DocumentView, LineView
from quizdeck.tui.widgets.picture_view import PictureView, Rows


class PathQuizScreen(ScrollingScreen[None]):
    """One path after the other, as long as one likes."""

    CSS_PATH: ClassVar = "../styles/explorer.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-normal")]  # noqa: RUF012, as Textual has it
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.PATH_QUIZ)

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.quiz = self._new()

    def compose_page(self) -> ComposeResult:
        """Yield the title, the picture and the question."""
        yield LineView(classes="title")
        with Horizontal(id="body"):
            yield PictureView(id="picture")
            with VerticalScroll(id="question", can_focus=False):
                yield DocumentView(id="document")

    def show(self) -> None:
        """Show the path, and the verdict on it once there is one."""
        quiz, language = self.quiz, self.language
        self.query_one(".title", LineView).line = quiz_title(quiz, language)
        lettered = self.app.no_color and quiz.given is not None
        self.query_one(PictureView).show(partial(_rows, quiz, is_lettered=lettered))
        document = quiz_document(quiz, language, self.bench.notation)
        self.query_one("#document", DocumentView).document = document
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Take one answer, and go on only after it."""
        if not super().check_action(action, parameters):
            return False
        match action:
            case "guess":
                return self.quiz.given is None
            case "next":
                return self.quiz.given is not None
            case _:
                return True

    def action_guess(self, number: int) -> None:
        """Say which method it was."""
        self.quiz = answered(self.quiz, number - 1)
        self.show()

    def action_next(self) -> None:
        """Go on to another path."""
        self.quiz = self._new()
        self.show()

    def action_move(self, updates: int) -> None:
        """Look at fewer or more of the steps."""
        self.quiz = replace(self.quiz, explorer=moved(self.quiz.explorer, updates))
        self.show()

    def action_close(self) -> None:
        """Go back to the explorer."""
        self.dismiss()

    def _new(self) -> PathQuiz:
        return new_path_quiz(self.bench.desk.mocks.new_seed())


def _rows(quiz: PathQuiz, width: int, height: int, *, is_lettered: bool) -> Rows:
    explorer = quiz.explorer
    frame = Frame(explorer.window, width, height)
    trails, cursor = quiz_trails(quiz), explorer.cursor
    return landscape(explorer.objective, frame, trails, cursor, is_lettered=is_lettered)
