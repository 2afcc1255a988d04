"""The bank format as data: every kind of question, every key, and what stands under it.

The loader reads by these shapes and ``quizdeck schema`` prints them, so the two cannot disagree.
"""

import re

from quizdeck.banks.alternatives import ByKind, Named, Variants
from quizdeck.banks.checking import MARKS
from quizdeck.banks.claims import Change
from quizdeck.banks.question import QuestionKind
from quizdeck.banks.shapes import (
    Figure,
    Line,
    ListOf,
    MapOf,
    OneOf,
    Prose,
    Record,
    Shape,
    Truth,
    Whole,
    Word,
)
from quizdeck.code_blanks.runs import Draw
from quizdeck.optimizers.rates import RANGES

FORMAT_VERSION = 1
TAGS = ("formula", "word", "concept", "code", "notation", "numeric")

_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_QUESTION_ID = Word(re.compile(rf"{_SLUG}(?:/{_SLUG})+"), "banks.bad_id")
_PART_ID = Word(re.compile(_SLUG), "banks.bad_blank_id")
_ITEM_ID = Word(re.compile(rf"{_SLUG}(?:/{_SLUG})+(?:#{_SLUG})?"), "banks.bad_id")
SLUG = Word(re.compile(_SLUG), "banks.bad_blank_id")

_TEXT = Word()
_PROSE = Prose()
_IN_LINE = Prose(is_inline=True)

# What an option, a number or a typed line that is wrong says of itself: reason or slip.
_REASON: dict[str, Shape] = {"why": _IN_LINE, "slip": _TEXT}
_EITHER = tuple(_REASON)

_OPTION = Named("option", Record({"text": Line()}, {"correct": Truth(), **_REASON}, _EITHER))
_WRONG_NUMBER = Named("wrong-number", Record({"value": Figure()}, _REASON, _EITHER))
_WRONG_LINE = Named("wrong-line", Record({"text": _TEXT}, _REASON, _EITHER))
_STEP = Named(
    "step",
    Variants((("any", Record({"any": ListOf(Line())})), ("text", Record({"text": Line()})))),
)

_RATES: dict[str, Shape] = {name: Figure() for name in RANGES}
_WALK: dict[str, Shape] = {
    "method": _TEXT,
    "grads": ListOf(Figure()),
    "constant": Figure(),
    "random": Whole(1, 1000),
    "objective": _TEXT,
    "steps": Whole(1, 1000),
    "theta": Figure(),
    **_RATES,
}
_ABOUT: dict[str, Shape] = {"method": _TEXT, "quantity": _TEXT}
_AT = Whole(1, 1000)
_CLAIM = Named(
    "claim",
    Variants(
        (
            ("formula", Record({"formula": _TEXT, "is": Figure()})),
            ("is", Record({**_ABOUT, "at": _AT, "is": Figure()}, _WALK)),
            ("never", Record({**_ABOUT, "never": OneOf(tuple(Change))}, _WALK)),
            ("below", Record({**_ABOUT, "below": _TEXT}, _WALK)),
            ("least-at", Record({**_ABOUT, "least-at": _AT}, _WALK)),
            ("greatest-at", Record({**_ABOUT, "greatest-at": _AT}, _WALK)),
        )
    ),
)

_DRAWS = MapOf(OneOf(tuple(Draw)))
_OPTIMIZER_RUN: dict[str, Shape] = {
    "settings": MapOf(Figure()),
    "compare": MapOf(_TEXT),
    "reference": _TEXT,
    "reference-settings": MapOf(Figure()),
    "method": _TEXT,
}
_RUN = Named(
    "run",
    Variants(
        (
            ("function", Record({"function": _TEXT, "arguments": _DRAWS})),
            ("inputs", Record({"inputs": _DRAWS, "results": ListOf(_TEXT)}, {"prelude": _TEXT})),
            ("class", Record({"class": _TEXT}, _OPTIMIZER_RUN)),
        )
    ),
)

_HEAD: dict[str, Shape] = {
    "id": _QUESTION_ID,
    "kind": OneOf(tuple(QuestionKind)),
    "level": Whole(1, 5),
    "tags": ListOf(OneOf(TAGS)),
}
_MORE: dict[str, Shape] = {
    "source": Line(),
    "topic": SLUG,
    "needs": ListOf(_ITEM_ID),
    "formerly": ListOf(_ITEM_ID),
    "verify": ListOf(_CLAIM),
}

