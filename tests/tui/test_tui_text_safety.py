"""No text of a bank, a person or an exception is ever taken for markup or sent to the terminal."""

import ast
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

import quizdeck.tui
from quizdeck.banks.question import Bank, Choose, Option, Part, Question
from quizdeck.study.exercise import AuthoredExercise
from quizdeck.study.records import RecordKind
from quizdeck.text import Localized, same_in_both, without_controls
from tests.tui.helpers import (
    Clock,
    Table,
    begin_numeric,
    press,
    rows,
    sample_bank,
    seen,
    session_screen,
    settled,
    shows,
    squeezed,
    until,
    wrong_key,
)

ROOM = Path(quizdeck.tui.__file__).parent

# Everything of Textual that parses a str as markup.
_WIDGETS = """
    Static Label Button Checkbox RadioButton RadioSet Option OptionList Selection SelectionList
    Select Collapsible Tree Tab Tabs TabPane TabbedContent Placeholder DataTable ListItem Toast
    Markdown MarkdownViewer RichLog Log Digits Rule Pretty Link Tooltip
"""
_CALLS = """
    from_markup from_rich_text update add_option add_options set_options add_row add_rows
    add_column add_columns add_leaf add_node set_label write notify visualize
    replace_option_prompt replace_option_prompt_at_index
"""
_CONTENT = "Content assemble Text Segment Strip"
PARSING_WIDGETS = frozenset(_WIDGETS.split())
PARSING_CALLS = frozenset(_CALLS.split())
CONTENT_MAKERS = frozenset(_CONTENT.split())
PARSING_ATTRIBUTES = frozenset({"border_title", "border_subtitle", "tooltip", "label", "prompt"})
DOORS = frozenset({
    "content.py",
    "widgets/document_view.py",
    "widgets/key_footer.py",
    "widgets/lines_view.py",
    "widgets/picture_view.py",
    "widgets/row_list.py",
})  # fmt: skip


def violations(source: str, place: str) -> Iterator[str]:
    """Yield what in a file of the room could let a text be parsed as markup."""
    for node in ast.walk(ast.parse(source)):
        for found in _violations_of(node, is_door=place in DOORS):
            yield f"{place}:{getattr(node, 'lineno', 0)}: {found}"


def _violations_of(node: ast.AST, *, is_door: bool) -> Iterator[str]:
    match node:
        case ast.Call(func=function, keywords=keywords):
            name = _name(function)
            if _parses(name, is_door=is_door) and not _is_switched_off(keywords):
                yield f"{name}(…)"
        case ast.Assign(targets=targets):
            names = (target.attr for target in targets if isinstance(target, ast.Attribute))
            yield from (f".{name} =" for name in names if name in PARSING_ATTRIBUTES)
        case ast.ClassDef(bases=bases):
            yield from (f"({_name(base)})" for base in bases if _name(base) in PARSING_WIDGETS)
        case ast.ImportFrom(module=str(module)) | ast.Import(names=[ast.alias(name=module)]):
            if module.split(".")[0] == "rich" and not is_door:
                yield f"import {module}"
        case ast.FunctionDef(name="render" | "render_line" | "render_lines") if not is_door:
            yield f"def {node.name}"
        case _:
            pass


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Subscript):
        return _name(node.value)
    if isinstance(node, ast.Name):
        return node.id
    name = getattr(node, "attr", "")
    is_of_the_system = isinstance(node, ast.Attribute) and _name(node.value) == "os"
    return f"os.{name}" if is_of_the_system else name


def _parses(name: str, *, is_door: bool) -> bool:
    return name in PARSING_WIDGETS | PARSING_CALLS or (name in CONTENT_MAKERS and not is_door)


def _is_switched_off(keywords: list[ast.keyword]) -> bool:
    return any(
        k.arg == "markup" and isinstance(k.value, ast.Constant) and k.value.value is False
        for k in keywords
    )


def test_foreign_text_has_one_door() -> None:
    files = sorted(ROOM.rglob("*.py"))
    assert len(files) > 8
    found = [
        violation
        for file in files
        for violation in violations(file.read_text("utf-8"), file.relative_to(ROOM).as_posix())
    ]
    assert found == []


@pytest.mark.parametrize(
    "source",
    [
        "yield Static(text)",
        "Label(prompt, id='x')",
        "widgets.Static(text)",
        "self.notify(str(error))",
        "self.notify(message, markup=True)",
        "self.app.notify(message, markup=is_safe)",
        "OptionList(*options)",
        "Option(text)",
        "self.query_one(Foo).update(text)",
        "Content.from_markup(text)",
        "Content(text)",
        "table.add_row(text)",
        "self.border_title = text",
        "widget.tooltip = text",
        "import rich.text",
        "from rich.text import Text",
        "class Prompt(Static): pass",
        "class Prompt(Select[str]): pass",
        "class Prompt(Widget):\n    def render(self): return self.text",
    ],
)
def test_the_door_is_guarded(source: str) -> None:
    assert list(violations(source, "screens/new.py"))


