"""The settings: every change holds at once."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Input

from quizdeck.desk.appearance import SettingName, Value
from quizdeck.desk.places import settings_are_damaged
from quizdeck.desk.setting_words import setting_document, setting_row
from quizdeck.desk.settings import (
    KINDS,
    Choice,
    Number,
    number_in,
    understood,
)
from quizdeck.errors import QuizdeckError
from quizdeck.language.catalogue import error_text, text
from quizdeck.present.blocks import Document, Gap, Paragraph
from quizdeck.present.keys import Place
from quizdeck.present.spans import Line, Span, Style
from quizdeck.study.moment import calendar_date
from quizdeck.text import without_controls
from quizdeck.tui.bench import Bench
from quizdeck.tui.bindings import bindings_of
from quizdeck.tui.mathematics import MathApp
from quizdeck.tui.screens.listing import ListScreen
from quizdeck.tui.widgets.answer_field import ValueField
from quizdeck.tui.widgets.document_view import LineView
from quizdeck.tui.widgets.row_list import RowList

_SETTINGS = tuple(SettingName)


class SettingsScreen(ListScreen[None]):
    """A row for each setting; what cannot be chosen is typed into a field below."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.SETTINGS)

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._is_damaged = settings_are_damaged(bench.home)

    def compose_page(self) -> ComposeResult:
        """Yield the list, and the field below it."""
        yield from super().compose_page()
        with Horizontal(id="field"):
            yield LineView(id="label")
            yield ValueField(id="value", select_on_focus=False)
        yield LineView(id="refusal")

    def show(self) -> None:
        """Show every setting as it is now."""
        title = Span(text("settings.title", self.language), Style.STRONG)
        self.query_one(".title", LineView).line = (title,)
        self.fill(len(_SETTINGS))

    def lines(self, first: int, most: int, _width: int) -> Sequence[Line]:
        """Return rows of the list."""
        plan = self.bench.desk.plan
        days = None if plan.exam_day is None else plan.exam_day - self.bench.desk.today()
        return [
            setting_row(name, self._value(name), self.language, days=days)
            for name in _SETTINGS[first : first + most]
        ]

    def detail(self, row: int) -> Document:
        """Return what the setting of a row does."""
        about = setting_document(_SETTINGS[row], self.language)
        if not self._is_damaged:
            return about
        path = str(self.bench.home.settings)
        warning = text("settings.damaged_now", self.language, path=path)
        return (Paragraph((Span(warning, Style.WRONG),)), Gap(), *about)

    @on(RowList.Chosen)
    def action_edit(self) -> None:
        """Type the value, or go on to the next one where there are only a few."""
        if isinstance(KINDS[self._setting], Choice):
            self.action_change(1)
            return
        label = f"{text(f'settings.{self._setting}', self.language)}  "
        self.query_one("#label", LineView).line = (Span(label, Style.STRONG),)
        self.query_one("#refusal", LineView).line = ()
        field = self.query_one(ValueField)
        field.value = self._value(self._setting)
        field.cursor_position = len(field.value)
        self.add_class("-typing")
        self.set_focus(field)

    def action_change(self, direction: int) -> None:
        """Go on to the next value, or back."""
        kind = KINDS[self._setting]
        value = self._value(self._setting)
        match kind:
            case Choice(values):
                place = (values.index(value) + direction) % len(values)
                self._set(understood(self._setting, values[place]))
            case Number(least, most):
                self._set(min(max(int(value) + direction, least), most))
            case _:
                self.action_edit()

    def action_submit(self) -> None:
        """Take what was typed, or say what is allowed and let it be mended."""
        try:
            value = understood(self._setting, self.query_one(Input).value)
        except QuizdeckError as error:
            refusal = without_controls(error_text(error, self.language))
            self.query_one("#refusal", LineView).line = (Span(refusal, Style.WRONG),)
            return
        self.action_drop()
        self._set(value)

    def action_drop(self) -> None:
        """Leave the value as it is."""
        self.remove_class("-typing")
        self.query_one("#refusal", LineView).line = ()
        self.set_focus(None)

    def action_close(self) -> None:
        """Go home."""
        self.dismiss()

    @property
    def _setting(self) -> SettingName:
        return _SETTINGS[self.list.cursor]

    def _value(self, name: SettingName) -> str:
        """Return the value that holds now, as it is typed."""
        bench = self.bench
        looks, exam_day = bench.appearance, bench.desk.plan.exam_day
        values = {
            SettingName.LANGUAGE: bench.language.value,
            SettingName.NOTATION: bench.notation.id,
            SettingName.THEME: looks.theme.value,
            SettingName.MATH_STYLE: looks.math_style.value,
            SettingName.CALM: "on" if looks.is_calm else "off",
            SettingName.EXAM: "" if exam_day is None else calendar_date(exam_day).isoformat(),
        }
        return values[name] if name in values else str(number_in(bench.entries, name))

    def _set(self, value: Value) -> None:
        with self.errors_shown():
            self.bench.set(self._setting, value)
        if isinstance(self.app, MathApp):
            self.app.wear()
        self.show()
        self.refresh_bindings()
