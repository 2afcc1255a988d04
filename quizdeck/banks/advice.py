"""What makes a question that can be asked a worse one than it could be.

- An option gives itself away by its length if it is more than half as long again as the longest
  wrong one, or the shortest wrong one as it, and by at least ``_CLEAR_CELLS`` on the screen.
- It does so by its form if it alone is a formula, code, words, or a full sentence.
- Over a bank of at least ``_FEWEST_CHOICES`` choices, the right one should not stand at one place
  of the file in more than ``_MOST_AT_ONE_PLACE`` of them, nor be the longest in so many that
  chance would bring about about once in a thousand banks (three standard deviations).
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import sqrt
from typing import NamedTuple

from quizdeck.banks.near_duplicates import near_duplicates
from quizdeck.banks.question import (
    Bank,
    Choose,
    DrawnNumber,
    Option,
    OrderedSteps,
    Part,
    Question,
)
from quizdeck.banks.remarks import Path, Remark, path_of_part
from quizdeck.expressions.typeset_line import one_line
from quizdeck.text import Language, Localized, cell_width

_CLEARLY_LONGER, _CLEAR_CELLS = 1.5, 8
_FEWEST_CHOICES, _MOST_AT_ONE_PLACE, _MOST_DEVIATIONS = 8, 0.6, 3


class _Choice(NamedTuple):
    """A part with one right option, at the place ``right``, and the widths of all options."""

    question: Question
    path: Path
    options: tuple[Option, ...]
    right: int
    all_widths: Mapping[Language, tuple[int, ...]]

    def widths(self, language: Language) -> tuple[int, tuple[int, ...]]:
        """Return the width of the right option and those of the wrong ones."""
        widths = self.all_widths[language]
        return widths[self.right], widths[: self.right] + widths[self.right + 1 :]


def advice(banks: Sequence[Bank]) -> Iterator[Remark]:
    """Yield everything that could be better in banks that are used together."""
    for bank in banks:
        choices = [choice for question in bank.questions for choice in _choices(question)]
        for choice in choices:
            yield from _of_length(choice)
            yield from _of_form(choice)
        yield from _of_bank(bank, choices)
        yield from _of_source(bank)
    yield from _of_repetition([question for bank in banks for question in bank.questions])


def _choices(question: Question) -> Iterator[_Choice]:
    for place, part in enumerate(question.parts):
        match part.task:
            case Choose(options, takes_all=False):
                right = next(at for at, option in enumerate(options) if option.is_correct)
                widths = {
                    language: tuple(shown_width(o.text.in_language(language)) for o in options)
                    for language in Language
                }
                path = path_of_part(question, place)
                yield _Choice(question, path, options, right, widths)
            case _:
                pass


def _of_length(choice: _Choice) -> Iterator[Remark]:
    for language in Language:
        right, wrong = choice.widths(language)
        for key, long, short in (
            ("banks.right_longest", right, max(wrong)),
            ("banks.right_shortest", min(wrong), right),
        ):
            if long > _CLEARLY_LONGER * short and long - short >= _CLEAR_CELLS:
                other = short if long == right else long
                details = {"language": str(language), "width": right, "other": other}
                yield _about_right(choice, key, details)
                return


def _of_form(choice: _Choice) -> Iterator[Remark]:
    forms = [_form(option.text.ja) for option in choice.options]
    own = forms.pop(choice.right)
    if len(set(forms)) == 1 and own != forms[0]:
        yield _about_right(choice, "banks.right_stands_out", {})


def _about_right(choice: _Choice, key: str, details: dict[str, object]) -> Remark:
    path = (*choice.path, "options", choice.right)
    return Remark(choice.question, path, key, details, is_advice=True)


_SPAN = re.compile(r"\$\$(?P<display>[^$]+)\$\$|\$(?P<inline>[^$\n]+)\$|`(?P<code>[^`\n]+)`|\*\*")


def shown_width(text: str) -> int:
    """Return how many cells a text takes whose formulas are set on one line."""

    def shown(span: re.Match[str]) -> str:
        latex = span["display"] or span["inline"]
        return one_line(latex) if latex else span["code"] or ""

    return cell_width(_SPAN.sub(shown, text))


def _form(text: str) -> tuple[str, bool]:
    """Return whether a text is a formula, code or has words, and whether it is a sentence."""
    code, formula = re.fullmatch(r"`[^`]+`", text), re.fullmatch(r"\$[^$]+\$", text)
    kind = "code" if code else "formula" if formula else "words"
    return kind, text.endswith(("。", "."))


def _of_bank(bank: Bank, choices: Sequence[_Choice]) -> Iterator[Remark]:
    if len(choices) < _FEWEST_CHOICES:
        return
    place, count = Counter(choice.right for choice in choices).most_common(1)[0]
    if count > _MOST_AT_ONE_PLACE * len(choices):
        found = {"place": place + 1, "count": count, "all": len(choices)}
        yield Remark(bank, (), "banks.right_at_one_place", found, is_advice=True)
    for language in Language:
        widths = (choice.widths(language) for choice in choices)
        longest = sum(right > max(wrong) for right, wrong in widths)
        chances = [1 / len(choice.options) for choice in choices]
        deviation = sqrt(sum(chance * (1 - chance) for chance in chances))
        if longest > sum(chances) + _MOST_DEVIATIONS * deviation:
            details = {"language": str(language), "count": longest, "all": len(choices)}
            yield Remark(bank, (), "banks.right_often_longest", details, is_advice=True)
            return


def _of_source(bank: Bank) -> Iterator[Remark]:
    lacking = [question for question in bank.questions if question.source is None]
    # a bank that names none at all is told once
    about = [bank] if len(lacking) == len(bank.questions) else lacking
    return (Remark(at, (), "banks.no_source", is_advice=True) for at in about)


def _of_repetition(questions: Sequence[Question]) -> Iterator[Remark]:
    for place, first in near_duplicates([_wording(question) for question in questions]):
        earlier = questions[first]
        details = {"id": earlier.id, "first": str(earlier.place)}
        yield Remark(questions[place], (), "banks.near_duplicate", details, is_advice=True)


def _wording(question: Question) -> str:
    """Return all that a question asks, in both languages."""
    shown = [question.prompt, *(text for part in question.parts for text in _asked(part))]
    lines = [line for text in shown if text for line in (text.ja, text.en)]
    return "\n".join([*lines, question.listing or ""])


def _asked(part: Part) -> Iterator[Localized | None]:
    yield part.prompt
    match part.task:
        case Choose(options):
            yield from (option.text for option in options)
        case OrderedSteps() as ordered:
            yield from ordered.steps
        case DrawnNumber(skill, pins, seed):
            numbers = " ".join(f"{name} {value}" for name, value in pins)
            yield Localized(f"{skill} {numbers}", f"{seed}")
        case _:
            pass
