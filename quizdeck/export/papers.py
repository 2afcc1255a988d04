"""A mock quiz on paper: the questions, and the key with explanations on pages of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape

from quizdeck.banks.blueprints import Blueprint
from quizdeck.language.catalogue import text
from quizdeck.present.blocks import laid_out
from quizdeck.present.exercise import exercise_document
from quizdeck.present.judged import judged
from quizdeck.present.rich_text import blocks
from quizdeck.present.spans import plain_text
from quizdeck.study.exercise import AuthoredExercise, Exercise
from quizdeck.study.paper import Slot
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


Place = tuple[Slot, Exercise]


def markdown_paper(
    plan: Blueprint, seed: int, paper: Sequence[Place], language: Language
) -> Iterator[str]:
    """Yield Markdown: the paper, a page break, the key."""
    yield f"# {_title(plan, seed, language)}\n"
    for heading, number, question in _questions(plan, paper, language):
        if heading:
            yield f"## {heading}\n"
        yield f"### {number}\n\n```text\n{question}\n```\n"
    yield '<div style="page-break-after: always"></div>\n'
    yield f"# {text('mock.print_key', language)}\n"
    for number, (_, exercise) in enumerate(paper, start=1):
        yield f"## {number}\n\n```text\n{_key(exercise, language)}\n```\n"


def html_paper(
    plan: Blueprint, seed: int, paper: Sequence[Place], language: Language
) -> Iterator[str]:
    """Yield one HTML page without scripts or foreign files; the key begins on a new page."""
    title = escape(_title(plan, seed, language))
    yield _HEAD.format(language=language.value, title=title)
    for heading, number, question in _questions(plan, paper, language):
        if heading:
            yield f"<h2>{escape(heading)}</h2>"
        yield f"<h3>{number}</h3>\n<pre>{escape(question)}</pre>"
    yield f'<section class="key">\n<h1>{escape(text("mock.print_key", language))}</h1>'
    for number, (_, exercise) in enumerate(paper, start=1):
        yield f"<h3>{number}</h3>\n<pre>{escape(_key(exercise, language))}</pre>"
    yield "</section>\n</body>\n</html>"


def _questions(
    plan: Blueprint, paper: Sequence[Place], language: Language
) -> Iterator[tuple[str, int, str]]:
    """Yield every 小問 with its number, and before the first of a section the section's name.

    What a group's 小問 share stands above the first of them alone.
    """
    section, question = -1, ""
    for number, (slot, exercise) in enumerate(paper, start=1):
        heading = ""
        if slot.section != section:
            name = plan.sections[slot.section].title.in_language(language)
            heading = text("mock.section", language, section=slot.section + 1, name=name)
        shown = exercise
        if slot.question == question and isinstance(exercise, AuthoredExercise):
            shown = replace(
                exercise, question=replace(exercise.question, prompt=None, listing=None)
            )
        section, question = slot.section, slot.question
        yield heading, number, _question(shown, language)


def _title(plan: Blueprint, seed: int, language: Language) -> str:
    size = text("mock.size", language, parts=plan.parts, minutes=plan.minutes)
    return f"{plan.title.in_language(language)}  {size}  #{seed}"


def _question(exercise: Exercise, language: Language) -> str:
    lines = laid_out(exercise_document(exercise, language), _WIDTH)
    return "\n".join(plain_text(line).rstrip() for line in lines).strip("\n")


def _key(exercise: Exercise, language: Language) -> str:
    document = tuple(judged(exercise, None, language))
    if isinstance(exercise, AuthoredExercise) and exercise.part.explanation:
        document += blocks(exercise.part.explanation.in_language(language))
    lines = laid_out(document, _WIDTH)
    return "\n".join(plain_text(line).rstrip() for line in lines)
