"""What every screen works with."""

from dataclasses import dataclass, replace
from typing import Any

from quizdeck.banks.shelf import Shelf
from quizdeck.desk.desk import Desk
from quizdeck.desk.places import Home, save_settings
from quizdeck.desk.settings import USUAL_APPEARANCE, Appearance
from quizdeck.optimizers.notations import BOOK, NOTATIONS, Notation
from quizdeck.text import Language


@dataclass
class Bench:
    """The desk, the place of the settings, and in which language and letters all is shown."""

    desk: Desk
    home: Home
    language: Language
    bank_faults: int = 0
    notation: Notation = BOOK
    appearance: Appearance = USUAL_APPEARANCE

    @property
    def shelf(self) -> Shelf | None:
        """Return the banks that are watched while the app runs, if any are."""
        return self.desk.deck.shelf

    def take_over_changes(self) -> bool:
        """Go on with the banks as they are now; return whether any changed."""
        is_changed = self.desk.refresh()
        if is_changed and self.shelf is not None:
            self.bank_faults = self.shelf.faults
        return is_changed

    def switch_language(self) -> None:
        """Go over to the other language and remember it; raises ``RecordError``."""
        is_japanese = self.language is Language.JAPANESE
        self.language = Language.ENGLISH if is_japanese else Language.JAPANESE
        save_settings(self.home, language=self.language)

    def set_appearance(self, **changed: Any) -> None:  # noqa: ANN401, the fields of an appearance
        """Look otherwise and remember it; raises ``RecordError``."""
        self.appearance = replace(self.appearance, **changed)
        looks = self.appearance
        save_settings(
            self.home,
            theme=looks.theme.value,
            math_style=looks.math_style.value,
            calm=looks.is_calm,
        )

    def switch_notation(self) -> None:
        """Go over to the next notation and remember it; raises ``RecordError``."""
        place = NOTATIONS.index(self.notation)
        self.notation = NOTATIONS[(place + 1) % len(NOTATIONS)]
        save_settings(self.home, notation=self.notation.id)
