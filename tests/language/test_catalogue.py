"""The catalogue and the code agree: every key exists, is used, and gets its placeholders."""

import argparse
import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from string import Formatter

import pytest

import quizdeck
from quizdeck import language
from quizdeck.banks.blueprints import Area
from quizdeck.banks.question import QuestionKind
from quizdeck.cli.arguments import parser_for
from quizdeck.desk.appearance import SettingName, ThemeName
from quizdeck.errors import UsageError
from quizdeck.expressions.math_style import MathStyle
from quizdeck.grading.verdict import GenericSlip, VerdictKind
from quizdeck.language.catalogue import CATALOGUE, error_text, text
from quizdeck.optimizers.walk import Break
from quizdeck.present.key_tables import README_PLACES
from quizdeck.present.statistics_tabs import Page
from quizdeck.problems.precision import PrecisionRule
from quizdeck.record.doctor import Trouble
from quizdeck.record.exchange import Objection
from quizdeck.study.policy import POLICIES
from quizdeck.study.records import Outcome
from quizdeck.study.session import Cause, Confidence
from quizdeck.study.standing import ItemState
from quizdeck.text import Language, Localized, without_controls

SOURCES = Path(quizdeck.__file__).parent


def words_of(module: str) -> Mapping[str, Localized]:
    """Return the one mapping of a module whose name is written in capitals."""
    found = vars(import_module(f"{language.__name__}.{module}"))
    (name,) = (name for name in found if name.isupper() and not name.startswith("_"))
    words: Mapping[str, Localized] = found[name]
    return words


MODULES: Mapping[str, Mapping[str, Localized]] = {
    module.name: words_of(module.name)
    for module in iter_modules(language.__path__)
    if module.name != "catalogue"
}
ROOTS = sorted({key.partition(".")[0] for key in CATALOGUE})
KEY = re.compile(rf"(?:{'|'.join(ROOTS)})(?:\.[a-z_0-9]+)+")
NO_KEYS = {"settings.json", "log.db", "math.sqrt", "screen.to_list", "screen.drop", "screen.submit"}
NO_KEYS_INSIDE = {"banks/schema_notes.py"}  # it speaks of the keys of a bank