@pytest.mark.parametrize(
    "source", ["self.notify(text, markup=False)", "Static(text, markup=False)", "LineView(id='x')"]
)
def test_safe_ways_pass(source: str) -> None:
    assert not list(violations(source, "screens/new.py"))


NASTY = (
    "[/]",
    "[red]x",
    "[/red]",
    "params[key]",
    "a[i][j]",
    r"\[x]",
    "[$x]",
    "[b",
    "[@click=app.quit]x[/]",
    "[link='x']y",
    "list[int]",
    "a[/b]",
    "\x1b[31mred\x1b[0m",
    "\x1b]0;title\x07",
    "\x9b2Jx",
    "a\u202eb\u200f",
    "a\x00\x08\x7fb",
)


NASTY_FIELDS = ("[/] a[i][j] [b", " ".join(NASTY))


def nasty_bank(nasty: str) -> Bank:
    """Return a bank whose one question holds ``nasty`` in every field that a person sees."""

    def field(name: str) -> Localized:
        return same_in_both(f"{name}:{nasty}")

    sample = sample_bank().questions[1]
    options = tuple(
        Option(field(f"option{i}"), is_correct=i == 2, why=field(f"why{i}")) for i in range(4)
    )
    part = Part(
        id=f"{nasty}/question#blank",
        mark="あ",
        prompt=field("asked"),
        task=Choose(options),
        explanation=field("explained"),
        is_unsuitable=True,
        revision="1",
        answer_revision="1",
        place=sample.place,
    )
    question = Question(
        id=f"{nasty}/question",
        kind=sample.kind,
        bank=f"topic:{nasty[:30]}",
        level=1,
        tags=(nasty,),
        prompt=field("prompt"),
        listing=f"listing:{nasty} = {{{{あ}}}}",
        parts=(part,),
        place=sample.place,
    )
    return Bank(f"topic:{nasty}", field("title"), (question,), sample.place)


@pytest.mark.parametrize("nasty", NASTY_FIELDS, ids=ascii)
async def test_every_field_of_a_question_is_shown_literally(table: Table, nasty: str) -> None:
    table = replace(table, banks=(nasty_bank(nasty),), skills=())
    names = ["prompt", "listing", "asked", *(f"option{i}" for i in range(4))]
    async with table.app().run_test(size=(104, 120), notifications=True) as pilot:
        await shows(pilot, "▸ はじめる")
        await press(pilot, "enter")
        await shows(pilot, f"topic:{nasty[:30]}")
        await shows_literally(pilot, nasty, names)
        assert isinstance(session_screen(pilot.app).session.exercise, AuthoredExercise)
        await press(pilot, wrong_key(pilot.app))
        await shows_literally(pilot, nasty, [*names, "explained", *(f"why{i}" for i in range(4))])
        await press(pilot, "escape")
        await shows(pilot, "中断しました", "prompt:")
        assert_no_controls(await settled(pilot))


async def shows_literally(pilot: Pilot[None], nasty: str, names: Sequence[str]) -> None:
    """Wait until the text of every field stands on the screen."""
    for name in names:
        wanted = squeezed(without_controls(f"{name}:{nasty}"))
        await until(pilot, partial(stands_broken, pilot, wanted), wanted)
    assert_no_controls(await settled(pilot))


def stands_broken(pilot: Pilot[None], text: str) -> bool:
    return text in squeezed(seen(pilot.app))


def assert_no_controls(shown: Sequence[str]) -> None:
    assert [row for row in shown if row != without_controls(row)] == []


def has_refused(pilot: Pilot[None], count: int) -> bool:
    return session_screen(pilot.app).session.retries == count


async def test_what_a_person_types_is_shown_literally(table: Table, clock: Clock) -> None:
    async with table.app().run_test(size=(120, 30)) as pilot:
        await begin_numeric(pilot, clock)
        for count, nasty in enumerate(NASTY, start=1):
            pilot.app.screen.query_one(Input).value = nasty
            await press(pilot, "enter")
            await until(pilot, partial(has_refused, pilot, count), nasty)
            await shows(pilot, f"答え  {without_controls(nasty)}")
            assert_no_controls(rows(pilot.app))
        retries = table.records(RecordKind.RETRY)
        assert [retry.payload["text"] for retry in retries] == list(map(without_controls, NASTY))
