"""Sitting a mock quiz: choose one, go through it, hand it in, look at what came of it."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll

from quizdeck.banks.blueprints import Blueprint
from quizdeck.desk.mocks import shipped_blueprints
from quizdeck.language.catalogue import text
from quizdeck.present.mock import (
    choose_document,
    grid_document,
    hand_in_document,
    mock_document,
    mock_position,
    mock_status,
    warning_minutes,
)
from quizdeck.present.mock_result import part_document, result_document
from quizdeck.present.spans import Span, Style
from quizdeck.study.mock import Mock
from quizdeck.study.moment import Moment
from quizdeck.tui.bench import Bench
from quizdeck.tui.screens.base import QuizScreen
from quizdeck.tui.widgets.document_view import DocumentView, LineView

_SECONDS_A_TICK = 1.0


class MockMenuScreen(QuizScreen[None]):
    """The quizzes to choose from; one that is under way goes on at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(str(n), f"choose({n})", "key.choose", show=n == 1, key_display="1–4")
            for n in range(1, 10)
        ),
        Binding("escape,q", "close", "key.close", key_display="Esc"),
    ]

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._plans = shipped_blueprints()

    def compose_page(self) -> ComposeResult:
        """Yield the title and the list."""
        yield LineView(classes="title")
        with VerticalScroll():
            yield DocumentView(id="document")

    def show(self) -> None:
        """Show the list."""
        title = Span(text("mock.choose", self.language), Style.STRONG)
        self.query_one(".title", LineView).line = (title,)
        document = choose_document(self._plans, self.language)
        self.query_one("#document", DocumentView).document = document

    def action_choose(self, number: int) -> None:
        """Begin a quiz."""
        if number > len(self._plans):
            return
        with self.errors_shown():
            mock = self.bench.desk.mocks.begin(self._plans[number - 1])
            self.app.switch_screen(MockScreen(self.bench, mock))

    def action_close(self) -> None:
        """Go back."""
        self.dismiss()


class MockScreen(QuizScreen[None]):
    """A mock under way: nothing is judged, everything can be changed until it is in."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(str(n), f"choose({n})", "key.choose", show=n == 1, key_display="1–4")
            for n in range(1, 6)
        ),
        Binding("right,n,enter,space", "turn(1)", "key.following", key_display="→"),
        Binding("left,p", "turn(-1)", "key.preceding", key_display="←"),
        Binding("f", "flag", "key.flag_mock", key_display="f"),
        Binding("0,delete,backspace", "choose(0)", "key.unchoose", show=False),
        Binding("g", "grid", "key.grid", key_display="g"),
        Binding("ctrl+t", "hand_in", "key.hand_in", key_display="Ctrl+T"),
        Binding("escape", "leave", "key.leave", key_display="Esc"),
        Binding("down,j", "scroll(1)", "key.scroll", show=False),
        Binding("up,k", "scroll(-1)", "key.scroll", show=False),
    ]

    def __init__(self, bench: Bench, mock: Mock) -> None:
        super().__init__(bench)
        self.mock = mock
        self._looked: Moment = bench.desk.now()

    def compose_page(self) -> ComposeResult:
        """Yield the head and the page."""
        with Horizontal(id="head"):
            yield LineView(id="progress")
            yield LineView(id="subject")
        with VerticalScroll(can_focus=False):
            yield DocumentView(id="document")

    def begin(self) -> None:
        """Show the 小問 in front and watch the clock."""
        super().begin()
        self.set_interval(_SECONDS_A_TICK, self.tick)

    def show(self) -> None:
        """Show the 小問 in front."""
        self._show_head()
        document = mock_document(self.mock, self.language)
        self.query_one("#document", DocumentView).document = document
        self.refresh_bindings()

    def tick(self) -> None:
        """Let the clock go on; hand the paper in when the time is up."""
        with self.errors_shown():
            self._become(self.bench.desk.mocks.watch(self.mock), is_drawn=False)
        if self.mock.is_over or not self.is_active:
            return
        now = self.bench.desk.now()
        if minutes := warning_minutes(self.mock, self._looked, now):
            self.notify(text("mock.time_left", self.language, minutes=minutes), markup=False)
        self._looked = now
        self._show_head()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the options that there are."""
        if not super().check_action(action, parameters):
            return False
        if action == "choose":
            number = parameters[0] if parameters else 0
            count = self.mock.exercises[self.mock.place].key_count
            return isinstance(number, int) and number <= count
        return True

    def action_choose(self, number: int) -> None:
        """Choose an option; 0 takes the choice back."""
        with self.errors_shown():
            self._become(self.bench.desk.mocks.choose(self.mock, number or None))

    def action_turn(self, direction: int) -> None:
        """Turn to the next 小問 or the one before."""
        place = (self.mock.place + direction) % len(self.mock.slots)
        self._go(place)

    def action_flag(self) -> None:
        """Set the flag, or take it away."""
        with self.errors_shown():
            self._become(self.bench.desk.mocks.flag(self.mock))

    def action_grid(self) -> None:
        """Open the grid of all 小問."""
        self.app.push_screen(GridScreen(self.bench, self.mock), self._go_if_chosen)

    def action_hand_in(self) -> None:
        """Ask before handing in."""
        self.app.push_screen(HandInScreen(self.bench, self.mock), self._hand_in_if_sure)

    def action_leave(self) -> None:
        """Leave; the clock goes on, and so does the mock when one comes back in time."""
        self.dismiss()

    def action_scroll(self, direction: int) -> None:
        """Move the page."""
        view = self.query_one(VerticalScroll)
        view.scroll_relative(y=2 * direction, animate=False, immediate=True)

    def _go_if_chosen(self, place: int | None) -> None:
        if place is not None:
            self._go(place)

    def _go(self, place: int) -> None:
        with self.errors_shown():
            self._become(self.bench.desk.mocks.go(self.mock, place))
            self.query_one(VerticalScroll).scroll_home(animate=False, immediate=True)

    def _hand_in_if_sure(self, is_sure: bool | None) -> None:  # noqa: FBT001, a callback
        if is_sure:
            with self.errors_shown():
                self._become(self.bench.desk.mocks.hand_in(self.mock))

    def _become(self, mock: Mock, *, is_drawn: bool = True) -> None:
        was_over, self.mock = self.mock.is_over, mock
        if mock.is_over and not was_over:
            if mock.ending is not None and mock.ending.value == "time_up":
                self.notify(text("mock.time_up", self.language), timeout=8, markup=False)
            self.app.switch_screen(MockResultScreen(self.bench, mock))
        elif is_drawn:
            self.show()

    def _show_head(self) -> None:
        title = plan_title(self.bench, self.mock.preset)
        now = self.bench.desk.now()
        self.query_one("#progress", LineView).line = mock_position(self.mock, title, self.language)
        self.query_one("#subject", LineView).line = mock_status(self.mock, now, self.language)