def command_names() -> set[str]:
    parser = parser_for(Language.ENGLISH)
    (commands_,) = (a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    return {
        *commands_.choices,
        *(f"log_{name}" for name in ("export", "merge", "backup", "restore", "doctor")),
    }


KINDS = {kind.value for kind in QuestionKind if kind is not QuestionKind.GROUP}

# Keys that are put together in the code, by how they are: every member has to exist.
FAMILIES: Mapping[str, set[str]] = {
    "session.kind.{}": KINDS,
    "session.hint.{}": KINDS,
    "session.{}": {policy.value for policy in POLICIES},
    "feedback.{}": {outcome.value for outcome in Outcome},
    "verdict.{}": {kind.value for kind in VerdictKind},
    "{}.{}": {f"verdict.too_few_digits.{rule}" for rule in PrecisionRule},
    "diagnosis.{}": {slip.value for slip in GenericSlip},
    "confidence.{}": set(Confidence),
    "cause.{}": set(Cause),
    "area.{}": set(Area),
    "key.{}": {"topic", "level", "state"},
    "state.{}": set(ItemState),
    "place.{}": set(map(str, README_PLACES)),
    "explorer.{}": set(Break),
    "path_quiz.why.{}": {"momentum", "adagrad", "adam"},
    "theme.{}": set(ThemeName),
    "stats.page.{}": set(Page),
    "settings.{}": set(SettingName),
    "topic.{}": {"training", "code", "descent", "misconceptions", "notation", "other"},
    "notebook.{}": {"mended", "open"},
    "settings.about.{}": set(SettingName),
    "language.{}": set(Language),
    "math_style.{}": set(MathStyle),
    "calm.{}": {"off", "on"},
    "doctor.{}": set(Trouble),
    "log.objection.{}": set(Objection),
    "command.{}": command_names(),
}


def members() -> set[str]:
    return {
        name if pattern == "{}.{}" else pattern.replace("{}", name)
        for pattern, names in FAMILIES.items()
        for name in names
    }


@cache
def trees() -> Mapping[str, ast.Module]:
    return {
        str(path.relative_to(SOURCES)): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(SOURCES.rglob("*.py"))
        if path.parent.name != "language" and str(path.relative_to(SOURCES)) not in NO_KEYS_INSIDE
    }


def nodes() -> Iterator[ast.AST]:
    for tree in trees().values():
        docstrings = {
            id(first.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
            for first in node.body[:1]
            if isinstance(first, ast.Expr)
        }
        parts = {
            id(part)
            for node in ast.walk(tree)
            if isinstance(node, ast.JoinedStr)
            for part in node.values
        }
        yield from (node for node in ast.walk(tree) if id(node) not in docstrings | parts)


def keys_in_code() -> set[str]:
    """Return every literal that is a key, alone or quoted within a statement of SQL."""
    literals = [
        n.value for n in nodes() if isinstance(n, ast.Constant) and isinstance(n.value, str)
    ]
    whole = {literal for literal in literals if KEY.fullmatch(literal)}
    quoted = {key for literal in literals for key in re.findall(rf"'({KEY.pattern})'", literal)}
    return (whole | quoted) - NO_KEYS


def patterns_in_code() -> set[str]:
    joined = (node for node in nodes() if isinstance(node, ast.JoinedStr))
    patterns = {
        "".join(str(v.value) if isinstance(v, ast.Constant) else "{}" for v in node.values)
        for node in joined
    }
    return {p for p in patterns if re.fullmatch(rf"(?:{'|'.join(ROOTS)})\.[a-z_.{{}}]+", p)}


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def test_no_key_stands_in_two_modules() -> None:
    assert len(CATALOGUE) == sum(map(len, MODULES.values()))
    assert {key: CATALOGUE[key] for entries in MODULES.values() for key in entries} == CATALOGUE


@pytest.mark.parametrize("key", CATALOGUE)
def test_a_text_says_the_same_in_both_languages(key: str) -> None:
    entry = CATALOGUE[key]
    assert placeholders(entry.ja) == placeholders(entry.en)
    for template in (entry.ja, entry.en):
        assert template.strip()
        assert template == without_controls(template)
        assert all(re.fullmatch("[a-z_]+", name) for name in placeholders(template))
        filled = template.format(**dict.fromkeys(placeholders(template), "X"))
        assert filled.strip()


@pytest.mark.parametrize("key", CATALOGUE)
def test_a_sentence_is_in_the_language_it_says(key: str) -> None:
    entry = CATALOGUE[key]
    japanese = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
    if entry.ja != entry.en and len(entry.en.split()) > 4:
        assert japanese.search(entry.ja)
    if key not in {"command.description", "key.language"}:
        assert not japanese.search(entry.en)


def test_every_key_of_the_code_exists() -> None:
    assert keys_in_code() - set(CATALOGUE) == set()


def test_every_family_of_keys_is_known_and_whole() -> None:
    assert patterns_in_code() - set(FAMILIES) == set()
    assert members() - set(CATALOGUE) == set()


def test_no_text_is_left_that_nothing_says() -> None:
    assert set(CATALOGUE) - keys_in_code() - members() == set()


def calls_with_keys() -> Iterator[tuple[str, set[str]]]:
    """Yield the key and the names of the details of every call that spells both out."""
    for node in nodes():
        match node:
            case ast.Call(ast.Name(name), [ast.Constant(str(key)), *_], keywords) if name in {
                "text",
                "Unreadable",
            } or name.endswith("Error"):
                details = {keyword.arg for keyword in keywords}
                if key in CATALOGUE and None not in details:
                    yield key, {str(detail) for detail in details}


def test_every_placeholder_is_filled_where_the_key_is_used() -> None:
    found = list(calls_with_keys())
    assert len(found) > 60
    missing = {
        (key, name) for key, details in found for name in placeholders(CATALOGUE[key].ja) - details
    }
    assert missing == set()


def test_a_text_is_looked_up_and_filled() -> None:
    assert text("due.line", Language.ENGLISH, due=3, new=2, minutes=4, streak=1) == (
        "3 due · 2 new · about 4 min · streak 1 d"
    )


def test_an_unknown_key_is_a_mistake_of_the_program() -> None:
    with pytest.raises(KeyError):
        text("due.nothing", Language.ENGLISH)


@pytest.mark.parametrize("language", Language)
def test_details_are_shown_as_they_are(language: Language) -> None:
    error = UsageError("usage.unknown_topic", topic="{x}[/]%s", known="adam")
    assert "{x}[/]%s" in error_text(error, language)
