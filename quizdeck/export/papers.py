"""A mock quiz on paper: the questions, and the key with explanations on pages of its own."""

from collections.abc import Iterator, Sequence
from html import escape

from quizdeck.banks.blueprints import Blueprint
from quizdeck.language.catalogue import text
from quizdeck.present.blocks import laid_out
from quizdeck.present.exercise import exercise_document
from quizdeck.present.judged import judged
from quizdeck.present.rich_text import blocks
from quizdeck.present.spans import plain_text
from quizdeck.study.exercise import AuthoredExercise, Exercise
from quizdeck.text import Language

_WIDTH = 88
_HEAD = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>
body {{ font-family: "Noto Sans Mono CJK JP", monospace; max-width: 56rem; margin: 2rem auto; }}
pre {{ white-space: pre-wrap; font-family: inherit; break-inside: avoid; }}
.key {{ break-before: page; }}
</style>
</head>
<body>
<h1>{title}</h1>"""


def markdown_paper(
    plan: Blueprint, seed: int, exercises: Sequence[Exercise], language: Language
) -> Iterator[str]:
    """Yield Markdown: the paper, a page break, the key."""
    yield f"# {_title(plan, seed, language)}\n"
    for number, exercise in enumerate(exercises, start=1):
        yield f"## {number}\n\n```text\n{_question(exercise, language)}\n```\n"
    yield '<div style="page-break-after: always"></div>\n'
    yield f"# {text('mock.print_key', language)}\n"
    for number, exercise in enumerate(exercises, start=1):
        yield f"## {number}\n\n```text\n{_key(exercise, language)}\n```\n"


def html_paper(
    plan: Blueprint, seed: int, exercises: Sequence[Exercise], language: Language
) -> Iterator[str]:
    """Yield one HTML page without scripts or foreign files; the key begins on a new page."""
    title = escape(_title(plan, seed, language))
    yield _HEAD.format(language=language.value, title=title)
    for number, exercise in enumerate(exercises, start=1):
        yield f"<h2>{number}</h2>\n<pre>{escape(_question(exercise, language))}</pre>"
    yield f'<section class="key">\n<h1>{escape(text("mock.print_key", language))}</h1>'
    for number, exercise in enumerate(exercises, start=1):
        yield f"<h2>{number}</h2>\n<pre>{escape(_key(exercise, language))}</pre>"
    yield "</section>\n</body>\n</html>"


def _title(plan: Blueprint, seed: int, language: Language) -> str:
    size = text("mock.size", language, parts=plan.parts, minutes=plan.minutes)
    return f"{plan.title.in_language(language)}  {size}  #{seed}"


def _question(exercise: Exercise, language: Language) -> str:
    lines = laid_out(exercise_document(exercise, language), _WIDTH)
    return "\n".join(plain_text(line).rstrip() for line in lines)


def _key(exercise: Exercise, language: Language) -> str:
    document = tuple(judged(exercise, None, language))
    if isinstance(exercise, AuthoredExercise) and exercise.part.explanation:
        document += blocks(exercise.part.explanation.in_language(language))
    lines = laid_out(document, _WIDTH)
    return "\n".join(plain_text(line).rstrip() for line in lines)
