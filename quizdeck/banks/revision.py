"""Digests of what a part shows and of its key: how the log knows what has been edited since."""

import json
from dataclasses import replace
from hashlib import sha256

from quizdeck.banks.question import (
    Choose,
    DrawnNumber,
    FixedNumber,
    OrderedSteps,
    Part,
    Task,
    TypedLine,
)
from quizdeck.text import Localized

Json = object


def digest(content: Json) -> str:
    """Return 12 hexadecimal digits of SHA-256 over the canonical JSON of ``content``."""
    canonical = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return sha256(canonical.encode()).hexdigest()[:12]


def revised(part: Part, prompt: Localized | None, listing: str | None) -> Part:
    """Fill in the digests: of everything shown, and of the key alone."""
    shown = [
        [*(_both(prompt) or ()), listing, part.mark, _both(part.prompt), part.is_unsuitable],
        _shown(part.task),
        _both(part.explanation),
    ]
    return replace(part, revision=digest(shown), answer_revision=digest(_key(part.task)))


def _both(text: Localized | None) -> list[str] | None:
    return [text.ja, text.en] if text else None


def _shown(task: Task) -> Json:
    match task:
        case Choose(options):
            return [[o.text.ja, o.text.en, o.is_correct, o.why.ja, o.why.en] for o in options]
        case FixedNumber(answer, precision, wrong):
            reasons = [[w.value.text, w.why.ja, w.why.en] for w in wrong]
            return [answer.text, precision.rule, precision.digits, reasons]
        case DrawnNumber(skill, pins, seed):
            return [skill, [[name, str(value)] for name, value in pins], seed]
        case TypedLine(answer, lines):
            return [answer, [[line.text, line.why.ja, line.why.en] for line in lines]]
        case OrderedSteps(stages):
            return [[_both(step) for step in stage] for stage in stages]


def _key(task: Task) -> Json:
    match task:
        case Choose(options):
            return sorted([o.text.ja, o.text.en] for o in options if o.is_correct)
        case FixedNumber(answer, precision):
            return [answer.text, precision.rule, precision.digits]
        case TypedLine(answer):
            return answer
        case DrawnNumber() | OrderedSteps():
            return _shown(task)
