"""The one function that looks a text up."""

from quizdeck.errors import QuizdeckError
from quizdeck.language.answers import ANSWERS
from quizdeck.language.bank_checks import CHECKS
from quizdeck.language.banks import BANKS
from quizdeck.language.browser import BROWSER
from quizdeck.language.code_blanks import BLANKS
from quizdeck.language.commands import COMMANDS
from quizdeck.language.explorer import EXPLORER
from quizdeck.language.general import GENERAL
from quizdeck.language.keys import KEYS
from quizdeck.language.mathematics import MATHEMATICS
from quizdeck.language.mock import MOCK
from quizdeck.language.notebook import NOTEBOOK
from quizdeck.language.plain import PLAIN
from quizdeck.language.record import RECORD
from quizdeck.language.screens import SCREENS
from quizdeck.language.serve import SERVE
from quizdeck.language.session import SESSION
from quizdeck.language.settings import SETTINGS
from quizdeck.language.statistics import STATISTICS
from quizdeck.language.tour import TOUR
from quizdeck.text import Language, Localized

CATALOGUE: dict[str, Localized] = {
    **ANSWERS,
    **BANKS,
    **BLANKS,
    **BROWSER,
    **CHECKS,
    **COMMANDS,
    **EXPLORER,
    **GENERAL,
    **KEYS,
    **MATHEMATICS,
    **MOCK,
    **NOTEBOOK,
    **PLAIN,
    **RECORD,
    **SCREENS,
    **SERVE,
    **SESSION,
    **SETTINGS,
    **STATISTICS,
    **TOUR,
}


def text(key: str, language: Language, /, **details: object) -> str:
    """Return the text of ``key``, its placeholders filled; raises ``KeyError`` for an unknown one."""
    return CATALOGUE[key].in_language(language).format(**details)


def error_text(error: QuizdeckError, language: Language) -> str:
    """Return what happened, in the person's language."""
    return text(error.key, language, **error.details)
