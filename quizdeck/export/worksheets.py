"""Problems to print: a worksheet, and its key on a page of its own."""

from collections.abc import Iterable, Iterator
from html import escape

from quizdeck.export.flat_text import flat, flat_formula
from quizdeck.language.catalogue import text
from quizdeck.optimizers.notations import BOOK, Notation
from quizdeck.problems.precision import display
from quizdeck.problems.problem import Problem
from quizdeck.text import Language

_HTML_HEAD = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>
body {{ font-family: serif; line-height: 1.7; max-width: 44em; margin: 2em auto; padding: 0 1em; }}
li {{ margin-bottom: 4em; break-inside: avoid; white-space: pre-line; }}
.key {{ break-before: page; }}
.key li {{ margin-bottom: 1em; }}
small {{ color: #666; }}
</style>
</head>
<body>
<h1>{title}</h1>
"""


def markdown_worksheet(
    problems: Iterable[Problem], language: Language, notation: Notation = BOOK
) -> Iterator[str]:
    """Yield Markdown with LaTeX: all problems, a page break, all answers with their sheets."""
    keys = []
    yield f"# {text('worksheet.title', language)}\n"
    for number, problem in enumerate(problems, start=1):
        yield f"{number}. `{problem.variant}`\n"
        yield f"{problem.prompt_in(notation).in_language(language)}\n"
        keys.append(_markdown_key(number, problem, language, notation))
    yield '<div style="page-break-after: always"></div>\n'
    yield f"# {text('worksheet.key', language)}\n"
    yield from keys


def html_worksheet(
    problems: Iterable[Problem], language: Language, notation: Notation = BOOK
) -> Iterator[str]:
    """Yield one HTML page without scripts or foreign files; the key begins on a new sheet."""
    title, key_title = text("worksheet.title", language), text("worksheet.key", language)
    keys = []
    yield _HTML_HEAD.format(language=language.value, title=escape(title)) + "<ol>"
    for problem in problems:
        prompt = escape(flat(problem.prompt_in(notation).in_language(language)))
        yield f"<li>{prompt} <small>{escape(problem.variant)}</small></li>"
        keys.append(_html_key(problem, language, notation))
    yield f'</ol>\n<section class="key">\n<h1>{escape(key_title)}</h1>\n<ol>'
    yield from keys
    yield "</ol>\n</section>\n</body>\n</html>"


def _answer(problem: Problem, language: Language) -> str:
    answer = display(problem.answer, problem.precision)
    return text("generate.answer", language, answer=answer)


def _markdown_key(number: int, problem: Problem, language: Language, notation: Notation) -> str:
    lines = "\n".join(f"$$ {line.latex} $$" for line in problem.sheet_in(notation))
    return f"{number}. {_answer(problem, language)}\n\n{lines}\n"


def _html_key(problem: Problem, language: Language, notation: Notation) -> str:
    lines = "\n".join(flat_formula(line.latex) for line in problem.sheet_in(notation))
    return f"<li><b>{escape(_answer(problem, language))}</b>\n{escape(lines)}</li>"
