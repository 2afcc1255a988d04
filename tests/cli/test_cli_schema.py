import json
from pathlib import Path

from quizdeck.banks.schema import bank_schema
from tests.cli.conftest import Commands


def test_the_schema_is_printed(run: Commands) -> None:
    printed = run("schema")
    assert (printed.code, printed.err) == (0, "")
    assert json.loads(printed.out) == bank_schema()


def test_the_schema_is_written_to_a_file(run: Commands, tmp_path: Path) -> None:
    file = tmp_path / "bank.schema.json"
    written = run("schema", "-o", str(file))
    assert (written.code, written.out) == (0, "")
    assert file.read_text("utf-8") == run("schema").out


def test_a_place_that_cannot_be_written_is_named(run: Commands, tmp_path: Path) -> None:
    refused = run("schema", "-o", str(tmp_path), "--lang", "en")
    assert refused.code == 3
    assert str(tmp_path) in refused.err
