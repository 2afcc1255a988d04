"""A session: the question, the answer, the verdict, the next one."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from time import monotonic
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, VerticalScroll
from textual.widgets import Input

from quizdeck.desk.drawing import FRESH, Drawing
from quizdeck.errors import QuizdeckError, RecordError
from quizdeck.grading.unreadable import Unreadable
from quizdeck.language.catalogue import text
from quizdeck.present.blocks import Document
from quizdeck.present.columns import in_columns
from quizdeck.present.exercise import exercise_document, field_hint
from quizdeck.present.feedback import feedback_document, retry_message
from quizdeck.present.header import progress_line, subject_line
from quizdeck.present.hints import hint_count, hint_document
from quizdeck.present.keys import Place
from quizdeck.present.spans import Line, Span, Style
from quizdeck.study.answering import reading_of
from quizdeck.study.exercise import NumericExercise
from quizdeck.study.session import Phase, Session
from quizdeck.text import has_kana
from quizdeck.tui.bench import Bench
from quizdeck.tui.bindings import bindings_of
from quizdeck.tui.screens.base import BROAD_WIDTH
from quizdeck.tui.screens.reading import summary_screen
from quizdeck.tui.screens.session_remarks import RemarkScreen
from quizdeck.tui.widgets.answer_field import AnswerField
from quizdeck.tui.widgets.document_view import DocumentView, LineView

_GRACE_SECONDS = 0.3  # a double tap on Enter must not skip the feedback


class SessionScreen(RemarkScreen):
    """A shell over the session machine; it keeps nothing but the session."""

    CSS_PATH: ClassVar = "../styles/session.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.SESSION)

    def __init__(self, bench: Bench, session: Session, drawing: Drawing | None = None) -> None:
        super().__init__(bench, session)
        self._drawing = drawing or FRESH
        self._feedback_since = 0.0

    def compose_page(self) -> ComposeResult:
        """Yield the head, the page and the field for numbers."""
        with Horizontal(id="head"):
            yield LineView(id="progress")
            yield LineView(id="subject")
        with Container(id="body"):
            with VerticalScroll(can_focus=False):
                yield DocumentView(id="document")
            with VerticalScroll(id="beside", can_focus=False):
                yield DocumentView(id="listing")
        with Horizontal(id="field"):
            yield LineView(id="label")
            yield AnswerField(id="answer", select_on_focus=False)
        yield LineView(id="reading")

    def begin(self) -> None:
        """Show the first item; go back to where one came from if it cannot be shown."""
        try:
            self.present(self.session)
        except QuizdeckError as error:
            self.tell(error)
            self.dismiss()

    def show(self) -> None:
        """Show the session as it stands."""
        session, language = self.session, self.language
        self.query_one("#progress", LineView).line = progress_line(session, language)
        self.query_one("#subject", LineView).line = subject_line(session, language)
        self._show_page(self._document())
        is_typing = session.phase is Phase.ASKING and not self._key_count
        self.set_class(is_typing, "-typing")
        field = self.query_one(Input)
        field.disabled = not is_typing
        field.placeholder = field_hint(session.exercise, language) if session.exercise else ""
        label = Span(f"{text('session.answer', language)}  ", Style.STRONG)
        self.query_one("#label", LineView).line = (label,)
        self.query_one("#reading", LineView).line = self._under_field()
        if is_typing:
            field.focus()
        else:
            self.set_focus(None)
        self.refresh_bindings()

    def on_resize(self, event: events.Resize) -> None:
        """Lay the page out in one column or in two."""
        super().on_resize(event)
        if self.session.exercise is not None:
            with self.errors_shown():
                self._show_page(self._document())

    def _show_page(self, document: Document) -> None:
        """Show a page; on a broad screen its listing and its sheets stand beside the rest."""
        is_broad = self.app.size.width >= BROAD_WIDTH
        page, beside = in_columns(document) if is_broad else (document, ())
        self.set_class(bool(beside), "-columns")
        self.query_one("#document", DocumentView).document = page
        self.query_one("#listing", DocumentView).document = beside

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what the session waits for."""
        phase = self.session.phase
        match action:
            case "choose":
                number = parameters[0] if parameters else 0
                is_offered = isinstance(number, int) and number <= self._choices
            case "next":
                is_offered = phase is Phase.FEEDBACK
            case "give_up" | "skip":
                is_offered = phase is Phase.ASKING
            case "rest":
                is_offered = phase in {Phase.ASKING, Phase.FEEDBACK}
            case "hint":
                is_offered = phase is Phase.ASKING and self._has_hint
            case _:
                is_offered = True
        return is_offered and super().check_action(action, parameters)

    @on(Input.Changed)
    def read_along(self) -> None:
        """Say under the field what was understood so far."""
        self.query_one("#reading", LineView).line = self._under_field()

    def action_submit(self) -> None:
        """Send what was typed."""
        typed = self.query_one(Input).value
        if typed.strip():
            self._submit(typed)

    def action_choose(self, number: int) -> None:
        """Answer with an option, or say which of several slips it was."""
        if self.session.phase is Phase.ASKING:
            self._submit(str(number))
            return
        with self.errors_shown():
            slip = self.session.slips[number - 1]
            self.session = self.bench.desk.name_slip(self.session, slip)
        self.show()

    def action_hint(self) -> None:
        """Show the next step of help; the answer then counts as not known."""
        with self._answering():
            self._become(self.bench.desk.hint(self.session))
        self.query_one(VerticalScroll).anchor()  # the hint is the last thing on the page

    def action_skip(self) -> None:
        """Put the item off to the end."""
        with self._answering():
            self.present(self.bench.desk.skip(self.session))

    def action_rest(self) -> None:
        """Let the item rest until tomorrow."""
        with self._answering():
            session = self.bench.desk.rest(self.session)
            if session.phase is Phase.FEEDBACK:
                session = self.bench.desk.proceed(session)
            self.present(session)
        self.notify(text("session.rests", self.language), timeout=3, markup=False)

    def action_undo(self) -> None:
        """Take back the last answer of today, as often as there is one."""
        with self.errors_shown():
            session = self.bench.desk.undo()
            if session is None:
                self.notify(text("session.nothing_to_undo", self.language), markup=False)
                return
            self.notify(text("session.undone", self.language), timeout=3, markup=False)
            self.present(session)

    def action_give_up(self) -> None:
        """Show the answer."""
        with self._answering():
            self._become(self.bench.desk.give_up(self.session))

    def action_next(self) -> None:
        """Go on to the next item."""
        if monotonic() - self._feedback_since < _GRACE_SECONDS:
            return
        with self.errors_shown():
            self.present(self.bench.desk.proceed(self.session))

    def action_leave(self) -> None:
        """Leave; the session goes on from here next time."""
        self._finish()

    @property
    def _key_count(self) -> int:
        exercise = self.session.exercise
        return exercise.key_count if exercise else 0

    @property
    def _has_hint(self) -> bool:
        exercise = self.session.exercise
        return exercise is not None and self.session.hints < hint_count(exercise)

    @property
    def _choices(self) -> int:
        """Return how many number keys mean something now."""
        if self.session.phase is Phase.ASKING:
            return self._key_count
        return len(self.session.slips) if len(self.session.slips) > 1 else 0

    def _translated(self, binding: Binding) -> Binding:
        if not binding.action.startswith("choose") or not self._choices:
            return super()._translated(binding)
        is_asking = self.session.phase is Phase.ASKING
        key = "key.choose" if is_asking else "key.name_slip"
        numbered = replace(binding, description=key, key_display=f"1–{self._choices}")
        return super()._translated(numbered)

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
            self.look_for_leech()
            self._turn_page()
        self.show()

    def present(self, session: Session) -> None:
        """Show the next item of ``session``; stay as it is where the log does not take it."""
        self.session = self.bench.desk.present(session, self._drawing)
        self.look_for_leech()
        if self.session.phase is Phase.FINISHED:
            self._finish()
            return
        self._turn_page()
        self.show()

    def _turn_page(self) -> None:
        self.query_one(Input).value = ""
        for view in self.query(VerticalScroll):
            view.anchor(False)  # noqa: FBT003, as Textual declares it
            view.scroll_home(animate=False, immediate=True)

    def _finish(self) -> None:
        if self.session.results:
            self.app.switch_screen(summary_screen(self.bench, self.session))
        else:
            self.dismiss()

    def question(self) -> Document:
        """Return the question and the help taken so far."""
        exercise, notation = self.session.exercise, self.bench.notation
        if exercise is None:
            return ()
        return (
            *exercise_document(exercise, self.language, notation),
            *hint_document(exercise, self.session.hints, self.language, notation),
        )

    def _document(self) -> Document:
        if self.session.phase is Phase.FEEDBACK:
            aside = (*self.leech_document(), *self.flag_document())
            return feedback_document(self.session, self.language, self.bench.notation, aside)
        return (*self.question(), *self.flag_document())

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
        exercise = self.session.exercise
        try:
            reading = reading_of(exercise, typed) if exercise else ""
        except Unreadable as refusal:
            if has_kana(typed):
                return (Span(text("screen.kana", self.language), Style.WRONG),)
            return (Span(text(refusal.key, self.language, **refusal.details), Style.MUTED),)
        return (Span(text("session.reading", self.language, reading=reading), Style.ACCENT),)
