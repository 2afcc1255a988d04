"""How editors are told where to go."""

from pathlib import Path

import pytest

from quizdeck.desk.editing import editor_command

PLACE = Path("/banks/my bank.yaml")


@pytest.mark.parametrize(
    ("editor", "expected"),
    [
        ("nano", ("nano", "+42", "/banks/my bank.yaml")),
        ("emacs -nw", ("emacs", "-nw", "+42", "/banks/my bank.yaml")),
        ("/usr/bin/vim", ("/usr/bin/vim", "+42", "/banks/my bank.yaml")),
        ("code", ("code", "--wait", "-g", "/banks/my bank.yaml:42")),
        ("code --wait", ("code", "--wait", "-g", "/banks/my bank.yaml:42")),
        ("hx", ("hx", "/banks/my bank.yaml:42")),
        ('"/opt/my editor/vim"', ("/opt/my editor/vim", "+42", "/banks/my bank.yaml")),
        ("vim 'half", ("vim", "'half", "+42", "/banks/my bank.yaml")),
    ],
)
def test_an_editor_opens_the_file_at_the_line(editor: str, expected: tuple[str, ...]) -> None:
    assert editor_command({"EDITOR": editor}, lambda _: None, PLACE, 42) == expected


def test_the_variable_that_is_meant_most_wins() -> None:
    environment = {"EDITOR": "nano", "VISUAL": "vim", "QUIZDECK_EDITOR": ""}
    command = editor_command(environment, lambda _: None, PLACE, 1)
    assert command is not None
    assert command[0] == "vim"


def test_without_a_variable_a_usual_editor_is_taken_if_there_is_one() -> None:
    command = editor_command({}, lambda name: name if name == "vi" else None, PLACE, 7)
    assert command == ("vi", "+7", str(PLACE))
    assert editor_command({}, lambda _: None, PLACE, 7) is None
