"""What every screen works with."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from quizdeck.desk.appearance import Appearance, SettingName, Value, appearance_in
from quizdeck.desk.places import Home, exam_day_in, save_settings
from quizdeck.optimizers.notations import BOOK, NOTATIONS, Notation
from quizdeck.study.overview import Overview
from quizdeck.text import Language

if TYPE_CHECKING:
    from quizdeck.banks.shelf import Shelf
    from quizdeck.desk.desk import Desk
    from quizdeck.desk.glance import Glance


class Bench:
    """The desk, the place of the settings, and in which language and letters all is shown.

    ``entries`` are the settings as they were read, with what has been set since. ``open_desk``
    gives the desk and how many faults the banks have, once, when either is first asked for; until
    then ``glance`` says what home shows.
    """

    def __init__(
        self,
        open_desk: "Callable[[], tuple[Desk, int]]",
        home: Home,
        language: Language,
        *,
        notation: Notation = BOOK,
        entries: Mapping[str, object] | None = None,
        glance: "Glance | None" = None,
    ) -> None:
        self.home = home
        self.language = language
        self.notation = notation
        self.entries = entries or {}
        self.bank_faults = glance.bank_faults if glance else 0
        self._open_desk = open_desk
        self._glance = glance

    @cached_property
    def desk(self) -> "Desk":
        """Return the desk, opened when it is first asked for; raises ``RecordError``."""
        desk, self.bank_faults = self._open_desk()
        return desk

    @property
    def is_open(self) -> bool:
        """Return whether the desk is there."""
        return "desk" in self.__dict__

    @property
    def shelf(self) -> "Shelf | None":
        """Return the banks that are watched while the app runs, if any are."""
        return self.desk.deck.shelf

    @property
    def appearance(self) -> Appearance:
        """Return how everything looks."""
        return appearance_in(self.entries)

    @property
    def exam_day(self) -> int | None:
        """Return the study day of the exam, None where it has no date."""
        return self.desk.plan.exam_day if self.is_open else exam_day_in(self.entries)

    def overview(self) -> Overview:
        """Return what is to be done today and how it has been going; raises ``RecordError``."""
        if self._glance is not None and not self.is_open:
            return self._glance.overview
        return self.desk.overview()

    def take_over_changes(self) -> bool:
        """Go on with the banks as they are now; return whether any changed."""
        is_changed = self.desk.refresh()
        if is_changed and self.shelf is not None:
            self.bank_faults = self.shelf.faults
        return is_changed

    def set(self, name: SettingName, value: Value) -> None:
        """Let a setting hold from now on, and remember it; raises ``RecordError``."""
        from quizdeck.desk.settings import limits_in  # noqa: PLC0415, not at start-up

        self.entries = {**self.entries, name: value}
        if name is SettingName.LANGUAGE:
            self.language = Language(str(value))
        if name is SettingName.NOTATION:
            self.notation = next(notation for notation in NOTATIONS if notation.id == value)
        self.desk.plan.limits = limits_in(self.entries)
        if name is SettingName.EXAM:
            self.desk.plan.exam_day = exam_day_in(self.entries)
        save_settings(self.home, **{name.value: value})

    def switch_language(self) -> None:
        """Go over to the other language and remember it; raises ``RecordError``."""
        is_japanese = self.language is Language.JAPANESE
        other = Language.ENGLISH if is_japanese else Language.JAPANESE
        self.set(SettingName.LANGUAGE, other.value)

    def switch_notation(self) -> None:
        """Go over to the next notation and remember it; raises ``RecordError``."""
        place = NOTATIONS.index(self.notation)
        self.set(SettingName.NOTATION, NOTATIONS[(place + 1) % len(NOTATIONS)].id)
