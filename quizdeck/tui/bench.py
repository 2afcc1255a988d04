"""What every screen works with."""

from dataclasses import dataclass

from quizdeck.desk.desk import Desk
from quizdeck.desk.places import Home, save_language
from quizdeck.text import Language


@dataclass
class Bench:
    """The desk, the place of the settings, and the language that everything is shown in."""

    desk: Desk
    home: Home
    language: Language
    bank_faults: int = 0

    def switch_language(self) -> None:
        """Go over to the other language and remember it; raises ``RecordError``."""
        is_japanese = self.language is Language.JAPANESE
        self.language = Language.ENGLISH if is_japanese else Language.JAPANESE
        save_language(self.home, self.language)
