"""What every screen works with."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from quizdeck.banks.shelf import Shelf
from quizdeck.desk.appearance import Appearance, SettingName, Value, appearance_in
from quizdeck.desk.desk import Desk
from quizdeck.desk.places import Home, exam_day_in, save_settings
from quizdeck.desk.settings import limits_in
from quizdeck.optimizers.notations import BOOK, NOTATIONS, Notation
from quizdeck.text import Language


@dataclass
class Bench:
    """The desk, the place of the settings, and in which language and letters all is shown.

    ``entries`` are the settings as they were read, with what has been set since.
    """

    desk: Desk
    home: Home
    language: Language
    bank_faults: int = 0
    notation: Notation = BOOK
    entries: Mapping[str, object] = field(default_factory=dict)

    @property
    def shelf(self) -> Shelf | None:
        """Return the banks that are watched while the app runs, if any are."""
        return self.desk.deck.shelf

    @property
    def appearance(self) -> Appearance:
        """Return how everything looks."""
        return appearance_in(self.entries)

    def take_over_changes(self) -> bool:
        """Go on with the banks as they are now; return whether any changed."""
        is_changed = self.desk.refresh()
        if is_changed and self.shelf is not None:
            self.bank_faults = self.shelf.faults
        return is_changed

    def set(self, name: SettingName, value: Value) -> None:
        """Let a setting hold from now on, and remember it; raises ``RecordError``."""
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
