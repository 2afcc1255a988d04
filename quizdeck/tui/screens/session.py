"""A session: the question, the answer, the verdict, the next one."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from time import monotonic
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input

from quizdeck.errors import QuizdeckError, RecordError
from quizdeck.grading.reading import Unreadable, read_answer
from quizdeck.language.catalogue import text
from quizdeck.present.blocks import Document
from quizdeck.present.exercise import exercise_document
from quizdeck.present.feedback import feedback_document, retry_message
from quizdeck.present.header import progress_line, subject_line
from quizdeck.present.spans import Line, Span, Style
from quizdeck.study.exercise import ChoiceExercise, NumericExercise
from quizdeck.study.session import Phase, Session
from quizdeck.tui.bench import Bench
from quizdeck.tui.screens.base import QuizScreen
from quizdeck.tui.screens.reading import summary_screen
from quizdeck.tui.widgets.answer_field import AnswerField
from quizdeck.tui.widgets.document_view import DocumentView, LineView

_GRACE_SECONDS = 0.3  # a double tap on Enter must not skip the feedback


class SessionScreen(QuizScreen[None]):
    """A shell over the session machine; it keeps nothing but the session."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(
                str(number), f"choose({number})", "key.choose", show=number == 1, key_display="1–4"
            )
            for number in range(1, 6)
        ),
        Binding("enter,space", "next", "key.next", key_display="Enter"),
        Binding("f2", "give_up", "key.give_up", key_display="F2"),
        Binding("escape", "leave", "key.leave", key_display="Esc"),
        Binding("down,j", "scroll(1)", "key.scroll", show=False),
        Binding("up,k", "scroll(-1)", "key.scroll", show=False),
        Binding("pagedown", "page(1)", "key.scroll", show=False),
        Binding("pageup", "page(-1)", "key.scroll", show=False),
    ]

    def __init__(self, bench: Bench, session: Session, seed: int | None = None) -> None:
        super().__init__(bench)
        self.session = session
        self._seed = seed
        self._feedback_since = 0.0

    def compose_page(self) -> ComposeResult:
        """Yield the head, the page and the field for numbers."""
        with Horizontal(id="head"):
            yield LineView(id="progress")
            yield LineView(id="subject")
        with VerticalScroll(can_focus=False):
            yield DocumentView(id="document")
        with Horizontal(id="field"):
            yield LineView(id="label")
            yield AnswerField(id="answer", select_on_focus=False)
        yield LineView(id="reading")

    def begin(self) -> None:
        """Show the first item; go back to where one came from if it cannot be shown."""
        try:
            self._present(self.session)
        except QuizdeckError as error:
            self.tell(error)
            self.dismiss()

    def show(self) -> None:
        """Show the session as it stands."""
        session, language = self.session, self.language
        self.query_one("#progress", LineView).line = progress_line(session, language)
        self.query_one("#subject", LineView).line = subject_line(session, language)
        self.query_one("#document", DocumentView).document = self._document()
        is_typing = session.phase is Phase.ASKING and not self._is_choice
        self.set_class(is_typing, "-typing")
        field = self.query_one(Input)
        field.disabled = not is_typing
        field.placeholder = text("session.answer_hint", language)
        label = Span(f"{text('session.answer', language)}  ", Style.STRONG)
        self.query_one("#label", LineView).line = (label,)
        self.query_one("#reading", LineView).line = self._under_field()
        if is_typing:
            field.focus()
        else:
            self.set_focus(None)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what the session waits for."""
        if not super().check_action(action, parameters):
            return False
        phase = self.session.phase
        match action:
            case "choose":
                exercise = self.session.exercise
                count = len(exercise.order) if isinstance(exercise, ChoiceExercise) else 0
                number = parameters[0] if parameters else 0
                return phase is Phase.ASKING and isinstance(number, int) and number <= count
            case "next":
                return phase is Phase.FEEDBACK
            case "give_up":
                return phase is Phase.ASKING
            case _:
                return True

    @on(Input.Changed)
    def read_along(self) -> None:
        """Say under the field what was understood so far."""
        self.query_one("#reading", LineView).line = self._under_field()

    @on(Input.Submitted)
    def take_answer(self, event: Input.Submitted) -> None:
        """Send what was typed."""
        if event.value.strip():
            self._submit(event.value)

    def action_choose(self, number: int) -> None:
        """Answer with an option."""
        self._submit(str(number))

    def action_give_up(self) -> None:
        """Show the answer."""
        with self._answering():
            self._become(self.bench.desk.give_up(self.session))

    def action_next(self) -> None:
        """Go on to the next item."""
        if monotonic() - self._feedback_since < _GRACE_SECONDS:
            return
        with self.errors_shown():
            self._present(self.bench.desk.proceed(self.session))

    def action_leave(self) -> None:
        """Leave; the session goes on from here next time."""
        self._finish()

    def action_scroll(self, direction: int) -> None:
        """Move the page by a line or two."""
        self.query_one(VerticalScroll).scroll_relative(
            y=2 * direction, animate=False, immediate=True
        )

    def action_page(self, direction: int) -> None:
        """Move the page by its height."""
        view = self.query_one(VerticalScroll)
        view.scroll_relative(y=(view.size.height - 1) * direction, animate=False, immediate=True)

    @property
    def _is_choice(self) -> bool:
        return isinstance(self.session.exercise, ChoiceExercise)

    def _translated(self, binding: Binding) -> Binding:
        translated = super()._translated(binding)
        exercise = self.session.exercise
        if not binding.action.startswith("choose") or not isinstance(exercise, ChoiceExercise):
            return translated
        return replace(translated, key_display=f"1–{len(exercise.order)}")

    def _submit(self, answer: str) -> None:
        with self._answering():
            self._become(self.bench.desk.submit(self.session, answer))

    @contextmanager
    def _answering(self) -> Iterator[None]:
        """Leave where the same question was answered elsewhere: home then goes on after it."""
        with self.errors_shown():
            try:
                yield
            except RecordError as error:
                if error.key == "record.already_answered":
                    self.dismiss()
                raise

    def _become(self, session: Session) -> None:
        self.session = session
        if session.phase is Phase.FEEDBACK:
            self._feedback_since = monotonic()
            self._turn_page()
        self.show()

    def _present(self, session: Session) -> None:
        """Show the next item of ``session``; stay as it is where the log does not take it."""
        self.session = self.bench.desk.present(session, seed=self._seed)
        if self.session.phase is Phase.FINISHED:
            self._finish()
            return
        self._turn_page()
        self.show()

    def _turn_page(self) -> None:
        self.query_one(Input).value = ""
        self.query_one(VerticalScroll).scroll_home(animate=False, immediate=True)

    def _finish(self) -> None:
        if self.session.results:
            self.app.switch_screen(summary_screen(self.bench, self.session))
        else:
            self.dismiss()

    def _document(self) -> Document:
        if self.session.phase is Phase.FEEDBACK:
            return feedback_document(self.session, self.language)
        exercise = self.session.exercise
        return exercise_document(exercise, self.language) if exercise else ()

    def _under_field(self) -> Line:
        """Return why the text was not taken, or, once it is changed, how it is read."""
        typed = self.query_one(Input).value
        answer, exercise = self.session.answer, self.session.exercise
        if self.session.phase is not Phase.ASKING or answer is None or answer.text != typed:
            return self._reading(typed)
        precision = exercise.problem.precision if isinstance(exercise, NumericExercise) else None
        return (Span(retry_message(answer.verdict, precision, self.language), Style.WRONG),)

    def _reading(self, typed: str) -> Line:
        if not typed.strip():
            return ()
        try:
            reading = read_answer(typed).text
        except Unreadable as refusal:
            return (Span(text(refusal.key, self.language, **refusal.details), Style.MUTED),)
        return (Span(text("session.reading", self.language, reading=reading), Style.ACCENT),)
