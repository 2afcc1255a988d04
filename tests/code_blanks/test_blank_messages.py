"""The messages about code blanks and the code that says them agree."""

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

import quizdeck.code_blanks
from quizdeck.language.code_blanks import BLANKS

FOLDER = Path(quizdeck.code_blanks.__file__).parent


def keys_in_code() -> set[str]:
    trees = [
        ast.parse(path.read_text(encoding="utf-8"))
        for path in FOLDER.rglob("*.py")
        if path.name != "messages.py"
    ]
    literals = {
        node.value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return {literal for literal in literals if re.fullmatch(r"blank\.[a-z_]+", literal)}


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def test_every_message_is_said_and_every_key_has_one() -> None:
    assert keys_in_code() == set(BLANKS)


@pytest.mark.parametrize("key", BLANKS)
def test_a_message_says_the_same_in_both_languages(key: str) -> None:
    entry = BLANKS[key]
    assert placeholders(entry.ja) == placeholders(entry.en)
    assert re.search("[\u3040-\u30ff\u4e00-\u9fff]", entry.ja)
    assert not re.search("[\u3040-\u30ff\u4e00-\u9fff]", entry.en)
