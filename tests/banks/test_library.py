"""Which files are read, and that no file keeps another from being read."""

import os
from pathlib import Path

import pytest

from quizdeck.banks.library import LoadedBanks, load_banks, shipped_banks
from quizdeck.language.catalogue import CATALOGUE


@pytest.fixture
def folder(tmp_path: Path, good_bank: str) -> Path:
    """Give a folder with ``sample.yaml``."""
    folder = tmp_path / "banks"
    folder.mkdir()
    (folder / "sample.yaml").write_text(good_bank, encoding="utf-8")
    return folder


def renamed(bank: str, name: str) -> str:
    """Return the bank under another name, with ids of its own."""
    return bank.replace("sample/", f"{name}/").replace("bank: sample", f"bank: {name}")


def names(loaded: LoadedBanks) -> list[str]:
    return [bank.name for bank in loaded.banks]


def findings(loaded: LoadedBanks) -> list[tuple[str, str]]:
    assert all(finding.key in CATALOGUE for finding in loaded.findings)
    return [(str(finding.place), finding.key) for finding in loaded.findings]


class TestFinding:
    def test_the_shipped_banks_are_there(self) -> None:
        (folder,) = shipped_banks()
        assert (folder / "adam.yaml").is_file()

    def test_a_folder_gives_its_banks_by_name(self, folder: Path, good_bank: str) -> None:
        for name in ("zeta", "alpha"):
            (folder / f"{name}.yaml").write_text(renamed(good_bank, name), encoding="utf-8")
        assert names(load_banks([folder])) == ["alpha", "sample", "zeta"]

    def test_other_files_and_deeper_folders_are_let_alone(self, folder: Path) -> None:
        (folder / "deeper").mkdir()
        (folder / "deeper" / "broken.yaml").write_text("[")
        (folder / "notes.txt").write_text("[")
        (folder / ".#sample.yaml").write_text("[")
        loaded = load_banks([folder])
        assert (names(loaded), loaded.findings) == (["sample"], ())

    def test_a_file_named_twice_is_read_once(self, folder: Path) -> None:
        loaded = load_banks([folder, folder / "sample.yaml"])
        assert (names(loaded), loaded.findings) == (["sample"], ())


class TestWhatIsNoBank:
    @pytest.mark.parametrize("name", ["none.yaml", "none.yml", "none"])
    def test_a_missing_file(self, tmp_path: Path, name: str) -> None:
        assert findings(load_banks([tmp_path / name])) == [(f"{name}:1:1", "banks.unreadable")]

    def test_a_folder_with_the_name_of_a_bank(self, folder: Path) -> None:
        (folder / "odd.yaml").mkdir()
        loaded = load_banks([folder])
        assert names(loaded) == ["sample"]
        assert findings(loaded) == [("odd.yaml:1:1", "banks.no_banks")]

    def test_an_empty_folder(self, tmp_path: Path) -> None:
        assert findings(load_banks([tmp_path])) == [(f"{tmp_path.name}:1:1", "banks.no_banks")]

    def test_a_file_with_another_ending(self, folder: Path) -> None:
        (folder / "sample.yaml").rename(folder / "sample.yml")
        loaded = load_banks([folder])
        assert findings(loaded) == [("sample.yml:1:1", "banks.suffix")]
        assert loaded.findings[0].details == {"name": "sample.yaml"}

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes among the files")
    def test_a_pipe_is_not_waited_for(self, folder: Path) -> None:
        os.mkfifo(folder / "pipe.yaml")
        loaded = load_banks([folder])
        assert names(loaded) == ["sample"]
        assert findings(loaded) == [("pipe.yaml:1:1", "banks.not_a_file")]

    @pytest.mark.parametrize(
        ("data", "place"),
        [("あ\nあ".encode("cp932"), "1:1"), ("a: 日本".encode() + b"\xff", "1:6")],
        ids=["another encoding", "a stray byte"],
    )
    def test_bytes_that_are_no_utf8(self, tmp_path: Path, data: bytes, place: str) -> None:
        (tmp_path / "x.yaml").write_bytes(data)
        assert findings(load_banks([tmp_path])) == [(f"x.yaml:{place}", "banks.not_utf8")]


class TestManyBanks:
    def test_a_broken_bank_never_hides_the_others(self, folder: Path, good_bank: str) -> None:
        (folder / "broken.yaml").write_text("format: [1")
        (folder / "zeta.yaml").write_text(renamed(good_bank, "zeta"), encoding="utf-8")
        loaded = load_banks([folder])
        assert names(loaded) == ["sample", "zeta"]
        assert [place.split(":")[0] for place, _ in findings(loaded)] == ["broken.yaml"]

    def test_an_id_belongs_to_the_question_that_has_it_first(
        self, folder: Path, good_bank: str
    ) -> None:
        copy = good_bank.replace("bank: sample", "bank: zeta")
        copy = copy.replace("sample/second-moment", "zeta/second-moment")
        (folder / "zeta.yaml").write_text(copy, encoding="utf-8")
        loaded = load_banks([folder])
        assert [question.id for question in loaded.banks[1].questions] == ["zeta/second-moment"]
        assert [(str(f.place), f.key, f.details) for f in loaded.findings] == [
            (
                f"zeta.yaml:{line}:9",
                "banks.duplicate_id",
                {"id": id_, "first": f"sample.yaml:{line}:9"},
            )
            for line, id_ in [(29, "sample/numpy-class"), (56, "sample/unsuitable-statement")]
        ]

    def test_a_bank_with_no_question_of_its_own_is_left_out(
        self, folder: Path, good_bank: str
    ) -> None:
        copy = good_bank.replace("bank: sample", "bank: zeta")
        (folder / "zeta.yaml").write_text(copy, encoding="utf-8")
        loaded = load_banks([folder])
        assert names(loaded) == ["sample"]
        assert [key for _, key in findings(loaded)] == ["banks.duplicate_id"] * 3

    def test_an_id_is_used_once_inside_a_bank_too(self, folder: Path, good_bank: str) -> None:
        bank = good_bank.replace("id: sample/numpy-class", "id: sample/second-moment")
        (folder / "sample.yaml").write_text(bank, encoding="utf-8")
        assert findings(load_banks([folder])) == [("sample.yaml:29:9", "banks.duplicate_id")]
