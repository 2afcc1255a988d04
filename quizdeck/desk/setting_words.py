"""The settings in words: how each is called, what its values are called, and what it does."""

from quizdeck.desk.appearance import SettingName
from quizdeck.desk.settings import KINDS, Choice, Number
from quizdeck.language.catalogue import text
from quizdeck.optimizers.notations import NOTATIONS
from quizdeck.present.blocks import Document, Gap, Paragraph
from quizdeck.present.rows import padded
from quizdeck.present.spans import Line, Span, Style
from quizdeck.text import Language, cell_width

# numbers that mean that there is no limit, or that nothing is wanted
_ZERO = {SettingName.NEW_A_DAY: "settings.none_new", SettingName.MINUTES: "settings.no_limit"}


def setting_row(name: SettingName, value: str, language: Language, *, days: int | None) -> Line:
    """Return a setting and its value; ``days`` is how far off the exam is, for its date."""
    names = [text(f"settings.{each}", language) for each in SettingName]
    front = padded(text(f"settings.{name}", language), max(map(cell_width, names)) + 3)
    far = name is SettingName.EXAM and days is not None and days >= 0
    note = text("home.exam", language, days=days) if far else ""
    return (front, Span(value_words(name, value, language), Style.STRONG), Span(f"   {note}"))


def value_words(name: SettingName, value: str, language: Language) -> str:
    """Return what a value is called."""
    match name:
        case SettingName.LANGUAGE:
            return text(f"language.{value}", language)
        case SettingName.NOTATION:
            named = next(notation for notation in NOTATIONS if notation.id == value)
            return named.name.in_language(language)
        case SettingName.THEME:
            return text(f"theme.{value}", language)
        case SettingName.MATH_STYLE:
            return text(f"math_style.{value}", language)
        case SettingName.CALM:
            return text(f"calm.{value}", language)
        case SettingName.EXAM:
            return value or text("settings.no_exam", language)
        case _ if value == "0":
            return text(_ZERO[name], language)
        case _:
            return value


def setting_document(name: SettingName, language: Language) -> Document:
    """Return what a setting does and what it may be."""
    about = Paragraph((Span(text(f"settings.about.{name}", language)),))
    return (about, Gap(), Paragraph((Span(_allowed(name, language), Style.MUTED),)))


def _allowed(name: SettingName, language: Language) -> str:
    match KINDS[name]:
        case Choice():
            return text("settings.choose", language)
        case Number(least, most, usual):
            return text("settings.number", language, least=least, most=most, usual=usual)
        case _:
            return text("settings.day", language)
