"""Large files are read question by question, with the same result and at the same places."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from quizdeck.banks import reading
from quizdeck.banks.excerpts import read_excerpt
from quizdeck.banks.library import LoadedBanks, load_banks, shipped_banks
from quizdeck.banks.reading import reading_of
from tests.banks.conftest import GOOD_BANK

KINDS = Path(__file__).with_name("kinds.yaml").read_text(encoding="utf-8")
ITEM = GOOD_BANK[GOOD_BANK.index("  - id: sample/unsuitable") :]
HEAD = GOOD_BANK[: GOOD_BANK.index("  - id:")]

Loaded = Callable[[str | bytes], LoadedBanks]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sample.yaml"


@pytest.fixture
def whole(path: Path) -> Loaded:
    def load(text: str | bytes) -> LoadedBanks:
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return load_banks([path])

    return load


@pytest.fixture
def in_pieces(whole: Loaded, monkeypatch: pytest.MonkeyPatch) -> Loaded:
    """Give what becomes of a file that counts as large."""

    def load(text: str | bytes) -> LoadedBanks:
        with monkeypatch.context() as patch:
            patch.setattr(reading, "_MOST_WHOLE", 0)
            return whole(text)

    return load


def told(loaded: LoadedBanks) -> list[tuple[str, str]]:
    return [(str(finding.place), finding.key) for finding in loaded.findings]


class TestTheSameResult:
    @pytest.mark.parametrize(
        "file", sorted(shipped_banks()[0].glob("*.yaml")), ids=lambda f: f.stem
    )
    def test_of_a_shipped_bank(self, file: Path, whole: Loaded, in_pieces: Loaded) -> None:
        text = file.read_text(encoding="utf-8").replace(f"bank: {file.stem}", "bank: sample")
        assert whole(text).banks
        assert in_pieces(text) == whole(text)

    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=repr)
    def test_of_every_kind_with_any_line_end(
        self, end: str, whole: Loaded, in_pieces: Loaded
    ) -> None:
        text = KINDS.replace("bank: kinds", "bank: sample").replace("\n", end)
        assert len(whole(text).banks[0].questions) > 5
        assert in_pieces("\ufeff" + text) == whole("\ufeff" + text)

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("level: 2", "level: 7"),
            ("level: 3", "level: [3"),
            ("kind: code", "kind: &a code"),
            ("level: 1", "level: 1\n    level: 2"),
            ("    unsuitable: true", "\tunsuitable: true"),
            ("title:", "titel:"),
            ("format: 1", "format: 2"),
            ("bank: sample", "bank: other"),
            ("id: sample/numpy-class", "id: sample/second-moment"),
            ("questions:\n", "questions: # all of them\n\n  # the first\n"),
        ],
    )
    def test_of_a_bank_with_a_fault(
        self, old: str, new: str, whole: Loaded, in_pieces: Loaded
    ) -> None:
        bank = GOOD_BANK.replace(old, new, 1)
        assert bank != GOOD_BANK
        assert in_pieces(bank) == whole(bank)

    def test_of_a_header_behind_the_questions(self, whole: Loaded, in_pieces: Loaded) -> None:
        bank = GOOD_BANK + "source: us\nextra: 1\n"
        assert told(whole(bank)) == [(f"sample.yaml:{bank.count(chr(10))}:1", "banks.unknown_key")]
        assert in_pieces(bank) == whole(bank)

    def test_of_a_second_document(self, whole: Loaded, in_pieces: Loaded) -> None:
        bank = GOOD_BANK + "---\nformat: 1\n"
        assert told(in_pieces(bank)) == told(whole(bank))


class TestAQuestionAlone:
    @pytest.mark.parametrize(
        "bank",
        [GOOD_BANK, KINDS.replace("bank: kinds", "bank: sample")],
        ids=["block style", "every kind"],
    )
    def test_is_read_again_as_it_was(self, bank: str, path: Path) -> None:
        path.write_text(bank, encoding="utf-8")
        with reading_of(path) as read:
            assert read.header is not None
            for piece in read.pieces:
                again = read_excerpt(piece.excerpt, read.header.name, read.header.source)
                assert again.question == piece.question is not None
                assert (again.name, again.place) == (piece.name, piece.place)

    def test_may_stand_in_a_list_of_any_style(self, path: Path) -> None:
        question = (
            "{id: sample/a, kind: order, level: 1, tags: [word], prompt: {ja: a,\n en: a},"
            " steps: [{text: a}, {text: b}, {text: c}], explanation: {ja: a, en: a}}"
        )
        path.write_text(f"{HEAD.rstrip()} [\n{question},\n  {question.replace('/a', '/b')}]\n")
        with reading_of(path) as read:
            assert read.findings == ()
            for piece in read.pieces:
                assert piece.question is not None
                assert read_excerpt(piece.excerpt, "sample", None).question == piece.question


class TestHostileFiles:
    def test_a_long_line_costs_its_own_question_only(self, in_pieces: Loaded) -> None:
        long = ITEM.replace("五つ目だけが違う。", "あ" * 1_000_001).replace("/uns", "/long")
        loaded = in_pieces(HEAD + long + ITEM)
        assert told(loaded) == [(f"sample.yaml:{HEAD.count(chr(10)) + 15}:1", "banks.long_line")]
        assert [q.id for q in loaded.banks[0].questions] == ["sample/unsuitable-statement"]

    def test_a_long_line_is_refused_in_a_small_file_too(self, whole: Loaded) -> None:
        loaded = whole(f"{HEAD}  - {'x' * 1_100_000}\n{ITEM}")
        assert [key for _, key in told(loaded)] == ["banks.long_line"]
        assert len(loaded.banks[0].questions) == 1

    def test_a_line_that_never_ends(self, path: Path) -> None:
        path.write_text(HEAD + ITEM, encoding="utf-8")
        with path.open("r+b") as file:
            file.truncate(100_000_000)
        (finding,) = (f for f in load_banks([path]).findings if f.key == "banks.long_line")
        assert finding.place.line == (HEAD + ITEM).count("\n") + 1

    def test_a_file_beyond_all_bounds_is_not_opened(self, path: Path) -> None:
        path.touch()
        os.truncate(path, 500_000_001)
        assert told(load_banks([path])) == [("sample.yaml:1:1", "banks.too_large")]

    def test_a_question_without_end(self, in_pieces: Loaded) -> None:
        endless = "  - id: sample/endless\n" + "    # more\n" * 200_000
        loaded = in_pieces(HEAD + endless + ITEM)
        line = HEAD.count("\n") + 1
        assert told(loaded) == [(f"sample.yaml:{line}:1", "banks.long_question")]
        assert len(loaded.banks[0].questions) == 1

    def test_a_large_file_without_a_list_by_dashes(self, in_pieces: Loaded) -> None:
        assert told(in_pieces(HEAD.rstrip() + " []\n")) == [
            ("sample.yaml:1:1", "banks.not_by_dashes")
        ]

    def test_bytes_that_are_no_utf8_cost_their_own_question_only(self, in_pieces: Loaded) -> None:
        broken = ITEM.encode().replace("五つ目だけ".encode(), "五つ目だけ".encode("cp932"))
        loaded = in_pieces(HEAD.encode() + broken + ITEM.encode())
        ((place, key),) = told(loaded)
        assert key == "banks.not_utf8"
        assert place.startswith(f"sample.yaml:{HEAD.count(chr(10)) + 15}:")
        assert len(loaded.banks[0].questions) == 1

    def test_nothing_is_read_on_when_nobody_could_mend_it(
        self, in_pieces: Loaded, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(reading, "_MOST_FAULTS", 50)
        keys = [key for _, key in told(in_pieces(HEAD + "  - \t\n" * 10_000 + ITEM))]
        assert "banks.given_up" in keys
        assert len(keys) < 100

    def test_aliases_and_tags_stay_refused(self, in_pieces: Loaded) -> None:
        bomb = "  - &a {x: &b [1, 2]}\n  - *a\n  - !!python/object/apply:os.system [exit 1]\n"
        keys = {key for _, key in told(in_pieces(HEAD + bomb + ITEM))}
        assert {"banks.anchor", "banks.alias", "banks.tag"} <= keys