_CHOICE: dict[str, Shape] = {"options": ListOf(_OPTION), "explanation": _PROSE}
_UNSUITABLE: dict[str, Shape] = {"unsuitable": Truth()}
_FIXED_NUMBER: dict[str, Shape] = {"answer": Figure(), "explanation": _PROSE}
_FIXED_MORE: dict[str, Shape] = {
    "figures": Whole(1, 12),
    "places": Whole(0, 12),
    "wrong": ListOf(_WRONG_NUMBER),
}
_SKILL_NUMBER: dict[str, Shape] = {"skill": _TEXT}
_SKILL_MORE: dict[str, Shape] = {
    "seed": Whole(0, 10**6),
    "pins": Record({}, {**_RATES, "t": Whole(1, 1000)}),
    "explanation": _PROSE,
}
_ORDER: dict[str, Shape] = {"steps": ListOf(_STEP), "explanation": _PROSE}


def _part_forms(
    head: dict[str, Shape], more: dict[str, Shape], *, prompt: dict[str, Shape]
) -> dict[str, Record | Variants]:
    """Return the forms of what can be asked by itself, whole questions or parts of a group."""
    choice = Record({**head, **prompt, **_CHOICE}, {**more, **_UNSUITABLE})
    by_skill = Record({**head, **_SKILL_NUMBER}, {**more, **prompt, **_SKILL_MORE})
    fixed = Record({**head, **prompt, **_FIXED_NUMBER}, {**more, **_FIXED_MORE})
    return {
        QuestionKind.CHOICE: choice,
        QuestionKind.CHOOSE_ALL: choice,
        QuestionKind.NUMERIC: Variants((("skill", by_skill), ("answer", fixed))),
        QuestionKind.ORDER: Record({**head, **prompt, **_ORDER}, more),
    }


_PROMPT: dict[str, Shape] = {"prompt": _PROSE}
_BLANK_HEAD: dict[str, Shape] = {"id": _PART_ID, "mark": OneOf(tuple(MARKS))}
_BLANK = Named(
    "blank",
    Variants(
        (
            (
                "answer",
                Record(
                    {**_BLANK_HEAD, "answer": _TEXT, "explanation": _PROSE},
                    {**_PROMPT, "wrong": ListOf(_WRONG_LINE)},
                ),
            ),
            ("options", Record({**_BLANK_HEAD, **_CHOICE}, {**_PROMPT, **_UNSUITABLE})),
        )
    ),
)
_PART_KINDS = (
    QuestionKind.CHOICE,
    QuestionKind.CHOOSE_ALL,
    QuestionKind.NUMERIC,
    QuestionKind.ORDER,
)
_PART_HEAD: dict[str, Shape] = {"id": _PART_ID, "kind": OneOf(_PART_KINDS)}
_PART = Named("part", ByKind(_part_forms(_PART_HEAD, {}, prompt=_PROMPT), closed=True))

QUESTION = ByKind(
    {
        **_part_forms(_HEAD, _MORE, prompt=_PROMPT),
        QuestionKind.CODE: Record(
            {**_HEAD, **_PROMPT, "listing": _TEXT, "blanks": ListOf(_BLANK)}, {**_MORE, "run": _RUN}
        ),
        QuestionKind.GROUP: Record(
            {**_HEAD, **_PROMPT, "parts": ListOf(_PART)}, {**_MORE, "listing": _TEXT}
        ),
    }
)
_NAMED_QUESTION = Named("question", QUESTION)

BANK = Record(
    {
        "format": Whole(FORMAT_VERSION, FORMAT_VERSION),
        "bank": _TEXT,
        "title": Line(),
        "questions": ListOf(_NAMED_QUESTION),
    },
    {"source": Line()},
)
NAMED = (
    _NAMED_QUESTION,
    _PART,
    _BLANK,
    _OPTION,
    _WRONG_NUMBER,
    _WRONG_LINE,
    _STEP,
    _CLAIM,
    _RUN,
)