class GridScreen(QuizScreen[int | None]):
    """All 小問 at a glance; digits and Enter go to one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"digit({n})", "key.choose", show=False) for n in range(10)),
        Binding("enter", "go", "key.go", key_display="Enter"),
        Binding("escape,g,q", "close", "key.close", key_display="Esc"),
    ]

    def __init__(self, bench: Bench, mock: Mock) -> None:
        super().__init__(bench)
        self._mock = mock
        self._typed = ""

    def compose_page(self) -> ComposeResult:
        """Yield the grid."""
        yield LineView(classes="title")
        with VerticalScroll():
            yield DocumentView(id="document")

    def show(self) -> None:
        """Show the grid and the number typed so far."""
        words = text("mock.go_to", self.language, number=self._typed or "–")
        self.query_one(".title", LineView).line = (Span(words, Style.STRONG),)
        document = grid_document(self._mock, self.language)
        self.query_one("#document", DocumentView).document = document

    def action_digit(self, digit: int) -> None:
        """Type a digit of the number."""
        self._typed = f"{self._typed}{digit}"[-3:]
        self.show()

    def action_go(self) -> None:
        """Go to the number typed."""
        number = int(self._typed or 0)
        self.dismiss(number - 1 if 1 <= number <= len(self._mock.slots) else None)

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)


class HandInScreen(QuizScreen[bool]):
    """Asks before the paper goes in, naming what is unanswered."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "answer(True)", "key.hand_in", key_display="Enter"),
        Binding("escape,q", "answer(False)", "key.close", key_display="Esc"),
    ]

    def __init__(self, bench: Bench, mock: Mock) -> None:
        super().__init__(bench)
        self._mock = mock

    def compose_page(self) -> ComposeResult:
        """Yield the question."""
        with VerticalScroll():
            yield DocumentView(id="document")

    def show(self) -> None:
        """Show the question."""
        document = hand_in_document(self._mock, self.language)
        self.query_one("#document", DocumentView).document = document

    def action_answer(self, is_sure: bool) -> None:  # noqa: FBT001, the binding's own argument
        """Answer the question."""
        self.dismiss(is_sure)


class MockResultScreen(QuizScreen[None]):
    """The result, and then every 小問 with its explanation."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,enter,n", "turn(1)", "key.one_by_one", key_display="Enter"),
        Binding("left,p", "turn(-1)", "key.preceding", key_display="←"),
        Binding("t", "drill_misses", "key.drill_misses", key_display="t"),
        Binding("escape,q", "close", "key.close", key_display="Esc"),
    ]

    def __init__(self, bench: Bench, mock: Mock) -> None:
        super().__init__(bench)
        self._mock = mock
        self._place = -1

    def compose_page(self) -> ComposeResult:
        """Yield the page."""
        yield LineView(classes="title")
        with VerticalScroll():
            yield DocumentView(id="document")

    def show(self) -> None:
        """Show the result, or the 小問 that is looked at."""
        title = plan_title(self.bench, self._mock.preset)
        place, total = self._place, len(self._mock.slots)
        head = title if place < 0 else f"{title}   {place + 1} / {total}"
        self.query_one(".title", LineView).line = (Span(head, Style.STRONG),)
        if place < 0:
            earlier = self.bench.desk.mocks.earlier(self._mock)
            document = result_document(self._mock, earlier, title, self.language)
        else:
            document = part_document(self._mock, place, self.language)
        self.query_one("#document", DocumentView).document = document
        self.query_one(VerticalScroll).scroll_home(animate=False, immediate=True)

    def action_turn(self, direction: int) -> None:
        """Look at the next 小問, or the one before; the result comes first."""
        self._place = max(-1, min(len(self._mock.slots) - 1, self._place + direction))
        self.show()

    def action_drill_misses(self) -> None:
        """Put what was missed into tomorrow's drill."""
        with self.errors_shown():
            count = self.bench.desk.mocks.drill_misses(self._mock)
            words = text("mock.misses_due", self.language, count=count)
            self.notify(words, timeout=4, markup=False)

    def action_close(self) -> None:
        """Go back home."""
        self.dismiss()


def plan_title(bench: Bench, preset: str) -> str:
    """Return the name of a quiz in the present language."""
    plans: tuple[Blueprint, ...] = shipped_blueprints()
    titles = (plan.title.in_language(bench.language) for plan in plans if plan.id == preset)
    return next(titles, preset)
